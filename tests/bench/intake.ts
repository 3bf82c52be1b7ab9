import { readKeyring, readTeamKeys } from '@romduol/shared/api/keyring';
import { CaseId, type Day, type TeamId } from '@romduol/shared/ids';
import { encodeSealedReport, sealReport } from '@romduol/shared/sealing/envelope';
import { checkKeys, recipientsOf, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { keysWithoutReceipt } from '@romduol/server/demo/send-report';
import { callerOf } from '../attack/intake/clients.ts';
import { type Figure, figure, medianOf } from './figure.ts';
import { measurePgbench } from './pgbench.ts';
import { openRawLine, rawPost } from './raw-post.ts';
import { openSite } from './site.ts';

const CLIENTS = 16;
const MANY_CLIENTS = 64;
const ROUNDS = 3;
/** Reports in one round: some seconds on either engine. */
const PER_ROUND = { postgresql: 800, pglite: 250 } as const;
const PLENTY = 640;
/** What part of the database's own speed the budget asks for. */
const LEAST_OF_PEER = 0.7;

const NARRATIVE = 'ពួកគេបានគំរាមខ្ញុំនៅមុខផ្ទះ។ '.repeat(35);

/** Reports of about 3 kB of Khmer, sealed beforehand: what is measured is the server, not the telephones. */
async function sealMany(origin: string, count: number): Promise<Buffer[]> {
  const call = callerOf(origin);
  const { file } = await call(readKeyring);
  if (file === null) throw new Error('the bench deployment has no keyring');
  const { keyring } = verifyKeyring(file, { today: new Date().toISOString().slice(0, 10) as Day });
  const team = 'country' as TeamId;
  const recipients = checkKeys(recipientsOf(keyring, team), (await call(readTeamKeys, { query: { team } })).keys);
  return Array.from({ length: count }, () =>
    rawPost(
      origin,
      '/api/reports',
      encodeSealedReport(
        sealReport({
          caseId: CaseId.parse(crypto.randomUUID()),
          team,
          keyringVersion: keyring.version,
          recipients,
          answers: { codebook: 1, narrative: NARRATIVE },
          contact: {},
          sealedBy: 'browser',
          receipt: keysWithoutReceipt(),
        }),
      ),
    ),
  );
}

async function sendAll(
  origin: string,
  requests: readonly Buffer[],
  clients: number,
): Promise<{ perSecond: number; errors: number }> {
  const lines = await Promise.all(Array.from({ length: clients }, () => openRawLine(origin)));
  const left = requests.values();
  let errors = 0;
  const began = performance.now();
  await Promise.all(
    lines.map(async (line) => {
      for (const request of left) if ((await line.post(request)) !== 201) errors += 1;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const line of lines) line.close();
  return { perSecond: (requests.length - errors) / seconds, errors };
}

/** Durable reports a second by sixteen clients on each engine, and whether sixty-four get errors. */
export async function benchIntake(): Promise<Figure[]> {
  return [...(await benchEngine('postgresql')), ...(await benchEngine('pglite'))];
}

async function benchEngine(engine: 'postgresql' | 'pglite'): Promise<Figure[]> {
  const site = await openSite(engine);
  if (site === null) return [];
  const server = await site.start();
  try {
    const perRound = PER_ROUND[engine];
    const bodies = await sealMany(server.origin, perRound * (ROUNDS + 1) + PLENTY);
    const take = (count: number): Buffer[] => bodies.splice(0, count);
    await sendAll(server.origin, take(perRound), CLIENTS);
    const rates: number[] = [];
    const peers: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.push((await sendAll(server.origin, take(perRound), CLIENTS)).perSecond);
      // In turns with the peer, so that whatever else the machine does falls on both.
      if (site.postgres !== null) peers.push(...(await measurePgbench(site.postgres.url, CLIENTS)));
    }
    const { errors } = await sendAll(server.origin, take(PLENTY), MANY_CLIENTS);
    const peer = peers.length === 0 ? null : medianOf(peers);
    return [
      figure(
        `intake: durable reports a second, ${CLIENTS} clients, ${engine}`,
        '1/s',
        rates,
        peer === null ? {} : { peer, limit: LEAST_OF_PEER * peer },
      ),
      ...(peer === null ? [] : [figure(`intake: pgbench inserting the same rows, ${CLIENTS} clients`, '1/s', peers)]),
      figure(`intake: errors of ${PLENTY} reports by ${MANY_CLIENTS} clients, ${engine}`, '1', [errors], { limit: 0 }),
    ];
  } finally {
    await server.stop();
    await site.close();
  }
}
