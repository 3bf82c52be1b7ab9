import { CASE_TASKS, linkTo, parseRoute, type Route } from '@romduol/web/console/routes';
import { sectionOf, sectionsOf } from '@romduol/web/console/sections';
import type { Role } from '@romduol/shared/api/contract';
import { CaseId, DirectoryEntryId, Quarter, SeriesId } from '@romduol/shared/ids';
import { describe, expect, it } from 'vitest';

const caseId = CaseId.parse('0f0e0d0c-1b2a-4394-8586-77890a1b2c3d');
const entryId = DirectoryEntryId.parse('1f0e0d0c-1b2a-4394-8586-77890a1b2c3d');

describe('the addresses of the console', () => {
  const routes: Route[] = [
    { screen: 'queue' },
    { screen: 'directory' },
    { screen: 'directory_round' },
    { screen: 'directory_coverage' },
    { screen: 'directory_import' },
    { screen: 'directory_overview' },
    { screen: 'directory_engagements' },
    { screen: 'directory_entry', entryId: null },
    { screen: 'directory_entry', entryId },
    { screen: 'statistics' },
    { screen: 'cohort', series: SeriesId.parse('rock'), kind: 'outcome', cohort: Quarter.parse('2025-Q4') },
    { screen: 'cohort', series: SeriesId.parse('rock.north'), kind: 'incident', cohort: Quarter.parse('2026-Q1') },
    { screen: 'releases' },
    { screen: 'members' },
    { screen: 'audit' },
    { screen: 'take' },
    { screen: 'supervision' },
    { screen: 'site' },
    { screen: 'site_numbers' },
    { screen: 'site_clips' },
    { screen: 'site_retention' },
    { screen: 'site_posters' },
    { screen: 'setup' },
    { screen: 'site_text', text: 'rights' },
    { screen: 'case', caseId, task: null, referral: null },
    ...CASE_TASKS.map((task): Route => ({
      screen: 'case',
      caseId,
      task,
      referral: task === 'referral' ? '2f0e0d0c-aa' : null,
    })),
  ];

  it.each(routes.map((route) => [linkTo(route), route] as const))('reads %s back', (link, route) => {
    expect(parseRoute(link)).toEqual(route);
  });

  it.each([
    '',
    '#',
    '#found=abc',
    '#queue/x',
    '#case',
    '#case/1',
    `#case/${caseId}/burn`,
    `#case/${caseId}/triage/x`,
    `#case/${caseId}/referral`,
    `#case/${caseId}/referral/%3Cscript%3E`,
    `#case/${caseId}/referral/a/b`,
    '#directory/1',
    `#directory/${entryId}/x`,
    '#statistics/incident',
    '#statistics/rock/incident',
    '#statistics/rock/incident/2025-Q5',
    '#statistics/incident/2025-Q4',
    '#statistics/rock.north.east/incident/2025-Q4',
    '#statistics/rock/incident/2025-Q4/more',
    '#statistics/other/2025-Q1',
    '#members/x',
    '#site/x',
    '#site/rights/x',
    '#site/constructor',
    '#constructor',
  ])('knows no screen at %s', (fragment) => {
    expect(parseRoute(fragment)).toBeNull();
  });
});

describe('the sections of a role', () => {
  const member = (roles: Role[], publisher = false) => sectionsOf({ roles, publisher });

  it('shows an advocate the releases and their own account', () => {
    expect(member(['advocate'])).toEqual(['releases', 'account']);
  });
  it('shows cases to caseworkers and supervisors only', () => {
    expect(member(['caseworker'])).toContain('queue');
    expect(member(['supervisor'])).toContain('queue');
    for (const role of ['advocate', 'administrator', 'auditor'] as const) expect(member([role])).not.toContain('queue');
  });
  it('shows cohorts to publishers only', () => {
    expect(member(['supervisor'])).not.toContain('statistics');
    expect(member(['supervisor'], true)).toContain('statistics');
  });
  it('shows an auditor the log of acts and their own account', () => {
    expect(member(['auditor'])).toEqual(['audit', 'account']);
  });
  it('counts a case among the cases and a cohort among the statistics', () => {
    expect(sectionOf({ screen: 'case', caseId, task: null, referral: null })).toBe('queue');
    expect(
      sectionOf({
        screen: 'cohort',
        series: SeriesId.parse('rock'),
        kind: 'incident',
        cohort: Quarter.parse('2025-Q1'),
      }),
    ).toBe('statistics');
  });
});
