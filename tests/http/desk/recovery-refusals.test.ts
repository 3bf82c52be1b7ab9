// What the recovery card does not do, whoever tries.
import { withdrawReport } from '@romduol/shared/api/conversation';
import { proposeKeyring, publishKeyring, secondKeyring } from '@romduol/shared/api/keyring';
import { listLostCases, readLostCase, recoverCase, type RecoveredEpoch } from '@romduol/shared/api/recovery';
import { submitReport } from '@romduol/shared/api/reports';
import { CaseId, TeamId } from '@romduol/shared/ids';
import { signCardUse } from '@romduol/shared/sealing/card-use';
import { sealReport } from '@romduol/shared/sealing/envelope';
import { deriveReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { openGrant } from '@romduol/shared/sealing/grant';
import { identityFromSeed } from '@romduol/shared/sealing/identity';
import { addSignature } from '@romduol/shared/sealing/keyring-signing';
import { readRecoveryWords } from '@romduol/shared/sealing/recovery';
import { beginNext } from '@romduol/web/desk/begin-epoch';
import type { Caller } from '@romduol/web/desk/caller';
import type { Desk } from '@romduol/web/desk/desk';
import { handOver } from '@romduol/web/desk/change-readers';
import { keepReaders } from '@romduol/web/desk/keep-readers';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { countLost, drawCard, recoverCases, signCard } from '@romduol/web/desk/recovery';
import { describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { partWith, renewAs } from '../renew-keyring.ts';
import { beforeEachCardOffice, TEAM } from './card-office.ts';

describe.each(mainKinds)('what a recovery card does not do, on %s', (database) => {
  const office = beforeEachCardOffice(database);

  test('gives nothing to whom the reporter struck off, nor lets them open it; nor hands out what the reporter takes back', async () => {
    const { fresh, at, idOf, found, leave, handIn } = office();
    const words = await found();
    const { caseId, receipt, lookup } = await handIn({ struckOff: 'meas.phalla' });
    const dara = await at('sok.dara');
    await keepReaders(dara, await readQueue(dara));
    await leave(TEAM);
    const phalla = await at('meas.phalla');
    const readers = [idOf('meas.phalla'), idOf('keo.rith')];
    expect(await recoverCases(phalla, { words: words.join(' '), readers })).toEqual({
      done: 0,
      of: 1,
      failed: [caseId],
    });
    expect(await query(fresh.database.db)`select from audit_log where act = 'case_recovered'`).toEqual([]);

    const { withdrawal } = receipt;
    await fresh.call(withdrawReport, { body: { lookup, withdrawal, second: null } });
    expect((await phalla.call(listLostCases, { query: {} })).count).toBe(0);
    expect(await outcomeOf(phalla.call(readLostCase, { params: { caseId } }))).toBe('not_found');
  });

  test('without it nobody takes a case, and a key that leaves it out is refused', async () => {
    const { at, idOf, kidOfCard, found, leave, slotsFor, take } = office();
    const words = await found();
    const caseId = await take();
    const sopheap = await at('vann.sopheap');
    const before = await openCase(sopheap, caseId);
    // A reader's desk that knows of no card makes a grant without it.
    const blind: Desk = { ...sopheap, keyring: { ...sopheap.keyring, recoveries: new Map() } };
    expect(
      await outcomeOf(handOver(blind, caseId, { kind: 'handed_over', team: 'phnom-penh' as never, reason: 'x' })),
    ).toBe('bad_input');
    // Somebody who kept the key from before: the card has not signed it, and everything stays as it was.
    await leave(TEAM);
    const phalla = await at('meas.phalla');
    const { messages } = await phalla.call(readLostCase, { params: { caseId } });
    const recovery = { card: identityFromSeed(new Uint8Array(32).fill(7)), messages };
    const change = { why: 'recovered', readers: [idOf('meas.phalla')], also: [], recovery } as const;
    expect(await outcomeOf(beginNext(phalla, before, change))).toBe('bad_input');
    expect(await slotsFor(kidOfCard(words))).toEqual([{ case_id: caseId, epoch: 0 }]);
    // And a server that lets her: no desk reads it further.
    const real = identityFromSeed(readRecoveryWords(words.join(' '))).signing;
    const call: Caller = (operation, input) => {
      if (operation.path !== recoverCase.path) return phalla.call(operation, input);
      const body = input?.body as RecoveredEpoch;
      Object.assign(body, { card: signCardUse(openGrant(body.grant, body.slots, phalla.member.signing), real) });
      return phalla.call(operation, input);
    };
    await beginNext({ ...phalla, call }, before, change);
    expect(await outcomeOf(openCase(await at('meas.phalla'), caseId))).toBe('bad_signature');
  });

  test('does not open a case that somebody can read', async () => {
    const { at, idOf, found, take } = office();
    const words = await found();
    const caseId = await take();
    const sopheap = await at('vann.sopheap');
    const open = await openCase(sopheap, caseId);
    const recovery = { card: identityFromSeed(readRecoveryWords(words.join(' '))), messages: [0, 0] as const };
    const change = { why: 'recovered', readers: [idOf('vann.sopheap')], also: [], recovery } as const;
    await expect(beginNext(sopheap, open, change)).rejects.toMatchObject({ reason: 'readers_remain' });
    expect((await sopheap.call(listLostCases, { query: {} })).count).toBe(0);
  });

  test('is for its own organisation’s cases, whomever a report was sealed to by its sender', async () => {
    const { fresh, at, found } = office();
    const { kem } = identityFromSeed(readRecoveryWords((await found()).join(' ')));
    const report = sealReport({
      caseId: CaseId.parse(crypto.randomUUID()),
      team: TeamId.parse('siem-reap'),
      keyringVersion: 2,
      recipients: [kem.publicKey],
      answers: { codebook: 1, narrative: 'words' },
      contact: {},
      sealedBy: 'browser',
      receipt: deriveReceipt(generateReceipt(), fresh.keyring().fingerprint),
    });
    await fresh.call(submitReport, { body: report });
    const phalla = await at('meas.phalla');
    expect(await countLost(phalla)).toBe(0);
    expect(await outcomeOf(phalla.call(readLostCase, { params: { caseId: report.caseId } }))).toBe('not_found');
  });

  test('is not founded by one signature where there could be two, nor by whoever is no administrator', async () => {
    const { fresh, at, idOf } = office();
    const card = identityFromSeed(new Uint8Array(32).fill(9));
    const recovery = { kemKey: card.kem.publicKey, signing: card.signing.publicKey };
    const part = { ...(await partWith(fresh, 'sok.dara', {})), recovery };
    const body = await renewAs(fresh, 'ly.bopha', { parts: [part] });
    const call = await fresh.as('ly.bopha');
    expect(await outcomeOf(call(publishKeyring, { body }))).toBe('bad_input');
    expect(await outcomeOf(call(proposeKeyring, { body }))).toBe('done');
    const unsigned = addSignature(body, 'rainbow' as never, {
      member: idOf('meas.phalla'),
      signing: fresh.people['keo.rith'].identity.signing,
    });
    expect(await outcomeOf((await fresh.as('meas.phalla'))(secondKeyring, { body: unsigned }))).toBe('bad_input');
    expect(await outcomeOf(signCard(await at('vann.sopheap'), drawCard().join(' ')))).toBe('not_permitted');
  });
});
