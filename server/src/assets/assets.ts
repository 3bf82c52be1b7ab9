import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from '@romduol/shared/schema';
import type { Deployment } from '@romduol/web/pages/deployment';

/** A file in every encoding that it is served in. */
export type Asset = {
  readonly type: string;
  readonly identity: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | null;
  readonly gzip: Uint8Array<ArrayBuffer>;
};

/** Files that the build of `web` made, in memory, and the addresses that pages name them by. */
export type Assets = {
  /** By path, `/assets/…`. */
  find(path: string): Asset | null;
  /** Every path that is served. */
  readonly paths: readonly string[];
  /** The address of a source file's output, as the manifest of the build names it. Throws when it was not built. */
  addressOf(source: string): string;
  /** The same output as text. */
  textOf(source: string): string;
  /** Addresses of the style sheets that a script brings. */
  stylesOf(source: string): readonly string[];
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const Manifest = z.record(z.string(), z.object({ file: z.string(), css: z.array(z.string()).optional() }));

/** Reads the build's output folder, once. Throws when `web` was not built. */
export function loadAssets(folder: string): Assets {
  const manifestFile = join(folder, '.vite/manifest.json');
  if (!existsSync(manifestFile)) throw new Error(`the pages are not built: ${manifestFile} is missing`);
  const manifest = Manifest.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const files = new Map<string, Asset>();
  for (const name of readdirSync(join(folder, 'assets'))) {
    const type = TYPES[extname(name)];
    if (type !== undefined) files.set(`/assets/${name}`, readAsset(join(folder, 'assets', name), type));
  }
  const built = (source: string) => {
    const entry = manifest[source];
    if (entry === undefined) throw new Error(`${source} is not built`);
    return entry;
  };
  return {
    find: (path) => files.get(path) ?? null,
    paths: [...files.keys()].sort(),
    addressOf: (source) => `/${built(source).file}`,
    textOf(source) {
      const found = files.get(`/${built(source).file}`);
      if (found === undefined) throw new Error(`${source} is not built`);
      return new TextDecoder().decode(found.identity).trimEnd();
    },
    stylesOf: (source) => (built(source).css ?? []).map((file) => `/${file}`),
  };
}

/** What every public page names. */
export const pageAssets = (assets: Assets): Deployment['assets'] => ({
  style: assets.textOf('src/styles/public.css'),
  chartStyle: assets.textOf('src/styles/charts.css'),
  icon: assets.addressOf('src/styles/flower.svg'),
  leaveScript: assets.addressOf('src/enhance/leave.ts'),
  reportScript: assets.addressOf('src/enhance/report.ts'),
  returnScript: assets.addressOf('src/enhance/return.ts'),
});

/** What the content security policy allows as style beside files of ours: `'sha256-…'`, one for each inline sheet. */
export const styleHashes = ({ style, chartStyle }: Deployment['assets']): readonly string[] =>
  [style, chartStyle].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);

/** The build leaves each file's Brotli beside it; gzip, for the few that have no Brotli, is quick enough to make here. */
function readAsset(file: string, type: string): Asset {
  const identity = new Uint8Array(readFileSync(file));
  const br = existsSync(`${file}.br`) ? new Uint8Array(readFileSync(`${file}.br`)) : null;
  return { type, identity, br, gzip: new Uint8Array(gzipSync(identity)) };
}
