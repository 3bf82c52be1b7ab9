import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Circulation } from '@romduol/shared/statistics/circulation';
import { checkRounding, BrokenInvariant } from '@romduol/shared/statistics/invariants';
import { roundCounts, roundOptions, type Counts } from '@romduol/shared/statistics/round';
import { arbitraryBase, arbitraryCounts, arbitrarySplits } from './arbitrary-counts.ts';
import { streamsOf } from './sample-cohort.ts';

const seeds = fc.nat({ max: 0xffff_ffff });

test('values are multiples less than the base away, margins add up, noughts stay, whatever the gate says', () => {
  let runs = 0;
  fc.assert(
    fc.property(arbitraryCounts, arbitraryBase, arbitrarySplits, seeds, (counts, base, splits, seed) => {
      checkRounding(
        counts,
        roundCounts(counts, base, streamsOf(seed), () => splits),
        base,
      );
      runs++;
    }),
    { numRuns: 1000 },
  );
  expect(runs).toBe(1000);
});

test('the gate reads the totals that are published, once', () => {
  fc.assert(
    fc.property(arbitraryCounts, arbitraryBase, arbitrarySplits, seeds, (counts, base, splits, seed) => {
      const read: number[] = [];
      const rounded = roundCounts(counts, base, streamsOf(seed), (reading) => {
        read.push(reading.total);
        return splits;
      });
      expect(read).toEqual([rounded.total]);
    }),
  );
});

test('the published total does not depend on what the gate makes of it', () => {
  fc.assert(
    fc.property(arbitraryCounts, arbitraryBase, arbitrarySplits, seeds, (counts, base, splits, seed) => {
      const nothing = counts.blocks.map(() => ({ crossing: false, answers: false }));
      const whole = roundCounts(counts, base, streamsOf(seed), () => nothing);
      const split = roundCounts(counts, base, streamsOf(seed), () => splits);
      expect(split.total).toBe(whole.total);
    }),
  );
});

test('the same seed gives the same figures, another seed others', () => {
  const counts: Counts = { total: 62, blocks: [{ shape: 'one_way', cells: [11, 13, 17, 21] }], options: [[7, 8, 9]] };
  const roundWith = (seed: number) =>
    roundCounts(counts, 5, streamsOf(seed), () => [{ crossing: false, answers: false }]);
  expect(roundWith(1)).toEqual(roundWith(1));
  const different = new Set(Array.from({ length: 50 }, (_, seed) => JSON.stringify(roundWith(seed))));
  expect(different.size).toBeGreaterThan(20);
});

test('an option is never above the published total, and multiples are left alone', () => {
  const up = { below: () => 0 };
  const down = { below: (m: number) => m - 1 };
  expect(roundOptions([0, 5, 9, 12, 14], 5, 10, up)).toEqual([0, 5, 10, 10, 10]);
  expect(roundOptions([0, 5, 9, 12, 14], 5, 10, down)).toEqual([0, 5, 5, 10, 10]);
});

test('a flow that does not add up is refused', () => {
  const counts: Counts = { total: 10, blocks: [{ shape: 'one_way', cells: [4, 5] }], options: [] };
  expect(() => roundCounts(counts, 5, streamsOf(1), () => [])).toThrow('does not count every record');
  const graph = new Circulation(5);
  const arc = graph.addArc(graph.addNode(), graph.addNode(), 3);
  expect(() => graph.settle(arc, { below: () => 0 })).toThrow('not conserved');
});

test('a broken invariant stops the release', () => {
  const truth: Counts = { total: 12, blocks: [{ shape: 'one_way', cells: [0, 5, 7] }], options: [[3]] };
  const rounded = (cells: number[], total: number, option: number): Counts => ({
    total,
    blocks: [{ shape: 'one_way', cells }],
    options: [[option]],
  });
  expect(() => checkRounding(truth, rounded([0, 5, 5], 10, 5), 5)).not.toThrow();
  const broken: [number[], number, number, string][] = [
    [[0, 5, 6], 11, 5, 'multiple'],
    [[0, 10, 5], 15, 5, 'less than the base'],
    [[0, 5, 5, 0], 10, 5, 'every figure'],
    [[0, 5, 10], 10, 5, 'adds up'],
    [[0, 5, 5], 10, 10, 'less than the base'],
  ];
  for (const [cells, total, option, promise] of broken) {
    expect(() => checkRounding(truth, rounded(cells, total, option), 5)).toThrow(BrokenInvariant);
    expect(() => checkRounding(truth, rounded(cells, total, option), 5)).toThrow(promise);
  }
});

test('a value that would be invented where nothing happened stops the release', () => {
  const truth: Counts = { total: 0, blocks: [{ shape: 'one_way', cells: [0, 0] }], options: [] };
  const rounded: Counts = { total: 3, blocks: [{ shape: 'one_way', cells: [3, 0] }], options: [] };
  expect(() => checkRounding(truth, { ...rounded, total: 0 }, 5)).toThrow(BrokenInvariant);
  expect(() => checkRounding(truth, rounded, 3)).toThrow('less than the base');
});
