import { createHash } from 'node:crypto';
import type { Day } from '@romduol/shared/ids';
import { LANGUAGES, type Language } from '@romduol/shared/language/language';
import { fingerprintWords } from '@romduol/shared/sealing/fingerprint-words';
import { PLACES, addressOf } from '@romduol/web/pages/addresses';
import { statisticsAddress } from '@romduol/web/pages/published';
import { findView, statisticsPaths } from '@romduol/web/pages/statistics-views';
import { type Assets, pageAssets, styleHashes } from '../assets/assets.ts';
import { drawConsole } from '../console/routes.tsx';
import { draw } from '../pages/draw.tsx';
import { figureFiles } from '../pages/figure-files.ts';
import { type PageInputs, type PageName, publicPage } from '../pages/public-pages.tsx';
import { nameSeries, parseStored } from '../pages/published-releases.ts';
import { siteOf } from '../site/page-site.ts';
import { headersByPath } from '../web-security/headers.ts';
import type { SignedInputs } from './signed-inputs.ts';

/** What must be answered to a GET. */
export type ExpectedFile = {
  readonly path: string;
  readonly status: number;
  /** By lower-case name; of those that matter, there must be no others. */
  readonly headers: ReadonlyMap<string, string>;
  /** SHA-256 in hex; null for a clip, whose signed hash is of another kind. */
  readonly sha256: string | null;
  readonly clipHash: Uint8Array | null;
};

const HTML = 'text/html; charset=utf-8';
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Nobody would put a page there: what the server says of an address that it does not know. */
const NOWHERE = 'nothing-is-here';

/** Every file of the build. */
export function assetFiles(assets: Assets): ExpectedFile[] {
  const headersOf = headersByPath(styleHashes(pageAssets(assets)));
  return assets.paths.map((path) => {
    const found = assets.find(path);
    if (found === null) throw new Error(`${path} is not built`);
    const headers = new Map([...headersOf(path), ['content-type', found.type]]);
    return { path, status: 200, headers, sha256: sha256(found.identity), clipHash: null };
  });
}

/** Every public page, release and clip, and the console's document, drawn from what the deployment serves. */
export async function pageFiles(assets: Assets, inputs: SignedInputs, today: Day): Promise<ExpectedFile[]> {
  const { settings, keyring, editions, clips, releases } = inputs;
  const headersOf = headersByPath(styleHashes(pageAssets(assets)));
  const deployment = {
    ...settings,
    assets: pageAssets(assets),
    fingerprint: keyring === null ? null : fingerprintWords(keyring.fingerprint),
  };
  const published = nameSeries(releases.map(parseStored), keyring);
  const file = (path: string, body: string | Uint8Array, more: Record<string, string>, status = 200): ExpectedFile => ({
    path,
    status,
    headers: new Map([...headersOf(path), ...Object.entries(more)]),
    sha256: sha256(body),
    clipHash: null,
  });
  const onion = (path: string): Record<string, string> =>
    settings.onionOrigin === null ? {} : { 'onion-location': settings.onionOrigin + path };

  function page(name: PageName, language: Language, path: string): ExpectedFile {
    const drawn: PageInputs = { deployment, keyring, today, site: siteOf(editions, keyring, language), published };
    return file(path, draw(publicPage(name, language, drawn)), { 'content-type': HTML, ...onion(path) });
  }
  /** Figures at all their addresses, and what can be downloaded there. */
  async function figures(language: Language): Promise<ExpectedFile[]> {
    const files: ExpectedFile[] = [];
    for (const path of statisticsPaths(published)) {
      files.push(page({ statistics: path }, language, statisticsAddress(path, language)));
      const view = findView(published, path);
      if (view?.view !== 'figures') continue;
      for (const one of figureFiles(view, language)) files.push(file(one.path, await one.make(), one.headers));
    }
    return files;
  }

  const pages = LANGUAGES.flatMap((language) => [
    ...PLACES.map((place) => page(place, language, addressOf(place, language))),
    file(
      `/${language}/${NOWHERE}`,
      draw(
        publicPage('not_found', language, {
          deployment,
          keyring,
          today,
          site: siteOf([], keyring, language),
          published: [],
        }),
      ),
      { 'content-type': HTML },
      404,
    ),
  ]);
  const spoken = [...clips].map(([path, { type, hash }]) => ({
    ...file(path, '', { 'content-type': type, 'accept-ranges': 'bytes' }),
    sha256: null,
    clipHash: hash,
  }));
  const statistics = (await Promise.all(LANGUAGES.map(figures))).flat();
  const desk = file('/console', drawConsole(assets, settings.demo), { 'content-type': HTML });
  return [...pages, ...statistics, ...spoken, desk];
}

/** One line a file, as `sha256sum -c` reads it. */
export const writeManifest = (files: readonly ExpectedFile[]): string =>
  files.flatMap(({ path, sha256: hash }) => (hash === null ? [] : [`${hash}  ${path}\n`])).join('');
