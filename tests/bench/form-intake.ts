import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendForm } from '../attack/intake/clients.ts';
import { type Figure, figure } from './figure.ts';
import { openSite } from './site.ts';

const CLIENTS = 4;
const ROUNDS = 3;
const ROUND_MS = 6000;
/** Complete form posts a second on one core that the budget asks for. */
const LEAST = 5;

const NARRATIVE = 'ពួកគេបានគំរាមខ្ញុំនៅមុខផ្ទះ។ '.repeat(35);

/** Reports posted as forms, received, sealed with a receipt derived for each, and stored, by a server held to one core. */
export async function benchFormIntake(): Promise<Figure[]> {
  const canPin = spawnSync('taskset', ['--version']).status === 0;
  const site = await openSite('postgresql');
  if (site === null) return [];
  const server = await site.start(canPin ? ['taskset', '-c', '0'] : []);
  const report = { answers: { codebook: 1 as const, narrative: NARRATIVE, province: 'KH-12' as const }, contact: {} };
  try {
    await sendForm(server.origin, report);
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const running = { done: 0, ended: false };
      const client = async (): Promise<void> => {
        while (!running.ended) {
          if ((await sendForm(server.origin, report)) === null) throw new Error('a form got no receipt');
          if (!running.ended) running.done += 1;
        }
      };
      const clients = Array.from({ length: CLIENTS }, client);
      await sleep(ROUND_MS);
      running.ended = true;
      rates.push(running.done / (ROUND_MS / 1000));
      await Promise.all(clients);
    }
    const where = canPin ? 'one core' : 'all cores';
    return [
      figure(`intake without script: complete form posts a second, ${where}`, '1/s', rates, {
        limit: LEAST,
        peer: LEAST,
      }),
    ];
  } finally {
    await server.stop();
    await site.close();
  }
}
