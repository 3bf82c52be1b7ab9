import fc from 'fast-check';
import type { CountedBlock, Split } from '@romduol/shared/statistics/blocks';
import type { Base, Counts } from '@romduol/shared/statistics/round';

/** Throws `total` records into `cells` cells, some of which stay empty, by a cheap generator that fast-check can shrink. */
function scatter(total: number, cells: number, seed: number): number[] {
  const counts = Array.from({ length: cells }, () => 0);
  let state = seed >>> 0;
  for (let i = 0; i < total; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The product of two draws favours early cells: full and empty ones side by side.
    const at = Math.floor(((state >>> 16) / 65_536) * ((state & 0xffff) / 65_536) * cells);
    counts[at]!++;
  }
  return counts;
}

function blockOf(
  total: number,
  shape: CountedBlock['shape'],
  rows: number,
  columns: number,
  seed: number,
): CountedBlock {
  switch (shape) {
    case 'one_way':
      return { shape, cells: scatter(total, rows, seed) };
    case 'nested': {
      const outerOf = Array.from({ length: rows }, (_, i) => i % columns);
      return { shape, split: false, outerOf, outers: columns, cells: scatter(total, rows, seed) };
    }
    case 'two_way':
      return { shape, crossing: { rows, columns, split: false, cells: scatter(total, rows * columns, seed) } };
    case 'cascade': {
      const stages = columns + 1;
      const [outside = 0, entered = 0] = scatter(total, 2, seed);
      const cells = scatter(entered, rows * stages, seed + 1);
      const from = stages - 2;
      let further = 0;
      let stopped = 0;
      for (const [i, count] of cells.entries()) {
        if (i % stages > from) further += count;
        if (i % stages === from) stopped += count;
      }
      const more = scatter(further, rows, seed + 2);
      const less = scatter(stopped, rows, seed + 3);
      const answers = more.flatMap((count, i) => [count, less[i]!]);
      return {
        shape,
        crossing: { rows, columns: stages, split: false, cells },
        outside,
        answers: { from, crossing: { rows, columns: 2, split: false, cells: answers } },
      };
    }
  }
}

const anyShape = fc.constantFrom<CountedBlock['shape'][]>('one_way', 'nested', 'two_way', 'cascade');
const blockPlan = fc.tuple(anyShape, fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 5 }), fc.nat());

export const arbitraryCounts: fc.Arbitrary<Counts> = fc
  .record({
    total: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2000 })),
    plans: fc.array(blockPlan, { minLength: 1, maxLength: 5 }),
    shares: fc.array(fc.nat({ max: 100 }), { maxLength: 8 }),
  })
  .map(({ total, plans, shares }) => ({
    total,
    blocks: plans.map(([shape, rows, columns, seed]) => blockOf(total, shape, rows, columns, seed)),
    options: [shares.map((share) => Math.floor((total * share) / 100))],
  }));

export const arbitraryBase: fc.Arbitrary<Base> = fc.constantFrom<Base[]>(3, 5);

/** Any gate at all: one decision a block, whatever the figures say. */
export const arbitrarySplits: fc.Arbitrary<readonly Split[]> = fc.array(
  fc.record({ crossing: fc.boolean(), answers: fc.boolean() }),
  { minLength: 5, maxLength: 5 },
);
