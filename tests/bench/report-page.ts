import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { makeCpuQuota } from './cpu-quota.ts';
import { type Figure, figure } from './figure.ts';
import { type PlainChromium, type PlainPage, openPlainChromium } from './plain-chromium.ts';
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
  const browser = await openPlainChromium(
    system ?? chromium.executablePath(),
    process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  );
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

async function benchLanguage(browser: PlainChromium, origin: string, language: 'en' | 'km'): Promise<Figure[]> {
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

/** A telephone that has cached nothing. */
async function openPhone(browser: PlainChromium): Promise<PlainPage> {
  const page = await browser.newPage();
  await page.send('Page.enable');
  await page.send('Network.enable');
  const screen = { width: 360, height: 740, deviceScaleFactor: 1, mobile: true };
  await page.send('Emulation.setDeviceMetricsOverride', screen);
  await page.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  return page;
}

const slowLine = (page: PlainPage): Promise<unknown> =>
  page.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LINE.roundTripMs,
    downloadThroughput: LINE.bytesPerMs * 1000,
    uploadThroughput: LINE.bytesPerMs * 1000,
  });

/** Looks now and then until the expression gives a number. */
async function untilNumber(page: PlainPage, expression: string): Promise<number> {
  for (const begun = Date.now(); Date.now() - begun < 60_000; await sleep(100)) {
    const value = await page.evaluate(expression);
    if (typeof value === 'number') return value;
  }
  throw new Error(`the page never had ${expression}`);
}

const markedAt = (name: string): string => `performance.getEntriesByName(${JSON.stringify(name)})[0]?.startTime`;

/** Frames come only when nothing blocks rendering any more. */
const WATCH_FOR_QUESTION = `{
  const look = () => {
    const shown = document.querySelector('#report input')?.closest('fieldset')?.getClientRects().length ?? 0;
    if (shown > 0) requestAnimationFrame(() => performance.mark('first-question'));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;
const COUNT_SHEETS = `performance.getEntriesByType('resource')
  .filter(({ initiatorType, name }) => initiatorType === 'link' && name.endsWith('.css')).length`;

type FirstQuestion = { readonly ms: number; readonly requests: number };

/** From the start of the navigation to the first frame that shows a question. */
async function timeFirstQuestion(browser: PlainChromium, address: string): Promise<FirstQuestion> {
  const page = await openPhone(browser);
  try {
    await slowLine(page);
    await page.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH_FOR_QUESTION });
    await page.send('Page.navigate', { url: address });
    // Looking costs the telephone time: not before it is over, as a rule.
    await sleep(2_000);
    const ms = await untilNumber(page, markedAt('first-question'));
    return { ms, requests: 1 + (await untilNumber(page, COUNT_SHEETS)) };
  } finally {
    await page.close();
  }
}

/** From the first touch of the form until the worker can seal; its processes held to a quarter of a core. */
async function benchSealing(browser: PlainChromium, origin: string): Promise<Figure[]> {
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

const WATCH_SEALING = `{
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(address, options) {
      super(address, options);
      this.addEventListener('message', () => performance.mark('sealing-ready'), { once: true });
    }
  };
  document.addEventListener('pointerdown', () => performance.mark('first-touch'), { once: true, capture: true });
}`;
const PLACE_OF_FIRST_FIELD = `{
  const field = document.querySelector('#report textarea');
  field.scrollIntoView({ block: 'center' });
  const { x, y } = field.getBoundingClientRect();
  ({ x: x + 20, y: y + 20 });
}`;

async function timeSealingReady(
  browser: PlainChromium,
  address: string,
  quota: ReturnType<typeof makeCpuQuota>,
): Promise<number> {
  const page = await openPhone(browser);
  try {
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH_SEALING });
    await page.send('Page.navigate', { url: address });
    await untilNumber(page, `document.readyState === 'complete' ? 1 : null`);
    const place = await page.evaluate(PLACE_OF_FIRST_FIELD);
    await slowLine(page);
    if (quota !== null) for (const pid of await browser.rendererIds()) quota.add(pid);
    await page.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [place] });
    await page.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    const ready = await untilNumber(page, markedAt('sealing-ready'));
    return ready - (await untilNumber(page, markedAt('first-touch')));
  } finally {
    await page.close();
  }
}
