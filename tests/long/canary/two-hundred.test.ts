import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { describe, expect, it } from 'vitest';
import { copying, hitsOf, liveWithCanaries, tellScan } from '../../attack/canary/live-with-canaries.ts';
import { kinds } from '../../database/fresh.ts';
import { sowMany } from './sow-many.ts';

const TWO_HOURS = 7_200_000;
/** Besides the four with which every scan begins. */
const [FURTHER, FURTHER_IN_CONTROL] = [196, 16];

describe.each(kinds)('two hundred reports of both kinds, with files, messages, notes and referrals, on %s', (kind) => {
  it('are read by those who may, and leave no word anywhere on the machine', { timeout: TWO_HOURS }, async () => {
    const left = await liveWithCanaries(kind, await loadSumoSodium(), {
      firstReport: 'form',
      more: (sowing) => sowMany(sowing, FURTHER, { throughServer: true }),
    });
    expect(left.read).toEqual(left.canaries);
    expect(left.canaries.length).toBeGreaterThan(2_000);
    const hits = hitsOf(left.traces, left.marks);
    console.log(tellScan(kind, left, hits.length));
    expect(hits).toEqual([]);
  });

  it('the control: the same scan finds every word when sealing only copies', { timeout: TWO_HOURS }, async () => {
    const left = await liveWithCanaries(kind, copying(await loadSumoSodium()), {
      firstReport: 'sealed',
      more: (sowing) => sowMany(sowing, FURTHER_IN_CONTROL, { throughServer: false }),
    });
    const tables = left.traces.filter(({ where }) => where.startsWith('table '));
    const found = new Set(hitsOf(tables, left.canaries).flatMap((hit) => hit.found));
    const hits = hitsOf(left.traces, left.marks);
    console.log(`the control: ${tellScan(kind, left, hits.length)}; ${found.size} of the words in tables`);
    expect(found.size).toBeGreaterThan(left.canaries.length / 2);
    expect(hits.some(({ where }) => where.startsWith('/'))).toBe(true);
  });
});
