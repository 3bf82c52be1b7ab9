import type { Day } from '@romduol/shared/ids';
import type { Language, Words } from '@romduol/shared/language/language';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';
import { addressOf } from './addresses.ts';

/** A release as the public pages show it. */
export type Published = {
  readonly release: PublishedRelease;
  /** Of the file's bytes, base64url: names this release and no other. */
  readonly hash: string;
  readonly day: Day;
  /** Whose figures these are. */
  readonly organisation: Words;
};

/** Where a release stands for good: series, kind and quarter name it, and each is published once. */
export function releasePath({ release: { series, kind, cohort } }: Pick<Published, 'release'>): string {
  return `${series}/${kind}/${cohort.toLowerCase()}`;
}

export function releaseAddress(published: Pick<Published, 'release'>, language: Language): string {
  return `${addressOf('statistics', language)}/${releasePath(published)}`;
}

/** Newest first; of one quarter, reports before outcomes. */
export function newestFirst(published: readonly Published[]): Published[] {
  const place = ({ release: { cohort, kind, series } }: Published): string =>
    `${cohort} ${kind === 'incident' ? 1 : 0} ${series}`;
  return [...published].sort((a, b) => (place(a) < place(b) ? 1 : -1));
}
