import { COHORT_KINDS, type CohortName } from '@romduol/shared/api/statistics';
import { type OrganisationId, type Quarter, SeriesId, type TeamId } from '@romduol/shared/ids';
import { addQuarters } from '@romduol/shared/language/dates';
import { type Counting, countingOf, isInTheWay, type LedgerStatement } from '@romduol/shared/statistics/ledger';
import {
  nameSeries,
  organisationOfSeries,
  seriesId,
  shareRecords,
  teamOfSeries,
} from '@romduol/shared/statistics/series';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const slug = fc.stringMatching(/^[a-z][a-z0-9-]{1,31}$/);
const organisation = slug.map((id) => id as OrganisationId);
const team = fc.option(
  slug.map((id) => id as TeamId),
  { nil: null },
);

test('a series names its organisation and its team, and no two name it alike', () => {
  fc.assert(
    fc.property(organisation, team, organisation, team, (a, one, b, other) => {
      const series = seriesId(a, one);
      expect(SeriesId.parse(series)).toBe(series);
      expect([organisationOfSeries(series), teamOfSeries(series)]).toEqual([a, one]);
      expect(seriesId(b, other) === series).toBe(a === b && one === other);
    }),
  );
  for (const broken of ['Rock', 'rock.', '.north', 'rock.north.east', 'rock north', 'rock/north'])
    expect(SeriesId.safeParse(broken).success).toBe(false);
});

test('the whole shares records with each of its parts, and parts with no other', () => {
  const [whole, north, south] = [null, 'north', 'south'].map((id) =>
    seriesId('rock' as OrganisationId, id as TeamId | null),
  ) as [SeriesId, SeriesId, SeriesId];
  const other = seriesId('reed' as OrganisationId, 'north' as TeamId);
  const shared = [whole, north, south, other].map((a) => [whole, north, south, other].map((b) => shareRecords(a, b)));
  expect(shared).toEqual([
    [true, true, true, false],
    [true, true, false, false],
    [true, false, true, false],
    [false, false, false, true],
  ]);
});

const FIRST = '2026-Q1' as Quarter;
const ROCK = 'rock' as OrganisationId;
const TEAMS = ['north', 'south', 'east'] as TeamId[];

/** A decision for a quarter, or none; and how many teams there are by then. */
const history = fc.array(
  fc.record({
    decided: fc.option(
      fc.record({
        division: fc.constantFrom('organisation', 'teams'),
        base: fc.constantFrom(3, 5),
      }) satisfies fc.Arbitrary<Counting>,
      { nil: null },
    ),
    teams: fc.integer({ min: 1, max: TEAMS.length }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Opens quarter after quarter, and each again when there are more teams, as desks do: whatever is in no other's way. */
function open(steps: typeof history extends fc.Arbitrary<infer T> ? T : never): LedgerStatement[] {
  const rows: LedgerStatement[] = [];
  const openQuarter = (cohort: Quarter, teams: number, decided: Counting | null): void => {
    for (const kind of COHORT_KINDS) {
      const { division, base } = decided ?? countingOf(rows, kind, cohort);
      const parts = division === 'organisation' ? [null] : TEAMS.slice(0, teams);
      for (const part of parts) {
        const name: CohortName = { series: seriesId(ROCK, part), kind, cohort };
        if (!rows.some((row) => isInTheWay(row, name))) rows.push({ ...name, base } as LedgerStatement);
      }
    }
  };
  steps.forEach(({ decided, teams }, at) => {
    if (at > 0) openQuarter(addQuarters(FIRST, at - 1), teams, null);
    openQuarter(addQuarters(FIRST, at), teams, decided);
  });
  return rows;
}

test('whatever publishers decide, of a quarter each record belongs to one series at most, and every team to one once it is there', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const rows = open(steps);
      steps.forEach(({ teams }, at) => {
        const cohort = addQuarters(FIRST, at);
        for (const kind of COHORT_KINDS) {
          const opened = rows.filter((row) => row.kind === kind && row.cohort === cohort);
          const of = (id: TeamId) => opened.filter(({ series }) => shareRecords(series, seriesId(ROCK, id))).length;
          expect(TEAMS.map(of).every((count) => count <= 1)).toBe(true);
          expect(TEAMS.slice(0, teams).map(of)).toEqual(TEAMS.slice(0, teams).map(() => 1));
          expect(new Set(opened.map(({ base }) => base)).size).toBe(1);
        }
      });
    }),
  );
});

test('quarters follow the one before until somebody decides otherwise', () => {
  const rows = [
    { series: 'rock', kind: 'incident', cohort: '2026-Q1', base: 5 },
    { series: 'rock.north', kind: 'incident', cohort: '2026-Q3', base: 3 },
    { series: 'rock', kind: 'outcome', cohort: '2026-Q3', base: 5 },
  ] as LedgerStatement[];
  const at = (kind: 'incident' | 'outcome', cohort: string) => countingOf(rows, kind, cohort as Quarter);
  expect(at('incident', '2025-Q4')).toEqual({ division: 'organisation', base: 5 });
  expect(at('incident', '2026-Q2')).toEqual({ division: 'organisation', base: 5 });
  expect(at('incident', '2026-Q3')).toEqual({ division: 'teams', base: 3 });
  expect(at('incident', '2027-Q1')).toEqual({ division: 'teams', base: 3 });
  expect(at('outcome', '2027-Q1')).toEqual({ division: 'organisation', base: 5 });
});

test('a series is named in the words of the keyring, and by its ids once it stands there no longer', () => {
  const names = {
    organisations: [{ id: 'rock', name: { en: 'ROCK', km: 'រ៉ក' } }],
    teams: [{ id: 'north', name: { en: 'North', km: 'ជើង' } }],
  };
  expect(nameSeries('rock', names).whose).toEqual({ en: 'ROCK', km: 'រ៉ក' });
  expect(nameSeries('rock.north', names)).toEqual({
    organisation: { en: 'ROCK', km: 'រ៉ក' },
    whose: { en: 'ROCK (North)', km: 'រ៉ក (ជើង)' },
  });
  expect(nameSeries('reed.gone', names).whose.en).toBe('reed (gone)');
});
