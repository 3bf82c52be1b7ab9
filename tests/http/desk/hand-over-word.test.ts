import { submitReport } from '@romduol/shared/api/reports';
import type { CaseId, TeamId } from '@romduol/shared/ids';
import { sealReport } from '@romduol/shared/sealing/envelope';
import { signHandOver } from '@romduol/shared/sealing/hand-over';
import { deriveReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { commitTo } from '@romduol/shared/sealing/slot';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import type { Desk } from '@romduol/web/desk/desk';
import { openCase } from '@romduol/web/desk/open-case';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openDesk } from '../open-desk.ts';

const THERE = 'siem-reap' as TeamId;

describe('a case', () => {
  let fresh: FreshApp;
  let srey: Desk;
  beforeAll(async () => {
    fresh = await freshApp('pglite');
    useSodium(await loadSumoSodium());
    srey = await openDesk(fresh, 'tep.srey');
  });
  afterAll(() => fresh.close());

  test('is marked as handed over by nobody’s word but that of somebody there, for this very case', async () => {
    const noteOf = (organisation: string): string =>
      JSON.stringify({
        v: 1,
        organisation,
        reference: 'ABCDEFGH',
        day: '2026-01-05',
        sector: 'shelter',
        urgency: 'd3',
        purpose: 'x',
        until: null,
        items: ['age'],
        mode: 'phone',
        by: 'survivor',
      });
    const note = noteOf('rainbow');
    const claim = async (
      as: 'sok.dara' | 'ly.bopha' | 'tep.srey',
      change: (signed: ReturnType<typeof signHandOver>) => ReturnType<typeof signHandOver> = (signed) => signed,
      other?: CaseId,
      said = note,
    ) => {
      const key = sodium().randomBytes(32);
      const caseId = crypto.randomUUID() as CaseId;
      const begun = { caseId, commit: commitTo(key), keyringVersion: 1 };
      const { id, identity } = fresh.people[as];
      const handOver = change(
        signHandOver({ ...begun, caseId: other ?? caseId }, id, said, identity.signing.secretKey),
      );
      const report = sealReport({
        ...begun,
        key,
        team: THERE,
        recipients: [fresh.people['tep.srey'].identity.kem.publicKey],
        answers: { codebook: 1, narrative: 'words' },
        contact: {},
        sealedBy: 'browser',
        receipt: deriveReceipt(generateReceipt(), fresh.keyring().fingerprint),
        handOver,
      });
      await fresh.call(submitReport, { body: report });
      const { handOver: read, flags } = await openCase(srey, caseId);
      return read === null ? flags : read.author;
    };
    expect(await claim('sok.dara')).toBe('sok.dara');
    const unproved = ['hand_over_unproved'];
    expect(await claim('sok.dara', undefined, crypto.randomUUID() as CaseId)).toEqual(unproved);
    expect(await claim('sok.dara', (signed) => ({ ...signed, note: note.replace('"x"', '"y"') }))).toEqual(unproved);
    expect(await claim('sok.dara', (signed) => ({ ...signed, author: fresh.people['chan.lina'].id }))).toEqual(
      unproved,
    );
    // No caseworker; of another organisation than the note says; and of the team's own, which hands nothing over to itself.
    expect(await claim('ly.bopha')).toEqual(unproved);
    expect(await claim('tep.srey')).toEqual(unproved);
    expect(await claim('tep.srey', undefined, undefined, noteOf('micro'))).toEqual(unproved);
  });
});
