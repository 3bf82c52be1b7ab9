import { CaseId, DirectoryEntryId } from '@romduol/shared/ids';
import { TEXTS, type TextName } from '@romduol/shared/site/items';
import { CohortName } from '@romduol/shared/api/statistics';

/** What is being done in a case, beside reading it. A referral's id follows where one is worked on. */
export const CASE_TASKS = [
  'triage',
  'assign',
  'state',
  'task',
  'safety_plan',
  'contact_attempt',
  'refer',
  'referral',
  'code_incident',
  'code_outcome',
  'counting',
  'counted_elsewhere',
  'conflict',
  'readers',
  'hand_over',
  'close',
  'bundle',
] as const;
export type CaseTask = (typeof CASE_TASKS)[number];

/** A screen of the console, named after the `#`: the server never sees it, and nothing in it is a person's. */
export type Route =
  | { readonly screen: 'queue' }
  | {
      readonly screen: 'case';
      readonly caseId: CaseId;
      readonly task: CaseTask | null;
      readonly referral: string | null;
    }
  | { readonly screen: 'directory' }
  | {
      readonly screen:
        | 'directory_round'
        | 'directory_coverage'
        | 'directory_import'
        | 'directory_overview'
        | 'directory_engagements';
    }
  | { readonly screen: 'directory_entry'; readonly entryId: DirectoryEntryId | null }
  | { readonly screen: 'statistics' }
  | ({ readonly screen: 'cohort' } & CohortName)
  | { readonly screen: 'releases' }
  | { readonly screen: 'members' | 'account' | 'audit' | 'take' | 'setup' | 'supervision' }
  | { readonly screen: 'site' | 'site_numbers' | 'site_clips' | 'site_retention' | 'site_posters' }
  | { readonly screen: 'site_text'; readonly text: TextName };

/** The screens of what the public pages say. */
export type SiteRoute = Extract<Route, { readonly screen: `site${string}` }>;

/** Reads what follows the `#`; null for anything that is no screen. */
export function parseRoute(fragment: string): Route | null {
  const [screen, first, second, third, ...rest] = fragment.replace(/^#/, '').split('/');
  if (rest.length > 0) return null;
  switch (screen) {
    case 'queue':
    case 'directory':
    case 'statistics':
    case 'releases':
    case 'members':
    case 'audit':
    case 'take':
    case 'setup':
    case 'supervision':
    case 'account':
      if (first === undefined) return { screen };
      return screen === 'directory' && second === undefined
        ? directoryEntry(first)
        : cohortOf(screen, first, second, third);
    case 'site':
      return second === undefined ? siteOf(first) : null;
    case 'case':
      return caseOf(first, second, third);
    default:
      return null;
  }
}

const SITE_SCREENS = ['numbers', 'clips', 'retention', 'posters'] as const;

const DIRECTORY_SCREENS = ['round', 'coverage', 'import', 'overview', 'engagements'] as const;

function directoryEntry(first: string): Route | null {
  if (first === 'new') return { screen: 'directory_entry', entryId: null };
  const screen = DIRECTORY_SCREENS.find((one) => one === first);
  if (screen !== undefined) return { screen: `directory_${screen}` };
  const entryId = DirectoryEntryId.safeParse(first);
  return entryId.success ? { screen: 'directory_entry', entryId: entryId.data } : null;
}

function siteOf(first?: string): Route | null {
  if (first === undefined) return { screen: 'site' };
  const screen = SITE_SCREENS.find((one) => one === first);
  if (screen !== undefined) return { screen: `site_${screen}` };
  const text = TEXTS.find((name) => name === first);
  return text === undefined ? null : { screen: 'site_text', text };
}

function cohortOf(screen: string, series: string, kind?: string, cohort?: string): Route | null {
  const name = CohortName.safeParse({ series, kind, cohort });
  return screen === 'statistics' && name.success ? { screen: 'cohort', ...name.data } : null;
}

function caseOf(first?: string, second?: string, third?: string): Route | null {
  const caseId = CaseId.safeParse(first);
  if (!caseId.success) return null;
  const task = second === undefined ? null : (CASE_TASKS.find((one) => one === second) ?? undefined);
  if (task === undefined || (third !== undefined && task !== 'referral')) return null;
  const referral = third === undefined ? null : /^[\w-]{1,64}$/.test(third) ? third : undefined;
  if (referral === undefined || (task === 'referral') !== (referral !== null)) return null;
  return { screen: 'case', caseId: caseId.data, task, referral };
}

/** The link to a screen; `parseRoute` reads it back. */
export function linkTo(route: Route): string {
  switch (route.screen) {
    case 'case': {
      const parts = ['#case', route.caseId, route.task, route.referral];
      return parts.filter((part) => part !== null).join('/');
    }
    case 'directory_entry':
      return `#directory/${route.entryId ?? 'new'}`;
    case 'cohort':
      return `#statistics/${route.series}/${route.kind}/${route.cohort}`;
    case 'site_text':
      return `#site/${route.text}`;
    default:
      return `#${route.screen.replace('_', '/')}`;
  }
}
