/**
 * What the published tables, the base, the programme and the true number of records say about each true figure: the least
 * and the greatest value it can have, by linear programming (HiGHS). Atoms are the cells of each block's finest crossing,
 * whether it is published or not; a published value is a sum of atoms, known to within E.
 */
import { columnTotals, rowTotals, type Crossing } from '@romduol/shared/statistics/blocks';
import type { Block, Programme } from '@romduol/shared/statistics/programme';
import { highs } from './highs.ts';
import { findVariable } from '@romduol/shared/statistics/programme';
import type { PublishedCohort } from './published-cohort.ts';

type Sum = readonly number[];

/** A true figure that the attack is after: a sum of atoms, and what it is. */
interface Target {
  readonly name: string;
  readonly sum: Sum;
  readonly truth: number;
}

interface Model {
  atoms: number;
  /** Sums of atoms that are known to lie between two numbers. */
  readonly known: { readonly sum: Sum; readonly least: number; readonly most: number }[];
  /** One sum that equals another. */
  readonly equal: { readonly left: Sum; readonly right: Sum }[];
  readonly targets: Target[];
}

const emptyModel = (): Model => ({ atoms: 0, known: [], equal: [], targets: [] });

function addAtoms(model: Model, count: number): number[] {
  const first = model.atoms;
  model.atoms += count;
  return Array.from({ length: count }, (_, i) => first + i);
}

/** One model a block: blocks have nothing in common but N, which is known. */
export function modelsOf(cohort: PublishedCohort): Model[] {
  const records = cohort.counts.total;
  return cohort.programme.blocks.map((block) => {
    const model = emptyModel();
    const all = layBlock(model, cohort, block);
    model.known.push({ sum: all, least: records, most: records });
    return model;
  });
}

/** Adds what a table says of sums of atoms, if the table is published. */
function readTable(model: Model, cohort: PublishedCohort, id: string, sums: readonly Sum[]): void {
  const table = cohort.tables.find((one) => one.id === id);
  if (table === undefined) return;
  const places = cohort.places.get(id) ?? [];
  const exact = cohort.truth.get(id) ?? [];
  for (const [i, value] of table.values.entries())
    learn(model, cohort, { id, i, sum: sums[places[i]!] ?? [], value, truth: exact[i] ?? NaN });
}

function learn(
  model: Model,
  { base }: PublishedCohort,
  { id, i, sum, value, truth }: { id: string; i: number; sum: Sum; value: number; truth: number },
): void {
  model.known.push({ sum, least: Math.max(0, value - base + 1), most: value + base - 1 });
  model.targets.push({ name: `${id} ${i}`, sum, truth });
}

const codesOf = (programme: Programme, id: string): number => findVariable(programme, id).codes.length;

const cut = <T>(cells: readonly T[], width: number): T[][] =>
  Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width));

const turn = <T>(rows: readonly (readonly T[])[]): T[][] => (rows[0] ?? []).map((_, j) => rows.map((row) => row[j]!));

/** Lays a block's atoms; gives all of them that add up to the number of records. */
function layBlock(model: Model, cohort: PublishedCohort, block: Block): number[] {
  const { programme } = cohort;
  switch (block.shape) {
    case 'one_way': {
      const cells = addAtoms(model, codesOf(programme, block.rows));
      readTable(model, cohort, block.rows, cut(cells, 1));
      return cells;
    }
    case 'nested': {
      const rows = findVariable(programme, block.rows);
      const outer = findVariable(programme, block.outer);
      const cells = addAtoms(model, rows.codes.length);
      readTable(model, cohort, block.rows, cut(cells, 1));
      const within = outer.codes.map((code) => cells.filter((_, i) => outer.bands?.[rows.codes[i]!] === code));
      readTable(model, cohort, block.outer, within);
      readSums(model, cohort, block.rows, within, (i) => outer.codes.indexOf(outer.bands?.[rows.codes[i]!] ?? ''));
      return cells;
    }
    case 'two_way':
      return layCrossing(model, cohort, block.rows, block.columns);
    case 'cascade':
      return layCascade(model, cohort, block);
  }
}

function layCrossing(model: Model, cohort: PublishedCohort, rows: string, columns: string): number[] {
  const width = codesOf(cohort.programme, columns);
  const cells = addAtoms(model, codesOf(cohort.programme, rows) * width);
  const lines = cut(cells, width);
  readTable(model, cohort, rows, lines);
  readTable(model, cohort, columns, turn(lines));
  readTable(model, cohort, `${rows}_by_${columns}`, cut(cells, 1));
  return cells;
}

function layCascade(model: Model, cohort: PublishedCohort, block: Extract<Block, { shape: 'cascade' }>): number[] {
  const { programme } = cohort;
  const stages = codesOf(programme, block.stages) - 1;
  const cells = addAtoms(model, (codesOf(programme, block.rows) - 1) * stages);
  const outside = addAtoms(model, 1);
  const lines = cut(cells, stages);
  const columns = turn(lines);
  const onwards = (line: readonly Sum[]): Sum[] => line.map((_, k) => line.slice(k).flat());
  readTable(model, cohort, block.rows, [...lines, outside]);
  readSums(model, cohort, block.rows, [cells, outside], (i) => (i < lines.length ? 0 : 1));
  readTable(model, cohort, 'cascade', onwards(columns));
  readTable(
    model,
    cohort,
    `cascade_by_${block.rows}`,
    lines.flatMap((line) => onwards(cut(line, 1))),
  );
  // A stage that was reached and not passed is rounded like any other figure: the step between two published ones.
  readSteps(model, cohort, 'cascade', columns, stages);
  readSteps(model, cohort, `cascade_by_${block.rows}`, cut(cells, 1), stages);
  if (block.answers !== null) {
    const { from, rows, columns: answer } = block.answers;
    const at = findVariable(programme, block.stages).codes.indexOf(from) - 1;
    const answers = cut(layCrossing(model, cohort, rows, answer), 2);
    const [further = [], stopped = []] = turn(answers);
    model.equal.push({ left: further, right: columns.slice(at + 1).flat() }, { left: stopped, right: columns[at]! });
  }
  return [...cells, ...outside];
}

/** Sums of a table's cells that the method keeps within E too, though no table shows them. */
function readSums(
  model: Model,
  cohort: PublishedCohort,
  id: string,
  sums: readonly Sum[],
  partOf: (cell: number) => number,
): void {
  const table = cohort.tables.find((one) => one.id === id);
  if (table === undefined) return;
  const add = (values: readonly number[], part: number) =>
    values.reduce((sum, value, i) => sum + (partOf(i) === part ? value : 0), 0);
  const exact = cohort.truth.get(id) ?? [];
  for (const [i, sum] of sums.entries())
    learn(model, cohort, { id: `${id} together`, i, sum, value: add(table.values, i), truth: add(exact, i) });
}

function readSteps(model: Model, cohort: PublishedCohort, id: string, sums: readonly Sum[], width: number): void {
  const table = cohort.tables.find((one) => one.id === id);
  if (table === undefined) return;
  const places = cohort.places.get(id) ?? [];
  const step = (values: readonly number[], i: number) => values[i]! - (i % width === width - 1 ? 0 : values[i + 1]!);
  const exact = cohort.truth.get(id) ?? [];
  for (const i of table.values.keys())
    learn(model, cohort, {
      id: `${id} exactly`,
      i,
      sum: sums[places[i]!] ?? [],
      value: step(table.values, i),
      truth: step(exact, i),
    });
}

/** The least and the greatest value that a sum of atoms can have. */
export function boundsOf(model: Model, sum: Sum): { readonly least: number; readonly most: number } {
  return {
    least: Math.ceil(solve(model, sum, 'Minimize') - 1e-6),
    most: Math.floor(solve(model, sum, 'Maximize') + 1e-6),
  };
}

function solve(model: Model, sum: Sum, direction: 'Minimize' | 'Maximize'): number {
  const add = (atoms: Sum): string => atoms.map((atom) => `x${atom}`).join(' + ');
  const single = model.known.filter(({ sum: atoms }) => atoms.length === 1);
  const several = model.known.filter(({ sum: atoms }) => atoms.length > 1);
  const constraints = [
    ...several.map(({ sum: atoms, most }) => `${add(atoms)} <= ${most}`),
    ...several.map(({ sum: atoms, least }) => `${add(atoms)} >= ${least}`),
    ...model.equal.map(({ left, right }) => `${add(left)} - ${right.map((atom) => `x${atom}`).join(' - ')} = 0`),
  ];
  // A bound that is said twice would take the place of the first.
  const bounds = Array.from({ length: model.atoms }, (_, atom) => {
    const own = single.filter(({ sum: [one] }) => one === atom);
    return `${Math.max(0, ...own.map(({ least }) => least))} <= x${atom} <= ${Math.min(1e6, ...own.map(({ most }) => most))}`;
  });
  const { Status, ObjectiveValue } = highs.solve(
    [direction, ` ${add(sum)}`, 'Subject To', ...constraints.map((one) => ` ${one}`), 'Bounds', ...bounds, 'End'].join(
      '\n',
    ),
  );
  if (Status !== 'Optimal') throw new Error(`the tables contradict each other: ${Status}`);
  return ObjectiveValue;
}

/** A crossing published exactly with its margins, but with every 1 to 4 in cells and margins blanked. */
export function suppressedModel(crossing: Crossing): Model {
  const model = emptyModel();
  const cells = addAtoms(model, crossing.cells.length);
  const lines = cut(cells, crossing.columns);
  const say = (sum: Sum, value: number): void => {
    const blank = value > 0 && value < 5;
    model.known.push({ sum, least: blank ? 1 : value, most: blank ? 4 : value });
    if (value === 1 || value === 2) model.targets.push({ name: 'cell', sum, truth: value });
  };
  for (const [i, value] of crossing.cells.entries()) say([cells[i]!], value);
  for (const [i, value] of rowTotals(crossing).entries()) say(lines[i]!, value);
  for (const [i, value] of columnTotals(crossing).entries()) say(turn(lines)[i]!, value);
  const total = crossing.cells.reduce((sum, value) => sum + value, 0);
  model.known.push({ sum: cells, least: total, most: total });
  return model;
}
