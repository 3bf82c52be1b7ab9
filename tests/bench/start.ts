import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, figure } from './figure.ts';
import { type Engine, openSite, ROOT, type Site } from './site.ts';

const STARTS = 5;
/** Milliseconds from `npm start` to the first answer. */
const BUDGET: Readonly<Record<Engine, number>> = { pglite: 2500, postgresql: 1000 };
const RSS_BUDGET = 130;
const PORT = 20_000 + Math.floor(Math.random() * 20_000);

/** How long `npm start` takes on an existing database, and how much memory its server holds at rest. */
export async function benchStart(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const engine of ['postgresql', 'pglite'] as const) {
    const site = await openSite(engine);
    if (site === null) continue;
    try {
      const times: number[] = [];
      for (let start = 0; start < STARTS; start += 1) times.push(await timeStart(site));
      figures.push(figure(`start: npm start to the first answer, ${engine}`, 'ms', times, { limit: BUDGET[engine] }));
      if (engine === 'postgresql') figures.push(...(await measureMemory(site)));
    } finally {
      await site.close();
    }
  }
  return figures;
}

async function timeStart(site: Site): Promise<number> {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(PORT),
      DATA_DIR: site.dataDir,
      SECOND_FACTOR: 'offered',
      ...(site.postgres === null ? {} : { DATABASE_URL: site.postgres.url }),
    },
    stdio: 'ignore',
    // A group of its own: npm, its shell and the server are ended together.
    detached: true,
  });
  try {
    await untilAnswered(child);
    return performance.now() - began;
  } finally {
    await endGroup(child);
  }
}

async function untilAnswered(child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/en/report`).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(10);
  }
  throw new Error('npm start did not answer');
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
  // The server may outlive npm by a moment; its port and folder are wanted again.
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await fetch(`http://127.0.0.1:${PORT}/healthz`).catch(() => null)) === null) return;
    await sleep(25);
  }
}

/** Resident memory in MB after the pages have been asked for, some seconds at rest. Linux only. */
async function measureMemory(site: Site): Promise<Figure[]> {
  const server = await site.start();
  try {
    for (const path of ['/en/', '/km/', '/en/report', '/km/report', '/en/statistics', '/api/keyring'])
      await fetch(server.origin + path);
    const megabytes: number[] = [];
    for (let taken = 0; taken < 5; taken += 1) {
      await sleep(1500);
      megabytes.push(residentOf(server.pid));
    }
    return [figure('server at rest: resident memory, postgresql', 'MB', megabytes, { limit: RSS_BUDGET })];
  } catch {
    return [];
  } finally {
    await server.stop();
  }
}

function residentOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kilobytes) * 1024) / 1e6;
}
