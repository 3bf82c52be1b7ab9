import { expect, test } from 'vitest';
import { CodedRecord, IncidentRecord, OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import { sampleIncidents, sampleOutcomes } from './sample-cohort.ts';

const problems = (value: unknown) => {
  const parsed = CodedRecord.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

test('whole records of both kinds are taken, each by its own schema', () => {
  for (const record of sampleIncidents(50, 1)) expect(IncidentRecord.parse(record)).toEqual(record);
  for (const record of sampleOutcomes(50, 1)) expect(OutcomeRecord.parse(record)).toEqual(record);
  expect(IncidentRecord.safeParse(sampleOutcomes(1, 1)[0]).success).toBe(false);
});

test('nothing but codes gets in', () => {
  const [incident] = sampleIncidents(1, 1);
  const [outcome] = sampleOutcomes(1, 1);
  expect(problems({ ...incident, note: 'she said' })).toHaveLength(1);
  expect(problems({ ...incident, province: 'Phnom Penh' })).toHaveLength(1);
  expect(problems({ ...incident, quarter: '2026-05' })).toHaveLength(1);
  expect(problems({ ...outcome, identity: 'lbq_woman' })).toHaveLength(1);
  expect(problems({ ...outcome, age: 'u18' })).toHaveLength(1);
});

test('forms are one to three, each once, and none stands alone', () => {
  const [incident] = sampleIncidents(1, 1);
  expect(problems({ ...incident, forms: ['outing', 'blackmail', 'stalking'] })).toEqual([]);
  expect(problems({ ...incident, forms: [] })).toHaveLength(1);
  expect(problems({ ...incident, forms: ['outing', 'blackmail', 'stalking', 'eviction'] })).toHaveLength(1);
  expect(problems({ ...incident, forms: ['outing', 'outing'] })).toEqual(['repeated_code']);
  expect(problems({ ...incident, forms: ['none', 'outing'] })).toEqual(['none_beside_another']);
});

test('a stage needs a sector, and a sector a stage', () => {
  const [outcome] = sampleOutcomes(1, 1);
  expect(problems({ ...outcome, sector: 'none', stage: 'sent' })).toEqual(['stage_without_sector']);
  expect(problems({ ...outcome, sector: 'legal', stage: 'none' })).toEqual(['stage_without_sector']);
  expect(problems({ ...outcome, sector: 'none', stage: 'none' })).toEqual([]);
});
