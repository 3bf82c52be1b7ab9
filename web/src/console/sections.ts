import type { Colleague } from '../desk/views.ts';
import type { Route } from './routes.ts';

export const SECTIONS = [
  'queue',
  'supervision',
  'directory',
  'statistics',
  'releases',
  'site',
  'members',
  'setup',
  'audit',
  'account',
] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * The screens of a member's roles, in the order of the navigation; the server holds the same line on its own. Advocates
 * see releases and nothing else; only publishers see cohorts.
 */
export function sectionsOf(member: Pick<Colleague, 'roles' | 'publisher'>): Section[] {
  const has = (role: Colleague['roles'][number]): boolean => member.roles.includes(role);
  const works = has('caseworker') || has('supervisor');
  const open: Record<Section, boolean> = {
    queue: works,
    supervision: has('supervisor'),
    directory: works || has('administrator'),
    statistics: member.publisher,
    releases: works || has('advocate') || has('administrator') || member.publisher,
    site: has('administrator'),
    members: has('administrator') || has('supervisor'),
    setup: has('administrator'),
    audit: has('auditor'),
    account: true,
  };
  return SECTIONS.filter((section) => open[section]);
}

/** The section that a screen belongs to. */
export function sectionOf(route: Route): Section {
  switch (route.screen) {
    case 'case':
    case 'take':
      return 'queue';
    case 'directory_entry':
    case 'directory_round':
    case 'directory_coverage':
    case 'directory_import':
    case 'directory_overview':
    case 'directory_engagements':
      return 'directory';
    case 'cohort':
      return 'statistics';
    case 'site_text':
    case 'site_numbers':
    case 'site_clips':
    case 'site_retention':
    case 'site_posters':
      return 'site';
    default:
      return route.screen;
  }
}
