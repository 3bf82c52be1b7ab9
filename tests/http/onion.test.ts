import { ConfigError, originsFor, readConfig } from '@romduol/server/config';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshApp, ONION, freshApp, send } from './fresh-app.ts';

describe('an onion address', () => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp();
  });
  afterAll(() => fresh.close());

  const offered = async (method: string, path: string, body: string | null = null): Promise<string | null> =>
    (await send(fresh.app, method, path, { body })).headers.get('onion-location');

  test.each(['/en/', '/km/', '/en/report', '/km/help', '/en/rights', '/km/statistics'])(
    '%s is offered there, under the same path',
    async (path) => expect(await offered('GET', path)).toBe(ONION + path),
  );

  // A browser set to follow it would lose a receipt, or what was typed.
  test.each([
    ['POST', '/en/report', ''],
    ['POST', '/exit', ''],
    ['GET', '/en/nothing-here', null],
    ['GET', '/', null],
    ['GET', '/console', null],
    ['GET', '/api/keyring', null],
    ['GET', '/healthz', null],
  ] as const)('%s %s is not', async (method, path, body) => expect(await offered(method, path, body)).toBeNull());

  test('stands among the safety advice, in both languages', async () => {
    for (const path of ['/en/help', '/km/help'])
      expect(await (await send(fresh.app, 'GET', path)).text()).toContain(`<b lang="en">${ONION}</b>`);
  });

  test('forms sent from there are taken, from another onion they are not', async () => {
    const body = new URLSearchParams({ narrative: 'words' }).toString();
    const statusFrom = async (origin: string): Promise<number> => {
      const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
      return (await send(fresh.app, 'POST', '/en/report', { body, headers })).status;
    };
    expect(await statusFrom(ONION)).toBe(200);
    expect(await statusFrom(ONION.replace('r', 's'))).toBe(403);
    expect(await statusFrom(ONION.replace('http:', 'https:'))).toBe(403);
  });
});

test('the setting takes a version 3 address, and adds it to the others', () => {
  const config = readConfig({ ONION_URL: `${ONION}/`, PUBLIC_URL: 'https://report.example.org' });
  expect(originsFor(config, 3000)).toEqual(['https://report.example.org', ONION]);
  expect(originsFor(readConfig({ ONION_URL: ONION }), 3000)).toEqual([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    ONION,
  ]);
  expect(originsFor(readConfig({}), 3000)).toHaveLength(2);
  for (const wrong of ['http://example.onion', 'https://example.org', `${ONION}/path`, ONION.replace('http:', 'ftp:')])
    expect(() => readConfig({ ONION_URL: wrong })).toThrow(ConfigError);
});

test('the neutral site is reached over https, or is on this machine', () => {
  expect(readConfig({ NEUTRAL_SITE: 'http://127.0.0.1:4711/' }).neutralSite).toBe('http://127.0.0.1:4711/');
  for (const wrong of ['http://example.org/', 'http://127.0.0.1.example.org/', 'ftp://example.org/'])
    expect(() => readConfig({ NEUTRAL_SITE: wrong })).toThrow(/NEUTRAL_SITE: expected an address/);
});
