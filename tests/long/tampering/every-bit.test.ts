import { randomBytes } from 'node:crypto';
import { CaseId } from '@romduol/shared/ids';
import { openAttachment, sealAttachment } from '@romduol/shared/sealing/attachment';
import { expect, test } from 'vitest';
import { captureCases, isNoticed } from '../../attack/tampering/captured-case.ts';
import { isServersWord, turnBits } from '../../attack/tampering/every-bit.ts';

/** Every bit is a case opened anew: ten milliseconds each, half an hour and more on a busy machine. */
const TWO_HOURS = 7_200_000;

test('each bit of everything that is served of a case, turned, is noticed', { timeout: TWO_HOURS }, async () => {
  const captured = await captureCases();
  try {
    const { turned, unnoticed } = await turnBits(captured, captured.cases[0], 1);
    console.log(`${turned} bits turned; unnoticed only in ${unnoticed.join(', ')}`);
    expect(turned).toBeGreaterThan(100_000);
    expect(unnoticed.filter((name) => !isServersWord(name))).toEqual([]);
  } finally {
    await captured.close();
  }
});

test.each([
  { of: 'the first key', laterKey: false },
  { of: 'a later key', laterKey: true },
])('each bit of the slot, and of the grants, of $of, turned, is noticed', { timeout: TWO_HOURS }, async (which) => {
  const captured = await captureCases({ laterKey: which.laterKey, bySlot: true });
  try {
    const [one] = captured.cases;
    expect(await isNoticed(() => captured.look(one.caseId, one.served))).toBe(false);
    const { turned, unnoticed } = await turnBits(captured, one, 1, /[ .]access\./);
    console.log(`${turned} bits of the slot and the grants of ${which.of} turned; unnoticed: ${unnoticed.length}`);
    // A slot is 1,184 bytes, and is served with the list and with the case.
    expect(turned).toBeGreaterThan(2 * 1_184 * 8);
    expect(unnoticed).toEqual([]);
  } finally {
    await captured.close();
  }
});

test('each bit of what a receipt finds, turned, is noticed', { timeout: TWO_HOURS }, async () => {
  const captured = await captureCases({ laterKey: true });
  try {
    const { forReporter } = captured;
    expect(await isNoticed(() => forReporter.look(forReporter.caseId, forReporter.served))).toBe(false);
    const { turned, unnoticed } = await turnBits(forReporter, forReporter, 1);
    console.log(`${turned} bits of what a receipt finds turned; unnoticed only in ${unnoticed.join(', ')}`);
    expect(turned).toBeGreaterThan(20_000);
    expect(unnoticed.filter((name) => !isServersWord(name))).toEqual([]);
  } finally {
    await captured.close();
  }
});

test('each bit of the stored pieces of a file, turned, is noticed', { timeout: TWO_HOURS }, () => {
  const owner = { caseId: CaseId.parse(crypto.randomUUID()), place: 0, key: new Uint8Array(randomBytes(32)) };
  const content = new Uint8Array(randomBytes(1_000));
  const sealer = sealAttachment(owner);
  const chunks = [...sealer.push(content), ...sealer.finish()];
  const isRefused = (): boolean => {
    const opener = openAttachment(owner, content.length);
    try {
      for (const chunk of chunks) opener.open(chunk);
      opener.finish();
      return false;
    } catch {
      return true;
    }
  };
  // The control.
  expect(isRefused()).toBe(false);
  let [turned, unnoticed] = [0, 0];
  for (const chunk of chunks)
    for (let bit = 0; bit < chunk.length * 8; bit += 1) {
      const [at, mask] = [bit >> 3, 1 << (bit & 7)];
      chunk[at] = (chunk[at] ?? 0) ^ mask;
      turned += 1;
      if (!isRefused()) unnoticed += 1;
      chunk[at] = (chunk[at] ?? 0) ^ mask;
    }
  console.log(`${turned} bits of a file's stored pieces turned; unnoticed: ${unnoticed}`);
  expect(turned).toBeGreaterThan(500_000);
  expect(unnoticed).toBe(0);
});
