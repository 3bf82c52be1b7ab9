import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Captured, captureCases, isNoticed } from './captured-case.ts';
import { isServersWord, turnBits } from './every-bit.ts';

let captured: Captured;
beforeAll(async () => {
  captured = await captureCases();
});
afterAll(() => captured.close());

test('a case as it was served is opened without remark', async () => {
  const [{ caseId, served }] = captured.cases;
  expect(await isNoticed(() => captured.look(caseId, served))).toBe(false);
});

test('bits turned anywhere in what is served of a case are noticed', async () => {
  const { turned, unnoticed } = await turnBits(captured, captured.cases[0], 997);
  console.log(
    `${turned} bits turned in everything a desk is served of a case; unnoticed only in ${unnoticed.join(', ')}`,
  );
  expect(turned).toBeGreaterThan(500);
  expect(unnoticed.filter((name) => !isServersWord(name))).toEqual([]);
});
