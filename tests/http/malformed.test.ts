import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { type FreshApp, freshApp, send, signInAs } from './fresh-app.ts';
import { OPERATIONS, mayCall } from './operations.ts';
import type { Handle } from './people.ts';

/** What a stranger might put where a value belongs: other types, far too large, other alphabets, other languages. */
const oddities = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1.5,
    2 ** 31,
    2 ** 53,
    1e300,
    '',
    '\0',
    "'; drop table reports; --",
    '../..',
  ),
  fc.constantFrom('%', '%00', 'ក', '\ud800', '__proto__', 'constructor', '2026-02-31', '9999-Q9', 'AAAA', '=='),
  fc.uuid(),
  fc.string(),
  fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as unknown),
);

/** Objects with the names that the contract knows, filled with anything. */
const NAMES = [
  'handle',
  'auth',
  'token',
  'keyring',
  'members',
  'entry',
  'summary',
  'epoch',
  'wrap',
  'entryId',
  'revision',
];
const MORE = [
  'sealed',
  'grant',
  'slots',
  'records',
  'file',
  'series',
  'kind',
  'cohort',
  'number',
  'hash',
  'signature',
  'caseId',
];
const body = fc.dictionary(fc.constantFrom(...NAMES, ...MORE, '__proto__'), fc.oneof(oddities, fc.array(oddities)), {
  maxKeys: 12,
});

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshApp;
  const cookies = new Map<string, string>();
  beforeAll(async () => {
    fresh = await freshApp(kind);
    for (const handle of Object.keys(fresh.people) as Handle[]) cookies.set(handle, await signInAs(fresh, handle));
  });
  afterAll(() => fresh.close());

  test.each(OPERATIONS.filter(([, { method }]) => method !== 'delete'))(
    '%s refuses what makes no sense, and does not fail over it',
    async (_, operation) => {
      const caller = Object.values(fresh.people).find((person) => mayCall(person, operation));
      const cookie = cookies.get(caller?.handle ?? '') ?? '';
      const odd = oddities.map((value) =>
        encodeURIComponent(
          (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/[\ud800-\udfff]/g, '?'),
        ),
      );
      await fc.assert(
        fc.asyncProperty(body, odd, odd, async (made, first, second) => {
          const path = operation.path.replaceAll(/:\w+/g, first === '' ? 'x' : first);
          const query =
            operation.method === 'get' ? `?after=${second}&limit=${first}&team=${second}&purpose=${first}` : '';
          const answer = await send(fresh.app, operation.method.toUpperCase(), path + query, {
            body: operation.method === 'get' ? null : JSON.stringify(made),
            cookie,
          });
          expect(answer.status).toBeLessThan(500);
        }),
        { numRuns: 40 },
      );
      expect(fresh.reported).toEqual([]);
    },
  );

  test('takes no offence at addresses, cookies and types that make no sense', async () => {
    const strange = [
      '/%',
      '/%00',
      '/en/%ff',
      '/api/%2e%2e/',
      '/api/cases/%00',
      '//',
      '/assets/%2f',
      '/en/report/',
      `/${'x'.repeat(9000)}`,
    ];
    for (const path of strange) expect((await send(fresh.app, 'GET', path)).status).toBeLessThan(500);
    for (const cookie of ['__Host-session=', '__Host-session=%00', '=', ';;;', `__Host-session=${'a'.repeat(5000)}`])
      expect((await send(fresh.app, 'GET', '/api/accounts/own', { cookie })).status).toBe(401);
    const type = { 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' };
    expect((await send(fresh.app, 'POST', '/api/reports', { body: '{}', headers: type })).status).toBe(400);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect((await send(fresh.app, method, '/api/reports')).status).toBeLessThan(500);
    expect(fresh.reported).toEqual([]);
  });
});
