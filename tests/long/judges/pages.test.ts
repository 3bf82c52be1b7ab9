import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { LANGUAGES } from '@romduol/shared/language/language';
import { PLACES, addressOf } from '@romduol/web/pages/addresses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Deployment, SAMPLE_PLAN, startDeployment } from '../../end-to-end/deployment.ts';
import { runPackage, runTool } from './run-tool.ts';

// Outside judges of the public pages: the W3C's HTML checker and Lighthouse.

const VNU = 'vnu-jar@26.9.27';
const LIGHTHOUSE = 'lighthouse@12.8.2';
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

let deployment: Deployment;
let folder: string;
beforeAll(async () => {
  deployment = await startDeployment({ plan: SAMPLE_PLAN });
  folder = mkdtempSync(join(tmpdir(), 'romduol-judges-'));
});
afterAll(async () => {
  await deployment.stop();
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(deployment.origin + path, {
    method: 'POST',
    headers: { origin: deployment.origin },
    body: new URLSearchParams(fields),
  });

describe('the HTML checker', () => {
  test('finds no error and nothing to warn of in any public page, answers to forms among them', async () => {
    await runTool('java', ['-version']);
    const files: string[] = [];
    const keep = async (name: string, answer: Response): Promise<void> => {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, await answer.text());
      files.push(file);
    };
    for (const language of LANGUAGES) {
      for (const place of PLACES)
        await keep(`${language}-${place}`, await fetch(deployment.origin + addressOf(place, language)));
      await keep(`${language}-nothing`, await fetch(`${deployment.origin}/${language}/nothing`));
      await keep(`${language}-problems`, await post(`/${language}/report`, { identity_text: 'x'.repeat(201) }));
      await keep(`${language}-receipt`, await post(`/${language}/report`, { narrative: 'words' }));
      await keep(`${language}-no-such-receipt`, await post(`/${language}/return`, { receipt: '12' }));
    }
    await keep('console', await fetch(`${deployment.origin}/console`));
    const { errors } = await runPackage(VNU, ['--format', 'json', '--exit-zero-always', ...files]);
    const { messages } = JSON.parse(errors) as { messages: { type: string; url: string; message: string }[] };
    // The renderer closes void elements as XHTML did, which the checker notes and HTML ignores.
    const found = messages.filter(({ message }) => !message.startsWith('Trailing slash on void elements'));
    expect(found.map(({ type, url, message }) => `${type} ${url.split('/').at(-1)}: ${message}`)).toEqual([]);
    console.log(`HTML checker: ${files.length} pages, ${found.length} messages`);
  });
});

describe('Lighthouse', () => {
  const chrome = existsSync(chromium.executablePath())
    ? chromium.executablePath()
    : (SYSTEM.find((file) => existsSync(file)) ?? '');

  async function judge(path: string): Promise<Readonly<Record<string, number>>> {
    const report = join(folder, 'lighthouse.json');
    await runPackage(
      LIGHTHOUSE,
      [
        deployment.origin + path,
        '--quiet',
        '--output=json',
        `--output-path=${report}`,
        '--only-categories=accessibility,best-practices,performance',
        `--chrome-flags=--headless=new${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`,
      ],
      { CHROME_PATH: chrome },
    );
    if (!existsSync(report)) throw new Error('not run: lighthouse left no report');
    const { categories, audits } = JSON.parse(readFileSync(report, 'utf8')) as {
      categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
      audits: Record<string, { score: number | null; title: string }>;
    };
    rmSync(report);
    const scores = Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, score * 100]));
    const lost = Object.values(categories)
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1);
    console.log(path, scores, lost.map(({ id }) => id).join(' '));
    return scores;
  }

  const paths = LANGUAGES.flatMap((language) => PLACES.map((place) => [addressOf(place, language), place] as const));
  test.each(paths)('gives %s full marks for accessibility and best practices', async (path, place) => {
    const scores = await judge(path);
    expect(scores['accessibility']).toBe(100);
    expect(scores['best-practices']).toBe(100);
    expect(scores['performance']).toBeGreaterThanOrEqual(place === 'report' ? 95 : 90);
  });
});
