/**
 * The gate: which tables are published in what shape, from published figures and nothing else.
 *
 * A table needs enough records a cell: n/K ≥ 2 at base 5, ≥ 3 at base 3, n being its published total and K its cells.
 * Where it has not, a variable gives way to a coarser one (province → zone), a crossing to its margins (the cascade by
 * sector to one row and the sectors alone), a one-way table to nothing. Then a one-way table whose published cells are
 * all but one nought is left out, since it would say of everyone what they are; and a crossing one of whose margins was
 * left out goes with it, or it would show that margin again. The same holds of what a table implies: where provinces all
 * lie in one zone, or everybody was referred, whoever knows the true number of records would know to within fewer than
 * b − 1 how many were not. Options are apart: each is an indicator of its own, and only one that everybody gave says more.
 * A crossing that passes shows the lines that thin-lines.ts allows it.
 *
 * `n` is drawn once, before the rest is rounded, and is what is published: see round.ts. More records never mean a
 * coarser table: every ratio grows with n.
 */
import type { Split } from './blocks.ts';
import { findVariable, type Programme } from './programme.ts';
import type { Base, GateReading } from './round.ts';
import { tableTotal, type Candidate, type Candidates, type GateNote, type ReleaseTable } from './release-table.ts';
import { showLines } from './thin-lines.ts';

/** Fewest published records a cell. */
export const LEAST_PER_CELL: Readonly<Record<Base, number>> = { 5: 2, 3: 3 };

export function hasEnough(published: number, cells: number, base: Base): boolean {
  return published >= cells * LEAST_PER_CELL[base];
}

/** For each block of the programme, which of its crossings are refused. */
export function readGate(programme: Programme, reading: GateReading): Split[] {
  const { base } = programme;
  const codes = (id: string) => findVariable(programme, id).codes.length;
  const refuses = (published: number | null, cells: number) => !hasEnough(published ?? 0, cells, base);
  return programme.blocks.map((block, i) => {
    const { entered = null, answered = null } = reading.blocks[i] ?? {};
    switch (block.shape) {
      case 'one_way':
        return { crossing: false, answers: false };
      case 'nested':
        return { crossing: refuses(reading.total, codes(block.rows)), answers: false };
      case 'two_way':
        return { crossing: refuses(reading.total, codes(block.rows) * codes(block.columns)), answers: false };
      case 'cascade': {
        const cells = (codes(block.rows) - 1) * (codes(block.stages) - 1);
        const { answers } = block;
        const answerCells = answers === null ? 0 : codes(answers.rows) * codes(answers.columns);
        return { crossing: refuses(entered, cells), answers: answers !== null && refuses(answered, answerCells) };
      }
    }
  });
}

/** Tables that may be published, in the programme's order, and a note on each that may not. */
export function gateTables({ tables, refused }: Candidates, base: Base): { tables: ReleaseTable[]; notes: GateNote[] } {
  const leftOut = new Map<string, GateNote['reason']>();
  const shown = new Map<string, ReleaseTable>();
  for (const candidate of tables) {
    const { table, margins } = candidate;
    const reason = reasonAgainst(candidate, base, leftOut);
    const cut = reason === null && margins.length > 0 ? showLines(table, base) : table;
    // One reason for a table that is too thin as a whole and for one whose lines are.
    if (reason !== null || cut === null) leftOut.set(table.id, reason ?? 'too_few_per_cell');
    else shown.set(table.id, cut);
  }
  const isPublished = (id: string) => shown.has(id);
  const notes: GateNote[] = refused.map(({ table, instead }) => ({
    table,
    reason: 'too_few_per_cell',
    instead: instead.filter(isPublished),
  }));
  for (const { table, margins } of tables) {
    const isCut = (shown.get(table.id)?.values.length ?? 0) < table.values.length;
    const reason = leftOut.get(table.id) ?? (isCut ? 'few_in_a_line' : undefined);
    if (reason !== undefined) notes.push({ table: table.id, reason, instead: margins.filter(isPublished) });
  }
  return { tables: tables.flatMap(({ table }) => shown.get(table.id) ?? []), notes };
}

/** Options are left out where one meets the published total: how many did not give it would be as good as known. */
export function gateOptions(tables: readonly ReleaseTable[], total: number): ReturnType<typeof gateTables> {
  const isOfAll = ({ values }: ReleaseTable): boolean => values.includes(total);
  return {
    tables: tables.filter((table) => !isOfAll(table)),
    notes: tables.filter(isOfAll).map(({ id }) => ({ table: id, reason: 'one_category', instead: [] })),
  };
}

/** Margins come before their crossing, so that what became of them is known. */
function reasonAgainst(
  { table, margins, implied }: Candidate,
  base: Base,
  leftOut: ReadonlyMap<string, unknown>,
): GateNote['reason'] | null {
  if (!hasEnough(tableTotal(table), table.values.length, base)) return 'too_few_per_cell';
  // Of part of the records: said as it is of a part that is too small, so that the reason does not tell all from none.
  if (implied.some((parts) => countCells(parts) < 2)) return table.of === null ? 'one_category' : 'too_few_per_cell';
  if (margins.some((margin) => leftOut.has(margin))) return 'margin_left_out';
  if (margins.length === 0 && countCategories(table) < 2) return 'one_category';
  return null;
}

/** How many categories of a one-way table are not nought; of a cascade, at how many stages someone stopped. */
function countCategories({ shape, values }: ReleaseTable): number {
  const cells = shape === 'cascade' ? values.map((value, k) => value - (values[k + 1] ?? 0)) : values;
  return countCells(cells);
}

const countCells = (values: readonly number[]): number => values.filter((value) => value > 0).length;
