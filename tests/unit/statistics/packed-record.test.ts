import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODEBOOK } from '@romduol/shared/codebook/index';
import { CodedRecord } from '@romduol/shared/statistics/coded-record';
import {
  checkPacked,
  packRecord,
  placeOf,
  unpackRecord,
  UnreadableRecord,
} from '@romduol/shared/statistics/packed-record';
import { padToLength } from '@romduol/shared/sealing/padding';
import { RECORD_BYTES } from '@romduol/shared/sealing/record';
import { readColumns } from '@romduol/shared/statistics/columns';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { tabulate } from '@romduol/shared/statistics/tabulate';
import { COHORT, sampleIncidents, sampleOutcomes } from './sample-cohort.ts';

const uncount = Uint8Array.from({ length: 16 }, (_, i) => i * 16 + 1);
const team = Uint8Array.from({ length: 16 }, (_, i) => i * 16 + 2);
const SAMPLES: CodedRecord[] = [...sampleIncidents(300, 4), ...sampleOutcomes(300, 4)];

/** Codes of a list in the codebook's order: a mask remembers which, and not in which order they were said. */
const sorted = (record: CodedRecord) =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]),
  );

const read = (bytes: Uint8Array, codebook = 1) => {
  try {
    return unpackRecord(bytes, codebook);
  } catch (error) {
    if (error instanceof UnreadableRecord) return null;
    throw error;
  }
};

test('a record reads back as it was packed, and has room to spare', () => {
  for (const record of SAMPLES) {
    const bytes = packRecord({ record, uncount, team });
    expect(bytes).toHaveLength(record.kind === 'incident' ? 57 : 45);
    expect(padToLength(bytes, RECORD_BYTES)).toHaveLength(RECORD_BYTES);
    const back = unpackRecord(bytes, 1);
    expect(sorted(back.record!)).toEqual(sorted(record));
    expect([back.uncount, back.team]).toEqual([uncount, team]);
    const { kind, quarter, codebook } = record;
    expect(checkPacked(bytes, 1)).toEqual({ kind, quarter, codebook, packed: bytes });
    // As it was before teams were counted.
    const older = packRecord({ record, uncount, team: null });
    expect(older).toEqual(bytes.subarray(0, -16));
    expect(unpackRecord(older, 1)).toEqual({ ...back, team: null });
  }
});

test('every code of every list has a place of its own', () => {
  for (const record of [sampleIncidents(1, 1)[0]!, sampleOutcomes(1, 1)[0]!]) {
    const fields = Object.keys(record).flatMap((name) => placeOf(record.kind, name) ?? []);
    expect(fields).toHaveLength(Object.keys(record).length - 3);
    for (const { name, codes, many, at } of fields) {
      const seen = new Set<string>();
      for (const code of codes) {
        const bytes = packRecord({ record: { ...record, [name]: many ? [code] : code } as CodedRecord, uncount, team });
        seen.add(bytes.subarray(at, at + (many ? 2 : 1)).join(' '));
      }
      // Two bytes hold sixteen of a list.
      expect([name, seen.size]).toEqual([name, codes.length]);
      expect(seen.has('0 0')).toBe(false);
    }
  }
  const [record] = sampleIncidents(1, 1);
  const needs = CODEBOOK.need.codes.map(({ code }) => code);
  expect(unpackRecord(packRecord({ record: { ...record!, needs }, uncount, team }), 1).record).toMatchObject({ needs });
});

test('what is taken back holds a mark and nothing else', () => {
  const bytes = packRecord({ record: null, uncount, team });
  expect(bytes).toHaveLength(17);
  expect(unpackRecord(bytes, 1)).toEqual({ record: null, uncount, team: null });
});

test('whatever is read is a record that the schema takes, and packs to the same bytes', () => {
  let taken = 0;
  const packed = SAMPLES.map((record) => packRecord({ record, uncount, team }));
  fc.assert(
    fc.property(fc.constantFrom(...packed), fc.nat(), fc.nat({ max: 255 }), (bytes, at, value) => {
      const changed = bytes.with(at % bytes.length, value);
      const back = read(changed);
      if (back === null) return;
      taken++;
      expect(CodedRecord.nullable().safeParse(back.record).success).toBe(true);
      expect(packRecord(back)).toEqual(changed);
    }),
    { numRuns: 4000 },
  );
  expect(taken).toBeGreaterThan(200);
});

test('what no desk writes is refused: other lengths, kinds, quarters, codebooks, codes that do not go together', () => {
  const [record] = sampleIncidents(1, 1);
  const [outcome] = sampleOutcomes(1, 1);
  const bytes = packRecord({ record: record!, uncount, team });
  expect(read(bytes)).not.toBeNull();
  expect(read(bytes, 2)).toBeNull();
  expect(read(bytes.subarray(0, -1))).toBeNull();
  expect(read(new Uint8Array())).toBeNull();
  expect(read(bytes.with(0, 3))).toBeNull();
  expect(read(bytes.with(0, 0))).toBeNull();
  expect(read(bytes.with(19, 5))).toBeNull();
  expect(read(bytes.with(20, 99))).toBeNull();
  // No form at all; "none" beside another; more than three.
  for (const forms of [[], ['none', 'killing'], ['killing', 'blackmail', 'eviction', 'hate_speech']] as const) {
    expect(read(packRecord({ record: { ...record!, forms: [...forms] }, uncount, team }))).toBeNull();
  }
  expect(read(packRecord({ record: { ...outcome!, sector: 'none', stage: 'sent' }, uncount, team }))).toBeNull();
  expect(() => packRecord({ record: { ...record!, type: 'other' as 'rape' }, uncount, team })).toThrow(
    UnreadableRecord,
  );
  expect(() => packRecord({ record: record!, uncount: new Uint8Array(15), team })).toThrow(UnreadableRecord);
  expect(() => packRecord({ record: record!, uncount, team: new Uint8Array(15) })).toThrow(UnreadableRecord);
});

test('packed records are counted as the records that they hold', () => {
  for (const records of [sampleIncidents(700, 8), sampleOutcomes(700, 8)]) {
    const programme = defaultProgramme(records[0]!.kind);
    const packed = records.map((record) => checkPacked(packRecord({ record, uncount, team }), 1)!);
    expect(tabulate(programme, readColumns(programme, packed, COHORT))).toEqual(
      tabulate(programme, readColumns(programme, records, COHORT)),
    );
  }
});

test('a code that the programme does not know is refused, packed or not', () => {
  const programme = defaultProgramme('incident');
  const variables = programme.variables.map((variable) =>
    variable.id === 'needs' ? { ...variable, codes: variable.codes.filter((code) => code !== 'health') } : variable,
  );
  const records = sampleIncidents(60, 8).filter(({ needs }) => needs.includes('health'));
  expect(records.length).toBeGreaterThan(0);
  const packed = records.map((record) => checkPacked(packRecord({ record, uncount, team }), 1)!);
  for (const given of [records, packed])
    expect(() => readColumns({ ...programme, variables }, given, COHORT)).toThrow('does not know in needs');
});
