/**
 * What anyone can check of a published release without the records: multiples, margins, the cascade's descent. Readers of
 * others' releases run it, and so does the console before it signs.
 */
import { sum } from './blocks.ts';
import { tableTotal, type ReleaseTable } from './release-table.ts';

interface Figures {
  readonly base: number;
  readonly error: number;
  readonly total: number;
  readonly tables: readonly ReleaseTable[];
}

/** The promises that a release breaks, by table; none for a sound one. */
export function checkPublished({ base, error, total, tables }: Figures): string[] {
  const broken: string[] = [];
  const hold = (condition: boolean, table: string, promise: string) => {
    if (!condition) broken.push(`${table}: ${promise}`);
  };
  const find = (id: string) => tables.find((table) => table.id === id);

  hold(error === base - 1, 'release', 'the greatest error is one less than the base');
  hold(total % base === 0, 'release', 'the total is a multiple of the base');
  hold(new Set(tables.map(({ id }) => id)).size === tables.length, 'release', 'no table stands twice');
  for (const table of tables) {
    const { id, shape, of, dimensions, values } = table;
    const [rows, columns] = dimensions;
    const size = dimensions.reduce((product, { codes }) => product * codes.length, 1);
    hold(values.length === size, id, 'every cell is there');
    hold(
      values.every((value) => value % base === 0),
      id,
      'every value is a multiple of the base',
    );
    if (shape === 'options') {
      hold(
        values.every((value) => value <= total),
        id,
        'no option exceeds the total',
      );
      continue;
    }
    if (shape === 'cascade') hold(descends(table), id, 'a cascade never increases');
    if (columns !== undefined && rows !== undefined) {
      const rowMargin = find(rows.variable);
      const columnMargin = find(shape === 'cascade' ? 'cascade' : columns.variable);
      // Who never entered a cascade is the last of its sectors, and none of its rows.
      const outside = shape === 'cascade' ? 1 : 0;
      const [allRows, allColumns] = [
        sizeOf(rowMargin) - outside === rows.codes.length,
        sizeOf(columnMargin) === columns.codes.length,
      ];
      hold(meets(rowSums(table), valuesOf(rowMargin, rows.codes), allColumns), id, 'rows add up to their margin');
      hold(
        meets(columnSums(table), valuesOf(columnMargin, columns.codes), allRows),
        id,
        'columns add up to their margin',
      );
      continue;
    }
    const reached = stageTotal(find('cascade'), of);
    if (of === null) hold(tableTotal(table) === total, id, 'adds up to the total');
    else if (reached !== null) hold(tableTotal(table) === reached, id, 'adds up to those it is of');
  }
  return broken;
}

/** How many the published cascade says reached a stage; null where it is not published. */
function stageTotal(cascade: ReleaseTable | undefined, stage: string | null): number | null {
  const at = stage === null ? -1 : (cascade?.dimensions[0]?.codes.indexOf(stage) ?? -1);
  return cascade?.values[at] ?? null;
}

function widthOf({ dimensions }: ReleaseTable): number {
  return dimensions.at(-1)?.codes.length ?? 1;
}

function descends(table: ReleaseTable): boolean {
  const width = widthOf(table);
  return table.values.every((value, i) => i % width === 0 || value <= table.values[i - 1]!);
}

/** Of a cascade, what entered it in each row. */
function rowSums(table: ReleaseTable): number[] {
  const width = widthOf(table);
  const rows = Array.from({ length: table.values.length / width }, (_, row) =>
    table.values.slice(row * width, (row + 1) * width),
  );
  return rows.map((row) => (table.shape === 'cascade' ? (row[0] ?? 0) : sum(row)));
}

function columnSums(table: ReleaseTable): number[] {
  const width = widthOf(table);
  return Array.from({ length: width }, (_, column) => sum(table.values.filter((_value, i) => i % width === column)));
}

const sizeOf = (margin: ReleaseTable | undefined): number => margin?.values.length ?? 0;

/** A margin's values for these codes; undefined for one that it has not. */
function valuesOf(margin: ReleaseTable | undefined, codes: readonly string[]): (number | undefined)[] {
  return codes.map((code) => margin?.values[margin.dimensions[0]?.codes.indexOf(code) ?? -1]);
}

/** Sums of lines against their margin: equal where every line across them is shown, else no more than it. */
function meets(sums: readonly number[], margin: readonly (number | undefined)[], whole: boolean): boolean {
  return sums.every((value, i) => {
    const held = margin[i];
    return held !== undefined && (whole ? value === held : value <= held);
  });
}
