import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundDeployment } from '@romduol/shared/api/accounts';
import { signIn } from '@romduol/shared/api/second-factor';
import { listCases } from '@romduol/shared/api/cases';
import { submitReport } from '@romduol/shared/api/reports';
import { dayAt } from '@romduol/shared/language/dates';
import { authKey } from '@romduol/shared/sealing/identity';
import { verifyKeyring } from '@romduol/shared/sealing/keyring';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeReport } from './make-report.ts';
import { foundingMembers, makePeople, signFirstKeyring } from './people.ts';
import { type RunningServer, callServer, startProcess } from './start-process.ts';

describe('the server as a process, on its built-in database', () => {
  let folder: string;
  const running: RunningServer[] = [];
  beforeAll(async () => useSodium(await loadStandardSodium()));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'romduol-process-'));
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.end('SIGKILL').catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  });
  async function start(environment?: Record<string, string>): Promise<RunningServer> {
    const server = await startProcess(folder, environment);
    running.push(server);
    return server;
  }
  async function found({ origin, foundingToken }: RunningServer) {
    const people = makePeople();
    const root = sodium().signKeypair(sodium().randomBytes(32));
    const today = dayAt(Date.now());
    const file = signFirstKeyring(people, root, today);
    const body = { token: foundingToken ?? '', keyring: file, members: foundingMembers(people) };
    await callServer(origin)(foundDeployment, { body });
    return { people, keyring: verifyKeyring(file, { today }).keyring };
  }

  test('stops when it is asked to, and says nothing of what it was asked', async () => {
    const server = await start({ SECOND_FACTOR: 'required' });
    await found(server);
    await fetch(`${server.origin}/api/cases?after=CANARY`, { headers: { cookie: '__Host-session=CANARY' } });
    expect(await server.end('SIGTERM')).toBe(0);
    expect(server.output()).not.toContain('CANARY');
    expect(server.output().trim().split('\n')).toHaveLength(4);
  });

  test('offers the founding link until it is founded, and warns of what its database cannot do', async () => {
    const first = await start();
    expect(first.output()).toMatch(/^http:\/\/localhost:\d+\/console#found=[\w-]{43}$/m);
    expect(first.output()).toMatch(/not a loss of power/);
    await found(first);
    await first.end('SIGTERM');
    expect((await start()).foundingToken).toBeNull();
  });

  test('keeps its secret to itself', async () => {
    await start();
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'secret'))).toHaveLength(32);
    expect(statSync(join(folder, 'pglite')).mode & 0o077).toBe(0);
  });

  test('a second process on the same folder is refused, and the first goes on', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(/ended with 1: .* is in use by another process of this program/);
    expect((await fetch(`${first.origin}/readyz`)).status).toBe(200);
  });

  test('of two that start at the same moment on what a killed one left, one is refused', async () => {
    await (await start()).end('SIGKILL');
    const outcomes = await Promise.allSettled([start(), start()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('holds a folder whose path is too long for a socket', async () => {
    const long = join(folder, 'a-folder-with-a-long-name-'.repeat(5));
    const first = await startProcess(long);
    running.push(first);
    await expect(startProcess(long)).rejects.toThrow(/is in use/);
    expect(existsSync(join(long, 'in-use.sock'))).toBe(false);
  });

  test('every report that was acknowledged is there after the process was killed', async () => {
    const server = await start();
    const { people, keyring } = await found(server);
    const acknowledged: string[] = [];
    const call = callServer(server.origin);
    const client = async (): Promise<void> => {
      for (;;) {
        const report = makeReport(people, keyring);
        await call(submitReport, { body: report });
        acknowledged.push(report.caseId);
      }
    };
    const clients = Array.from({ length: 8 }, () => client().catch(() => undefined));
    while (acknowledged.length < 60) await new Promise((resolve) => setTimeout(resolve, 5));
    await server.end('SIGKILL');
    await Promise.all(clients);

    const again = await start();
    const dara = callServer(again.origin);
    await dara(signIn, { body: { handle: 'sok.dara', auth: authKey(people['sok.dara'].root) } });
    const { cases } = await dara(listCases, { query: { limit: 500 } });
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    expect(cases.map(({ caseId }) => caseId)).toEqual(expect.arrayContaining(acknowledged));
  });

  test.each([
    ['a port that is no number', { PORT: 'many' }, /PORT: expected a number/],
    ['an address with a path', { PUBLIC_URL: 'https://example.org/report' }, /PUBLIC_URL: expected/],
    ['a database of another kind', { DATABASE_URL: 'mysql://user:CANARY@localhost/x' }, /DATABASE_URL: expected/],
    ['a database that does not answer', { DATABASE_URL: 'postgres://CANARY:CANARY@127.0.0.1:9/x' }, /ECONNREFUSED/],
    ['a neutral site without TLS', { NEUTRAL_SITE: 'http://example.org' }, /NEUTRAL_SITE: expected/],
    ['a secret that is not there', { SECRET_FILE: '/nowhere/secret' }, /secret cannot be read/],
  ])('refuses to start with %s, in a sentence that repeats no value', async (_, environment, sentence) => {
    const refusal = start(environment);
    await expect(refusal).rejects.toThrow(sentence);
    await expect(refusal).rejects.not.toThrow(/CANARY| at .*\.js/);
  });

  test('refuses a secret that others can read, is cut, or is another one', async () => {
    const server = await start();
    await found(server);
    await server.end('SIGTERM');
    const secret = join(folder, 'secret');
    chmodSync(secret, 0o644);
    await expect(start()).rejects.toThrow(/can be read by others/);
    chmodSync(secret, 0o600);
    const kept = readFileSync(secret);
    writeFileSync(secret, kept.subarray(0, 31));
    await expect(start()).rejects.toThrow(/exactly 32 bytes/);
    writeFileSync(secret, Buffer.alloc(32));
    await expect(start()).rejects.toThrow(/not the secret that this database was founded with/);
    writeFileSync(secret, kept);
    await start();
  });
});
