import type { Day } from '@romduol/shared/ids';
import type { Language, Words } from '@romduol/shared/language/language';
import { type HashedRelease, releasePath } from '@romduol/shared/statistics/figures';
import { addressOf } from './addresses.ts';

/** A release as the public pages show it. */
export type Published = HashedRelease & {
  readonly day: Day;
  readonly organisation: Words;
  /** Whose figures these are: the organisation's, or one of its teams'. */
  readonly whose: Words;
};

export function releaseAddress({ release }: Pick<Published, 'release'>, language: Language): string {
  return statisticsAddress(releasePath(release), language);
}

/** The address of a page below the statistics. */
export function statisticsAddress(path: string, language: Language): string {
  return `${addressOf('statistics', language)}/${path}`;
}

/** Newest first; of one quarter, reports before outcomes. */
export function newestFirst(published: readonly Published[]): Published[] {
  const place = ({ release: { cohort, kind, series } }: Published): string =>
    `${cohort} ${kind === 'incident' ? 1 : 0} ${series}`;
  return [...published].sort((a, b) => (place(a) < place(b) ? 1 : -1));
}
