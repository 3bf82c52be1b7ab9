import { join } from 'node:path';
import { loadAssets } from '@romduol/server/assets/assets';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshApp, ONION, freshApp, signInAs } from '../../http/fresh-app.ts';

// What must stand in every answer is written down here a second time, by hand.

const ORIGIN = 'http://127.0.0.1:3000';
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const EVERYWHERE = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
const PAGE =
  /^default-src 'none'; script-src 'self'; style-src 'sha256-\S{44}' 'sha256-\S{44}'; img-src 'self'; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types romduol-worker$/;
const CONSOLE =
  /^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types romduol-worker; frame-src blob:$/;
const WORKER = /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'$/;
/** What draws a stranger's PDF reaches nothing, not even us. */
const PDF_WORKER = /^default-src 'none'; script-src 'self'$/;
const BARE = /^default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'$/;
/** What would open a door: to other sites, to a cache, to what a page may load, to what runs the server. */
const NEVER = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'content-security-policy-report-only',
  'etag',
  'last-modified',
  'link',
  'report-to',
  'reporting-endpoints',
  'server',
  'service-worker-allowed',
  'sourcemap',
  'x-powered-by',
];

/** The kind of an address, from the address alone. */
function policyOf(path: string): RegExp {
  if (/^\/assets\/(?:pdf|practice)-worker-[\w-]+\.js$/.test(path)) return PDF_WORKER;
  if (/^\/assets\/\S*worker-[\w-]+\.js$/.test(path)) return WORKER;
  if (/^\/(api|clips|assets)\//.test(path)) return BARE;
  return path === '/console' ? CONSOLE : PAGE;
}

function expectProtected(method: string, path: string, answer: Response): void {
  const where = `${method} ${path} answered ${answer.status}`;
  const sent = Object.fromEntries(answer.headers);
  const expected = policyOf(path);
  const permitted = (sent['permissions-policy'] ?? '').split(', ');
  expect({ where, ...sent }).toMatchObject({
    where,
    ...EVERYWHERE,
    'content-security-policy': expect.stringMatching(expected) as string,
  });
  expect({
    where,
    embedder: sent['cross-origin-embedder-policy'],
    opened: permitted.filter((feature) => !feature.endsWith('=()')),
    refusesMany: permitted.length > 20,
    never: Object.keys(sent).filter((name) => NEVER.includes(name)),
  }).toEqual({
    where,
    embedder: expected === WORKER || expected === PDF_WORKER ? 'require-corp' : undefined,
    opened: openedTo(path),
    refusesMany: true,
    never: [],
  });
}

/** What of the browser a page may use. */
function openedTo(path: string): string[] {
  if (path === '/console') return ['publickey-credentials-get=(self)'];
  return /^\/(en|km)\/(report|return)$/.test(path) ? ['microphone=(self)'] : [];
}

/** An address that the pattern takes, naming nothing that is there. */
const fill = (pattern: string): string =>
  pattern
    .replaceAll(/:language(\{[^}]*\})?/g, 'km')
    .replaceAll(/:kind\b/g, 'incident')
    .replaceAll(/:cohort\b/g, '2026-Q1')
    .replaceAll(/:place\b/g, 'help')
    .replaceAll(/:chunk\b|:number\b/g, '1')
    .replaceAll(/:\w+(\{[^}]*\})?/g, '22222222-2222-4222-8222-222222222222');

const assets = loadAssets(join(import.meta.dirname, '../../../web/dist/public')).paths;
const PLACES = ['', 'report', 'return', 'help', 'rights', 'next', 'safety', 'statistics', 'nothing-is-here'];
const NOT_MOUNTED = ['/nothing', '/api/nothing', '/api/', '/assets/nothing.js', '/clips/x', '/%00', '/en/%ff'];

describe('every address, by every method', () => {
  let fresh: FreshApp;
  let cookie: string;
  let paths: string[];
  beforeAll(async () => {
    fresh = await freshApp();
    cookie = await signInAs(fresh, 'sok.dara');
    const pages = ['en', 'km'].flatMap((language) => PLACES.map((place) => `/${language}/${place}`));
    paths = [...new Set([...fresh.app.routes.map(({ path }) => fill(path)), ...pages, ...assets, ...NOT_MOUNTED])];
  });
  afterAll(() => fresh.close());

  const ask = (method: string, path: string, headers: Record<string, string>) =>
    fresh.app.request(path, { method, headers, body: ['POST', 'PUT', 'PATCH'].includes(method) ? '{}' : null });

  test('bears the headers of its kind', async () => {
    expect(paths.length).toBeGreaterThan(100);
    const statuses = new Set<number>();
    for (const path of paths) {
      for (const method of METHODS) {
        const type = path.startsWith('/api/') ? 'application/json' : 'application/x-www-form-urlencoded';
        // Leaving ends the session's usefulness for nothing else: the latch is a cookie of its own, not kept here.
        const answer = await ask(method, path, { 'sec-fetch-site': 'same-origin', 'content-type': type, cookie });
        expectProtected(method, path, answer);
        expect(`${method} ${path} ${answer.status}`).toMatch(/ [1-4]\d\d$/);
        statuses.add(answer.status);
      }
    }
    console.log(`${paths.length} addresses by ${METHODS.length} methods bear the headers of their kind`);
    // The control: these were answers of every kind.
    expect([...statuses]).toEqual(expect.arrayContaining([200, 303, 308, 400, 401, 404, 422]));
    expect(fresh.reported).toEqual([]);
  });

  const FOREIGN: readonly Record<string, string>[] = [
    {},
    { origin: 'null' },
    { origin: 'https://elsewhere.invalid' },
    { origin: `${ORIGIN}.elsewhere.invalid` },
    { referer: `${ORIGIN}/en/report` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: ORIGIN },
  ];
  const TYPES = [
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
  ];

  test('refuses from elsewhere whatever might change something, form or JSON, with the same headers', async () => {
    const changing = fresh.app.routes.filter(({ method }) => method !== 'GET');
    expect(changing.length).toBeGreaterThan(20);
    const ways = FOREIGN.length * TYPES.length;
    for (const { method, path: pattern } of changing) {
      for (const headers of FOREIGN) {
        for (const type of TYPES) {
          const path = fill(pattern);
          const answer = await ask(method, path, { ...headers, 'content-type': type, cookie });
          expect([method, path, headers, type, answer.status]).toEqual([method, path, headers, type, 403]);
          expectProtected(method, path, answer);
        }
      }
    }
    console.log(`${changing.length} routes that change something, ${ways} ways each from elsewhere: all refused`);
  });

  test('takes from our own pages what browsers without script, or without Sec-Fetch, send', async () => {
    const forms = ['/en/report', '/km/report', '/en/return', '/km/return', '/exit'];
    const words: readonly Record<string, string>[] = [
      { origin: ORIGIN },
      { origin: ONION },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
    ];
    for (const path of forms)
      for (const headers of words) {
        const answer = await ask('POST', path, { ...headers, 'content-type': 'application/x-www-form-urlencoded' });
        expect([path, headers, answer.status]).not.toEqual([path, headers, 403]);
        expect(answer.status).toBeLessThan(500);
      }
  });

  test('leaving answers itself, latches every page for ten minutes, and nothing else', async () => {
    const form = { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
    const left = await ask('POST', '/exit', form);
    expect([left.status, left.headers.get('refresh')]).toEqual([200, '0; url=https://www.wikipedia.org/']);
    const [latch] = left.headers.getSetCookie();
    expect(latch).toBe('__Host-l=1; Path=/; Secure; SameSite=Lax; Max-Age=600; HttpOnly');
    expect((await left.text()).match(/<a /g)).toHaveLength(1);
    const beacon = await fresh.app.request('/exit', { method: 'POST', headers: { origin: ORIGIN } });
    expect([beacon.status, beacon.headers.getSetCookie()]).toEqual([204, [latch]]);

    for (const path of paths.filter((one) => !one.includes('%'))) {
      const page = path === '/' || /^\/(en|km)\//.test(path) || path === '/km';
      for (const method of ['GET', 'HEAD']) {
        const answer = await ask(method, path, { cookie: '__Host-l=1' });
        const sent = answer.status === 303 && answer.headers.get('location') === 'https://www.wikipedia.org/';
        expect([method, path, sent]).toEqual([method, path, page]);
      }
    }
    const reply = await ask('POST', '/km/return', { ...form, cookie: '__Host-l=1' });
    expect(reply.headers.get('location')).toBeNull();
  });
});
