import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type Site, openEverything, openSite } from '../../attack/intake/load.ts';
import { type Sender, type Sent, sendEvery, sendForm, sendSealed } from './senders.ts';

/** A thousand a minute, for as long as it takes to see what becomes of others meanwhile. */
const EVERY = 60;
const FLOOD = 200;
/** What has piled up by then keeps the server's threads busy for long. */
const HEAD_START = 7_000;
/** On a busy machine most of it goes into sealing the flood. */
const PATIENCE = 900_000;

const sites: Site[] = [];
async function open(environment: Readonly<Record<string, string>>): Promise<Site> {
  const site = await openSite('pglite', environment);
  sites.push(site);
  return site;
}
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});

const median = (sent: readonly Sent[]): number =>
  sent.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)[Math.floor(sent.length / 2)] ?? Number.NaN;
const longest = (sent: readonly Sent[]): number => Math.max(...sent.map(({ milliseconds }) => milliseconds));
const mark = (who: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${who} ${at} ${crypto.randomUUID()}`);

type Tally = { readonly forms: readonly Sent[]; readonly sealed: readonly Sent[] };

/** Sends one report after another, each way in turn. */
async function submit(site: Site, sender: Sender, narratives: readonly string[]): Promise<Tally> {
  // Sealed before: deriving a receipt is this process's work, not the server's.
  const bodies = narratives.map(
    (narrative) => site.seal({ answers: { codebook: 1, narrative }, contact: { contact_mode: 'receipt_only' } }).body,
  );
  const forms: Sent[] = [];
  const sealed: Sent[] = [];
  for (const [at, narrative] of narratives.entries()) {
    if (at % 2 === 0) forms.push(await sendForm(sender, narrative));
    else sealed.push(await sendSealed(sender, bodies[at] ?? ''));
  }
  return { forms, sealed };
}
const figures = ({ forms, sealed }: Tally): string =>
  `form ${median(forms).toFixed(0)} ms (longest ${longest(forms).toFixed(0)}), sealed ${median(sealed).toFixed(0)} ms (longest ${longest(sealed).toFixed(0)})`;

test(
  'a thousand forms a minute from one prefix cost another prefix next to nothing, and no report of either is lost',
  { timeout: PATIENCE },
  async () => {
    const site = await open({ TRUSTED_PROXIES: '127.0.0.1' });
    const { origin } = site.server;
    const survivor: Sender = { origin, address: '203.0.113.7' };
    const before = mark('calm', 10);
    const during = mark('meanwhile', 10);
    const flood = mark('flood', FLOOD);

    const calm = await submit(site, survivor, before);
    // Another address of the same prefix each time.
    const flooding = sendEvery(EVERY, FLOOD, (at) =>
      sendForm({ origin, address: `198.51.100.${at % 250}` }, flood[at] ?? ''),
    );
    await sleep(HEAD_START);
    const meanwhile = await submit(site, survivor, during);
    const flooded = await flooding;

    console.log(`calm: ${figures(calm)}`);
    console.log(`meanwhile: ${figures(meanwhile)}`);
    const returned = flooded.filter((sent) => sent.returned > 0).length;
    console.log(
      `flood: ${FLOOD} forms, median ${(median(flooded) / 1000).toFixed(1)} s, longest ${(longest(flooded) / 1000).toFixed(1)} s, ${returned} asked to come back`,
    );
    const all = [...calm.forms, ...calm.sealed, ...meanwhile.forms, ...meanwhile.sealed, ...flooded];
    expect(all.filter(({ stored }) => stored !== true)).toEqual([]);
    expect([...meanwhile.forms, ...meanwhile.sealed].filter((sent) => sent.returned > 0)).toEqual([]);
    // A thread is left free; the cores are shared with what the flood keeps busy.
    expect(median(meanwhile.forms)).toBeLessThan(3 * median(calm.forms) + 300);
    expect(median(meanwhile.sealed)).toBeLessThan(3 * median(calm.sealed) + 250);
    expect(median(flooded)).toBeGreaterThan(5 * median(meanwhile.forms));
    expect((await openEverything(site)).toSorted()).toEqual([...before, ...during, ...flood].toSorted());
    expect(site.server.output()).not.toMatch(/203\.0|198\.51/);
  },
);

test('control: where prefixes cannot be told apart, others wait behind the flood', { timeout: PATIENCE }, async () => {
  const site = await open({});
  const { origin } = site.server;
  const survivor: Sender = { origin, address: '203.0.113.7' };
  const calm = await submit(site, survivor, mark('calm', 6));
  const flooding = sendEvery(EVERY, FLOOD, (at) => sendForm({ origin, address: '198.51.100.9' }, `flood ${at}`));
  await sleep(HEAD_START);
  const meanwhile = await sendForm(survivor, 'meanwhile');
  console.log(`control: calm ${figures(calm)}; meanwhile form ${meanwhile.milliseconds.toFixed(0)} ms`);
  expect(meanwhile.milliseconds).toBeGreaterThan(5 * median(calm.forms));
  expect(meanwhile.milliseconds).toBeGreaterThan(3_000);
  await site.server.kill();
  await flooding;
});
