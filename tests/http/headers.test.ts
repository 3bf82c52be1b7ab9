import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshApp, freshApp, send, signInAs } from './fresh-app.ts';

/** A public page, its style sheets named by their hashes. */
const PAGE = (style: string) =>
  `default-src 'none'; script-src 'self'; style-src ${style}; img-src 'self'; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types romduol-worker`;
const CONSOLE = `${PAGE("'self'").replace("img-src 'self'", "img-src 'self' blob:")}; frame-src blob:`;

describe('headers', () => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp();
  });
  afterAll(() => fresh.close());

  const get = (path: string, headers: Record<string, string> = {}) => send(fresh.app, 'GET', path, { headers });

  const ANSWERS: readonly (readonly [string, number, () => Promise<Response>])[] = [
    ['a page', 200, () => get('/km/report')],
    ['a redirect', 303, () => get('/')],
    ['an address that is not there', 404, () => get('/nothing/here')],
    ['an answer of the API', 200, () => get('/api/keyring')],
    ['a refusal of the API', 401, () => get('/api/cases')],
    ['bad input', 400, () => send(fresh.app, 'POST', '/api/reports', { body: '{' })],
    ['a cross-site form', 403, () => send(fresh.app, 'POST', '/en/report', { body: 'x', headers: { origin: 'null' } })],
    ['leaving quickly', 200, () => send(fresh.app, 'POST', '/exit', { body: '' })],
    ['the health check', 200, () => get('/healthz')],
  ];

  test.each(ANSWERS)('%s is not kept, framed, sniffed, shared or embedded', async (_, status, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test('pages have the policy of pages, report and return page alone the microphone', async () => {
    for (const path of ['/en/', '/km/help', '/en/rights', '/km/report', '/en/return']) {
      const answer = await get(path);
      const html = await answer.text();
      const hashes = (answer.headers.get('content-security-policy')?.match(/'sha256-[^']+'/g) ?? []).join(' ');
      expect(answer.headers.get('content-security-policy')).toBe(PAGE(hashes));
      // Every sheet in the page is one of those named, and nothing else styles it.
      for (const [, text = ''] of html.matchAll(/<style>([^<]*)<\/style>/g)) {
        expect(hashes).toContain(createHash('sha256').update(text).digest('base64'));
      }
      expect(html).not.toMatch(/style="|rel="stylesheet"/);
      const microphone = /\/(report|return)$/.test(path) ? 'microphone=(self)' : 'microphone=()';
      expect(answer.headers.get('permissions-policy')?.split(', ')).toContain(microphone);
    }
  });

  test('the console may show what it has opened', async () => {
    const answer = await get('/console');
    expect(answer.headers.get('content-security-policy')).toBe(CONSOLE);
  });

  test('a worker may run WebAssembly and is isolated; nothing else may, or is', async () => {
    const script = /src="(\/assets\/report-[^"]+)"/.exec(await (await get('/en/report')).text())?.[1] ?? '';
    const worker = /\/assets\/sealing-worker-[\w-]+\.js/.exec(await (await get(script)).text())?.[0] ?? '';
    const answer = await get(worker);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    );
    expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    for (const path of [script, '/en/report', '/api/keyring'])
      expect((await get(path)).headers.get('content-security-policy')).not.toContain('wasm');
  });

  test('the library is sent as WebAssembly, compressed for whoever takes it, the same bytes for all', async () => {
    const script = /src="(\/assets\/report-[^"]+)"/.exec(await (await get('/en/report')).text())?.[1] ?? '';
    const wasm = /\/assets\/libsodium-thin-[\w-]+\.wasm/.exec(await (await get(script)).text())?.[0] ?? '';
    const plain = await get(wasm);
    const brotli = await get(wasm, { 'accept-encoding': 'gzip, br' });
    expect(plain.headers.get('content-type')).toBe('application/wasm');
    expect([plain, brotli].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'br']);
    expect([plain, brotli].map(({ headers }) => headers.get('vary'))).toEqual(['Accept-Encoding', 'Accept-Encoding']);
    const sent = Buffer.from(await plain.arrayBuffer());
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).equals(sent)).toBe(true);
    expect(sent.subarray(0, 4).toString('latin1')).toBe('\0asm');
  });

  test('what anybody may read of the API is compressed, what a member reads is not', async () => {
    const encoded = { 'accept-encoding': 'br' };
    const plain = await get('/api/keyring');
    const brotli = await get('/api/keyring', encoded);
    expect([plain, brotli].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'br']);
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(await plain.text());
    const own = await send(fresh.app, 'GET', '/api/accounts/own', {
      cookie: await signInAs(fresh, 'sok.dara'),
      headers: encoded,
    });
    expect([own.status, own.headers.get('content-encoding')]).toEqual([200, null]);
  });

  test('no address below the assets leads out of them', async () => {
    for (const path of [
      '/assets/../.vite/manifest.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/',
      '/assets/x',
    ])
      expect((await get(path)).status).toBe(404);
  });

  test('says when it is alive and when the database answers', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    const gone = await freshApp();
    await gone.database.close();
    expect((await send(gone.app, 'GET', '/healthz')).status).toBe(200);
    expect((await send(gone.app, 'GET', '/readyz')).status).toBe(503);
    await gone.close().catch(() => undefined);
  });

  test('a fault of ours tells a number and nothing else, to the caller and to the log', async () => {
    const broken = await freshApp();
    await broken.database.close();
    const answer = await send(broken.app, 'POST', '/api/accounts/parameters', { body: '{"handle":"sok.dara"}' });
    const said = (await answer.json()) as { error: string; request: string };
    expect([answer.status, said.error]).toEqual([500, 'internal']);
    expect(broken.reported).toHaveLength(1);
    expect(broken.reported[0]).toMatch(new RegExp(`^fault ${said.request} \\w+( \\w+)?$`));
    await broken.close().catch(() => undefined);
  });
});
