/**
 * Counts each block straight from the columns, one pass a block. No joint cube is ever made: every record is unique in
 * it, and a rounded cube is a sample of whole records.
 */
import type { CountedBlock, Crossing } from './blocks.ts';
import type { Column, Columns } from './columns.ts';
import { findVariable, type Block, type Programme, type Variable } from './programme.ts';
import type { Counts } from './round.ts';

/** True counts: they stay in the worker that makes a release. Throws when records contradict the programme. */
export function tabulate(programme: Programme, columns: Columns): Counts {
  return {
    total: columns.length,
    blocks: programme.blocks.map((block) => countBlock(programme, columns, block)),
    options: programme.options.map((id) => {
      const { codes } = findVariable(programme, id);
      return countOptions(columns.column(id), codes.length);
    }),
  };
}

function countBlock(programme: Programme, columns: Columns, block: Block): CountedBlock {
  const variable = (id: string) => findVariable(programme, id);
  switch (block.shape) {
    case 'one_way':
      return { shape: 'one_way', cells: countCodes(columns.column(block.rows), variable(block.rows).codes.length) };
    case 'nested': {
      const rows = variable(block.rows);
      const outer = variable(block.outer);
      const cells = countCodes(columns.column(block.rows), rows.codes.length);
      return { shape: 'nested', split: false, outerOf: outerIndices(rows, outer), outers: outer.codes.length, cells };
    }
    case 'two_way':
      return { shape: 'two_way', crossing: cross(columns, variable(block.rows), variable(block.columns)) };
    case 'cascade':
      return countCascade(columns, variable(block.rows), variable(block.stages), block.answers, variable);
  }
}

function countCodes(column: Column, codes: number): number[] {
  const counts = new Uint32Array(codes);
  for (let i = 0; i < column.length; i++) counts[column[i]!]!++;
  return [...counts];
}

/** Counts masks first, then spreads each mask over its bits: one write a record, however many answers it gives. */
function countOptions(column: Column, codes: number): number[] {
  const masks = new Uint32Array(1 << codes);
  for (let i = 0; i < column.length; i++) masks[column[i]!]!++;
  const counts = Array.from({ length: codes }, () => 0);
  for (let mask = 0; mask < masks.length; mask++) {
    const count = masks[mask]!;
    if (count === 0) continue;
    for (let code = 0; code < codes; code++) if ((mask >> code) & 1) counts[code]! += count;
  }
  return counts;
}

function cross(columns: Columns, rows: Variable, cols: Variable): Crossing {
  const width = cols.codes.length;
  const counts = new Uint32Array(rows.codes.length * width);
  const row = columns.column(rows.id);
  const column = columns.column(cols.id);
  for (let i = 0; i < row.length; i++) counts[row[i]! * width + column[i]!]!++;
  return { rows: rows.codes.length, columns: width, split: false, cells: [...counts] };
}

/** Which outer code each row code lies in, by the outer variable's bands of the same field. */
function outerIndices(rows: Variable, outer: Variable): number[] {
  return rows.codes.map((code) => {
    const band = outer.bands?.[code];
    if (band === undefined) throw new Error(`no band for ${code}`);
    return outer.codes.indexOf(band);
  });
}

function countCascade(
  columns: Columns,
  rows: Variable,
  stages: Variable,
  answers: Extract<Block, { shape: 'cascade' }>['answers'],
  variable: (id: string) => Variable,
): CountedBlock {
  const all = cross(columns, rows, stages);
  const within = all.rows - 1;
  const cells: number[] = [];
  let outside = 0;
  for (const [i, count] of all.cells.entries()) {
    const isOutside = i % all.columns === 0;
    if (isOutside !== i >= within * all.columns && count > 0) throw new Error('a stage without a referral');
    if (i >= within * all.columns) outside += count;
    else if (!isOutside) cells.push(count);
  }
  return {
    shape: 'cascade',
    crossing: { rows: within, columns: all.columns - 1, split: false, cells },
    outside,
    answers: answers === null ? null : countAnswers(columns, variable(answers.rows), stages, answers.from),
  };
}

/** Of the records that reached stage `from`: how many went further, and how many did not, by the rows' variable. */
function countAnswers(columns: Columns, rows: Variable, stages: Variable, from: string) {
  const at = stages.codes.indexOf(from);
  if (at < 1 || at === stages.codes.length - 1) throw new Error(`no answers after ${from}`);
  const all = cross(columns, rows, stages);
  const cells = rows.codes.flatMap((_, row) => {
    const reached = all.cells.slice(row * all.columns + at, (row + 1) * all.columns);
    const stopped = reached[0]!;
    return [reached.reduce((a, b) => a + b, 0) - stopped, stopped];
  });
  return { from: at - 1, crossing: { rows: rows.codes.length, columns: 2, split: false, cells } };
}
