import { expect, test } from 'vitest';
import type { Quarter } from '@romduol/shared/ids';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { cohortOfRecord, cohortToFreeze } from '@romduol/shared/statistics/cohort';
import type { IncidentRecord } from '@romduol/shared/statistics/coded-record';
import { readColumns } from '@romduol/shared/statistics/columns';
import { findVariable } from '@romduol/shared/statistics/programme';
import { tabulate } from '@romduol/shared/statistics/tabulate';
import type { Day } from '@romduol/shared/ids';
import { releaseOf } from '../../unit/statistics/release-of.ts';
import { COHORT, sampleIncidents, streamsOf } from '../../unit/statistics/sample-cohort.ts';

// The attack: a case is added after a cohort was published; whoever compares the tables before and after finds the added
// case's province, by which province has grown.

const TRIALS = 200;
const programme = defaultProgramme('incident');
const provinces = findVariable(programme, 'province').codes;

const release = (records: readonly IncidentRecord[], seed: number, cohort: Quarter = COHORT): Uint8Array =>
  releaseOf(records, { open: streamsOf(seed), cohort }).bytes;

/** What the ledger and the freeze do with records: each is counted by the one cohort that it falls into. */
function countedBy(records: readonly IncidentRecord[], cohort: Quarter, frozen: Quarter | null): IncidentRecord[] {
  return records.filter(({ quarter }) => cohortOfRecord(quarter, frozen) === cohort);
}

function exactProvinces(records: readonly IncidentRecord[]): readonly number[] {
  const [, , block] = tabulate(programme, readColumns(programme, records, COHORT)).blocks;
  if (block?.shape !== 'nested') throw new Error('another programme');
  return block.cells;
}

/** The one province that grew, or null. */
function grown(before: readonly number[], after: readonly number[]): string | null {
  const more = provinces.filter((_, i) => after[i]! > before[i]!);
  return more.length === 1 ? more[0]! : null;
}

test('differencing finds nothing: a frozen cohort stays byte for byte as it was, whatever comes in later', () => {
  let unchanged = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const records = sampleIncidents(150, trial).map((record) => ({ ...record, quarter: COHORT }));
    const added: IncidentRecord = { ...sampleIncidents(1, trial + 10_000)[0]!, quarter: COHORT };
    const before = release(countedBy(records, COHORT, null), trial);
    // The added record falls into the next cohort; what the frozen one counts is what it counted.
    expect(cohortOfRecord(added.quarter, COHORT)).toBe('2026-Q2');
    expect(countedBy([added], COHORT, COHORT)).toEqual([]);
    const after = release(records, trial);
    if (before.length === after.length && before.every((byte, i) => byte === after[i])) unchanged++;
  }
  console.log(`differencing a frozen cohort: unchanged in ${unchanged} of ${TRIALS} trials`);
  expect(unchanged).toBe(TRIALS);
});

test('a frozen cohort is not offered for freezing again', () => {
  const today = '2027-01-01' as Day;
  expect(cohortToFreeze([COHORT, '2026-Q2' as Quarter], today)).toBe(COHORT);
  expect(cohortToFreeze(['2026-Q2' as Quarter], today)).toBe('2026-Q2');
});

test('control: the same attack on exact tables released again succeeds', () => {
  let found = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const records = sampleIncidents(150, trial);
    const [added] = sampleIncidents(1, trial + 10_000);
    if (grown(exactProvinces(records), exactProvinces([...records, added!])) === added!.province) found++;
  }
  console.log(
    `control, differencing exact tables: province found in ${((100 * found) / TRIALS).toFixed(1)} % of trials`,
  );
  expect(found / TRIALS).toBeGreaterThanOrEqual(0.95);
});
