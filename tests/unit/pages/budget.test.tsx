import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { LANGUAGES } from '@romduol/shared/language/language';
import { confidentialityLimits } from '@romduol/shared/questionnaire/sections';
import { CLIP_SECTIONS } from '@romduol/shared/site/items';
import { readMarkdown } from '@romduol/web/pages/markdown';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import { ReportPage } from '@romduol/web/pages/report-page';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { openReception, sampleDeployment } from './sample-deployment.ts';

const ASSETS = join(import.meta.dirname, '../../../web/dist/public/assets');

/** The built file whose name begins so. Build `web` first: `npm test` does. */
function built(name: string, ending: string): string {
  const [file, ...others] = (existsSync(ASSETS) ? readdirSync(ASSETS) : []).filter(
    (one) => one.startsWith(`${name}-`) && one.endsWith(ending),
  );
  if (file === undefined || others.length > 0) throw new Error(`${name} is not built: run npm run build`);
  return join(ASSETS, file);
}
/** Bytes on the wire. */
const sizeOf = (name: string): number => statSync(built(name, '.br')).size;

test.each(LANGUAGES)('the report page, its style sheet in it, fits into one initial TCP window (%s)', (language) => {
  const style = readFileSync(built('public', '.css'), 'utf8').trimEnd();
  const html = `<!doctype html>${render(
    <ReportPage
      deployment={{ ...sampleDeployment, assets: { ...sampleDeployment.assets, style } }}
      language={language}
      reception={openReception}
      numbers={SAMPLE_HELP_NUMBERS}
    />,
  )}`;
  expect(html).toContain(`<style>${style}</style>`);
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(14_600);
  // Nothing else is needed before the first question can be answered: scripts are modules, which wait.
  expect(html.match(/<script/g)?.length).toBe(html.match(/<script type="module"/g)?.length);
  expect(html).not.toMatch(/<img|<iframe|<link rel="(?!icon)/);
});

test.each(LANGUAGES)(
  'it still does with a clip of two organisations in each section and words of their own (%s)',
  (language) => {
    const organisation = { en: 'Sample organisation: Romchang', km: 'អង្គការគំរូ៖ រំចង់' };
    const texts = [1, 2].map(() => ({
      organisation,
      blocks: readMarkdown(confidentialityLimits[language], `/${language}/`),
    }));
    const clips = Object.fromEntries(
      CLIP_SECTIONS.map((section) => [
        section,
        ['romchang', 'champei'].map((id) => ({
          organisation,
          address: `/clips/sample-${id}/${section}/${language}/3`,
        })),
      ]),
    );
    const html = render(
      <ReportPage
        deployment={sampleDeployment}
        language={language}
        reception={openReception}
        numbers={SAMPLE_HELP_NUMBERS}
        site={{ texts: { limits: texts, hours: texts }, clips, closed: [] }}
      />,
    );
    expect(html.match(/<audio /g)).toHaveLength(2 * CLIP_SECTIONS.length);
    expect(brotliCompressSync(`<!doctype html>${html}`).length + sizeOf('public')).toBeLessThanOrEqual(14_600);
  },
);

test('leaving quickly, on every page, is under half a kilobyte', () => {
  expect(sizeOf('leave')).toBeLessThanOrEqual(500);
});

test('the loader is under a kilobyte', () => {
  expect(sizeOf('report')).toBeLessThanOrEqual(1_000);
});

test('what sealing needs is under ten kilobytes, and libsodium under seventy-five', () => {
  expect(sizeOf('report') + sizeOf('sender') + sizeOf('sealing-worker')).toBeLessThanOrEqual(10_000);
  expect(sizeOf('libsodium-thin')).toBeLessThanOrEqual(75_000);
});

/** A script with everything that it imports at once, bytes on the wire. */
function loadedWith(name: string): number {
  const waiting = [built(name, '.js')];
  const loaded = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)"\.\/([^"]+)"/g))
      waiting.push(join(ASSETS, imported));
  }
  return [...loaded].reduce((sum, file) => sum + statSync(`${file}.br`).size, 0);
}

test('what the return page needs to open and to answer is under forty-five kilobytes, and nothing of files is in it', () => {
  const name = readdirSync(ASSETS).find((file) => /^return-[\w-]{8}\.js\.br$/.test(file)) ?? '';
  const loader = statSync(join(ASSETS, name)).size;
  expect(loader).toBeLessThanOrEqual(1_000);
  const all = loader + loadedWith('return-screen') + loadedWith('return-worker');
  expect(all).toBeLessThanOrEqual(45_000);
  expect(readFileSync(built('return-worker', '.js'), 'utf8')).not.toContain('application/pdf');
});
