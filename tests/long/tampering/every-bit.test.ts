import { expect, test } from 'vitest';
import { captureCases } from '../../attack/tampering/captured-case.ts';
import { isServersWord, turnBits } from '../../attack/tampering/every-bit.ts';

test('each bit of everything that is served of a case, turned, is noticed', async () => {
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
