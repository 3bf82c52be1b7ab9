import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { gateOptions, gateTables, hasEnough, readGate } from '@romduol/shared/statistics/gate';
import { candidatesOf, type Candidate, type ReleaseTable } from '@romduol/shared/statistics/release-table';
import { readColumns } from '@romduol/shared/statistics/columns';
import { roundCounts, type Base } from '@romduol/shared/statistics/round';
import { tabulate } from '@romduol/shared/statistics/tabulate';
import { arbitraryBase } from './arbitrary-counts.ts';
import { releaseOf } from './release-of.ts';
import { COHORT, sampleIncidents, sampleOutcomes, streamsOf } from './sample-cohort.ts';

function oneWay(id: string, values: number[]): Candidate {
  const codes = values.map((_, i) => `c${i}`);
  return {
    table: { id, shape: 'one_way', of: null, dimensions: [{ variable: id, list: id, codes }], values },
    margins: [],
    implied: [],
  };
}

function gateSample(kind: 'incident' | 'outcome', count: number, base: Base, seed = 1) {
  const programme = defaultProgramme(kind, base);
  const records = kind === 'incident' ? sampleIncidents(count, 9) : sampleOutcomes(count, 9);
  const counts = tabulate(programme, readColumns(programme, records, COHORT));
  const rounded = roundCounts(counts, base, streamsOf(seed), (reading) => readGate(programme, reading));
  return { ...gateTables(candidatesOf(programme, rounded.blocks), base), total: rounded.total };
}

const idsOf = (tables: readonly ReleaseTable[]) => tables.map(({ id }) => id);

test('a table needs two published records a cell at base 5, three at base 3', () => {
  expect(hasEnough(110, 55, 5)).toBe(true);
  expect(hasEnough(105, 55, 5)).toBe(false);
  expect(hasEnough(165, 55, 3)).toBe(true);
  expect(hasEnough(162, 55, 3)).toBe(false);
});

test('a small cohort publishes zones for provinces and margins for crossings, and says so', () => {
  const { tables, notes } = gateSample('incident', 45, 5);
  expect(idsOf(tables)).toContain('zone');
  expect(idsOf(tables)).toEqual(expect.arrayContaining(['type', 'perpetrator_band', 'domain', 'setting_band']));
  for (const id of ['province', 'type_by_perpetrator_band', 'domain_by_setting_band'])
    expect(idsOf(tables)).not.toContain(id);
  expect(notes).toContainEqual({ table: 'province', reason: 'too_few_per_cell', instead: ['zone'] });
  expect(notes).toContainEqual({
    table: 'type_by_perpetrator_band',
    reason: 'too_few_per_cell',
    instead: ['type', 'perpetrator_band'],
  });
});

test('a large cohort publishes provinces and crossings, and has nothing to say', () => {
  const { tables, notes } = gateSample('incident', 4000, 5);
  expect(idsOf(tables)).toEqual(
    expect.arrayContaining(['province', 'type_by_perpetrator_band', 'domain_by_setting_band']),
  );
  expect(idsOf(tables)).not.toContain('zone');
  expect(notes).toEqual([]);
});

test('a crossing in which some lines have few reports leaves these out, and says where they are counted', () => {
  const { tables, notes } = gateSample('incident', 240, 5, 4);
  const crossing = tables.find(({ id }) => id === 'type_by_perpetrator_band')!;
  const margins = ['type', 'perpetrator_band'].map((id) => tables.find((table) => table.id === id)!);
  const cells = crossing.dimensions.reduce((product, { codes }) => product * codes.length, 1);
  expect(crossing.values).toHaveLength(cells);
  expect(crossing.dimensions.map(({ codes }, i) => codes.length < margins[i]!.values.length)).toContain(true);
  expect(notes).toContainEqual({
    table: 'type_by_perpetrator_band',
    reason: 'few_in_a_line',
    instead: ['type', 'perpetrator_band'],
  });
});

test('the cascade by sector gives way to one row and the sectors alone', () => {
  const { tables, notes } = gateSample('outcome', 90, 5);
  expect(idsOf(tables)).toEqual(expect.arrayContaining(['cascade', 'sector']));
  expect(idsOf(tables)).not.toContain('cascade_by_sector');
  expect(notes).toContainEqual({
    table: 'cascade_by_sector',
    reason: 'too_few_per_cell',
    instead: ['cascade', 'sector'],
  });
});

test('training by acceptance is gated by the referrals that were sent, not by all records', () => {
  const records = sampleOutcomes(200, 9).map((record) => ({ ...record, sector: 'none', stage: 'none' }) as const);
  const programme = defaultProgramme('outcome');
  const counts = tabulate(programme, readColumns(programme, records, COHORT));
  const rounded = roundCounts(counts, 5, streamsOf(1), (reading) => readGate(programme, reading));
  const { tables } = gateTables(candidatesOf(programme, rounded.blocks), 5);
  for (const id of ['training', 'acceptance', 'training_by_acceptance', 'cascade', 'cascade_by_sector']) {
    expect(idsOf(tables)).not.toContain(id);
  }
  expect(idsOf(tables)).toContain('outcome');
});

test('a one-way table with one category is left out, and its crossing with it', () => {
  const whole: Candidate = {
    table: {
      id: 'a_by_b',
      shape: 'two_way',
      of: null,
      dimensions: [...oneWay('a', [60, 0]).table.dimensions, ...oneWay('b', [25, 35]).table.dimensions],
      values: [25, 35, 0, 0],
    },
    margins: ['a', 'b'],
    implied: [],
  };
  const { tables, notes } = gateTables(
    { tables: [oneWay('a', [60, 0]), oneWay('b', [25, 35]), whole], refused: [] },
    5,
  );
  expect(idsOf(tables)).toEqual(['b']);
  expect(notes).toEqual([
    { table: 'a', reason: 'one_category', instead: [] },
    { table: 'a_by_b', reason: 'margin_left_out', instead: ['b'] },
  ]);
});

test('what implies that everybody is of one kind is left out, and not said differently from nobody', () => {
  const part = (implied: number[]): Candidate => ({
    ...oneWay('part', [20, 25]),
    table: { ...oneWay('part', [20, 25]).table, of: 'sent' },
    implied: [implied],
  });
  const whole: Candidate = { ...oneWay('provinces', [20, 25]), implied: [[45, 0]] };
  const notes = (candidate: Candidate) => gateTables({ tables: [candidate], refused: [] }, 5).notes;
  expect(notes(whole)).toEqual([{ table: 'provinces', reason: 'one_category', instead: [] }]);
  expect(notes(part([45, 0]))).toEqual([{ table: 'part', reason: 'too_few_per_cell', instead: [] }]);
  expect(notes(part([45, 5]))).toEqual([]);
});

test('options of which one was given by everybody are left out', () => {
  const [most, some] = [
    { ...oneWay('ground', [60, 5]).table, shape: 'options' as const },
    { ...oneWay('told', [55, 0]).table, shape: 'options' as const },
  ];
  expect(gateOptions([most, some], 60)).toEqual({
    tables: [some],
    notes: [{ table: 'ground', reason: 'one_category', instead: [] }],
  });
  const all = sampleIncidents(150, 1).map((record) => ({ ...record, ground: ['sexual_orientation' as const] }));
  const { published } = releaseOf(all);
  expect(idsOf(published.tables)).toContain('told');
  expect(idsOf(published.tables)).not.toContain('ground');
  expect(published.gate).toContainEqual({ table: 'ground', reason: 'one_category', instead: [] });
});

test('a cascade in which all came equally far is left out', () => {
  const dimensions = [{ variable: 'stage', list: 'referral_stage', codes: ['offered', 'sent', 'received'] }];
  const cascade = (values: number[]): Candidate => ({
    table: { id: 'cascade', shape: 'cascade', of: 'offered', dimensions, values },
    margins: [],
    implied: [],
  });
  expect(gateTables({ tables: [cascade([30, 30, 30])], refused: [] }, 5).notes[0]?.reason).toBe('one_category');
  expect(gateTables({ tables: [cascade([30, 30, 25])], refused: [] }, 5).notes).toEqual([]);
});

test('a table that is refused does not stand among those that replace another', () => {
  const refused = [{ table: 'a_by_b', instead: ['a', 'b'] }];
  const { notes } = gateTables({ tables: [oneWay('a', [40, 0]), oneWay('b', [20, 20])], refused }, 5);
  expect(notes[0]).toEqual({ table: 'a_by_b', reason: 'too_few_per_cell', instead: ['b'] });
});

test('more published records never mean a coarser table', () => {
  const programmes = (base: Base) => [defaultProgramme('incident', base), defaultProgramme('outcome', base)];
  const total = fc.nat({ max: 500 });
  fc.assert(
    fc.property(
      total,
      total,
      fc.nat({ max: 100 }),
      fc.nat({ max: 100 }),
      arbitraryBase,
      (n, more, share, sent, base) => {
        for (const programme of programmes(base)) {
          const read = (records: number) => {
            const entered = Math.floor((records * share) / 100);
            const answered = Math.floor((entered * sent) / 100);
            return readGate(programme, { total: records, blocks: programme.blocks.map(() => ({ entered, answered })) });
          };
          const fewer = read(n);
          for (const [i, { crossing, answers }] of read(n + more).entries()) {
            expect(Number(crossing)).toBeLessThanOrEqual(Number(fewer[i]!.crossing));
            expect(Number(answers)).toBeLessThanOrEqual(Number(fewer[i]!.answers));
          }
        }
      },
    ),
  );
});

test('every table that is published has its records, and at least two categories', () => {
  for (const base of [3, 5] as const) {
    for (const count of [30, 40, 60, 110, 200]) {
      for (let seed = 0; seed < 10; seed++) {
        for (const kind of ['incident', 'outcome'] as const) {
          for (const { id, shape, values } of gateSample(kind, count, base, seed).tables) {
            if (shape !== 'one_way') continue;
            const published = values.reduce((a, b) => a + b, 0);
            const enough = published >= values.length * (base === 5 ? 2 : 3);
            const categories = values.filter((value) => value > 0).length;
            expect({ id, enough, several: categories >= 2 }).toEqual({ id, enough: true, several: true });
          }
        }
      }
    }
  }
});
