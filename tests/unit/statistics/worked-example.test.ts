import { expect, test } from 'vitest';
import { columnTotals, rowTotals, sum, type Crossing } from '@romduol/shared/statistics/blocks';
import { roundCounts, type Base } from '@romduol/shared/statistics/round';
import { hellingerUtility } from './hellinger.ts';
import { streamsOf } from './sample-cohort.ts';

// `exPSD` of the R package SmallCountRounding, and what its PLSrounding makes of it (biased towards the truth, chosen to
// be close; ours is unbiased and drawn). Utility over cells, margins and total.
const EXPSD = [6, 0, 1, 3, 4, 1, 2, 3, 1, 2, 0, 1, 1, 0, 2];
const THEIRS: Record<Base, number[]> = {
  5: [6, 0, 0, 5, 5, 0, 0, 5, 0, 0, 0, 0, 0, 0, 5],
  3: [6, 0, 0, 3, 4, 0, 0, 3, 3, 3, 0, 3, 0, 0, 3],
};

const crossingOf = (cells: readonly number[]): Crossing => ({ rows: 3, columns: 5, split: false, cells });
const withMargins = (cells: readonly number[]) => [
  ...cells,
  ...rowTotals(crossingOf(cells)),
  ...columnTotals(crossingOf(cells)),
  sum(cells),
];

function roundExample(base: Base, seed: number): readonly number[] {
  const counts = {
    total: sum(EXPSD),
    blocks: [{ shape: 'two_way', crossing: crossingOf(EXPSD) } as const],
    options: [],
  };
  const [block] = roundCounts(counts, base, streamsOf(seed), () => [{ crossing: false, answers: false }]).blocks;
  if (block?.shape !== 'two_way') throw new Error('not a crossing');
  return block.crossing.cells;
}

test('our measure of utility gives the package’s own figures for the package’s own result', () => {
  expect(hellingerUtility(withMargins(EXPSD), withMargins(THEIRS[5]))).toBeCloseTo(0.744, 3);
  expect(hellingerUtility(withMargins(EXPSD), withMargins(THEIRS[3]))).toBeCloseTo(0.819, 3);
});

test.each([
  { base: 5 as const, largest: 4, least: 0.7 },
  { base: 3 as const, largest: 2, least: 0.81 },
])(
  'at base $base the example is never off by more than $largest and as useful as it should be',
  ({ base, largest, least }) => {
    const truth = withMargins(EXPSD);
    let worst = 0;
    const utilities = Array.from({ length: 1000 }, (_, seed) => {
      const published = withMargins(roundExample(base, seed));
      worst = Math.max(worst, ...published.map((value, i) => Math.abs(value - truth[i]!)));
      return hellingerUtility(truth, published);
    }).sort((a, b) => a - b);
    const median = (utilities[499]! + utilities[500]!) / 2;
    console.log(
      `exPSD at base ${base}: largest difference ${worst}, median utility ${median.toFixed(3)} over 1,000 seeds`,
    );
    expect(worst).toBeLessThanOrEqual(largest);
    expect(median).toBeGreaterThanOrEqual(least);
  },
);
