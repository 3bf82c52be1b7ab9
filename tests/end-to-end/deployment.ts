import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Role } from '@romduol/shared/api/contract';
import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import type { OrganisationId, TeamId } from '@romduol/shared/ids';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import type { DeskActs } from '@romduol/web/desk/acts';
import { type Caller, makeCaller } from '@romduol/web/desk/caller';
import { type SamplePlan, foundSample } from '@romduol/server/demo/found-sample';
import { makeActs } from '@romduol/web/desk/make-acts';
import type { FetchBytes } from '@romduol/web/desk/open-file';
import type { SendBytes } from '@romduol/web/desk/outgoing-files';

const ROOT = join(import.meta.dirname, '../..');
/** A page of nobody's, which tests serve themselves: nothing leaves the machine. */
export const NEUTRAL_SITE = 'https://weather.invalid/';

/** A running server on a data folder of its own. */
export type Deployment = {
  readonly origin: string;
  readonly dataDir: string;
  /** The one-time right to found it, null when it was founded before it was handed over. */
  readonly foundingToken: string | null;
  readonly passphrases: ReadonlyMap<string, string>;
  /** A member's desk, signed in: what a console's worker does, in this process. */
  desk(handle: string): Promise<DeskActs>;
  /** Everything the server has written to its output. */
  output(): string;
  stop(): Promise<void>;
};

/** Calls the server as a page of its own would, keeping the session's cookie. */
export const callerFor = (origin: string): Caller => visitorFor(origin).call;

/** The same with the ways by which files go. */
function visitorFor(origin: string): {
  readonly call: Caller;
  readonly fetchBytes: FetchBytes;
  readonly sendBytes: SendBytes;
} {
  let cookie = '';
  const call = makeCaller(async ({ method, path, body }) => {
    const answer = await fetch(origin + path, {
      method,
      headers: { origin, cookie, ...(body === null ? {} : { 'content-type': 'application/json' }) },
      body,
    });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    return { status: answer.status, text: await answer.text() };
  });
  const fetchBytes: FetchBytes = async (path) => {
    const answer = await fetch(origin + path, { headers: { cookie } });
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
  const sendBytes: SendBytes = (path, { headers, ...request }) =>
    fetch(origin + path, { ...request, headers: { ...(headers as Record<string, string>), origin, cookie } });
  return { call, fetchBytes, sendBytes };
}

const member = (handle: string, roles: Role[], teams: string[], publisher = false) => ({
  handle,
  roles,
  publisher,
  teams: teams as TeamId[],
});

/** One organisation, two teams: the smaller one covers a single province, the other takes the rest. */
export const SAMPLE_PLAN: SamplePlan = {
  organisations: [
    {
      id: 'sample' as OrganisationId,
      name: { en: 'Sample organisation', km: 'អង្គការគំរូ' },
      teams: [
        {
          id: 'capital' as TeamId,
          name: { en: 'Capital', km: 'រាជធានី' },
          provinces: ['KH-12'],
          duty: false,
          showsHandles: true,
        },
        {
          id: 'country' as TeamId,
          name: { en: 'Country', km: 'ខេត្ត' },
          provinces: KH_PROVINCE.filter((province) => province !== 'KH-12'),
          duty: true,
          showsHandles: true,
        },
      ],
      members: [
        member('admin', ['administrator'], []),
        member('rany', ['auditor'], []),
        member('sophea', ['caseworker'], ['capital']),
        member('dara', ['caseworker'], ['country']),
        member('bopha', ['supervisor'], ['capital', 'country'], true),
        member('veasna', ['supervisor'], ['country'], true),
      ],
    },
  ],
};

export async function startDeployment(options: {
  readonly plan: SamplePlan | null;
  readonly environment?: Readonly<Record<string, string>>;
}): Promise<Deployment> {
  useSodium(await loadSumoSodium());
  const dataDir = mkdtempSync(join(tmpdir(), 'romduol-'));
  const server = spawn(process.execPath, [join(process.env['ROMDUOL_BUILD'] ?? ROOT, 'server/dist/program/main.js')], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: dataDir,
      NEUTRAL_SITE,
      SECOND_FACTOR: 'offered',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  server.stderr.on('data', (text: Buffer) => {
    written += text.toString();
  });
  let origin = '';
  let foundingToken: string | null = null;
  for await (const line of createInterface({ input: server.stdout })) {
    written += `${line}\n`;
    origin = /^Ready: (\S+)/.exec(line)?.[1]?.replace('localhost', '127.0.0.1') ?? origin;
    foundingToken = /#found=(\S+)/.exec(line)?.[1] ?? foundingToken;
    if (origin !== '' && foundingToken !== null) break;
  }
  if (origin === '') throw new Error(`the server did not start: ${written}`);
  server.stdout.on('data', (text: Buffer) => {
    written += text.toString();
  });
  const passphrases = new Map<string, string>();
  if (options.plan !== null && foundingToken !== null) {
    const { accounts } = await foundSample(callerFor(origin), Date.now, foundingToken, options.plan);
    for (const { handle, passphrase } of accounts) passphrases.set(handle, passphrase);
    foundingToken = null;
  }
  return {
    origin,
    dataDir,
    foundingToken,
    passphrases,
    async desk(handle) {
      const acts = makeActs({ ...visitorFor(origin), clock: Date.now });
      await acts.signIn(handle, passphrases.get(handle) ?? '');
      return acts;
    },
    output: () => written,
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
