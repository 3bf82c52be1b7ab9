import { toBase64url } from '@romduol/shared/sealing/bytes';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { parseRelease } from '@romduol/shared/statistics/release-file';
import type { Published } from '@romduol/web/pages/published';
import type { Database } from '../database/database.ts';
import { findReleases } from '../releases/store.ts';
import { readReleaseEdition } from './store.ts';

export type PublishedReleases = {
  /** Changes when something is published. */
  edition(): Promise<string>;
  /** Everything published, oldest first, under the names that the keyring gives. */
  all(keyring: Keyring | null): Promise<readonly Published[]>;
};

/** Reads and parses releases once an edition: they are large, and never change. */
export function readPublished(db: Database): PublishedReleases {
  let kept: {
    readonly edition: string;
    readonly releases: Promise<readonly Omit<Published, 'organisation'>[]>;
  } | null = null;
  const edition = (): Promise<string> => readReleaseEdition(db);
  const parseAll = async (): Promise<readonly Omit<Published, 'organisation'>[]> =>
    (await findReleases(db)).map(({ file, hash, day }) => ({
      release: parseRelease(file),
      hash: toBase64url(hash),
      day,
    }));
  return {
    edition,
    async all(keyring) {
      const now = await edition();
      if (kept?.edition !== now) kept = { edition: now, releases: parseAll() };
      // A series is an organisation's or a team's.
      const names = new Map<string, Published['organisation']>(
        [...(keyring?.organisations ?? []), ...(keyring?.teams ?? [])].map(({ id, name }) => [id, name]),
      );
      return (await kept.releases).map((one) => ({
        ...one,
        organisation: names.get(one.release.series) ?? { en: one.release.series, km: one.release.series },
      }));
    },
  };
}
