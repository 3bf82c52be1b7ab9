import { publishKeyring } from '@romduol/shared/api/keyring';
import type { CaseId, MemberId } from '@romduol/shared/ids';
import { identityFromSeed } from '@romduol/shared/sealing/identity';
import { readRecoveryWords } from '@romduol/shared/sealing/recovery';
import { keyId } from '@romduol/shared/sealing/slot';
import { confirmKeyring } from '@romduol/web/desk/confirm';
import type { Desk } from '@romduol/web/desk/desk';
import { readProposed, secondProposed } from '@romduol/web/desk/members-work';
import { drawCard, signCard } from '@romduol/web/desk/recovery';
import { makeTakeReport } from '@romduol/web/desk/take-report';
import type { DatabaseKind } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { handInFor } from '../hand-in.ts';
import { openDesk } from '../open-desk.ts';
import type { Handle } from '../people.ts';
import { partWith, renewAs } from '../renew-keyring.ts';

/** Everybody who reads for the team of Phnom Penh. */
export const TEAM: readonly Handle[] = ['sok.dara', 'chan.lina', 'vann.sopheap'];

/** A fresh app before each test, with what tests of the recovery card do again and again; answers the one of now. */
export function beforeEachCardOffice(database: DatabaseKind): () => ReturnType<typeof cardOffice> {
  let office: ReturnType<typeof cardOffice>;
  beforeEach(async () => {
    office = cardOffice(await freshApp(database));
    useSodium(await loadSumoSodium());
  });
  afterEach(() => office.fresh.close());
  afterAll(async () => useSodium(await loadStandardSodium()));
  return () => office;
}

function cardOffice(fresh: FreshApp) {
  const at = async (handle: Handle): Promise<Desk> => {
    const desk = await openDesk(fresh, handle);
    await confirmKeyring(desk);
    return desk;
  };
  const idOf = (handle: Handle): MemberId => fresh.people[handle].id;
  const kidOfCard = (words: readonly string[]): Uint8Array =>
    keyId(identityFromSeed(readRecoveryWords(words.join(' '))).kem.publicKey);
  /** Draws a card, and has it signed by an administrator and a supervisor. */
  async function found(): Promise<string[]> {
    const words = drawCard();
    const outcome = await signCard(await at('ly.bopha'), words.join(' '));
    if (outcome !== 'proposed') throw new Error('signed by one alone');
    const second = await at('meas.phalla');
    const proposed = await readProposed(second);
    if (!/^recovery_(founded|renewed)$/.test(proposed?.changes.at(-1)?.kind ?? '')) throw new Error('another change');
    await secondProposed(second, proposed?.id ?? '');
    return words;
  }
  /** They are let go; or do no casework from now on, by `change`. */
  async function leave(handles: readonly Handle[], change: Parameters<typeof partWith>[2] = { status: 'suspended' }) {
    for (const handle of handles) {
      const body = await renewAs(fresh, 'ly.bopha', { parts: [await partWith(fresh, handle, change)] });
      await (
        await fresh.as('ly.bopha')
      )(publishKeyring, { body });
    }
  }
  const slotsFor = async (kid: Uint8Array): Promise<{ case_id: CaseId; epoch: number }[]> =>
    query(fresh.database.db)`select case_id, epoch from case_slots where kid = ${kid} order by case_id, epoch`;
  const take = async (): Promise<CaseId> => {
    const desk = await at('keo.rith');
    const taken = await makeTakeReport(() => desk)([
      ['narrative', 'words'],
      ['province', 'KH-12'],
    ]);
    if (!taken.ok) throw new Error('refused');
    return taken.caseId;
  };
  /** As a browser without script sends the form. */
  const post = async (): Promise<number> => {
    const form = new FormData();
    for (const [name, value] of [
      ['narrative', 'without script'],
      ['province', 'KH-12'],
      ['strike_off', idOf('chan.lina')],
    ] as const)
      form.append(name, value);
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const answer = await fresh.app.request('/en/report', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': request.headers.get('content-type') ?? '' },
      body: request.body,
      duplex: 'half',
    } as RequestInit);
    return answer.status;
  };

  const handIn = (options: Parameters<typeof handInFor>[2] = {}) =>
    handInFor(fresh, undefined, { readers: TEAM, ...options });
  return { fresh, at, idOf, kidOfCard, found, leave, slotsFor, handIn, take, post };
}
