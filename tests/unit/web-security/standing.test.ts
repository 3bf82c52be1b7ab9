import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { makeStanding } from '@romduol/server/web-security/standing';
import { beforeAll, expect, test } from 'vitest';
import { manualTimer } from './manual-timer.ts';

beforeAll(async () => useSodium(await loadStandardSodium()));

const PREFIX = Uint8Array.of(203, 0, 113);
const DAY = 24 * 60 * 60_000;

test('a prefix has one tag for a day, another one the next day and in another process', async () => {
  const timer = manualTimer();
  const standing = makeStanding(timer);
  const tag = standing.tagOf(PREFIX);
  await timer.pass(DAY - 1);
  expect(standing.tagOf(PREFIX)).toBe(tag);
  expect(standing.tagOf(Uint8Array.of(203, 0, 114))).not.toBe(tag);
  expect(makeStanding(timer).tagOf(PREFIX)).not.toBe(tag);
  await timer.pass(1);
  expect(standing.tagOf(PREFIX)).not.toBe(tag);
});

test('with the key the counts go', async () => {
  const timer = manualTimer();
  const standing = makeStanding(timer);
  await timer.pass(DAY - 1);
  const tag = standing.tagOf(PREFIX);
  standing.count(tag, 10_000);
  expect(standing.pause(tag)).toBeGreaterThan(0);
  await timer.pass(1);
  standing.tagOf(PREFIX);
  expect(standing.pause(tag)).toBe(0);
});

test('so many prefixes are remembered and no more, those longest silent forgotten first', () => {
  const standing = makeStanding(manualTimer());
  standing.count('first', 1_000);
  standing.count('second', 1_000);
  for (let n = 0; n < 9_998; n += 1) standing.count(`other ${n}`, 1);
  standing.count('first', 1);
  standing.count('one more', 1);
  expect(standing.pause('first')).toBeGreaterThan(0);
  expect(standing.pause('second')).toBe(0);
});
