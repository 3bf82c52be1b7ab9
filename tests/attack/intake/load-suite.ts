import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseKind } from '../../database/fresh.ts';
import { normaliseReceipt } from '@romduol/shared/sealing/receipt';
import { openEverything, openSite, type Reported, sendReports, type Site } from './load.ts';
import { sendSealed } from './clients.ts';

const acknowledged = (reports: readonly Reported[]): Reported[] => reports.filter(({ receipt }) => receipt !== null);
const narrativesOf = (reports: readonly Reported[]): string[] => reports.map(({ narrative }) => narrative);

/** Milliseconds; on a busy machine most of it goes into deriving receipts, here and there. */
const PATIENCE = 300_000;

/** What sixteen people at once may rely on, with so many reports, on one engine. */
export function loadSuite(kind: DatabaseKind, count: number): void {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(kind);
  }, PATIENCE);
  afterAll(() => site.close());

  it(
    `gives ${count} reports by 16 people at once ${count} receipts, and opens ${count} cases with the words sent`,
    { timeout: PATIENCE },
    async () => {
      const reports = await sendReports(site, count);
      const receipts = reports.map(({ receipt }) => normaliseReceipt(receipt ?? ''));
      expect(receipts.filter((receipt) => receipt === null)).toEqual([]);
      expect(new Set(receipts).size).toBe(count);
      expect((await openEverything(site)).toSorted()).toEqual(narrativesOf(reports).toSorted());
    },
  );

  it('keeps every report that it acknowledged when it is killed among them', { timeout: PATIENCE }, async () => {
    const before = await openEverything(site);
    let killed: Promise<void> | null = null;
    const reports = await sendReports(site, count, (soFar) => {
      if (soFar >= count / 2) killed ??= site.server.kill();
    });
    await killed;
    const kept = acknowledged(reports);
    // Otherwise it was killed too early or too late to show anything.
    expect(kept.length).toBeGreaterThanOrEqual(count / 2);
    expect(kept.length).toBeLessThan(count);

    await site.restart();
    const after = await openEverything(site);
    expect(narrativesOf(kept).filter((narrative) => !after.includes(narrative))).toEqual([]);

    // A browser sends again what was not answered; nothing is stored twice, and nothing it had sealed is lost.
    const again = reports.filter(({ body }) => body !== null);
    for (const { body } of again) expect(await sendSealed(site.server.origin, body ?? '')).not.toBeNull();
    const all = await openEverything(site);
    expect(all.filter((narrative, at) => all.indexOf(narrative) !== at)).toEqual([]);
    expect(all).toEqual(expect.arrayContaining([...before, ...narrativesOf(kept), ...narrativesOf(again)]));
  });
}
