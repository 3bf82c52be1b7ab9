import type { SiteEdition } from '@romduol/shared/api/site';
import { siteHash } from '@romduol/shared/sealing/site-signature';
import type { Database } from '../database/database.ts';
import { type SiteItemName, type StoredSiteItem, findEditions, findNewestItems, readContent } from './store.ts';

/** What organisations say, as stored, and with the hashes that their signatures cover. */
export type SiteReader = {
  /** The newest of everything, for whoever has just read how many editions there are. */
  at(editions: number): Promise<readonly StoredSiteItem[]>;
  newest(): Promise<SiteEdition[]>;
  /** Of one item, newest first. */
  history(name: SiteItemName, limit: number): Promise<SiteEdition[]>;
};

/** Editions never change and are never deleted: how many there are tells whether anything did. */
export function readSiteItems(db: Database): SiteReader {
  let kept: { readonly editions: number; readonly items: Promise<readonly StoredSiteItem[]> } | null = null;
  const hashes = new Map<string, Uint8Array>();

  /** A clip is read once for its hash, and not again. */
  const withHash = async (item: StoredSiteItem): Promise<SiteEdition> => {
    const { organisation, item: name, language, number, content } = item;
    const key = [organisation, name, language, number].join(' ');
    const hash = hashes.get(key) ?? siteHash(content ?? (await readContent(db, item, number)));
    hashes.set(key, hash);
    return { ...item, hash };
  };
  const hashAll = async (items: readonly StoredSiteItem[]): Promise<SiteEdition[]> => {
    const all: SiteEdition[] = [];
    for (const item of items) all.push(await withHash(item));
    return all;
  };

  return {
    at(editions) {
      if (kept?.editions === editions) return kept.items;
      const items = findNewestItems(db);
      kept = { editions, items };
      // What failed is not kept.
      items.catch(() => {
        kept = null;
      });
      return items;
    },
    newest: async () => hashAll(await findNewestItems(db)),
    history: async (name, limit) => hashAll(await findEditions(db, name, limit)),
  };
}
