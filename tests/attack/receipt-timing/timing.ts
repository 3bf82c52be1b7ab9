import { readConversation, sendMessage } from '@romduol/shared/api/conversation';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { conversationKey } from '@romduol/shared/sealing/case-keys';
import { firstPrevious, messageHash, sealMessage } from '@romduol/shared/sealing/conversation';
import { deriveReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { type FreshApp, send } from '../../http/fresh-app.ts';
import { handInFor } from '../../http/hand-in.ts';

/** Milliseconds and bytes of answers: to receipts that somebody has, and to those that nobody has. */
export type Measured = {
  readonly found: readonly number[];
  readonly unknown: readonly number[];
  readonly lengths: ReadonlySet<number>;
};

type Shot = () => Promise<{ readonly milliseconds: number; readonly length: number }>;

/** The share of all answers, the slowest, that are left out: what a busy machine adds hides more than it tells. */
const CROPPED = 0.1;

/**
 * Welch's t for the difference of two means, after the slowest of both together are left out, as in O. Reparaz et al.,
 * "Dude, is my code constant time?" (DATE 2017). Source of t: B. L. Welch, Biometrika 34 (1947).
 */
function welch({ found, unknown }: Measured): number {
  const sorted = [...found, ...unknown].sort((a, b) => a - b);
  const limit = sorted[Math.ceil(sorted.length * (1 - CROPPED)) - 1] ?? Infinity;
  const [a, b] = [found, unknown].map((times) => momentsOf(times.filter((one) => one <= limit)));
  if (a === undefined || b === undefined) throw new Error('nothing was measured');
  return (a.mean - b.mean) / Math.sqrt(a.spread + b.spread);
}

/** The same, said where the tests' figures are read. */
export function sayWelch(what: string, measured: Measured): number {
  const t = welch(measured);
  console.log(`${what}: t = ${t.toFixed(2)} over ${measured.found.length} found and ${measured.unknown.length} not`);
  return t;
}

function momentsOf(times: readonly number[]): { readonly mean: number; readonly spread: number } {
  const mean = times.reduce((sum, one) => sum + one, 0) / times.length;
  const squares = times.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { mean, spread: squares / (times.length - 1) / times.length };
}

/** Half a conversation's worth below the floor: as much work as a found receipt can give without showing in the length. */
const MESSAGES = 6;

/** A report under real digits, with messages. */
export async function handInUnder(fresh: FreshApp): Promise<{ receipt: string; lookup: Uint8Array }> {
  useSodium(await loadSumoSodium());
  const receipt = generateReceipt();
  const keys = deriveReceipt(receipt, fresh.keyring().fingerprint);
  useSodium(await loadStandardSodium());
  const { report, caseId, key, words } = await handInFor(fresh, keys);
  let previous = firstPrevious(report, 0);
  for (let counter = 1; counter <= MESSAGES; counter += 1) {
    const place = { caseId, direction: 0, counter, epoch: 0, previous } as const;
    const message = sealMessage(place, conversationKey(key), words('a word'));
    await fresh.call(sendMessage, { body: { lookup: keys.lookup, message } });
    previous = messageHash(caseId, message);
  }
  return { receipt, lookup: keys.lookup };
}

/** A receipt with a right check digit that nobody has. */
export async function drawReceipt(): Promise<string> {
  useSodium(await loadSumoSodium());
  const receipt = generateReceipt();
  useSodium(await loadStandardSodium());
  return receipt;
}

const shoot =
  (request: () => Promise<Response>): Shot =>
  async () => {
    const begin = performance.now();
    const answer = await request();
    const { byteLength } = await answer.arrayBuffer();
    return { milliseconds: performance.now() - begin, length: byteLength };
  };

export const apiShot = (fresh: FreshApp, lookup: Uint8Array): Shot =>
  shoot(() =>
    send(fresh.app, 'POST', readConversation.path, { body: JSON.stringify({ lookup: toBase64url(lookup) }) }),
  );

export const pageShot = (fresh: FreshApp, receipt: string): Shot =>
  shoot(() =>
    send(fresh.app, 'POST', '/en/return', {
      body: new URLSearchParams({ receipt, act: 'open' }).toString(),
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    }),
  );

/**
 * Takes `count` of each, found and unknown by turns and the first of a pair drawn by lot, several pairs on their way at a
 * time: what the machine does beside strikes both alike.
 */
export async function measure(found: Shot, unknown: Shot, count: number, atOnce: number): Promise<Measured> {
  const times = { found: [] as number[], unknown: [] as number[] };
  const lengths = new Set<number>();
  // The first of each find code that is not compiled yet.
  for (let warm = 0; warm < 3; warm += 1) for (const shot of [found, unknown]) await shot();
  const take = async (which: 'found' | 'unknown'): Promise<void> => {
    const { milliseconds, length } = await (which === 'found' ? found : unknown)();
    times[which].push(milliseconds);
    lengths.add(length);
  };
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const [first, second] =
        (sodium().randomBytes(1)[0] ?? 0) < 128 ? (['found', 'unknown'] as const) : (['unknown', 'found'] as const);
      await take(first);
      await take(second);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { ...times, lengths };
}
