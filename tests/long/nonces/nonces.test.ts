import { seal } from '@romduol/shared/sealing/sealed';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { expect, test } from 'vitest';

/** How many of so many sealings share the first eight bytes of their nonce with another: by chance, one in 37 million runs. */
function countTwins(sealings: number): number {
  const [key, additional, message] = [new Uint8Array(32), new Uint8Array(8), new Uint8Array(16)];
  const beginnings = new BigUint64Array(sealings);
  for (let at = 0; at < sealings; at += 1) {
    const { nonce } = seal(key, additional, message);
    beginnings[at] = Buffer.from(nonce.buffer, nonce.byteOffset, 8).readBigUInt64LE();
  }
  beginnings.sort();
  return beginnings.reduce((twins, one, at) => (at > 0 && one === beginnings[at - 1] ? twins + 1 : twins), 0);
}

test('no two nonces are equal in a million sealed rows', async () => {
  useSodium(await loadStandardSodium());
  const twins = countTwins(1_000_000);
  console.log(`1,000,000 rows sealed: ${twins} pairs of equal nonces`);
  expect(twins).toBe(0);

  // The control: nonces of four random bytes meet.
  const real = sodium();
  useSodium({
    ...real,
    randomBytes(length) {
      const bytes = new Uint8Array(length);
      bytes.set(real.randomBytes(4));
      return bytes;
    },
  });
  const met = countTwins(1_000_000);
  console.log(`the control, nonces of four random bytes: ${met} pairs`);
  expect(met).toBeGreaterThan(50);
  useSodium(real);
});
