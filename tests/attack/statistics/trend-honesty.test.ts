import { expect, test } from 'vitest';
import { compareSums } from '@romduol/shared/statistics/trend';
import { roundOptions, type Base } from '@romduol/shared/statistics/round';
import type { RandomStream } from '@romduol/shared/statistics/circulation';
import { streamsOf } from '../../unit/statistics/sample-cohort.ts';

// What a reader would be told of two periods whose reports come by chance (Poisson) and are rounded: how often "rose" or
// "fell" is said when nothing changed, and how often when something did. A one-way cell is rounded up with probability
// (n mod b)/b, which is what an option is too, so the real rounding of options stands for it here.

const RATES = [1, 2, 3, 5, 8, 12, 20, 35, 60, 100, 150, 250, 400, 650, 1000];
const TRIALS = 20_000;

/** A Poisson number by its inversion; long rates are sums of short ones, so that exp does not underflow. */
function poisson(rate: number, stream: RandomStream): number {
  let number = 0;
  for (let rest = rate; rest > 0; rest -= 200) {
    const part = Math.min(rest, 200);
    const u = (stream.below(2 ** 31) + 0.5) / 2 ** 31;
    let probability = Math.exp(-part);
    let below = probability;
    let k = 0;
    while (below < u && k < 1000) {
      k++;
      probability *= part / k;
      below += probability;
    }
    number += k;
  }
  return number;
}

/** The share of trials in which each thing is said of a period at one rate and the next at another. */
function said(before: number, after: number, cohorts: number, base: Base) {
  const stream = streamsOf(before * 1000 + cohorts * 10 + base)('chance');
  const published = (rate: number) => {
    const counts = Array.from({ length: cohorts }, () => poisson(rate / cohorts, stream));
    return roundOptions(counts, base, Infinity, stream).reduce((a, b) => a + b, 0);
  };
  const words = { rose: 0, fell: 0, no_clear_change: 0 };
  for (let trial = 0; trial < TRIALS; trial++) {
    words[compareSums({ sum: published(before), values: cohorts }, { sum: published(after), values: cohorts }, base)]++;
  }
  return { rose: words.rose / TRIALS, wrong: (words.rose + words.fell) / TRIALS };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

test.each([
  { base: 5 as const, cohorts: 1 },
  { base: 5 as const, cohorts: 4 },
  { base: 3 as const, cohorts: 1 },
  { base: 3 as const, cohorts: 4 },
])(
  'no change is called one in at most 5.3 % of comparisons, base $base, $cohorts cohorts',
  ({ base, cohorts }) => {
    const wrong = RATES.map((rate) => said(rate, rate, cohorts, base).wrong);
    const worst = Math.max(...wrong);
    console.log(
      `trend, base ${base}, ${cohorts} cohorts: false in at most ${percent(worst)}, at rate ${RATES[wrong.indexOf(worst)]}`,
    );
    expect(worst).toBeLessThanOrEqual(0.053);
  },
  120_000,
);

test.each([{ cohorts: 1 }, { cohorts: 4 }])(
  'changes that matter are found, $cohorts cohorts',
  ({ cohorts }) => {
    for (const base of [5, 3] as const) {
      const doubled = said(60, 120, cohorts, base).rose;
      const half = said(150, 225, cohorts, base).rose;
      console.log(
        `trend, base ${base}, ${cohorts} cohorts: +100 % at 60 found in ${percent(doubled)}, +50 % at 150 in ${percent(half)}`,
      );
      expect(doubled).toBeGreaterThanOrEqual(0.95);
      expect(half).toBeGreaterThanOrEqual(0.9);
    }
  },
  120_000,
);
