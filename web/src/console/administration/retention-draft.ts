import { fromKhmerDigits } from '@romduol/shared/language/numerals';
import { RETENTION_ITEM } from '@romduol/shared/site/items';
import { RETENTION_DEFAULTS, type Retention, readRetention, writeSetting } from '@romduol/shared/site/settings';
import type { SiteEditionView } from '../../desk/site-view.ts';

export const PERIODS = ['contactDays', 'unreachableDays', 'contentMonths'] as const;
export type Period = (typeof PERIODS)[number];

/** As typed; `seen`: the number of the edition it was begun from, 0 for none. */
export type RetentionDraft = Readonly<Record<Period, string>> & { readonly seen: number };

/** What each period may be; the schema of the setting holds the same. */
export const BOUNDS: Readonly<Record<Period, readonly [least: number, most: number]>> = {
  contactDays: [14, 365],
  unreachableDays: [30, 730],
  contentMonths: [1, 120],
};

export const newestRetention = (editions: readonly SiteEditionView[]): SiteEditionView | undefined =>
  editions.find(({ item }) => item === RETENTION_ITEM);

export function beginRetention(editions: readonly SiteEditionView[]): RetentionDraft {
  const newest = newestRetention(editions);
  const now = newest?.retention ?? RETENTION_DEFAULTS;
  return {
    contactDays: String(now.contactDays),
    unreachableDays: String(now.unreachableDays),
    contentMonths: String(now.contentMonths),
    seen: newest?.number ?? 0,
  };
}

/** A period in Latin or Khmer digits; null for anything else. */
export function readPeriod(typed: string): number | null {
  const latin = fromKhmerDigits(typed.trim());
  return /^\d{1,4}$/.test(latin) ? Number(latin) : null;
}

export function isWithin(period: Period, typed: string): boolean {
  const [least, most] = BOUNDS[period];
  const value = readPeriod(typed);
  return value !== null && value >= least && value <= most;
}

/** The bytes to sign; null while a period is out of bounds. */
export function contentOf(draft: RetentionDraft): Uint8Array | null {
  const value = (period: Period): number => readPeriod(draft[period]) ?? 0;
  const setting: Retention = {
    v: 1,
    unreachableDays: value('unreachableDays'),
    contactDays: value('contactDays'),
    contentMonths: value('contentMonths'),
  };
  const content = writeSetting(setting);
  return readRetention(content) === null ? null : content;
}
