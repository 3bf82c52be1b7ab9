/** Tables as they are published, and what the gate says of those that are not. */
import { z } from '../schema.ts';
import { columnTotals, outerTotals, reachedAtLeast, rowOf, rowTotals, sum } from './blocks.ts';
import type { Cascade, CountedBlock, Crossing } from './blocks.ts';
import { findVariable, type Block, type Programme } from './programme.ts';

const Name = z.string().regex(/^[a-z][a-z_]{1,63}$/);
const Code = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

/** Codes in codebook order, labelled from the codebook's list of this name. */
const Dimension = z.strictObject({ variable: Name, list: Name, codes: z.array(Code).min(1).max(64) });
export type Dimension = z.output<typeof Dimension>;

export const ReleaseTable = z.strictObject({
  id: Name,
  /**
   * `one_way` and `two_way` add up to the records they are of. `cascade` says how many reached each stage at least, by
   * rows where it has two dimensions. `options` are answers of which each record may give several. A table of two
   * dimensions has the codes of the lines that it shows.
   */
  shape: z.enum(['one_way', 'two_way', 'cascade', 'options']),
  /** Of all records, or of those whose referral reached this stage. */
  of: Code.nullable(),
  dimensions: z.array(Dimension).min(1).max(2),
  /** Row-major, every cell, noughts too: an absent one would show that it is a true nought. */
  values: z.array(z.int().min(0)).max(64 * 64),
});
export type ReleaseTable = z.output<typeof ReleaseTable>;

/** Why a table is not published, or not all of its lines, and which tables say what it does not. */
export const GateNote = z.strictObject({
  table: Name,
  reason: z.enum(['too_few_per_cell', 'few_in_a_line', 'one_category', 'margin_left_out', 'cohort_too_small']),
  instead: z.array(Name).max(4),
});
export type GateNote = z.output<typeof GateNote>;

/** A table that the rounding gave, and for a crossing the tables that are its margins. */
export interface Candidate {
  readonly table: ReleaseTable;
  readonly margins: readonly string[];
  /** Coarser divisions of the records that follow from the table: zones from provinces, referred or not from a cascade. */
  readonly implied: readonly (readonly number[])[];
}

/** What a rounded block can be published as, and the crossings that it was split at, with their margins. */
export interface Candidates {
  readonly tables: readonly Candidate[];
  readonly refused: readonly { readonly table: string; readonly instead: readonly string[] }[];
}

/** The number of records that a table speaks of: the n of the gate. */
export function tableTotal({ shape, dimensions, values }: ReleaseTable): number {
  if (shape !== 'cascade') return sum(values);
  const stages = dimensions.at(-1)!.codes.length;
  return sum(values.filter((_, i) => i % stages === 0));
}

export function candidatesOf(programme: Programme, blocks: readonly CountedBlock[]): Candidates {
  const each = programme.blocks.map((block, i) => blockCandidates(programme, block, blocks[i]!));
  return { tables: each.flatMap(({ tables }) => tables), refused: each.flatMap(({ refused }) => refused) };
}

export function optionTables(programme: Programme, options: readonly (readonly number[])[]): ReleaseTable[] {
  return programme.options.map((id, i) => ({
    id,
    shape: 'options',
    of: null,
    dimensions: [dimensionOf(programme, id)],
    values: [...options[i]!],
  }));
}

function blockCandidates(programme: Programme, block: Block, counted: CountedBlock): Candidates {
  if (block.shape === 'one_way' && counted.shape === 'one_way') {
    return { tables: [oneWay(programme, block.rows, counted.cells)], refused: [] };
  }
  if (block.shape === 'nested' && counted.shape === 'nested') {
    const { rows, outer } = block;
    if (!counted.split)
      return { tables: [{ ...oneWay(programme, rows, counted.cells), implied: [outerTotals(counted)] }], refused: [] };
    return { tables: [oneWay(programme, outer, outerTotals(counted))], refused: [{ table: rows, instead: [outer] }] };
  }
  if (block.shape === 'two_way' && counted.shape === 'two_way') {
    return crossed(programme, block.rows, block.columns, counted.crossing, null);
  }
  if (block.shape === 'cascade' && counted.shape === 'cascade') return cascade(programme, block, counted);
  throw new Error('a block that is not the programme’s');
}

function dimensionOf(programme: Programme, id: string, codes = findVariable(programme, id).codes): Dimension {
  return { variable: id, list: findVariable(programme, id).list, codes: [...codes] };
}

function oneWay(programme: Programme, id: string, values: readonly number[], of: string | null = null): Candidate {
  const dimensions = [dimensionOf(programme, id)];
  return { table: { id, shape: 'one_way', of, dimensions, values: [...values] }, margins: [], implied: [] };
}

function crossed(
  programme: Programme,
  rows: string,
  columns: string,
  crossing: Crossing,
  of: string | null,
): Candidates {
  const margins = [rows, columns];
  const id = `${rows}_by_${columns}`;
  const oneWays = [
    oneWay(programme, rows, rowTotals(crossing), of),
    oneWay(programme, columns, columnTotals(crossing), of),
  ];
  if (crossing.split) return { tables: oneWays, refused: [{ table: id, instead: margins }] };
  const dimensions = margins.map((margin) => dimensionOf(programme, margin));
  const table: ReleaseTable = { id, shape: 'two_way', of, dimensions, values: [...crossing.cells] };
  return { tables: [...oneWays, { table, margins, implied: [] }], refused: [] };
}

function cascade(programme: Programme, block: Extract<Block, { shape: 'cascade' }>, counted: Cascade): Candidates {
  const { rows, stages, answers } = block;
  const { crossing, outside } = counted;
  const stage = dimensionOf(programme, stages, findVariable(programme, stages).codes.slice(1));
  const row = dimensionOf(programme, rows, findVariable(programme, rows).codes.slice(0, -1));
  const entered = stage.codes[0]!;
  const reached = reachedAtLeast(columnTotals(crossing));
  const total = reached[0]! + outside;
  const implied = [[reached[0]!, outside]];
  const sectors = { ...oneWay(programme, rows, [...rowTotals(crossing), outside]), implied };
  const all: Candidate = {
    table: { id: 'cascade', shape: 'cascade', of: entered, dimensions: [stage], values: reached },
    margins: [],
    implied,
  };
  const id = `cascade_by_${rows}`;
  const margins = ['cascade', rows];
  const tables = [sectors, all];
  if (!crossing.split) {
    const values = row.codes.flatMap((_, i) => reachedAtLeast(rowOf(crossing, i)));
    tables.push({ table: { id, shape: 'cascade', of: entered, dimensions: [row, stage], values }, margins, implied });
  }
  const refused = crossing.split ? [{ table: id, instead: margins }] : [];
  if (answers === null || counted.answers === null) return { tables, refused };
  const inner = crossed(programme, answers.rows, answers.columns, counted.answers.crossing, answers.from);
  const answered = reached[counted.answers.from]!;
  const answering = inner.tables.map((one) => ({ ...one, implied: [[answered, total - answered]] }));
  return { tables: [...tables, ...answering], refused: [...refused, ...inner.refused] };
}
