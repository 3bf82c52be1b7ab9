import { dayAt } from '@romduol/shared/language/dates';
import type { Language } from '@romduol/shared/language/language';
import { fingerprintWords } from '@romduol/shared/sealing/fingerprint-words';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import type { Assets, Deployment } from '@romduol/web/pages/deployment';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import type { Published } from '@romduol/web/pages/published';
import { TROUBLES } from '@romduol/web/pages/trouble-page';
import type { KeyringReader } from '../keyring/current.ts';
import type { Clock } from '../mount.ts';
import { type Encoding, compressWell } from './compress.ts';
import { draw } from './draw.tsx';
import { type PageInputs, type PageName, publicPage } from './public-pages.tsx';
import type { PublishedReleases } from './published-releases.ts';

export type PageStore = {
  /** A page as it stands now, drawn and compressed at most once for each edition. */
  page(name: PageName, language: Language, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
  /** What the report page and the receipt are drawn from. */
  inputs(): Promise<PageInputs>;
  published(): Promise<readonly Published[]>;
};

export type PageStoreDeps = {
  readonly assets: Assets;
  readonly demo: boolean;
  readonly neutralSite: string;
  readonly keyrings: KeyringReader;
  readonly releases: PublishedReleases;
  readonly clock: Clock;
};

type Kept = { readonly edition: string; readonly bytes: Promise<Uint8Array<ArrayBuffer>> };

const isTrouble = (name: PageName): boolean => (TROUBLES as readonly PageName[]).includes(name);
const showsReleases = (name: PageName): boolean => name === 'statistics' || typeof name === 'object';

export function makePageStore({ assets, demo, neutralSite, keyrings, releases, clock }: PageStoreDeps): PageStore {
  const kept = new Map<string, Kept>();
  let deployment: Deployment = { assets, demo, neutralSite, fingerprint: null };

  function inputsUnder(keyring: Keyring | null): PageInputs {
    // The root never changes while a deployment lives.
    if (keyring !== null && deployment.fingerprint === null) {
      deployment = { ...deployment, fingerprint: fingerprintWords(keyring.fingerprint) };
    }
    return { deployment, keyring, today: dayAt(clock()), numbers: SAMPLE_HELP_NUMBERS, published: [] };
  }
  const inputs = async (): Promise<PageInputs> => inputsUnder((await keyrings.current())?.keyring ?? null);
  /** A page that says what is wrong must not need the database, which may be what is wrong. */
  const inputsAtHand = (): PageInputs => inputsUnder(keyrings.lastSeen()?.keyring ?? null);

  async function render(name: PageName, language: Language, encoding: Encoding, now: PageInputs): Kept['bytes'] {
    const published = showsReleases(name) ? await releases.all(now.keyring) : [];
    const html = draw(publicPage(name, language, { ...now, published }));
    return compressWell(new TextEncoder().encode(html), encoding);
  }

  return {
    inputs,
    published: async () => releases.all((await inputs()).keyring),
    async page(name, language, encoding) {
      const now = isTrouble(name) ? inputsAtHand() : await inputs();
      const { keyring, today } = now;
      const edition = [
        keyring === null ? 'none' : `${keyring.version} ${today > keyring.expires}`,
        showsReleases(name) ? await releases.edition() : '',
      ].join('; ');
      const key = `${typeof name === 'object' ? name.release : name} ${language} ${encoding}`;
      const found = kept.get(key);
      if (found?.edition === edition) return found.bytes;
      const bytes = render(name, language, encoding, now);
      kept.set(key, { edition, bytes });
      // What failed is not kept: the next one to ask may have better luck.
      bytes.catch(() => kept.delete(key));
      return bytes;
    },
  };
}
