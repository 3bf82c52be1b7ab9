import type { Act } from '@romduol/shared/api/audit';
import { beginEpoch, leaveCase, type NewEpoch } from '@romduol/shared/api/cases';
import type { CaseId, Day } from '@romduol/shared/ids';
import { hashPreviousKey } from '@romduol/shared/sealing/case-epoch';
import type { VerifiedGrant } from '@romduol/shared/sealing/grant';
import { entryHash } from '@romduol/shared/sealing/log';
import { keyId } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { requireAgreement, requireCurrentKeyring, requireNext } from '../cases/continues.ts';
import { findLogEnd, insertEntry, type LogEnd, replaceSummary, replaceWrap } from '../cases/store.ts';
import { type Database, transaction } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import { insertGrant } from '../grants/store.ts';
import { openCallersGrant, verifyCaseGrant } from '../grants/verify-grant.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { type EpochFacts, dropOthers, dropOwn, insertCaseGrant, lockFacts } from './store.ts';

/** Two at once: one of these is broken by the slower. */
const TAKEN = new Set(['grants_pk', 'case_entries_pk', 'case_slots_pk']);

type Epochs = { readonly db: Database; readonly changed: (caseId: CaseId) => void };

export function mountEpochs(mount: Mount<SignedIn>, { db, changed }: Epochs): void {
  mount.guarded(beginEpoch, async ({ params: { caseId }, body }, member, call) => {
    const end = await findLogEnd(db, member, caseId);
    if (end === null) throw new Refusal('not_found');
    await storeEpoch({ db, changed }, { end, body, member, today: call.today, act: 'case_readers_changed' });
    call.created();
    return {};
  });

  mount.guarded(leaveCase, async ({ params: { caseId } }, member, call) => {
    if ((await findLogEnd(db, member, caseId)) === null) throw new Refusal('not_found');
    await transaction(db, async (tx) => {
      if (!(await dropOwn(tx, caseId, member.id))) throw new Refusal('last_reader');
      await recordAct(tx, { act: 'case_left', member: member.id, object: caseId, day: call.today });
    });
    return {};
  });
}

/**
 * Stores a case's next key with all that begins with it, for whoever may: that is judged before. `end` is where its log
 * stands.
 */
export async function storeEpoch(
  { db, changed }: Epochs,
  epochOf: {
    readonly end: LogEnd;
    readonly body: NewEpoch;
    readonly member: SignedIn;
    readonly today: Day;
    readonly act: Act;
  },
): Promise<void> {
  const { end, body, member, today, act } = epochOf;
  const { caseId } = end.report;
  const granted = verifyCaseGrant(body.grant, body.slots, member);
  const { conversation } = body;
  const talk = openCallersGrant(conversation.grant, [conversation.slot], member);
  const epoch = end.epoch + 1;
  requireGrant(granted, caseId, epoch);
  if (!granted.previousKeyHash || !sodium().equal(granted.previousKeyHash, hashPreviousKey(body.previousKey))) {
    throw new Refusal('bad_input');
  }
  requireEntries(caseId, { ...end, epoch }, body, member);
  try {
    await transaction(db, async (tx) => {
      const facts = await lockFacts(tx, caseId);
      if (facts === null) throw new Refusal('not_found');
      requireConversation(talk, facts, { caseId, epoch });
      await insertCaseGrant(tx, { ...body, caseId, epoch, organisation: member.organisation });
      await insertGrant(tx, member.organisation, conversation.grant, talk, [conversation.slot]);
      for (const entry of body.entries) await insertEntry(tx, caseId, entry, today);
      await replaceSummary(tx, caseId, body.summary, today);
      await dropOthers(tx, caseId, granted.kids);
      if (body.wrap !== null) await replaceWrap(tx, member, caseId, { epoch, wrap: body.wrap });
      await recordAct(tx, { act, member: member.id, object: caseId, day: today });
    });
  } catch (error) {
    if (TAKEN.has(violatedConstraint(error) ?? '')) throw new Refusal('sequence_taken');
    throw error;
  }
  changed(caseId);
}

/** Each epoch comes after the one before, and says so. */
function requireGrant(grant: VerifiedGrant, caseId: CaseId, epoch: number): void {
  if (grant.objectId !== caseId || grant.previousCommit === null) throw new Refusal('bad_input');
  if (grant.epoch !== epoch) throw new Refusal('sequence_taken');
}

/** The reporter's slot of the same epoch, counting from the conversation as it stands. */
function requireConversation(
  talk: VerifiedGrant,
  { reporterKey, messages }: EpochFacts,
  { caseId, epoch }: { readonly caseId: CaseId; readonly epoch: number },
): void {
  requireGrant(talk, caseId, epoch);
  const [kid = new Uint8Array(0)] = talk.kids;
  const last = talk.turns?.at(-1);
  const forReporter = talk.purpose === 'conversation' && sodium().equal(kid, keyId(reporterKey));
  if (!forReporter || talk.turns?.length !== epoch || last === undefined) throw new Refusal('bad_input');
  if (!sodium().equal(last.commit, talk.commit)) throw new Refusal('bad_input');
  // The reporter has written meanwhile: counted anew, the message keeps its place before the turn.
  if (last.after.some((count, direction) => count !== messages[direction])) throw new Refusal('sequence_taken');
}

/** The entries continue the log one by one, all under the new key, and the summary belongs to the last. */
function requireEntries(
  caseId: CaseId,
  end: Parameters<typeof requireNext>[0],
  { entries, summary }: NewEpoch,
  member: SignedIn,
): void {
  let at = end;
  for (const entry of entries) {
    if (entry.author !== member.id) throw new Refusal('bad_input');
    requireCurrentKeyring(entry, member);
    requireNext(at, entry);
    at = { ...at, seq: entry.seq, head: entryHash(caseId, entry) };
  }
  const last = entries.at(-1);
  if (last !== undefined) requireAgreement(caseId, last, summary, member);
}
