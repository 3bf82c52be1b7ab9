import { expect, test } from 'vitest';
import { readColumns } from '@romduol/shared/statistics/columns';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { readGate } from '@romduol/shared/statistics/gate';
import { outerTotals, rowTotals, columnTotals } from '@romduol/shared/statistics/blocks';
import { roundCounts, type Counts } from '@romduol/shared/statistics/round';
import { tabulate } from '@romduol/shared/statistics/tabulate';
import { COHORT, sampleIncidents, streamsOf } from '../../unit/statistics/sample-cohort.ts';

// The attack: a cohort is released again and again under fresh seeds, and the releases are averaged. What stops it is
// that nothing draws twice: one seed a cohort, its hash in the ledger before the first report comes in, one release. So
// the same figures come out however often it is run; only with the ledger off, and new seeds, is there anything to average.

const programme = defaultProgramme('incident');
const counts = tabulate(programme, readColumns(programme, sampleIncidents(150, 8), COHORT));

/** Cells of the one-way tables, and only where the truth is no multiple already. */
function oneWayCells({ blocks }: Counts): number[] {
  return blocks.flatMap((block) => {
    if (block.shape === 'one_way') return block.cells;
    if (block.shape === 'nested') return outerTotals(block);
    return block.shape === 'two_way' ? [...rowTotals(block.crossing), ...columnTotals(block.crossing)] : [];
  });
}

/** The share of cells that the rounded mean of so many releases hits. */
function recovered(releases: number, seedOf: (i: number) => number): number {
  const truth = oneWayCells(counts);
  const sums = truth.map(() => 0);
  for (let i = 0; i < releases; i++) {
    const rounded = roundCounts(counts, 5, streamsOf(seedOf(i)), (reading) => readGate(programme, reading));
    for (const [cell, value] of oneWayCells(rounded).entries()) sums[cell]! += value;
  }
  const moving = truth.map((value, i) => ({ value, mean: sums[i]! / releases })).filter(({ value }) => value % 5 !== 0);
  return moving.filter(({ value, mean }) => Math.round(mean) === value).length / moving.length;
}

test('averaging finds nothing: under the cohort’s one seed every run gives the same figures', () => {
  const once = recovered(1, () => 77);
  const fifty = recovered(50, () => 77);
  console.log(`averaging under one seed: ${(100 * fifty).toFixed(1)} % of cells hit after 50 runs, as after 1`);
  expect(once).toBe(0);
  expect(fifty).toBe(0);
});

test('control: with the ledger off and a fresh seed each time, the mean gives cells away', () => {
  const after = (releases: number) => {
    const runs = Array.from({ length: 20 }, (_, run) => recovered(releases, (i) => run * 1000 + i));
    return runs.reduce((a, b) => a + b, 0) / runs.length;
  };
  const [twelve, fifty] = [after(12), after(50)];
  console.log(
    `control, averaging fresh seeds: ${(100 * twelve).toFixed(1)} % of cells after 12, ${(100 * fifty).toFixed(1)} % after 50`,
  );
  expect(twelve).toBeGreaterThanOrEqual(0.4);
  expect(fifty).toBeGreaterThanOrEqual(0.8);
});
