/**
 * What is counted, block by block. Every counted record passes through every block, and each is laid into the graph of
 * `lay-block.ts`, where every figure that may be published is the flow of one arc: that is what bounds its error and
 * makes it add up. Cells are row-major and in codebook order.
 *
 * A variable lies in one block only: a number rounded twice, independently, is known more closely than either says.
 * That is why the table of answers hangs inside the cascade and is no block of its own: how many of the sent referrals
 * were accepted is a step of the cascade too.
 */

/** Two variables, crossed; or split, where a gate refused the crossing: then only the margins are kept. */
export interface Crossing {
  readonly rows: number;
  readonly columns: number;
  readonly split: boolean;
  /** rows × columns values; split: the row totals, then the column totals. */
  readonly cells: readonly number[];
}

export interface OneWay {
  readonly shape: 'one_way';
  readonly cells: readonly number[];
}

/** A variable within a coarser one; split: by the coarser one alone. */
export interface Nested {
  readonly shape: 'nested';
  readonly split: boolean;
  /** For each cell, the index of the outer cell it lies in. */
  readonly outerOf: readonly number[];
  readonly outers: number;
  /** One value a cell; split: one an outer cell. */
  readonly cells: readonly number[];
}

export interface TwoWay {
  readonly shape: 'two_way';
  readonly crossing: Crossing;
}

/** Rows by how far each record came. */
export interface Cascade {
  readonly shape: 'cascade';
  /** Row × the stage that was reached and not passed. */
  readonly crossing: Crossing;
  /** Records that never entered the cascade. */
  readonly outside: number;
  /** Those who reached stage `from`: by a second variable, and by whether they went further (first column) or not. */
  readonly answers: { readonly from: number; readonly crossing: Crossing } | null;
}

export type CountedBlock = OneWay | Nested | TwoWay | Cascade;

/** Which of a block's crossings a gate refuses. */
export interface Split {
  readonly crossing: boolean;
  readonly answers: boolean;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export function rowTotals({ rows, columns, split, cells }: Crossing): number[] {
  if (split) return cells.slice(0, rows);
  return Array.from({ length: rows }, (_, row) => sum(cells.slice(row * columns, (row + 1) * columns)));
}

export function columnTotals({ rows, columns, split, cells }: Crossing): number[] {
  if (split) return cells.slice(rows);
  const totals = Array.from({ length: columns }, () => 0);
  for (const [i, value] of cells.entries()) totals[i % columns]! += value;
  return totals;
}

export function rowOf({ columns, cells }: Crossing, row: number): number[] {
  return cells.slice(row * columns, (row + 1) * columns);
}

export function outerTotals(block: Nested): number[] {
  if (block.split) return [...block.cells];
  const totals = Array.from({ length: block.outers }, () => 0);
  for (const [i, value] of block.cells.entries()) totals[block.outerOf[i]!]! += value;
  return totals;
}

/** From "came exactly so far" to "came at least so far". The result never increases. */
export function reachedAtLeast(exact: readonly number[]): number[] {
  const reached = [...exact];
  for (let k = reached.length - 2; k >= 0; k--) reached[k]! += reached[k + 1]!;
  return reached;
}

/** What flows through a block: the number of records. */
export function blockTotal(block: CountedBlock): number {
  switch (block.shape) {
    case 'one_way':
    case 'nested':
      return sum(block.cells);
    case 'two_way':
      return sum(rowTotals(block.crossing));
    case 'cascade':
      return sum(rowTotals(block.crossing)) + block.outside;
  }
}

/**
 * A block without the crossings that a gate refuses: a projection on margins, so every figure that is left is a figure
 * of the block before, with the same value.
 */
export function splitBlock(block: CountedBlock, split: Split): CountedBlock {
  switch (block.shape) {
    case 'one_way':
      return block;
    case 'nested':
      return split.crossing && !block.split ? { ...block, split: true, cells: outerTotals(block) } : block;
    case 'two_way':
      return { ...block, crossing: splitCrossing(block.crossing, split.crossing) };
    case 'cascade': {
      const { answers } = block;
      return {
        ...block,
        crossing: splitCrossing(block.crossing, split.crossing),
        answers: answers === null ? null : { ...answers, crossing: splitCrossing(answers.crossing, split.answers) },
      };
    }
  }
}

function splitCrossing(crossing: Crossing, split: boolean): Crossing {
  if (!split || crossing.split) return crossing;
  return { ...crossing, split: true, cells: [...rowTotals(crossing), ...columnTotals(crossing)] };
}

/**
 * Every figure of a block that may be published or that a published one adds up to, always in the same order: what the
 * invariants compare between truth and release.
 */
export function figuresOf(block: CountedBlock): number[] {
  switch (block.shape) {
    case 'one_way':
      return [...block.cells];
    case 'nested':
      return block.split ? [...block.cells] : [...block.cells, ...outerTotals(block)];
    case 'two_way':
      return crossingFigures(block.crossing);
    case 'cascade': {
      const { crossing, outside, answers } = block;
      const rows = crossing.split ? [] : Array.from({ length: crossing.rows }, (_, row) => rowOf(crossing, row));
      return [
        ...crossingFigures(crossing),
        ...reachedAtLeast(columnTotals(crossing)),
        ...rows.flatMap((row) => reachedAtLeast(row)),
        outside,
        ...(answers === null ? [] : crossingFigures(answers.crossing)),
      ];
    }
  }
}

function crossingFigures(crossing: Crossing): number[] {
  return [...(crossing.split ? [] : crossing.cells), ...rowTotals(crossing), ...columnTotals(crossing)];
}
