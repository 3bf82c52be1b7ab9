import { once } from 'node:events';
import { type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Deployment, SAMPLE_PLAN, startDeployment } from '../../end-to-end/deployment.ts';
import { type Firefox, KEY, openFirefox } from './firefox.ts';

const ONION = `http://${'romduol2'.repeat(7)}.onion`;
const WORDS = 'do not show this';
const RECEIPT = /^(\d{4} ){4}\d{4}$/;

let neutral: Server;
let proxy: Server;
let deployment: Deployment;
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const opened: Firefox[] = [];

async function open(preferences: Parameters<typeof openFirefox>[0] = {}): Promise<Firefox> {
  const firefox = await openFirefox(preferences);
  opened.push(firefox);
  return firefox;
}

beforeAll(async () => {
  neutral = createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html').end('<title>Weather</title>Fair'),
  );
  neutral.listen(0, '127.0.0.1');
  await once(neutral, 'listening');
  deployment = await startDeployment({
    plan: SAMPLE_PLAN,
    environment: { NEUTRAL_SITE: `http://127.0.0.1:${portOf(neutral)}/`, ONION_URL: ONION },
  });
  // In the place of Tor: whatever is asked of the onion goes to the server, as the onion service would pass it on.
  proxy = createServer((incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming;
    const { pathname, search } = new URL(url, ONION);
    const asked = request(deployment.origin + pathname + search, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    asked.once('error', () => outgoing.destroy());
    incoming.pipe(asked);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
});
afterEach(async () => {
  for (const firefox of opened.splice(0)) await firefox.close();
});
afterAll(async () => {
  for (const server of [neutral, proxy]) {
    server.closeAllConnections();
    server.close();
  }
  await deployment.stop();
});

/** What three steps back show that is neither the neutral site nor the browser's own. */
async function pagesBehind(firefox: Firefox): Promise<string[]> {
  const seen: string[] = [];
  for (let step = 0; step < 3; step += 1) {
    const { title, address } = await firefox.back();
    seen.push(`${title} ${address}`);
  }
  return seen.filter((one) => !/^Weather http:\/\/127| about:/.test(one));
}

describe.each([
  ['with script', true],
  ['without script', false],
] as const)('Firefox, %s', (_, script) => {
  const SCRIPT = { 'javascript.enabled': script };

  test('a report is sent, and the page says who locks it', async () => {
    const firefox = await open(SCRIPT);
    await firefox.go(`${deployment.origin}/en/report`);
    expect(await firefox.text(script ? '#sealed' : '#bare')).toContain(script ? 'cannot read them' : 'for a moment');
    await firefox.type('#narrative', 'words');
    await firefox.click('#report p.o button');
    expect(await firefox.text('#receipt')).toMatch(RECEIPT);
  });

  test('what was typed is gone when one comes back to the page', async () => {
    const firefox = await open(SCRIPT);
    await firefox.go(`${deployment.origin}/en/report`);
    await firefox.type('#narrative', WORDS);
    expect(await firefox.value('#narrative')).toBe(WORDS);
    await firefox.click('footer a[href="/en/rights"]');
    await firefox.untilTitle('Romduol – reading');
    expect((await firefox.back()).title).toBe('Romduol – form');
    expect(await firefox.value('#narrative')).toBe('');
  });

  test('after leaving, going back shows no page of ours', async () => {
    const firefox = await open(SCRIPT);
    await firefox.go(`${deployment.origin}/en/rights`);
    await firefox.go(`${deployment.origin}/en/report`);
    await firefox.type('#narrative', WORDS);
    await firefox.click('#leave button');
    await firefox.untilTitle('Weather');
    expect(await pagesBehind(firefox)).toEqual([]);
  });

  test('the keyboard alone leaves', async () => {
    const firefox = await open(SCRIPT);
    await firefox.go(`${deployment.origin}/en/report`);
    await firefox.press(KEY.tab, KEY.tab, KEY.tab, KEY.tab, KEY.enter);
    await firefox.untilTitle('Weather');
    expect(await pagesBehind(firefox)).toEqual([]);
  });
});

test('Firefox, Shift three times', async () => {
  const firefox = await open();
  await firefox.go(`${deployment.origin}/en/report`);
  await firefox.type('#narrative', WORDS);
  await firefox.press(KEY.shift, KEY.shift);
  expect(await firefox.text('#shift')).toBe('Shift: once more to leave.');
  await firefox.press(KEY.shift);
  await firefox.untilTitle('Weather');
  expect(await pagesBehind(firefox)).toEqual([]);
});

describe('an onion site over plain http', () => {
  const throughProxy = () => ({
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': portOf(proxy),
    'network.dns.blockDotOnion': false,
  });
  /** What Tor Browser sets: an onion is as trustworthy as https. */
  const asTorBrowser = () => ({ ...throughProxy(), 'dom.securecontext.allowlist_onions': true });
  const latched = async (firefox: Firefox): Promise<boolean> => {
    await firefox.go(`${ONION}/en/help`);
    return (await firefox.title()) === 'Weather';
  };

  for (const script of [true, false]) {
    test(`in Tor Browser's settings, script ${script ? 'on' : 'off'}: a report is sent, and leaving latches`, async () => {
      // On its safest setting fonts of sites are blocked as well.
      const firefox = await open({
        ...asTorBrowser(),
        'javascript.enabled': script,
        'gfx.downloadable_fonts.enabled': false,
      });
      await firefox.go(`${ONION}/km/report`);
      await firefox.type('#narrative', 'words');
      await firefox.click('#report p.o button');
      expect(await firefox.text('#receipt')).toMatch(/^[\d០-៩ ]{24}$/);
      await firefox.click('#leave button');
      await firefox.untilTitle('Weather');
      expect(await latched(firefox)).toBe(true);
    });
  }

  test('in an ordinary Firefox, which holds it insecure, leaving leads away but the latch is refused', async () => {
    const firefox = await open(throughProxy());
    await firefox.go(`${ONION}/en/report`);
    await firefox.click('#leave button');
    await firefox.untilTitle('Weather');
    expect(await latched(firefox)).toBe(false);
  });
});
