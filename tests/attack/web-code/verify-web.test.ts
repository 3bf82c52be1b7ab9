import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textItem } from '@romduol/shared/site/items';
import { loadAssets } from '@romduol/server/assets/assets';
import { reachDeployed } from '@romduol/server/verify-web/deployed';
import { verifyWeb } from '@romduol/server/verify-web/verify-web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Deployment, SAMPLE_PLAN, startDeployment } from '../../end-to-end/deployment.ts';
import { type HostileProxy, type Tamper, changeJson, changeText, startProxy } from '../hostile-proxy.ts';

const ROOT = join(import.meta.dirname, '../../..');

const assets = loadAssets(join(ROOT, 'web/dist/public'));

/** Runs the program as `npm run verify-web` does once everything is built. */
async function verify(...given: string[]): Promise<{ status: number | null; said: string }> {
  const program = join(ROOT, 'server/dist/program/verify-web.js');
  const child = spawn(process.execPath, [program, `--built=${join(ROOT, 'web/dist/public')}`, ...given]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const [status] = (await once(child, 'exit')) as [number | null];
  return { status, said };
}

describe('a deployment compared with its source', () => {
  let deployment: Deployment;
  let proxy: HostileProxy;
  beforeAll(async () => {
    deployment = await startDeployment({ plan: SAMPLE_PLAN });
    proxy = await startProxy(deployment.origin);
    const admin = await deployment.desk('admin');
    const content = new TextEncoder().encode('We are **here** from eight to five.');
    await admin.publishSite([{ item: textItem('home'), language: 'en', after: 0, content }]);
  });
  afterAll(async () => {
    await proxy.close();
    await deployment.stop();
  });

  test('is found to be what the source makes, and told what it says of itself', async () => {
    const manifest = join(tmpdir(), `romduol-manifest-${process.pid}`);
    const { status, said } = await verify(proxy.origin, `--manifest=${manifest}`);
    expect(said).toMatch(/All \d+ files and pages are what this source makes/);
    expect(said).toMatch(/fingerprint is: \w+( \w+)+/);
    expect(said).toContain('https://weather.invalid/');
    expect(status).toBe(0);
    const lines = readFileSync(manifest, 'utf8').trimEnd().split('\n');
    rmSync(manifest);
    expect(lines).toContainEqual(expect.stringMatching(/^[0-9a-f]{64} {2}\/km\/report$/));
    expect(lines).toContainEqual(expect.stringMatching(/^[0-9a-f]{64} {2}\/assets\/libsodium-thin-.*\.wasm$/));
    expect(lines.length).toBeGreaterThan(40);
  });

  /** Lets one path through changed. */
  const only =
    (which: RegExp, change: Tamper): Tamper =>
    (asked, passing) => {
      if (which.test(asked.path)) change(asked, passing);
    };

  const CASES: readonly (readonly [string, Tamper, RegExp])[] = [
    [
      'one byte of a script',
      only(/^\/assets\/sealing-worker-/, (_, passing) => {
        passing.body[1000] = (passing.body[1000] ?? 0) ^ 1;
      }),
      /^\/assets\/sealing-worker-\S+: its bytes are not those that the source and the signed texts give\.$/m,
    ],
    [
      'one header',
      only(/^\/en\/report$/, (_, { headers }) => {
        headers['content-security-policy'] = String(headers['content-security-policy']).replace("'self'", '*');
      }),
      /^\/en\/report: the header content-security-policy is “.*script-src \*/m,
    ],
    [
      'a header left out',
      only(/^\/assets\/return-worker/, (_, { headers }) => {
        delete headers['cross-origin-embedder-policy'];
      }),
      /^\/assets\/return-worker-\S+: the header cross-origin-embedder-policy is missing/m,
    ],
    [
      'a header that loads something',
      only(/^\/km\/help$/, (_, { headers }) => {
        headers['link'] = '<https://elsewhere.invalid/x.js>; rel=preload; as=script';
      }),
      /^\/km\/help: the header link \(.*\) is sent, and should not be/m,
    ],
    [
      'a page',
      only(/^\/km\/$/, (_, passing) => changeText(passing, (html) => html.replace('</main>', '<p>…</p></main>'))),
      /^\/km\/: its bytes are not those/m,
    ],
    [
      'what an organisation says',
      only(/^\/api\/site$/, (_, passing) =>
        changeJson<{ editions: { content: string }[] }>(passing, ({ editions }) => {
          for (const edition of editions) edition.content = Buffer.from('Write to me instead.').toString('base64url');
        }),
      ),
      /The text text\/home \(en\) of sample is not signed by an administrator/,
    ],
    [
      'a keyring of its own',
      only(/^\/api\/keyring\/history/, (_, passing) =>
        changeJson<{ files: { index: { bytes: string } }[] }>(passing, ({ files: [file] }) => {
          if (file !== undefined) file.index.bytes = file.index.bytes.replace(/^./, 'A');
        }),
      ),
      /The keyring it serves does not verify: bad_signature/,
    ],
  ];

  test.each(CASES)('is found to differ in %s, and in nothing else', async (_, tamper, sentence) => {
    proxy.tamper(tamper);
    const { differences } = await verifyWeb(reachDeployed(proxy.origin), assets, Date.now);
    proxy.honest();
    expect(differences).toContainEqual(expect.stringMatching(sentence));
    // A text that is changed changes the page that shows it.
    expect(differences.length).toBeLessThanOrEqual(2);
  });

  test('is found to differ in each file and page of which a byte was changed, and in no other', async () => {
    const honest = await verifyWeb(reachDeployed(proxy.origin), assets, Date.now);
    const paths = new Set(honest.files.map(({ path }) => path));
    const changed = new Set<string>();
    proxy.tamper(({ method, path }, { body }) => {
      if (method !== 'GET' || !paths.has(path) || body.length === 0) return;
      body[body.length - 1] = (body[body.length - 1] ?? 0) ^ 1;
      changed.add(path);
    });
    const { differences } = await verifyWeb(reachDeployed(proxy.origin), assets, Date.now);
    proxy.honest();
    console.log(`a byte changed in each of ${changed.size} files and pages: ${differences.length} named`);
    expect(honest.differences).toEqual([]);
    expect(changed.size).toBeGreaterThan(80);
    expect(differences.map((one) => one.replace(/: its bytes are not those.*$/, '')).sort()).toEqual(
      [...changed].sort(),
    );
    expect([...paths].filter((path) => !changed.has(path))).toEqual([]);
  });

  test('is told apart by the program’s exit status too', async () => {
    proxy.tamper(CASES[0]?.[1] ?? (() => undefined));
    const { status, said } = await verify(proxy.origin);
    proxy.honest();
    expect(said).toMatch(/^One difference:\n {2}\/assets\/sealing-worker-\S+: its bytes are not those/m);
    expect(status).toBe(1);
  });

  test('asks for no address whose answers somebody on the line could change', async () => {
    for (const address of ['http://report.example.org', 'https://report.example.org/en/', 'example', '']) {
      const { status, said } = await verify(address);
      expect([status, said]).toEqual([2, expect.stringContaining('npm run verify-web -- https://')]);
    }
  });
});
