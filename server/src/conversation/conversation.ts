import type { SealedMessage, StoredMessage } from '@romduol/shared/api/conversation';
import type { CaseId, Day } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import { firstPrevious, messageHash } from '@romduol/shared/sealing/conversation';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Throttle } from '../accounts/throttle.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import { Refusal } from '../refusal.ts';
import { eraseCase } from '../retention/erase.ts';
import type { TombstoneFile } from '../retention/tombstones.ts';
import type { Secret } from '../secret.ts';
import { type Found, deleteWithdrawal, findByReceipt, findOfCase, insertMessage, insertWithdrawal } from './store.ts';

/** Days between asking and erasure, in which it can be undone: somebody else may have found the receipt. */
const DAYS_TO_UNDO = 7;

export type Talking = {
  readonly db: Database;
  readonly secret: Secret;
  readonly tombstones: TombstoneFile;
  /** Attempts at a second word, by case. */
  readonly attempts: Throttle;
  /** Told of each case whose conversation has changed. */
  readonly changed: (caseId: CaseId) => void;
};

type Place = {
  readonly caseId: CaseId;
  readonly commit: Uint8Array;
  readonly epoch: number;
  readonly messages: readonly StoredMessage[];
};

/** Both ways of sealing draw a nonce, so equal bytes mean the same message. */
const isSame = (a: SealedMessage, b: SealedMessage): boolean =>
  a.epoch === b.epoch &&
  sodium().equal(a.previous, b.previous) &&
  sodium().equal(a.sealed.nonce, b.sealed.nonce) &&
  sodium().equal(a.sealed.ciphertext, b.sealed.ciphertext);

/**
 * Adds a message where the conversation ends. `repeated` when exactly this one stands there already. Throws `Refusal`
 * `sequence_taken` when another does, or when the conversation has a newer key: the sender reads again and seals anew.
 */
export async function addMessage(
  db: Database,
  place: Place,
  message: SealedMessage,
  today: Day,
): Promise<'stored' | 'repeated'> {
  const ofDirection = place.messages.filter(({ direction }) => direction === message.direction);
  const there = ofDirection[message.counter - 1];
  if (there !== undefined && isSame(there, message)) return 'repeated';
  if (message.counter !== ofDirection.length + 1 || message.epoch !== place.epoch) throw new Refusal('sequence_taken');
  const last = ofDirection.at(-1);
  const previous = last === undefined ? firstPrevious(place, message.direction) : messageHash(place.caseId, last);
  // Refused here, since a message beside the chain would make the whole conversation unreadable.
  if (!sodium().equal(message.previous, previous)) throw new Refusal('bad_input');
  if (await insertMessage(db, place.caseId, message, today)) return 'stored';
  const now = await findOfCase(db, place.caseId);
  const taken = now?.messages.find((one) => one.direction === message.direction && one.counter === message.counter);
  if (taken !== undefined && isSame(taken, message)) return 'repeated';
  throw new Refusal('sequence_taken');
}

/** Throws `not_found`. */
export async function requireByReceipt({ db, secret }: Talking, lookup: Uint8Array): Promise<Found> {
  const found = await findByReceipt(db, secret, lookup);
  if (found === null) throw new Refusal('not_found');
  return found;
}

/**
 * Withdraws the report under a receipt; gives the day of its erasure, null when the second word had it erased at once.
 * A withdrawal that was asked for before keeps its day. Throws `Refusal`.
 */
export async function withdraw(
  talking: Talking,
  asked: { readonly lookup: Uint8Array; readonly withdrawal: Uint8Array; readonly second: Uint8Array | null },
  today: Day,
): Promise<Day | null> {
  const { db } = talking;
  const { conversation, secondCheck } = await requireByReceipt(talking, asked.lookup);
  const { caseId } = conversation;
  if (asked.second !== null) {
    requireSecondWord(talking, { caseId, secondCheck }, asked.second);
    await eraseCase(talking, { caseId, withdrawal: asked.withdrawal }, today);
    return null;
  }
  if (conversation.withdrawal !== null) return conversation.withdrawal.eraseOn;
  const eraseOn = addDays(today, DAYS_TO_UNDO);
  const day = await transaction(db, async (tx) => {
    if (await insertWithdrawal(tx, caseId, { day: today, eraseOn, withdrawal: asked.withdrawal })) {
      await recordAct(tx, { act: 'withdrawal_asked', member: null, object: caseId, day: today });
    }
    return (await findOfCase(tx, caseId))?.withdrawal?.eraseOn ?? eraseOn;
  });
  talking.changed(caseId);
  return day;
}

function requireSecondWord(
  { secret, attempts }: Talking,
  { caseId, secondCheck }: { readonly caseId: CaseId; readonly secondCheck: Uint8Array },
  second: Uint8Array,
): void {
  if (!attempts.attempt(caseId)) throw new Refusal('too_many_attempts');
  if (!sodium().equal(secret.secondCheck(second), secondCheck)) throw new Refusal('credentials_refused');
  attempts.succeeded(caseId);
}

/** Throws `Refusal` when this is not the second word of the report under the receipt. */
export async function checkSecondWord(talking: Talking, lookup: Uint8Array, second: Uint8Array): Promise<void> {
  const { conversation, secondCheck } = await requireByReceipt(talking, lookup);
  requireSecondWord(talking, { caseId: conversation.caseId, secondCheck }, second);
}

/** Takes a withdrawal back. Nothing happens when there is none. */
export async function undoWithdrawal(talking: Talking, lookup: Uint8Array, today: Day): Promise<void> {
  const { caseId } = (await requireByReceipt(talking, lookup)).conversation;
  await transaction(talking.db, async (tx) => {
    if (await deleteWithdrawal(tx, caseId))
      await recordAct(tx, { act: 'withdrawal_undone', member: null, object: caseId, day: today });
  });
  talking.changed(caseId);
}
