import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { LANGUAGES } from '@romduol/shared/language/language';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import { ReportPage } from '@romduol/web/pages/report-page';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { openReception, sampleDeployment } from './sample-deployment.ts';

const ASSETS = join(import.meta.dirname, '../../../web/dist/public/assets');

/** Bytes on the wire of the built file whose name begins so. Build `web` first: `npm test` does. */
function sizeOf(name: string): number {
  const [file, ...others] = (existsSync(ASSETS) ? readdirSync(ASSETS) : []).filter(
    (one) => one.startsWith(`${name}-`) && one.endsWith('.br'),
  );
  if (file === undefined || others.length > 0) throw new Error(`${name} is not built: run npm run build`);
  return statSync(join(ASSETS, file)).size;
}

test.each(LANGUAGES)('the report page and its style sheet fit into one initial TCP window (%s)', (language) => {
  const html = `<!doctype html>${render(
    <ReportPage
      deployment={sampleDeployment}
      language={language}
      reception={openReception}
      numbers={SAMPLE_HELP_NUMBERS}
    />,
  )}`;
  expect(brotliCompressSync(html).length + sizeOf('public')).toBeLessThanOrEqual(14_600);
  // Nothing else is needed before the first question can be answered: scripts are modules, which wait, and one style sheet.
  expect(html.match(/<link rel="stylesheet"/g)).toHaveLength(1);
  expect(html.match(/<script/g)?.length).toBe(html.match(/<script type="module"/g)?.length);
  expect(html).not.toMatch(/<img|<iframe|<link rel="(?!stylesheet|icon)/);
});

test('the loader is under a kilobyte', () => {
  expect(sizeOf('report')).toBeLessThanOrEqual(1_000);
});

test('scripts and sealing worker together are under ten kilobytes, and libsodium under a hundred', () => {
  expect(sizeOf('leave') + sizeOf('report') + sizeOf('sender') + sizeOf('sealing-worker')).toBeLessThanOrEqual(10_000);
  expect(sizeOf('libsodium-sumo')).toBeLessThanOrEqual(100_000);
});

test('libsodium’s bytes are those of the package, untouched', () => {
  const file = readdirSync(ASSETS).find((one) => /^libsodium-sumo-.*\.wasm$/.test(one)) ?? '';
  const glue = join(
    import.meta.dirname,
    '../../../shared/node_modules/libsodium-sumo/dist/modules-sumo-esm/libsodium-sumo.mjs',
  );
  const [, literal = ''] = /"(AGFzbQ[^"]{200000,})"/.exec(readFileSync(glue, 'utf8')) ?? [];
  expect(readFileSync(join(ASSETS, file)).equals(Buffer.from(literal, 'base64'))).toBe(true);
});
