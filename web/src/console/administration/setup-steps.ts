import { LANGUAGES, type Language } from '@romduol/shared/language/language';
import { dueOf } from '@romduol/shared/site/help-numbers';
import { NUMBERS_ITEM, RECEPTION_ITEM, RETENTION_ITEM, type TextName, textItem } from '@romduol/shared/site/items';
import type { SiteEditionView } from '../../desk/site-view.ts';
import type { DeskView } from '../../desk/views.ts';
import type { Route } from '../routes.ts';

/** What an organisation goes through before it takes reports, in this order. */
export const SETUP_STEPS = [
  'root',
  'organisation',
  'teams',
  'numbers',
  'texts',
  'retention',
  'people',
  'test',
  'live',
] as const;
export type SetupStepId = (typeof SETUP_STEPS)[number];

/** What is missing, as a code; `count` and `team` where the words name them. */
export type Missing =
  | { readonly code: 'numbersSamples' | 'retentionDefault' | 'nobodyElse' | 'noReport' | 'closed' | 'nobodyReads' }
  | { readonly code: 'numbersUnverified' | 'numbersDue'; readonly count: number }
  | { readonly code: 'textMissing'; readonly text: TextName; readonly language: Language }
  | { readonly code: 'teamUnread'; readonly team: string };

export type SetupStep = { readonly id: SetupStepId; readonly missing: readonly Missing[]; readonly at: Route | null };

/** The two places on the report page that only the organisation can word. */
const OWN_TEXTS = ['limits', 'hours'] as const;

type Facts = {
  readonly view: Pick<DeskView, 'teams' | 'colleagues' | 'member' | 'today'>;
  /** Newest editions of the organisation's own. */
  readonly editions: readonly SiteEditionView[];
  /** Whether a report has ever come in. */
  readonly reports: boolean;
};

const reads = ({ roles, active }: DeskView['colleagues'][number]): boolean =>
  active && (roles.includes('caseworker') || roles.includes('supervisor'));

/**
 * How far an organisation is set up, worked out from what is signed and published and kept nowhere else: so it can be left
 * and gone on with at any time, by any administrator.
 */
export function setupSteps({ view, editions, reports }: Facts): SetupStep[] {
  const edition = (item: string, language = '-'): SiteEditionView | undefined =>
    editions.find((one) => one.item === item && one.language === language && one.length > 0);
  const missing: Readonly<Record<SetupStepId, () => readonly Missing[]>> = {
    // Founding did not go on before these were done.
    root: () => [],
    organisation: () => [],
    teams: () => (view.teams.length === 0 ? [{ code: 'nobodyReads' }] : []),
    numbers: () => {
      const numbers = edition(NUMBERS_ITEM)?.numbers ?? [];
      if (numbers.length === 0) return [{ code: 'numbersSamples' }];
      const unverified = numbers.filter(({ verified }) => verified === null).length;
      const due = numbers.filter((one) => (dueOf(one) ?? view.today) < view.today).length;
      return [
        ...(unverified > 0 ? [{ code: 'numbersUnverified', count: unverified } as const] : []),
        ...(due > 0 ? [{ code: 'numbersDue', count: due } as const] : []),
      ];
    },
    texts: () =>
      OWN_TEXTS.flatMap((text) =>
        LANGUAGES.filter((language) => edition(textItem(text), language) === undefined).map(
          (language) => ({ code: 'textMissing', text, language }) as const,
        ),
      ),
    retention: () => (edition(RETENTION_ITEM) === undefined ? [{ code: 'retentionDefault' }] : []),
    people: () => {
      const unread = view.teams.filter(
        ({ id }) => !view.colleagues.some((one) => reads(one) && one.teams.includes(id)),
      );
      const others = view.colleagues.some(
        ({ id, active, roles }) =>
          active && id !== view.member.id && (roles.includes('administrator') || roles.includes('supervisor')),
      );
      return [
        ...unread.map(({ id }) => ({ code: 'teamUnread', team: id }) as const),
        ...(others ? [] : [{ code: 'nobodyElse' } as const]),
      ];
    },
    test: () => (reports ? [] : [{ code: 'noReport' }]),
    live: () => [
      ...(isOpen(editions) ? [] : [{ code: 'closed' } as const]),
      ...(view.colleagues.some(reads) ? [] : [{ code: 'nobodyReads' } as const]),
    ],
  };
  const at: Readonly<Record<SetupStepId, Route | null>> = {
    root: null,
    organisation: null,
    teams: { screen: 'members' },
    numbers: { screen: 'site_numbers' },
    texts: { screen: 'site' },
    retention: { screen: 'site_retention' },
    people: { screen: 'members' },
    test: view.member.roles.some((role) => role === 'caseworker' || role === 'supervisor') ? { screen: 'take' } : null,
    live: null,
  };
  return SETUP_STEPS.map((id) => ({ id, missing: missing[id](), at: at[id] }));
}

/** Whether the organisation takes reports; one that has signed nothing about it does. */
export const isOpen = (editions: readonly SiteEditionView[]): boolean =>
  editions.find(({ item }) => item === RECEPTION_ITEM)?.reception?.open ?? true;
