import { createHash } from 'node:crypto';
import type { Day } from '@romduol/shared/ids';
import { LANGUAGES } from '@romduol/shared/language/language';
import { PLACES, addressOf } from '@romduol/web/pages/addresses';
import { findView, statisticsPaths } from '@romduol/web/pages/statistics-views';
import { statisticsAddress } from '@romduol/web/pages/published';
import { type Assets, pageAssets, styleHashes } from '../assets/assets.ts';
import { type Header, headersByPath } from '../web-security/headers.ts';
import { figureFiles } from '../pages/figure-files.ts';
import { makeExpectedApp, publishedIn } from './expected-app.ts';
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

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** About the line and the moment, not about what is served; a proxy may set them. */
export const OF_THE_LINE: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'server',
  'transfer-encoding',
  'vary',
  'via',
]);

/** Nobody would put a page there: what the server says of an address that it does not know. */
const NOWHERE = LANGUAGES.map((language) => `/${language}/nothing-is-here`);

/** Every file of the build. */
export function assetFiles(assets: Assets): ExpectedFile[] {
  const headersOf = headersByPath(styleHashes(pageAssets(assets)));
  return assets.paths.map((path) => {
    const found = assets.find(path);
    if (found === null) throw new Error(`${path} is not built`);
    const headers = new Map<string, string>([...headersOf(path), ['content-type', found.type]]);
    return { path, status: 200, headers, sha256: sha256(found.identity), clipHash: null };
  });
}

/** Addresses of ours that a page leads to, apart from the ways out and what is compared otherwise. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/\b(?:href|src)="(\/[^"#?]*)/g)]
    .map(([, path = '']) => path.replaceAll('&amp;', '&'))
    .filter((path) => !/^\/(?:assets|api|clips|exit)(?:\/|$)/.test(path) && path !== '/');

/**
 * Every public page, every file of published figures, and whatever else a page leads to, drawn by the server's own routes from what the deployment
 * serves; the clips; and the console's document.
 */
export async function pageFiles(assets: Assets, inputs: SignedInputs, today: Day): Promise<ExpectedFile[]> {
  const app = makeExpectedApp(inputs, assets, today);
  const published = publishedIn(inputs);
  const figures = statisticsPaths(published).flatMap((path) => {
    const view = findView(published, path);
    return LANGUAGES.flatMap((language) => [
      statisticsAddress(path, language),
      ...(view?.view === 'figures' ? figureFiles(view, language).map((file) => file.path) : []),
    ]);
  });
  const waiting = [
    ...LANGUAGES.flatMap((language) => PLACES.map((place) => addressOf(place, language))),
    ...figures,
    ...NOWHERE,
    '/console',
  ];
  const files = new Map<string, ExpectedFile>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (files.has(path)) continue;
    const answer = await app.request(path, { headers: { 'accept-language': 'en' } });
    const headers = new Map([...answer.headers].filter(([name]) => !OF_THE_LINE.has(name)));
    const body = new Uint8Array(await answer.arrayBuffer());
    files.set(path, { path, status: answer.status, headers, sha256: sha256(body), clipHash: null });
    if (headers.get('content-type')?.startsWith('text/html') === true)
      waiting.push(...linksIn(new TextDecoder('utf-8').decode(body)));
  }
  return [...files.values(), ...clipFiles(assets, inputs)];
}

function clipFiles(assets: Assets, { clips }: SignedInputs): ExpectedFile[] {
  const headersOf = headersByPath(styleHashes(pageAssets(assets)));
  return [...clips].map(([path, { type, hash }]) => {
    const more: Header[] = [
      ['content-type', type],
      ['accept-ranges', 'bytes'],
    ];
    return { path, status: 200, headers: new Map([...headersOf(path), ...more]), sha256: null, clipHash: hash };
  });
}

/** One line a file, as `sha256sum -c` reads it. */
export const writeManifest = (files: readonly ExpectedFile[]): string =>
  files.flatMap(({ path, sha256: hash }) => (hash === null ? [] : [`${hash}  ${path}\n`])).join('');
