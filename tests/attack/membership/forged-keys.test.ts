import { listCases, readCase } from '@romduol/shared/api/cases';
import type { Answer } from '@romduol/shared/api/contract';
import { hashPreviousKey, sealPreviousKey } from '@romduol/shared/sealing/case-epoch';
import { signGrant } from '@romduol/shared/sealing/grant';
import { sodium } from '@romduol/shared/sealing/sodium';
import { commitTo, wrapKey } from '@romduol/shared/sealing/slot';
import { removeReader } from '@romduol/web/desk/change-readers';
import type { Desk } from '@romduol/web/desk/desk';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshApp, freshApp } from '../../http/fresh-app.ts';
import { outcomeOf } from '../../http/fresh-cohort.ts';
import { handInFor } from '../../http/hand-in.ts';
import { openDesk } from '../../http/open-desk.ts';

type Served = Answer<typeof readCase>;

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp('pglite');
});
afterAll(() => fresh.close());

/** A server that answers as it likes: nothing it makes up, keeps back or takes from elsewhere is written under. */
test('forged slots, grants, epochs and summaries: every one is refused, and the honest case opens', async () => {
  const [dara, lina, sopheap] = [
    await openDesk(fresh, 'sok.dara'),
    await openDesk(fresh, 'chan.lina'),
    await openDesk(fresh, 'vann.sopheap'),
  ];
  const readers = ['sok.dara', 'chan.lina', 'vann.sopheap'] as const;
  const { caseId, key } = await handInFor(fresh, undefined, { readers });
  const { caseId: otherId } = await handInFor(fresh, undefined, { readers });
  await recordEntry(dara, caseId, { kind: 'note', text: 'one' });
  const params = { caseId };
  const early = await dara.call(readCase, { params });
  const earlyList = await dara.call(listCases, { query: { limit: 500 } });
  await openCase(dara, caseId);
  await removeReader(sopheap, caseId, lina.member.id);
  await recordEntry(sopheap, caseId, { kind: 'note', text: 'two' });
  const now = await dara.call(readCase, { params });
  const other = await dara.call(readCase, { params: { caseId: otherId } });

  const deceived = (served: unknown, desk: Desk = dara): Desk => ({
    ...desk,
    seen: new Map(),
    listed: new Map(),
    caseKeys: new Map(),
    logs: new Map(),
    call: (() => Promise.resolve(served)) as never,
  });
  const forged = sodium().randomBytes(32);
  const own = (made: Uint8Array, epoch: number) =>
    wrapKey({ purpose: 'case', objectId: caseId, epoch, key: made, publicKey: dara.identity.kem.publicKey });
  /** A grant for a next key, as the server would have it, signed by `by` in the name of `author`. */
  const grantBy = (author: Desk, by: Desk, recipients = [dara.identity.kem.publicKey]) => {
    const previous = key;
    const previousKey = sealPreviousKey({ caseId, epoch: 1, key: forged, previousKey: previous });
    const signed = signGrant({
      purpose: 'case',
      objectId: caseId,
      epoch: 1,
      key: forged,
      previousCommit: commitTo(previous),
      previousKeyHash: hashPreviousKey(previousKey),
      recipients,
      keyringVersion: dara.keyring.version,
      keyringHash: dara.keyring.hash,
      author: author.member.id,
      signing: by.identity.signing,
    });
    return { grant: signed.grant, previousKey, slot: signed.slots[0] ?? null };
  };
  const withGrant = ({ grant, previousKey, slot }: ReturnType<typeof grantBy>): Served => ({
    ...early,
    access: { epoch: 1, wrap: null, slot, grants: [{ grant, previousKey }] },
  });
  const administrator = await openDesk(fresh, 'ly.bopha');
  const access = now.access;
  const [granted] = access.grants;
  if (granted === undefined) throw new Error('no grant');
  const flipped = granted.previousKey.ciphertext.map((byte, at) => (at === 9 ? byte ^ 4 : byte));

  const attempts: Record<string, Served> = {
    'a slot without a grant': { ...early, access: { epoch: 1, wrap: null, slot: own(forged, 1), grants: [] } },
    'a slot of a key of the server’s for the granted epoch': {
      ...now,
      access: { ...access, wrap: null, slot: own(forged, 1) },
    },
    'a grant that the server signed in a member’s name': withGrant(grantBy(sopheap, administrator)),
    'a grant by somebody who does no casework': withGrant(grantBy(administrator, administrator)),
    'a grant by a member that no entry of the log names': withGrant(grantBy(lina, lina)),
    'a grant to a stranger': withGrant(
      grantBy(sopheap, sopheap, [dara.identity.kem.publicKey, sodium().kemKeypair(forged).publicKey]),
    ),
    'the grant of another key in its place': {
      ...now,
      access: { ...access, grants: withGrant(grantBy(lina, lina)).access.grants },
    },
    'no grant for the epoch of the log': {
      ...now,
      access: { ...access, epoch: 0, slot: early.access.slot, wrap: null, grants: [] },
    },
    'the key before changed': {
      ...now,
      access: { ...access, grants: [{ ...granted, previousKey: { ...granted.previousKey, ciphertext: flipped } }] },
    },
    'the log cut off before its new key': { ...now, entries: now.entries.slice(0, 1) },
    'the way into another case': { ...now, access: other.access },
    'another case’s log': { ...now, entries: other.entries },
  };
  const outcomes: Record<string, string> = {};
  for (const [name, served] of Object.entries(attempts))
    outcomes[name] = await outcomeOf(openCase(deceived(served), caseId));
  // In one sitting, and for the queue: an older state than one that was verified.
  await openCase(dara, caseId);
  outcomes['the case as it was, in one sitting'] = await outcomeOf(
    openCase({ ...dara, call: (() => Promise.resolve(early)) as never }, caseId),
  );
  const rows = await readQueue({ ...dara, call: (() => Promise.resolve(earlyList)) as never });
  outcomes['the list as it was, in one sitting'] = rows.find((row) => row.caseId === caseId)?.problem ?? 'done';
  const stale = await openCase(deceived({ ...now, summary: early.summary }), caseId);
  outcomes['the summary as it was'] = stale.flags.find((flag) => flag.startsWith('summary')) ?? 'done';
  console.log(`forged keys: ${Object.keys(outcomes).length} attempts`, outcomes);
  expect(Object.values(outcomes)).not.toContain('done');
  // The control: the same desk, the same way of answering, with what is so.
  expect(await outcomeOf(openCase(deceived(now), caseId))).toBe('done');
  expect((await openCase(deceived(now), caseId)).flags.filter((flag) => flag.startsWith('summary'))).toEqual([]);
});
