import { type Access, type AnyOperation, ApiError } from '@romduol/shared/api/contract';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshApp, freshApp, send, signInAs } from './fresh-app.ts';
import { OPERATIONS, ROOMS, accessOf, mayCall } from './operations.ts';
import type { Handle } from './people.ts';
import { BESIDE_THE_CONTRACT, WHO_MAY } from './who-may.ts';

/** An address of the operation, with ids that nothing has. */
const addressOf = (operation: AnyOperation): string =>
  operation.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const values: Record<string, string> = { kind: 'incident', cohort: '2026-Q1', series: 'rainbow' };
    return values[name] ?? '22222222-2222-4222-8222-222222222222';
  });

const errorIn = async (answer: Response): Promise<string> => ((await answer.json()) as { error: string }).error;

describe('every operation of the contract', () => {
  let fresh: FreshApp;
  const cookies = new Map<string, string>();
  beforeAll(async () => {
    fresh = await freshApp();
    for (const handle of Object.keys(fresh.people) as Handle[]) cookies.set(handle, await signInAs(fresh, handle));
  });
  afterAll(() => fresh.close());

  const ask = (operation: AnyOperation, handle: string | null) => {
    const body = operation.method === 'post' || operation.method === 'put' ? '{}' : null;
    const cookie = handle === null ? '' : (cookies.get(handle) ?? '');
    return send(fresh.app, operation.method.toUpperCase(), addressOf(operation), { body, cookie });
  };

  test('is among those that are tested', () => {
    const files = readdirSync(join(import.meta.dirname, '../../shared/src/api')).filter(
      (name) => name !== 'contract.ts',
    );
    expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual(Object.keys(ROOMS).sort());
    expect(OPERATIONS.length).toBeGreaterThan(25);
    const addresses = OPERATIONS.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
    // Who may call it was written down by hand, of each and of nothing else.
    expect(addresses.toSorted()).toEqual(Object.keys(WHO_MAY).toSorted());
    const routes = fresh.app.routes.map(({ method, path }) => `${method} ${path}`);
    const mounted = new Set(routes.filter((route) => / \/api\//.test(route) && !route.startsWith('ALL ')));
    const expected = addresses.map((address) => address.replace(/^\w+/, (method) => method.toUpperCase()));
    expect([...mounted].toSorted()).toEqual([...expected, ...BESIDE_THE_CONTRACT].toSorted());
  });

  test.each(OPERATIONS)('%s is promised to whom it is for', (_, operation) => {
    const sorted = (access: Access): Access => (typeof access === 'string' ? access : access.toSorted());
    expect(sorted(operation.access)).toEqual(sorted(accessOf(operation)));
  });

  test.each(OPERATIONS)('%s is mounted, and answers only in the words of the contract', async (_, operation) => {
    const handle = Object.values(fresh.people).find((person) => mayCall(person, operation))?.handle ?? null;
    const answer = await ask(operation, accessOf(operation) === 'public' ? null : handle);
    const said: unknown = JSON.parse(await answer.text());
    const promised = answer.status < 400 ? operation.answer : ApiError;
    expect(promised.safeParse(said)).toMatchObject({ success: true });
    // An unknown address is answered 404 too. Of these only a case or a cohort can be missing, and its address has an id.
    const missing = /:/.test(operation.path) ? [404] : [];
    expect([200, 201, 400, 401, ...missing]).toContain(answer.status);
    if (operation.method === 'delete') cookies.set(handle ?? '', await signInAs(fresh, handle as Handle));
  });

  const GUARDED = OPERATIONS.filter(([, operation]) => accessOf(operation) !== 'public');

  test.each(GUARDED)('%s is closed to whoever is not signed in', async (_, operation) => {
    const answer = await ask(operation, null);
    expect([answer.status, await errorIn(answer)]).toEqual([401, 'not_signed_in']);
  });

  test.each(GUARDED)('%s is closed to members whose roles it does not name', async (_, operation) => {
    for (const person of Object.values(fresh.people)) {
      const answer = await ask(operation, person.handle);
      const refused = answer.status === 403 && (await errorIn(answer)) === 'forbidden';
      expect([person.handle, refused]).toEqual([person.handle, !mayCall(person, operation)]);
      if (operation.method === 'delete') cookies.set(person.handle, await signInAs(fresh, person.handle as Handle));
    }
  });

  test.each(OPERATIONS.filter(([, { method }]) => method !== 'get'))(
    '%s is closed to other sites',
    async (_, operation) => {
      const person = Object.values(fresh.people).find((one) => mayCall(one, operation));
      const attempt = (headers: Record<string, string>) =>
        send(fresh.app, operation.method.toUpperCase(), addressOf(operation), {
          body: operation.method === 'delete' ? null : '{}',
          cookie: cookies.get(person?.handle ?? '') ?? '',
          headers,
        });
      const FOREIGN = [
        {},
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' },
        { origin: 'null' },
        { origin: 'http://127.0.0.1:3001' },
        { origin: 'http://127.0.0.1:3000.example.org' },
        { referer: 'http://127.0.0.1:3000/' },
      ];
      for (const headers of FOREIGN) {
        const answer = await attempt(headers);
        expect([headers, answer.status, await errorIn(answer)]).toEqual([headers, 403, 'cross_site']);
      }
      // The control: the same from our own page, with and without the browser's word for it.
      expect((await attempt({ origin: 'http://127.0.0.1:3000' })).status).not.toBe(403);
      if (operation.method === 'delete')
        cookies.set(person?.handle ?? '', await signInAs(fresh, person?.handle as Handle));
    },
  );

  test.each(OPERATIONS.filter(([, { method }]) => method === 'post' || method === 'put'))(
    '%s refuses a body that is too long, said or not',
    async (_, operation) => {
      const person = Object.values(fresh.people).find((one) => mayCall(one, operation));
      const long = `{"x":"${'x'.repeat(operation.bodyLimit)}"}`;
      const headers = {
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        cookie: cookies.get(person?.handle ?? '') ?? '',
      };
      const said = await fresh.app.request(addressOf(operation), {
        method: operation.method.toUpperCase(),
        headers: { ...headers, 'content-length': String(long.length) },
        body: long,
      });
      const unsaid = await fresh.app.request(addressOf(operation), {
        method: operation.method.toUpperCase(),
        headers,
        body: new Blob([long]).stream(),
        duplex: 'half',
      } as RequestInit);
      expect([said.status, unsaid.status]).toEqual([413, 413]);
    },
  );
});
