import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import type { Answers } from '@romduol/shared/questionnaire/answers';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { foundSample } from '@romduol/server/demo/found-sample';
import { makeActs } from '@romduol/web/desk/make-acts';
import { type DatabaseKind, freshDatabase } from '../../database/fresh.ts';
import { SAMPLE_PLAN } from '../../end-to-end/deployment.ts';
import { type ServerProcess, startServer } from '../server-process.ts';
import { callerOf, openSealer, type Sealer, sendForm, sendSealed, withClients } from './clients.ts';

const ROOT = process.env['ROMDUOL_BUILD'] ?? join(import.meta.dirname, '../../..');
const CLIENTS = 16;

/** A founded deployment whose server can be killed and started again on what it left behind. */
export type Site = {
  server: ServerProcess;
  readonly dataDir: string;
  readonly passphrase: string;
  readonly seal: Sealer;
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** The supervisor of both teams, who may open everything. */
const READER = 'bopha';

export async function openSite(kind: DatabaseKind, environment: Readonly<Record<string, string>> = {}): Promise<Site> {
  const database = kind === 'postgresql' ? await freshDatabase(kind) : null;
  useSodium(await loadSumoSodium());
  const dataDir = mkdtempSync(join(tmpdir(), 'romduol-load-'));
  const start = (): Promise<ServerProcess> =>
    startServer({ root: ROOT, dataDir, databaseUrl: database?.url ?? null, environment });
  const server = await start();
  const { accounts } = await foundSample(callerOf(server.origin), Date.now, server.foundingToken ?? '', SAMPLE_PLAN);
  const site: Site = {
    server,
    dataDir,
    passphrase: accounts.find(({ handle }) => handle === READER)?.passphrase ?? '',
    seal: await openSealer(server.origin),
    async restart() {
      site.server = await start();
    },
    async close() {
      await site.server.stop();
      await database?.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return site;
}

export type Reported = {
  readonly narrative: string;
  /** What was sealed, for sending again. */
  readonly body: string | null;
  /** Null when no acknowledgement came. */
  readonly receipt: string | null;
};

const words = (at: number): string =>
  `report ${at} · ${crypto.randomUUID()}\nរឿងទី ${at}៖ ពួកគេបានគំរាមខ្ញុំ ហើយខ្ញុំសុំជំនួយ។ ${'ខ្ញុំភ័យ។ '.repeat(at % 40)}`;

/** Half of the reports sealed here, half posted as forms, by sixteen people at once. */
export async function sendReports(
  site: Site,
  count: number,
  onAcknowledged: (count: number) => void = () => undefined,
): Promise<Reported[]> {
  const narratives = Array.from({ length: count }, (_, at) => words(at));
  let acknowledged = 0;
  return withClients(CLIENTS, narratives, async (narrative, at): Promise<Reported> => {
    const answers: Answers = { codebook: 1, narrative, province: KH_PROVINCE[at % KH_PROVINCE.length] ?? 'KH-12' };
    const sent = at % 2 === 0 ? await sealAndSend(site, answers) : await postForm(site, answers);
    if (sent.receipt !== null) onAcknowledged((acknowledged += 1));
    return { narrative, ...sent };
  });
}

async function sealAndSend({ server: { origin }, seal }: Site, answers: Answers): Promise<Omit<Reported, 'narrative'>> {
  const { body, receipt } = seal({ answers, contact: {} });
  return { body, receipt: (await sendSealed(origin, body)) === null ? null : receipt };
}

const postForm = async ({ server: { origin } }: Site, answers: Answers): Promise<Omit<Reported, 'narrative'>> => ({
  body: null,
  receipt: await sendForm(origin, { answers, contact: {} }),
});

/** The words of every case that opens in the console of a supervisor of both teams. */
export async function openEverything(site: Site): Promise<string[]> {
  const acts = makeActs({ call: callerOf(site.server.origin), clock: Date.now });
  await acts.signIn(READER, site.passphrase);
  const opened: string[] = [];
  for (const { caseId, problem } of await acts.queue()) {
    if (problem !== null) throw new Error(`a case does not open: ${problem}`);
    const { answers, flags } = await acts.openCase(caseId);
    if (flags.length > 0) throw new Error(`a case is odd: ${flags.join(', ')}`);
    opened.push(answers.narrative ?? '');
  }
  return opened;
}
