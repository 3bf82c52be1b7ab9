import { foundDeployment, readOwnAccount, readParameters, signOut } from '@romduol/shared/api/accounts';
import { readKeyring } from '@romduol/shared/api/keyring';
import { dayAt } from '@romduol/shared/language/dates';
import { LEAST_PARAMETERS, authKey, unwrapIdentity } from '@romduol/shared/sealing/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainBytes } from '@romduol/server/database/columns';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp, send, signInAs } from './fresh-app.ts';
import { foundingMembers, signFirstKeyring } from './people.ts';

const MINUTE = 60_000;
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshApp;
  let start: number;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    start = fresh.clock.now;
  });
  afterAll(() => fresh.close());
  beforeEach(() => {
    fresh.clock.now = start;
  });

  const attempt = (handle: string, auth: Uint8Array) =>
    send(fresh.app, 'POST', '/api/accounts/session', { body: JSON.stringify({ handle, auth: base64url(auth) }) });

  test('a signed-in member reads their account and opens their identity with it', async () => {
    const call = await fresh.as('sok.dara');
    const account = await call(readOwnAccount);
    const { root, identity, id } = fresh.people['sok.dara'];
    const { parameters } = account;
    expect(account.memberId).toBe(id);
    expect(unwrapIdentity(root, account.identity.wrapped, { memberId: id, epoch: 0, parameters })).toEqual(
      identity.seed,
    );
  });

  test('the session cookie cannot be read by scripts, sent across sites, over http, or kept by the browser', async () => {
    const answer = await attempt('sok.dara', authKey(fresh.people['sok.dara'].root));
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-session=[a-z0-9]{40}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
  });

  test('an unknown handle is answered like a known one, the same each time', async () => {
    const first = await fresh.call(readParameters, { body: { handle: 'nobody' } });
    const again = await fresh.call(readParameters, { body: { handle: 'nobody' } });
    const other = await fresh.call(readParameters, { body: { handle: 'nobody.else' } });
    const known = await fresh.call(readParameters, { body: { handle: 'sok.dara' } });
    expect(again).toEqual(first);
    expect(base64url(other.salt)).not.toBe(base64url(first.salt));
    expect({ ...first, salt: null }).toEqual({ ...LEAST_PARAMETERS, salt: null });
    expect({ ...known, salt: null }).toEqual({ ...LEAST_PARAMETERS, salt: null });
  });

  test('a wrong key and an unknown handle are refused alike', async () => {
    const wrong = await attempt('sok.dara', new Uint8Array(32));
    const unknown = await attempt('nobody', new Uint8Array(32));
    const words = async (answer: Response) => ({ ...((await answer.json()) as object), request: null });
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await words(wrong)).toEqual(await words(unknown));
  });

  test('nothing that the database holds signs anybody in', async () => {
    const [row] = await query(fresh.database.db)<{
      auth_hash: Uint8Array;
    }>`select auth_hash from members where handle = 'sok.dara'`;
    expect((await attempt('sok.dara', plainBytes(row?.auth_hash ?? new Uint8Array(32)))).status).toBe(401);

    await signInAs(fresh, 'sok.dara');
    const stored = await query(fresh.database.db)<{ hash: Uint8Array }>`select hash from sessions`;
    expect(stored.length).toBeGreaterThan(0);
    for (const { hash } of stored)
      for (const text of [Buffer.from(hash).toString('hex'), base64url(hash), Buffer.from(hash).toString('latin1')]) {
        const cookie = `__Host-session=${encodeURIComponent(text)}`;
        expect((await send(fresh.app, 'GET', '/api/accounts/own', { cookie })).status).toBe(401);
      }
  });

  test('a session ends when its member signs out', async () => {
    const cookie = await signInAs(fresh, 'chan.lina');
    const call = fresh.withCookie(cookie);
    await call(signOut);
    await expect(call(readOwnAccount)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('a session lives while it is used, and ends after half an hour without', async () => {
    const call = await fresh.as('keo.rith');
    for (let minutes = 20; minutes <= 100; minutes += 20) {
      fresh.clock.now = start + minutes * MINUTE;
      await call(readOwnAccount);
    }
    fresh.clock.now += 31 * MINUTE;
    await expect(call(readOwnAccount)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('a session ends after eight hours however much it is used', async () => {
    const call = await fresh.as('keo.rith');
    const alive = async (minutes: number): Promise<boolean> => {
      fresh.clock.now = start + minutes * MINUTE;
      return call(readOwnAccount).then(
        () => true,
        () => false,
      );
    };
    for (let minutes = 20; minutes <= 460; minutes += 20) expect(await alive(minutes)).toBe(true);
    expect(await alive(481)).toBe(false);
  });

  test('stored times are in steps of five minutes', async () => {
    fresh.clock.now = start + 123_456;
    await signInAs(fresh, 'sok.dara');
    const odd = await query(
      fresh.database.db,
    )`select from sessions where extract(epoch from expires_at) % 300 <> 0 or extract(epoch from ends_at) % 300 <> 0`;
    expect(odd).toEqual([]);
  });

  test('ten attempts at a handle make it rest for five minutes, and no other', async () => {
    const right = authKey(fresh.people['pich.rany'].root);
    const wrong = await Promise.all(Array.from({ length: 12 }, () => attempt('pich.rany', new Uint8Array(32))));
    expect(wrong.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(wrong.filter(({ status }) => status === 429)).toHaveLength(2);
    expect((await attempt('pich.rany', right)).status).toBe(429);
    expect((await attempt('noy.kosal', authKey(fresh.people['noy.kosal'].root))).status).toBe(200);
    fresh.clock.now = start + 6 * MINUTE;
    expect((await attempt('pich.rany', right)).status).toBe(200);
  });
});

describe('founding', () => {
  test('happens once, by the token, and not by another', async () => {
    const fresh = await freshApp('pglite', { founded: false });
    expect(await fresh.call(readKeyring)).toEqual({ version: 0, file: null });
    const stranger = { ...fresh, token: 'x'.repeat(43) };
    await expect(fresh.call(foundDeployment, { body: foundingBody(stranger) })).rejects.toMatchObject({
      code: 'credentials_refused',
    });
    await fresh.found();
    expect((await fresh.call(readKeyring)).version).toBe(1);
    await expect(fresh.found()).rejects.toMatchObject({ code: 'credentials_refused' });
    await fresh.close();
  });

  test('refuses accounts that the keyring does not name', async () => {
    const fresh = await freshApp('pglite', { founded: false });
    const body = foundingBody(fresh);
    const swapped = body.members.map((member, at) => ({
      ...member,
      key: body.members[(at + 1) % body.members.length]?.key ?? member.key,
    }));
    await expect(fresh.call(foundDeployment, { body: { ...body, members: swapped } })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await expect(
      fresh.call(foundDeployment, { body: { ...body, members: body.members.slice(1) } }),
    ).rejects.toMatchObject({ code: 'bad_input' });
    expect((await fresh.call(readKeyring)).version).toBe(0);
    await fresh.close();
  });
});

function foundingBody(fresh: Pick<FreshApp, 'people' | 'rootKey' | 'clock' | 'token'>) {
  return {
    token: fresh.token,
    keyring: signFirstKeyring(fresh.people, fresh.rootKey, dayAt(fresh.clock.now)),
    members: foundingMembers(fresh.people),
  };
}
