import { beginEpoch, leaveCase, type NewEpoch } from '@romduol/shared/api/cases';
import { readCaseConversation } from '@romduol/shared/api/conversation';
import { recoverCase } from '@romduol/shared/api/recovery';
import { isExcluded, type ReadersChange } from '@romduol/shared/casework/readers';
import type { CaseId, MemberId, TeamId } from '@romduol/shared/ids';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { signCardUse } from '@romduol/shared/sealing/card-use';
import { hashPreviousKey, sealPreviousKey } from '@romduol/shared/sealing/case-epoch';
import { conversationKey } from '@romduol/shared/sealing/case-keys';
import { openGrant, signGrant, type Turn, type VerifiedGrant } from '@romduol/shared/sealing/grant';
import type { Identity } from '@romduol/shared/sealing/identity';
import { commitTo } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { EntryDraft } from './acts.ts';
import { doesCasework, isForAnotherCard, organisationOf, versionOfKey, wrapCaseKey } from './case-key.ts';
import { type Desk, DeskRefusal, type HeldKey } from './desk.ts';
import { keysOf } from './members.ts';
import { markSeen, type OpenCase } from './open-case.ts';
import { sealNext, sealOwnSummary } from './seal-entry.ts';

/** Who is to read a case from now on, and what the log says beside it. */
export type NewReaders = {
  readonly why: ReadersChange;
  readonly readers: readonly MemberId[];
  /** Entries under the new key, which whoever no longer reads does not see. */
  readonly also: readonly EntryDraft[];
  /** Of a recovery: the card, and how many messages the conversation has, which only readers can count. */
  readonly recovery?: { readonly card: Identity; readonly messages: readonly [number, number] };
};

/** Who may be given a case's key: active, and doing casework for the organisation of its team. */
export function mayBeGiven(desk: Desk, team: TeamId, id: MemberId): boolean {
  const member = desk.keyring.members.find((one) => one.id === id);
  return doesCasework(member) && member.organisation === organisationOf(desk.keyring, team);
}

/** Whoever of a case's readers may go on reading it. */
export function rightfulReaders(desk: Desk, { stored, case: folded }: Pick<OpenCase, 'stored' | 'case'>): MemberId[] {
  return folded.readers.filter((id) => mayBeGiven(desk, stored.team, id) && !isExcluded(folded, id));
}

/**
 * Left the organisation or its casework, by the keyring. Whom a supervisor has only shut out keeps their place: the keyring
 * says nothing of it, and the server lets them in nowhere meanwhile.
 */
export const hasLeft = (desk: Desk, team: TeamId, id: MemberId): boolean => !mayBeGiven(desk, team, id);

/** Gives the member's own way into a case up, and forgets its keys. Throws `ApiRefusal` `last_reader`. */
export async function giveUpCase(desk: Desk, caseId: CaseId): Promise<void> {
  await desk.call(leaveCase, { params: { caseId } });
  desk.caseKeys.delete(caseId);
  desk.logs.delete(caseId);
}

function whyUnsettled(desk: Desk, { stored, case: folded, held }: OpenCase): ReadersChange | null {
  if (folded.readers.some((id) => hasLeft(desk, stored.team, id))) return 'left';
  if (folded.readers.some((id) => isExcluded(folded, id))) return 'conflict';
  return isForAnotherCard(desk, stored.team, versionOfKey(held, stored.keyringVersion)) ? 'card_changed' : null;
}

/**
 * Begins a new key when somebody reads the case who is implicated or has left, or the organisation's recovery card is another:
 * nothing more is sealed under one that they hold. The case as it stands, when neither is so. Throws `DeskRefusal` `no_key`
 * when it is the member who is implicated: they would know a key that they drew, so their way in is given up, and a
 * colleague's desk does it.
 */
export async function settleReaders(desk: Desk, open: OpenCase): Promise<OpenCase> {
  const { case: folded } = open;
  if (isExcluded(folded, desk.member.id)) {
    await giveUpCase(desk, open.caseId);
    throw new DeskRefusal('no_key');
  }
  const why = whyUnsettled(desk, open);
  return why === null ? open : beginNext(desk, open, { why, readers: rightfulReaders(desk, open), also: [] });
}

/**
 * Begins the case's next key, drawn here, for these readers. Throws `DeskRefusal` `no_reader_left`, `illegal_entry` with
 * casework's reason; `ApiRefusal` `sequence_taken` when a colleague was quicker, or the reporter has just written.
 */
export async function beginNext(
  desk: Desk,
  open: OpenCase,
  { why, readers, also, recovery }: NewReaders,
): Promise<OpenCase> {
  const { caseId, held } = open;
  if (readers.length === 0) throw new DeskRefusal('no_reader_left');
  const fresh = await drawKey(desk, open, readers);
  const counted = recovery?.messages ?? (await countMessages(desk, caseId));
  const conversation = grantConversation(desk, open, fresh.key, counted);
  const card = recovery && signCardUse(fresh.verified, recovery.card.signing);
  const begun = {
    kind: 'readers_changed',
    grant: toBase64url(fresh.verified.hash),
    conversation: toBase64url(conversation.verified.hash),
    why,
    readers,
    ...(card && { card: toBase64url(card) }),
  } as const;
  const newest: HeldKey = {
    epoch: held.epoch + 1,
    key: fresh.key,
    all: [...held.all, fresh.key],
    grants: [...held.grants, fresh.verified],
  };
  let { entry, after } = sealNext(desk, { ...open, held: newest }, begun, fresh.verified);
  const entries = [entry];
  for (const draft of also) {
    ({ entry, after } = sealNext(desk, after, draft));
    entries.push(entry);
  }
  const isNamed = readers.includes(desk.member.id);
  const { grant, previousKey, slots } = fresh;
  const body: NewEpoch = {
    grant,
    previousKey,
    slots,
    conversation: conversation.body,
    entries,
    summary: sealOwnSummary(desk, after),
    wrap: isNamed ? wrapCaseKey(desk, caseId, newest) : null,
  };
  if (card === undefined) await desk.call(beginEpoch, { params: { caseId }, body });
  else await desk.call(recoverCase, { params: { caseId }, body: { ...body, card } });
  if (isNamed) desk.caseKeys.set(caseId, newest);
  else {
    desk.caseKeys.delete(caseId);
    desk.logs.delete(caseId);
  }
  markSeen(desk, caseId, after.entries.at(-1));
  return { ...after, turns: conversation.turns };
}

/** A random key, granted to the readers and the organisation's recovery card, with the key before sealed under it. */
async function drawKey(desk: Desk, { caseId, held, stored }: OpenCase, readers: readonly MemberId[]) {
  const members = desk.keyring.members.filter(({ id }) => readers.includes(id));
  if (members.length !== readers.length || readers.some((id) => !mayBeGiven(desk, stored.team, id))) {
    throw new DeskRefusal('illegal_entry', 'not_a_caseworker');
  }
  const organisation = organisationOf(desk.keyring, stored.team);
  const card = organisation === undefined ? undefined : desk.keyring.recoveries.get(organisation);
  const key = sodium().randomBytes(32);
  const epoch = held.epoch + 1;
  const previousKey = sealPreviousKey({ caseId, epoch, key, previousKey: held.key });
  const { grant, slots } = signGrant({
    purpose: 'case',
    objectId: caseId,
    epoch,
    key,
    previousCommit: commitTo(held.key),
    previousKeyHash: hashPreviousKey(previousKey),
    recipients: [...(await keysOf(desk, members)), ...(card === undefined ? [] : [card.kemKey])],
    ...signedBy(desk),
  });
  const verified = openGrant(grant, slots, desk.identity.signing.publicKey);
  return { key, grant, slots, previousKey, verified };
}

/** Messages so far, from the reporter and from the organisation. */
async function countMessages(desk: Desk, caseId: CaseId): Promise<Turn['after']> {
  const { messages } = await desk.call(readCaseConversation, { params: { caseId } });
  const fromReporter = messages.filter(({ direction }) => direction === 0).length;
  return [fromReporter, messages.length - fromReporter];
}

/** The conversation's new key for the reporter, who opens it with the one before and the receipt. */
function grantConversation(
  desk: Desk,
  { caseId, held, stored, turns }: OpenCase,
  newKey: Uint8Array,
  after: Turn['after'],
): {
  readonly body: NewEpoch['conversation'];
  readonly verified: VerifiedGrant;
  readonly turns: readonly Turn[];
} {
  const key = conversationKey(newKey);
  const previousKey = conversationKey(held.key);
  const turn: Turn = { commit: commitTo(key), after };
  const all = [...turns, turn];
  const { grant, slots } = signGrant({
    purpose: 'conversation',
    objectId: caseId,
    epoch: held.epoch + 1,
    key,
    previousCommit: commitTo(previousKey),
    previousKey,
    turns: all,
    recipients: [stored.reporterKey],
    ...signedBy(desk),
  });
  const [slot = new Uint8Array(0)] = slots;
  const verified = openGrant(grant, slots, desk.identity.signing.publicKey);
  return { body: { grant, slot }, verified, turns: all };
}

const signedBy = ({ keyring, member, identity }: Desk) => ({
  keyringVersion: keyring.version,
  keyringHash: keyring.hash,
  author: member.id,
  signing: identity.signing,
});
