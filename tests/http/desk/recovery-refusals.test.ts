// What the recovery card does not do, whoever tries.
import { proposeKeyring, publishKeyring, secondKeyring } from '@romduol/shared/api/keyring';
import { listLostCases, readLostCase } from '@romduol/shared/api/recovery';
import { identityFromSeed } from '@romduol/shared/sealing/identity';
import { addSignature } from '@romduol/shared/sealing/keyring-signing';
import { readRecoveryWords } from '@romduol/shared/sealing/recovery';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { beginNext } from '@romduol/web/desk/begin-epoch';
import type { Desk } from '@romduol/web/desk/desk';
import { handOver } from '@romduol/web/desk/change-readers';
import { keepReaders } from '@romduol/web/desk/keep-readers';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { drawCard, recoverCases, signCard } from '@romduol/web/desk/recovery';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { partWith, renewAs } from '../renew-keyring.ts';

import { cardOffice, TEAM } from './card-office.ts';

describe.each(mainKinds)('what a recovery card does not do, on %s', (database) => {
  let fresh: FreshApp;
  let office: ReturnType<typeof cardOffice>;
  beforeEach(async () => {
    fresh = await freshApp(database);
    office = cardOffice(fresh);
    useSodium(await loadSumoSodium());
  });
  afterEach(() => fresh.close());
  afterAll(async () => useSodium(await loadStandardSodium()));

  test('gives nothing to whom the reporter struck off, nor lets them open it', async () => {
    const { at, idOf, found, leave, handIn } = office;
    const words = await found();
    const { caseId } = await handIn({ struckOff: 'meas.phalla' });
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
  });

  test('without it nobody takes a case, and a key that leaves it out is refused', async () => {
    const { at, idOf, found, leave, take } = office;
    await found();
    const caseId = await take();
    const sopheap = await at('vann.sopheap');
    const before = await openCase(sopheap, caseId);
    // A reader's desk that knows of no card makes a grant without it.
    const blind: Desk = { ...sopheap, keyring: { ...sopheap.keyring, recoveries: new Map() } };
    expect(
      await outcomeOf(handOver(blind, caseId, { kind: 'handed_over', team: 'phnom-penh' as never, reason: 'x' })),
    ).toBe('bad_input');
    // Somebody who kept the key from before, and a server that lets her: the card has not signed it.
    await leave(TEAM);
    const phalla = await at('meas.phalla');
    const { messages } = await phalla.call(readLostCase, { params: { caseId } });
    const forged = identityFromSeed(new Uint8Array(32).fill(7));
    const recovery = { card: forged, messages };
    await beginNext(phalla, before, { why: 'recovered', readers: [idOf('meas.phalla')], also: [], recovery });
    expect(await outcomeOf(openCase(await at('meas.phalla'), caseId))).toBe('bad_signature');
  });

  test('does not open a case that somebody can read', async () => {
    const { at, idOf, found, take } = office;
    const words = await found();
    const caseId = await take();
    const sopheap = await at('vann.sopheap');
    const open = await openCase(sopheap, caseId);
    const recovery = { card: identityFromSeed(readRecoveryWords(words.join(' '))), messages: [0, 0] as const };
    const change = { why: 'recovered', readers: [idOf('vann.sopheap')], also: [], recovery } as const;
    await expect(beginNext(sopheap, open, change)).rejects.toMatchObject({ reason: 'readers_remain' });
    expect((await sopheap.call(listLostCases, { query: {} })).count).toBe(0);
  });

  test('is not founded by one signature where there could be two, nor by whoever is no administrator', async () => {
    const { at, idOf } = office;
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
