import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { LEAST_MULTIPLES, linesLeftOut, showLines } from '@romduol/shared/statistics/thin-lines';
import type { Base } from '@romduol/shared/statistics/round';
import { arbitraryBase } from './arbitrary-counts.ts';

const codesOf = (letter: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${letter}${i}`);

function crossing(rows: readonly (readonly number[])[], shape: 'two_way' | 'cascade' = 'two_way'): ReleaseTable {
  return {
    id: 'a_by_b',
    shape,
    of: null,
    dimensions: [
      { variable: 'a', list: 'a', codes: codesOf('r', rows.length) },
      { variable: 'b', list: 'b', codes: codesOf('c', rows[0]!.length) },
    ],
    values: rows.flat(),
  };
}

function margin(variable: string, letter: string, count: number): ReleaseTable {
  const dimensions = [{ variable, list: variable, codes: codesOf(letter, count) }];
  return { id: variable, shape: 'one_way', of: null, dimensions, values: Array.from({ length: count }, () => 0) };
}

const codes = (table: ReleaseTable | null) => table?.dimensions.map((dimension) => dimension.codes.join(' ')) ?? null;

const table = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 6 }), arbitraryBase)
  .chain(([rows, columns, base]) =>
    fc
      .array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .map((grid) => ({ grid: grid.map((line) => line.map((value) => Math.max(0, value - 3) * base)), base })),
  );

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const turn = (grid: readonly (readonly number[])[]) => grid[0]!.map((_, j) => grid.map((line) => line[j]!));

/** Shown lines with what the margins leave of each, and the lines left out together. */
function whatFollows(grid: readonly (readonly number[])[], shown: ReleaseTable): number[][] {
  const rows = shown.dimensions[0]!.codes.map((code) => Number(code.slice(1)));
  const columns = shown.dimensions[1]!.codes.map((code) => Number(code.slice(1)));
  const withRest = (lines: readonly (readonly number[])[], kept: readonly number[]) => {
    const rest = lines.filter((_, i) => !kept.includes(i));
    return [...kept.map((i) => [...lines[i]!]), ...(rest.length === 0 ? [] : [turn(rest).map(total)])];
  };
  return turn(withRest(turn(withRest(grid, rows)), columns));
}

test('no line that is shown, nor what follows from the margins, is of one kind alone', () => {
  let shownTables = 0;
  fc.assert(
    fc.property(table, ({ grid, base }) => {
      const shown = showLines(crossing(grid), base);
      if (shown === null) return;
      shownTables++;
      const all = whatFollows(grid, shown);
      for (const line of [...all, ...turn(all)]) expect(line.filter((value) => value > 0)).not.toHaveLength(1);
    }),
    { numRuns: 2000 },
  );
  expect(shownTables).toBeGreaterThan(400);
});

test('a line is shown from three times the base, and what is shown is as it was', () => {
  fc.assert(
    fc.property(table, ({ grid, base }) => {
      const shown = showLines(crossing(grid), base);
      if (shown === null) return;
      const [rows, columns] = shown.dimensions.map((one) => one.codes.map((code) => Number(code.slice(1))));
      for (const i of rows!) expect(total(grid[i]!) === 0 || total(grid[i]!) >= LEAST_MULTIPLES * base).toBe(true);
      expect(shown.values).toEqual(rows!.flatMap((i) => columns!.map((j) => grid[i]![j]!)));
      for (const [kept, lines] of [
        [rows!, grid],
        [columns!, turn(grid)],
      ] as const) {
        // One line alone is no secret: its figures follow from the others.
        expect(lines.length - kept.length).not.toBe(1);
      }
    }),
    { numRuns: 1000 },
  );
});

const SOUND = [
  [20, 15, 10],
  [15, 20, 15],
  [10, 15, 20],
];

test('a crossing of large lines is shown whole', () => {
  expect(showLines(crossing(SOUND), 5)).toEqual(crossing(SOUND));
});

/** Another grid with the same margins: here and there as much moved from two cells to the two across from them. */
const movedAbout = table.chain(({ grid, base }) =>
  fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 30 }).map((moves) => {
    const other = grid.map((line) => [...line]);
    for (const [i, j, k, l] of moves) {
      const [from, to] = [other[i % grid.length]!, other[j % grid.length]!];
      const [a, b] = [k % from.length, l % from.length];
      if (from === to || a === b || from[a] === 0 || to[b] === 0) continue;
      for (const [line, column, change] of [
        [from, a, -base],
        [from, b, base],
        [to, b, -base],
        [to, a, base],
      ] as const)
        line[column]! += change;
    }
    return { grid, other, base };
  }),
);

test('which lines are missing follows from the margins alone, so that it tells nothing of their cells', () => {
  let both = 0;
  fc.assert(
    fc.property(movedAbout, ({ grid, other, base }) => {
      expect([other.map(total), turn(other).map(total)]).toEqual([grid.map(total), turn(grid).map(total)]);
      const [one, two] = [grid, other].map((cells) => codes(showLines(crossing(cells), base)));
      if (one === null || two === null) return;
      expect(two).toEqual(one);
      if (grid.flat().some((value, i) => value !== other.flat()[i])) both++;
    }),
    { numRuns: 3000 },
  );
  expect(both).toBeGreaterThan(200);
});

test('thin lines go together; a thin one alone takes the smallest of the others with it', () => {
  expect(codes(showLines(crossing([...SOUND, [10, 0, 0], [0, 0, 10]]), 5))).toEqual(['r0 r1 r2', 'c0 c1 c2']);
  expect(codes(showLines(crossing([...SOUND, [5, 5, 0]]), 5))).toEqual(['r1 r2', 'c0 c1 c2']);
  // Two thin ones of the same kind would say of both what they are, and a third left out for it, that they are so.
  expect(showLines(crossing([...SOUND, [10, 0, 0], [5, 0, 0]]), 5)).toBeNull();
});

test('a large line of one kind takes the crossing away, and so does what is left of too little', () => {
  expect(showLines(crossing([...SOUND, [0, 40, 0]]), 5)).toBeNull();
  expect(
    showLines(
      crossing([
        [20, 15],
        [5, 5],
      ]),
      5,
    ),
  ).toBeNull();
});

test('lines without any records are shown: they say no more than their margin', () => {
  expect(codes(showLines(crossing([...SOUND, [0, 0, 0]]), 5))).toEqual(['r0 r1 r2 r3', 'c0 c1 c2']);
});

test('of a cascade rows are left out, and read by who came so far and no further', () => {
  const sound = [
    [40, 30, 10],
    [40, 20, 20],
  ];
  expect(codes(showLines(crossing([...sound, [10, 10, 0], [5, 0, 0]], 'cascade'), 5))).toEqual(['r0 r1', 'c0 c1 c2']);
  expect(showLines(crossing([...sound, [30, 30, 0]], 'cascade'), 5)).toBeNull();
  expect(showLines(crossing([...sound, [30, 30, 15]], 'cascade'), 5)).not.toBeNull();
});

test('the lines that a crossing leaves out are named by its margins', () => {
  const margins = [margin('a', 'r', 5), margin('b', 'c', 3)];
  const shown = showLines(crossing([...SOUND, [10, 0, 0], [0, 0, 10]]), 5 satisfies Base)!;
  expect(linesLeftOut(shown, margins)).toEqual([{ variable: 'a', list: 'a', codes: ['r3', 'r4'] }]);
  expect(linesLeftOut(crossing(SOUND), [margin('a', 'r', 3), margin('b', 'c', 3)])).toEqual([]);
  expect(linesLeftOut(margins[0]!, margins)).toEqual([]);
});
