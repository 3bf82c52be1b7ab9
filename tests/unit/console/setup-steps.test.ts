import type { Day, MemberId, TeamId } from '@romduol/shared/ids';
import { NUMBERS_ITEM, RECEPTION_ITEM, RETENTION_ITEM, type SiteItem, textItem } from '@romduol/shared/site/items';
import { RETENTION_DEFAULTS, readRetention } from '@romduol/shared/site/settings';
import {
  BOUNDS,
  PERIODS,
  beginRetention,
  contentOf,
  isWithin,
  readPeriod,
} from '@romduol/web/console/administration/retention-draft';
import { setupSteps } from '@romduol/web/console/administration/setup-steps';
import type { SiteEditionView } from '@romduol/web/desk/site-view';
import type { Colleague } from '@romduol/web/desk/views';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK_EDITION } from './blank-edition.ts';

const today = '2026-11-22' as Day;
const team = { id: 'capital' as TeamId, name: { en: 'Capital', km: 'រាជធានី' } };
const colleague = (handle: string, roles: Colleague['roles']): Colleague => ({
  id: handle as MemberId,
  handle,
  roles,
  teams: [team.id],
  publisher: false,
  active: true,
});
const founder = colleague('admin', ['administrator']);

const edition = (item: SiteItem, change: Partial<SiteEditionView>): SiteEditionView => ({
  ...BLANK_EDITION,
  item,
  language: '-',
  type: 'application/json',
  length: 10,
  day: today,
  author: 'admin',
  ...change,
});

const missingOf = (
  editions: readonly SiteEditionView[],
  { people = [founder], reports = false }: { people?: readonly Colleague[]; reports?: boolean } = {},
) => {
  const view = { teams: [team], colleagues: people, member: founder, today };
  return Object.fromEntries(
    setupSteps({ view, editions, reports }).map(({ id, missing }) => [id, missing.map(({ code }) => code)]),
  );
};

const closed = edition(RECEPTION_ITEM, { reception: { v: 1, open: false } });

describe('the way to taking reports', () => {
  it('names all that is missing just after the founding', () => {
    expect(missingOf([closed])).toEqual({
      root: [],
      organisation: [],
      teams: [],
      numbers: ['numbersSamples'],
      texts: ['textMissing', 'textMissing', 'textMissing', 'textMissing'],
      retention: ['retentionDefault'],
      people: ['teamUnread', 'nobodyElse'],
      test: ['noReport'],
      live: ['closed', 'nobodyReads'],
    });
  });

  it('is done when each is signed, somebody reads, and a report came in', () => {
    const numbers = SAMPLE_HELP_NUMBERS.map((one) => ({ ...one, verified: today }));
    const editions = [
      edition(NUMBERS_ITEM, { numbers }),
      edition(RETENTION_ITEM, { retention: RETENTION_DEFAULTS }),
      edition(RECEPTION_ITEM, { reception: { v: 1, open: true } }),
      ...(['limits', 'hours'] as const).flatMap((name) =>
        (['en', 'km'] as const).map((language) => edition(textItem(name), { language, text: 'x' })),
      ),
    ];
    const people = [founder, colleague('bopha', ['supervisor'])];
    expect(Object.values(missingOf(editions, { people, reports: true })).flat()).toEqual([]);
    // One who has left reads nothing and signs nothing.
    const left = [founder, { ...colleague('bopha', ['supervisor']), active: false }];
    expect(missingOf(editions, { people: left, reports: true })).toMatchObject({
      people: ['teamUnread', 'nobodyElse'],
      live: ['nobodyReads'],
    });
  });

  it('asks for numbers again that were rung more than half a year ago, and for those that nobody rang', () => {
    const rung = ['2026-05-25', '2026-05-26', null, '2026-11-01'] as (Day | null)[];
    const numbers = SAMPLE_HELP_NUMBERS.map((one, at) => ({ ...one, verified: rung[at] ?? null }));
    const view = { teams: [team], colleagues: [founder], member: founder, today };
    const steps = setupSteps({ view, editions: [edition(NUMBERS_ITEM, { numbers })], reports: false });
    expect(steps.find(({ id }) => id === 'numbers')?.missing).toEqual([
      { code: 'numbersUnverified', count: 1 },
      { code: 'numbersDue', count: 1 },
    ]);
  });

  it('an edition that was taken back counts as none', () => {
    const back = edition(RETENTION_ITEM, { length: 0 });
    expect(missingOf([back])['retention']).toEqual(['retentionDefault']);
  });
});

describe('periods of keeping', () => {
  it('begin with what is signed, else with the built-in ones', () => {
    expect(beginRetention([])).toEqual({ contactDays: '30', unreachableDays: '90', contentMonths: '12', seen: 0 });
    const retention = { ...RETENTION_DEFAULTS, contactDays: 45 };
    expect(beginRetention([edition(RETENTION_ITEM, { retention, number: 7 })])).toMatchObject({
      contactDays: '45',
      seen: 7,
    });
  });

  it('are read in Latin and Khmer digits', () => {
    expect(['45', ' 45 ', '៤៥', '4๕', '4.5', '-1', '', '12345'].map(readPeriod)).toEqual([
      45,
      45,
      45,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('are signed exactly when each is within its bounds', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), fc.nat(900), (contactDays, unreachableDays, contentMonths) => {
        const typed = {
          contactDays: String(contactDays),
          unreachableDays: String(unreachableDays),
          contentMonths: String(contentMonths),
          seen: 0,
        };
        const within = PERIODS.every((period) => isWithin(period, typed[period]));
        const content = contentOf(typed);
        const setting = { v: 1, contactDays, unreachableDays, contentMonths };
        expect(content && readRetention(content)).toEqual(within ? setting : null);
      }),
    );
    expect(PERIODS.map((period) => isWithin(period, String(BOUNDS[period][0])))).toEqual([true, true, true]);
  });
});
