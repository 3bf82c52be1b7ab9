import { dayAt } from '@romduol/shared/language/dates';
import type { Language } from '@romduol/shared/language/language';
import { fingerprintWords } from '@romduol/shared/sealing/fingerprint-words';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import type { Assets, Deployment } from '@romduol/web/pages/deployment';
import type { Published } from '@romduol/web/pages/published';
import { BLANK_SITE } from '@romduol/web/pages/site';
import { TROUBLES } from '@romduol/web/pages/trouble-page';
import type { Database } from '../database/database.ts';
import type { KeyringReader } from '../keyring/current.ts';
import type { Clock } from '../mount.ts';
import { type Encoding, compressWell } from './compress.ts';
import { draw } from './draw.tsx';
import { type PageInputs, type PageName, publicPage } from './public-pages.tsx';
import type { PublishedReleases } from './published-releases.ts';
import { siteOf } from '../site/page-site.ts';
import type { SiteReader } from '../site/reader.ts';
import { readEditions } from './store.ts';

export type PageStore = {
  /** A page as it stands now, drawn and compressed at most once for each edition. */
  page(name: PageName, language: Language, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
  /** What the report page and the receipt are drawn from. */
  inputs(language: Language): Promise<PageInputs>;
  published(): Promise<readonly Published[]>;
};

export type PageStoreDeps = {
  readonly db: Database;
  readonly assets: Assets;
  readonly demo: boolean;
  readonly neutralSite: string;
  readonly publicOrigin: string | null;
  readonly onionOrigin: string | null;
  readonly keyrings: KeyringReader;
  readonly releases: PublishedReleases;
  readonly site: SiteReader;
  readonly clock: Clock;
};

type Kept = { readonly edition: string; readonly bytes: Promise<Uint8Array<ArrayBuffer>> };

const isTrouble = (name: PageName): boolean => (TROUBLES as readonly PageName[]).includes(name);
const showsReleases = (name: PageName): boolean => name === 'statistics' || typeof name === 'object';

export function makePageStore(deps: PageStoreDeps): PageStore {
  const { db, assets, demo, neutralSite, publicOrigin, onionOrigin, keyrings, releases, site, clock } = deps;
  const kept = new Map<string, Kept>();
  let deployment: Deployment = { assets, demo, neutralSite, publicOrigin, onionOrigin, fingerprint: null };

  function inputsUnder(keyring: Keyring | null): PageInputs {
    // The root never changes while a deployment lives.
    if (keyring !== null && deployment.fingerprint === null) {
      deployment = { ...deployment, fingerprint: fingerprintWords(keyring.fingerprint) };
    }
    return { deployment, keyring, today: dayAt(clock()), site: BLANK_SITE, published: [] };
  }
  /** A page that says what is wrong must not need the database, which may be what is wrong. */
  const inputsAtHand = (): PageInputs => inputsUnder(keyrings.lastSeen()?.keyring ?? null);

  /** Everything but what organisations say, and the number under which that is to be had. */
  async function editionNow(): Promise<{ readonly now: PageInputs; readonly items: number }> {
    const editions = await readEditions(db);
    return { now: inputsUnder((await keyrings.at(editions.keyring))?.keyring ?? null), items: editions.site };
  }
  const withSite = async (now: PageInputs, items: number, language: Language): Promise<PageInputs> => ({
    ...now,
    site: siteOf(await site.at(items), now.keyring, language),
  });

  async function render(name: PageName, language: Language, encoding: Encoding, now: PageInputs): Kept['bytes'] {
    const published = showsReleases(name) ? await releases.all(now.keyring) : [];
    const html = draw(publicPage(name, language, { ...now, published }));
    return compressWell(new TextEncoder().encode(html), encoding);
  }

  return {
    async inputs(language) {
      const { now, items } = await editionNow();
      return withSite(now, items, language);
    },
    published: async () => releases.all((await editionNow()).now.keyring),
    async page(name, language, encoding) {
      const { now, items } = isTrouble(name) ? { now: inputsAtHand(), items: 0 } : await editionNow();
      const { keyring, today } = now;
      const edition = [
        keyring === null ? 'none' : `${keyring.version} ${today > keyring.expires}`,
        items,
        showsReleases(name) ? await releases.edition() : '',
      ].join('; ');
      const key = `${typeof name === 'object' ? name.statistics : name} ${language} ${encoding}`;
      const found = kept.get(key);
      if (found?.edition === edition) return found.bytes;
      const whole = isTrouble(name) ? Promise.resolve(now) : withSite(now, items, language);
      const bytes = whole.then((inputs) => render(name, language, encoding, inputs));
      kept.set(key, { edition, bytes });
      // What failed is not kept: the next one to ask may have better luck.
      bytes.catch(() => kept.delete(key));
      return bytes;
    },
  };
}
