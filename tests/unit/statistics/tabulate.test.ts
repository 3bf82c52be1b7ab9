import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reachedAtLeast, rowOf } from '@romduol/shared/statistics/blocks';
import { readColumns } from '@romduol/shared/statistics/columns';
import { arrival, defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { findVariable } from '@romduol/shared/statistics/programme';
import { tabulate } from '@romduol/shared/statistics/tabulate';
import { bandOfPerpetrator } from '@romduol/shared/codebook/perpetrator';
import { zoneOfProvince } from '@romduol/shared/codebook/province';
import type { OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import type { Quarter } from '@romduol/shared/ids';
import { COHORT, sampleIncidents, sampleOutcomes } from './sample-cohort.ts';

const incident = defaultProgramme('incident');
const outcome = defaultProgramme('outcome');
const codes = (programme: typeof incident, id: string) => findVariable(programme, id).codes;

test('counts are those of filtering the records one code at a time', () => {
  const records = sampleIncidents(700, 1);
  const counts = tabulate(incident, readColumns(incident, records, COHORT));
  expect(counts.total).toBe(700);
  const [typeByPerpetrator, , province, authority] = counts.blocks;
  if (typeByPerpetrator?.shape !== 'two_way' || province?.shape !== 'nested' || authority?.shape !== 'one_way') {
    throw new Error('another programme');
  }
  const naive = codes(incident, 'type').flatMap((type) =>
    codes(incident, 'perpetrator_band').map(
      (band) => records.filter((one) => one.type === type && bandOfPerpetrator(one.perpetrator) === band).length,
    ),
  );
  expect(typeByPerpetrator.crossing.cells).toEqual(naive);
  expect(province.cells).toEqual(
    codes(incident, 'province').map((code) => records.filter((one) => one.province === code).length),
  );
  expect(province.outerOf.map((outer) => codes(incident, 'zone')[outer])).toEqual(
    codes(incident, 'province').map((code) => zoneOfProvince(code as (typeof records)[0]['province'])),
  );
  expect(authority.cells).toEqual(
    codes(incident, 'authority_abuse').map((code) => records.filter((one) => one.authorityAbuse === code).length),
  );
  expect(counts.options[0]).toEqual(
    codes(incident, 'form').map((code) => records.filter((one) => (one.forms as string[]).includes(code)).length),
  );
});

test('the cascade counts how far referrals came, and acceptance among those that were sent', () => {
  const records = sampleOutcomes(500, 2);
  const [cascade] = tabulate(outcome, readColumns(outcome, records, COHORT)).blocks;
  if (cascade?.shape !== 'cascade' || cascade.answers === null) throw new Error('another programme');
  expect(cascade.outside).toBe(records.filter(({ sector }) => sector === 'none').length);
  const stages = ['offered', 'consented', 'sent', 'accepted', 'received'];
  const legal = codes(outcome, 'sector').indexOf('legal');
  expect(reachedAtLeast(rowOf(cascade.crossing, legal))).toEqual(
    stages.map((_, k) => records.filter((one) => one.sector === 'legal' && stages.indexOf(one.stage) >= k).length),
  );
  const answered = (training: string, accepted: boolean) =>
    records.filter(
      (one) =>
        one.training === training &&
        one.stage !== 'none' &&
        stages.indexOf(one.stage) >= 2 &&
        stages.indexOf(one.stage) >= 3 === accepted,
    ).length;
  expect(cascade.answers.crossing.cells).toEqual(
    codes(outcome, 'training').flatMap((training) => [answered(training, true), answered(training, false)]),
  );
});

test('records from before the period are counted, as late', () => {
  const records = sampleIncidents(200, 3).map((record, i) => ({
    ...record,
    quarter: (i < 30 ? '2025-Q4' : '2026-Q1') as Quarter,
  }));
  const late = (first: string) => {
    const block = tabulate(incident, readColumns(incident, records, first as Quarter)).blocks.at(-1);
    return block?.shape === 'one_way' ? block.cells : [];
  };
  expect(arrival.codes.map(({ code }) => code)).toEqual(['in_period', 'late']);
  expect(late('2026-Q1')).toEqual([170, 30]);
  expect(late('2025-Q4')).toEqual([200, 0]);
});

test('the order of records does not matter', () => {
  const records = sampleOutcomes(120, 4);
  const expected = tabulate(outcome, readColumns(outcome, records, COHORT));
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
      expect(tabulate(outcome, readColumns(outcome, shuffled, COHORT))).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

test('columns grow past their first room', () => {
  const records = sampleIncidents(5000, 5);
  const columns = readColumns(incident, records, COHORT);
  expect(columns.length).toBe(5000);
  const types = codes(incident, 'type');
  expect([...columns.column('type')].map((i) => types[i])).toEqual(records.map(({ type }) => type));
});

test('a record of another kind, codebook or code is refused', () => {
  const [record] = sampleIncidents(1, 6);
  expect(() => readColumns(outcome, [record!], COHORT)).toThrow('cannot count');
  expect(() => readColumns(incident, [{ ...record!, codebook: 2 as 1 }], COHORT)).toThrow('cannot count');
  expect(() => readColumns(incident, [{ ...record!, type: 'theft' as 'rape' }], COHORT)).toThrow('does not know');
});

test('a stage without a referral stops the count', () => {
  const [record] = sampleOutcomes(1, 7);
  const broken = { ...record!, sector: 'none', stage: 'sent' } as OutcomeRecord;
  expect(() => tabulate(outcome, readColumns(outcome, [broken], COHORT))).toThrow('without a referral');
});
