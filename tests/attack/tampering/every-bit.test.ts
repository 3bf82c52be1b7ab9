import { afterAll, beforeAll, expect, test } from 'vitest';
import { SealingError } from '@romduol/shared/sealing/errors';
import { type Captured, captureCases, isNoticed } from './captured-case.ts';
import { credulously } from './credulously.ts';
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

test('and so they are after a colleague was taken off, and by the reporter', async () => {
  const later = await captureCases({ laterKey: true, bySlot: true });
  try {
    const [one] = later.cases;
    const { forReporter } = later;
    expect(await isNoticed(() => later.look(one.caseId, one.served))).toBe(false);
    expect(await isNoticed(() => forReporter.look(one.caseId, forReporter.served))).toBe(false);
    const atDesk = await turnBits(later, one, 997);
    const onPage = await turnBits(forReporter, forReporter, 97);
    console.log(`under a later key ${atDesk.turned} bits at the desk, ${onPage.turned} on the return page`);
    expect([atDesk, onPage].flatMap(({ unnoticed }) => unnoticed).filter((name) => !isServersWord(name))).toEqual([]);
  } finally {
    await later.close();
  }
});

test('and so they are in the list while nobody has written to a case, and its row comes of the report', async () => {
  const fresh = await captureCases({ unwritten: true });
  try {
    const [one] = fresh.cases;
    expect(await isNoticed(() => fresh.look(one.caseId, one.served))).toBe(false);
    // Whom the report was sealed to is compared with what it says of that when the case is opened, not in the list.
    const { turned, unnoticed } = await turnBits(fresh, one, 97, / cases\.#\.(?!report\.kids\.)/);
    console.log(`${turned} bits turned in the row of a case that nobody has written to`);
    expect(turned).toBeGreaterThan(100);
    expect(unnoticed.filter((name) => !isServersWord(name))).toEqual([]);
  } finally {
    await fresh.close();
  }
});

test('the control: a reader that skips tags and signatures believes what hashes and commitments do not hold', async () => {
  const [one] = captured.cases;
  // What it stumbles over when it takes anything for granted is noticed too.
  const look: Captured['look'] = (...asked) =>
    captured.look(...asked).catch(() => {
      throw new SealingError('damaged');
    });
  await credulously(async () => {
    expect(await isNoticed(() => look(one.caseId, one.served))).toBe(false);
    const { turned, unnoticed } = await turnBits({ ...captured, look }, one, 997);
    const believed = unnoticed.filter((name) => !isServersWord(name));
    console.log(`the same ${turned} bits, read without tags and signatures: unnoticed in ${believed.join(', ')}`);
    expect(believed).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/ report\.reporterKey$/),
        expect.stringMatching(/ cases\.#\.summary\.head$/),
        expect.stringMatching(/ cases\.#\.conversation\.lastAnswer\.previous$/),
      ]),
    );
  });
});
