import type { StoredRelease } from '@romduol/shared/api/statistics';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { parseRelease } from '@romduol/shared/statistics/release-file';
import { nameSeries } from '@romduol/shared/statistics/series';
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

type Parsed = Omit<Published, 'organisation' | 'whose'>;

export const parseStored = ({ file, hash, day }: Pick<StoredRelease, 'file' | 'hash' | 'day'>): Parsed => ({
  release: parseRelease(file),
  hash: toBase64url(hash),
  day,
});

/** Under the names that the keyring gives. */
export function nameReleases(releases: readonly Parsed[], keyring: Keyring | null): Published[] {
  const names = keyring ?? { organisations: [], teams: [] };
  return releases.map((one) => ({ ...one, ...nameSeries(one.release.series, names) }));
}

/** Reads and parses releases once an edition: they are large, and never change. */
export function readPublished(db: Database): PublishedReleases {
  let kept: { readonly edition: string; readonly releases: Promise<readonly Parsed[]> } | null = null;
  const edition = (): Promise<string> => readReleaseEdition(db);
  const parseAll = async (): Promise<readonly Parsed[]> => (await findReleases(db)).map(parseStored);
  return {
    edition,
    async all(keyring) {
      const now = await edition();
      if (kept?.edition !== now) kept = { edition: now, releases: parseAll() };
      return nameReleases(await kept.releases, keyring);
    },
  };
}
