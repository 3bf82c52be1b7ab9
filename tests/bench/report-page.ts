import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { makeCpuQuota } from './cpu-quota.ts';
import { type Figure, figure } from './figure.ts';
import { openSite } from './site.ts';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
/** 400 kbit/s, in bytes a millisecond, and 400 ms a round trip. */
const LINE = { bytesPerMs: 50, roundTripMs: 400 } as const;
const VISITS = 5;

/** One initial TCP window. */
const BYTES_BUDGET = 14_600;
const REQUESTS_BUDGET = 2;

/** The report page on a slow line and a slow telephone: bytes, requests, time to the first question, sealing ready. */
export async function benchReportPage(): Promise<Figure[]> {
  const site = await openSite('pglite');
  if (site === null) return [];
  const server = await site.start();
  const system = existsSync(chromium.executablePath()) ? undefined : SYSTEM.find((file) => existsSync(file));
  const browser = await chromium.launch({
    channel: 'chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ...(system === undefined ? {} : { executablePath: system }),
  });
  try {
    const figures: Figure[] = [];
    for (const language of ['en', 'km'] as const)
      figures.push(...(await benchLanguage(browser, server.origin, language)));
    return [...figures, ...(await benchSealing(browser, server.origin))];
  } finally {
    await browser.close();
    await server.stop();
    await site.close();
  }
}

async function benchLanguage(browser: Browser, origin: string, language: 'en' | 'km'): Promise<Figure[]> {
  const path = `/${language}/report`;
  const bytes = await bytesOnTheWire(origin, path);
  const visits: FirstQuestion[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) visits.push(await timeFirstQuestion(browser, origin + path));
  const requests = Math.max(...visits.map((visit) => visit.requests));
  // What the line alone costs: a round trip for each request that waits for the one before, and the bytes.
  const bare = requests * LINE.roundTripMs + bytes / LINE.bytesPerMs;
  return [
    figure(`report page (${language}): bytes on the wire until usable, headers included`, 'B', [bytes], {
      limit: BYTES_BUDGET,
      peer: BYTES_BUDGET,
    }),
    figure(
      `report page (${language}): requests until usable`,
      '1',
      visits.map((visit) => visit.requests),
      { limit: REQUESTS_BUDGET },
    ),
    figure(
      `report page (${language}): time to first question, 400 kbit/s, 400 ms, 4x CPU`,
      'ms',
      visits.map((visit) => visit.ms),
      {
        limit: 1000,
        peer: bare,
      },
    ),
  ];
}

/** Every byte of the answer to a browser that takes Brotli, status line and headers among them. */
function bytesOnTheWire(origin: string, path: string): Promise<number> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n`,
      );
    });
    socket.on('data', (data) => {
      bytes += data.length;
    });
    socket.once('end', () => resolve(bytes));
    socket.once('error', reject);
  });
}

async function slowLine(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LINE.roundTripMs,
    downloadThroughput: LINE.bytesPerMs * 1000,
    uploadThroughput: LINE.bytesPerMs * 1000,
  });
  return session;
}

type FirstQuestion = { readonly ms: number; readonly requests: number };

/** From the start of the navigation to the first frame that shows a question, in a browser that has cached nothing. */
async function timeFirstQuestion(browser: Browser, address: string): Promise<FirstQuestion> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await slowLine(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      // Frames come only when nothing blocks rendering any more.
      const look = (): void => {
        const shown = document.querySelector('#report input')?.closest('fieldset')?.getClientRects().length ?? 0;
        if (shown > 0) requestAnimationFrame(() => performance.mark('first-question'));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('first-question').length > 0, undefined, {
      polling: 50,
    });
    return await page.evaluate(() => {
      const ms = performance.getEntriesByName('first-question')[0]?.startTime ?? NaN;
      const blocking = performance
        .getEntriesByType('resource')
        .filter(
          (entry) => (entry as PerformanceResourceTiming).initiatorType === 'link' && entry.name.endsWith('.css'),
        );
      return { ms, requests: 1 + blocking.length };
    });
  } finally {
    await context.close();
  }
}

/** From the first touch of the form until the worker can seal; its processes held to a quarter of a core. */
async function benchSealing(browser: Browser, origin: string): Promise<Figure[]> {
  const quota = makeCpuQuota(0.25);
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1)
    times.push(await timeSealingReady(browser, `${origin}/km/report`, quota));
  quota?.remove();
  const held = quota === null ? 'renderer not held back' : 'renderer held to a quarter of a core';
  return [
    figure(`report page: sealing ready from the first touch, 400 kbit/s, 400 ms, ${held}`, 'ms', times, {
      limit: 2800,
    }),
  ];
}

async function timeSealingReady(
  browser: Browser,
  address: string,
  quota: ReturnType<typeof makeCpuQuota>,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const Plain = window.Worker;
      window.Worker = class extends Plain {
        constructor(address_: string | URL, options?: WorkerOptions) {
          super(address_, options);
          this.addEventListener('message', () => performance.mark('sealing-ready'), { once: true });
        }
      };
      document.addEventListener('pointerdown', () => performance.mark('first-touch'), { once: true, capture: true });
    });
    await page.goto(address, { waitUntil: 'load' });
    await slowLine(page);
    if (quota !== null) for (const pid of await rendererIds(browser)) quota.add(pid);
    await page.locator('#report textarea').first().tap();
    const ready = await page.waitForFunction(
      () => performance.getEntriesByName('sealing-ready')[0]?.startTime,
      undefined,
      {
        timeout: 60_000,
        polling: 50,
      },
    );
    const touched = await page.evaluate(() => performance.getEntriesByName('first-touch')[0]?.startTime ?? NaN);
    return ((await ready.jsonValue()) ?? NaN) - touched;
  } finally {
    await context.close();
  }
}

async function rendererIds(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}
