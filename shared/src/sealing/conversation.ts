import type { Conversation, SealedMessage } from '../api/conversation.ts';
import type { CaseId } from '../ids.ts';
import { type AttachmentNote, readNotes } from './attachment-note.ts';
import { fromBase64url, fromUtf8, le64, pae, toBase64url, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { fields, text, whole } from './fields.ts';
import type { Turn } from './grant.ts';
import { label } from './labels.ts';
import { pad, padToStep, unpad } from './padding.ts';
import { decodeJson, encodeJson, open, seal, type Sealed } from './sealed.ts';
import { sodium } from './sodium.ts';

/** Messages are padded to whole steps, so that a short answer and a shorter one look alike. */
const STEP = 1024;
/** An answer is at least this long, found or not; bytes. */
const ANSWER_FLOOR = 16 * 1024;

/**
 * What a message says. `received` tells a reporter that somebody has opened the report; the others ask for a consent or
 * for how a service was, and answer that, or tell that another organisation goes on: their text is JSON (`casework/asks.ts`).
 */
export type MessageKind =
  | 'words'
  | 'received'
  | 'consent_ask'
  | 'consent_said'
  | 'feedback_ask'
  | 'feedback_said'
  | 'handed_over';

export type Message = {
  readonly kind: MessageKind;
  readonly text: string;
  /** The highest counter that the writer had seen from the other side: who answers what. */
  readonly seen: number;
  /** The handle of the member who wrote it; empty from the reporter. */
  readonly by: string;
  readonly attachments: readonly AttachmentNote[];
};

/** A case and the place in its conversation: `previous` is the hash of the message before in the same direction. */
export type MessagePlace = Omit<SealedMessage, 'sealed'> & { readonly caseId: CaseId };

const bindMessage = ({ caseId, direction, counter, epoch, previous }: MessagePlace): Uint8Array =>
  pae(label('message'), utf8(caseId), le64(direction), le64(counter), le64(epoch), previous);

/** The key of one message, from which its files' keys follow too. `conversationKey` is that of the message's epoch. */
export const messageKey = (
  conversationKey: Uint8Array,
  { counter, direction }: Pick<SealedMessage, 'counter' | 'direction'>,
): Uint8Array => sodium().deriveKey(2 * counter + direction, 'rdmsg001', conversationKey);

/** What the first message of a direction is chained to. */
export function firstPrevious(
  report: { readonly caseId: CaseId; readonly commit: Uint8Array },
  direction: SealedMessage['direction'],
): Uint8Array {
  return sodium().hash(32, pae(label('conversation'), utf8(report.caseId), report.commit, le64(direction)));
}

/** The next message's `previous`. */
export function messageHash(caseId: CaseId, message: SealedMessage): Uint8Array {
  const { nonce, ciphertext } = message.sealed;
  return sodium().hash(32, pae(label('message-hash'), bindMessage({ ...message, caseId }), nonce, ciphertext));
}

/** Seals a message. Both sides hold the key, so neither can prove to others what the other wrote: a reporter may deny. */
export function sealMessage(place: MessagePlace, conversationKey: Uint8Array, message: Message): SealedMessage {
  const { direction, counter, epoch, previous } = place;
  const content = padToStep(encodeJson({ v: 1, ...message }), STEP);
  const sealed = seal(messageKey(conversationKey, place), bindMessage(place), content);
  return { direction, counter, epoch, previous, sealed };
}

/** Throws `damaged`, `malformed`. */
export function openMessage(caseId: CaseId, message: SealedMessage, conversationKey: Uint8Array): Message {
  const opened = open(messageKey(conversationKey, message), bindMessage({ ...message, caseId }), message.sealed);
  const content = fields(decodeJson(unpad(opened)));
  if (content['v'] !== 1) throw new SealingError('malformed');
  return {
    kind: text<MessageKind>(content['kind'], /^(words|received|(consent|feedback)_(ask|said)|handed_over)$/),
    text: text(content['text'], /^[^]{0,48000}$/),
    seen: whole(content['seen']),
    by: text(content['by'], /^[^]{0,200}$/),
    attachments: readNotes(content['attachments']),
  };
}

type Opened = { readonly message: Message; readonly oldKey?: true };

/**
 * Opens the messages of one case, of both directions, and gives them in the order in which they can have been written.
 * `conversationKey(epoch)` is undefined for an epoch that the reader does not know; `turns` are those of the newest grant.
 * A message of an epoch that was over when it came has `oldKey`: whoever lost the key could have written it.
 *
 * Throws `chain_broken` when one of a direction is missing, twice or out of order, or under a key that was not there yet, or
 * when one that the other side had seen is missing at the end, and what `openMessage` throws.
 */
export function openMessages<M extends SealedMessage>(
  report: { readonly caseId: CaseId; readonly commit: Uint8Array },
  messages: readonly M[],
  conversationKey: (epoch: number) => Uint8Array | undefined,
  turns: readonly Turn[] = [],
): (M & Opened)[] {
  const openDirection = (direction: SealedMessage['direction']): (M & Opened)[] => {
    let previous = firstPrevious(report, direction);
    const ofDirection = messages.filter((one) => one.direction === direction).sort((a, b) => a.counter - b.counter);
    return ofDirection.map((one, at) => {
      const key = conversationKey(one.epoch);
      const tooEarly = one.counter <= (turns[one.epoch - 1]?.after[direction] ?? 0);
      if (one.counter !== at + 1 || !sodium().equal(one.previous, previous) || key === undefined || tooEarly) {
        throw new SealingError('chain_broken');
      }
      previous = messageHash(report.caseId, one);
      const next = turns[one.epoch];
      const isOld = next !== undefined && one.counter > next.after[direction];
      return { ...one, message: openMessage(report.caseId, one, key), ...(isOld && { oldKey: true as const }) };
    });
  };
  const [fromReporter, fromOrganisation] = [openDirection(0), openDirection(1)];
  requireSeen(fromReporter, fromOrganisation);
  requireSeen(fromOrganisation, fromReporter);
  return interleave(fromReporter, fromOrganisation);
}

/**
 * What one side had seen of the other when it wrote must be there: the end of a chain is bound by nothing else. What came
 * under a key that was over says nothing.
 */
function requireSeen(writers: readonly Opened[], others: readonly Opened[]): void {
  const missing = writers.some(({ message, oldKey = false }) => !oldKey && message.seen > others.length);
  if (missing) throw new SealingError('chain_broken');
}

/** A message comes after those of the other side that its writer had seen, and before those that had seen it. */
function interleave<T extends SealedMessage & { readonly message: Message }>(
  fromReporter: readonly T[],
  fromOrganisation: readonly T[],
): T[] {
  const ordered: T[] = [];
  const rest = [...fromOrganisation];
  for (const one of fromReporter) {
    while (rest[0] !== undefined && (rest[0].counter <= one.message.seen || rest[0].message.seen < one.counter)) {
      ordered.push(rest.shift() as T);
    }
    ordered.push(one);
  }
  return [...ordered, ...rest];
}

const answerKey = (lookup: Uint8Array): Uint8Array => sodium().hash(32, pae(label('answer'), lookup));

/** Bytes as text, the way the API writes them; `$` cannot begin a text of ours. */
const encodeBytes = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? `$${toBase64url(value)}` : value;
const decodeBytes = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('$') ? fromBase64url(value.slice(1)) : value;

/**
 * What a receipt finds, sealed for whoever knows the receipt. The server knows the lookup as well, for this moment: the
 * sealing only makes an answer look like the one that a receipt nobody has is given, sealed under a key that nobody has.
 */
export function sealConversation(lookup: Uint8Array, conversation: Conversation): Sealed {
  const content = new TextEncoder().encode(JSON.stringify(conversation, encodeBytes));
  return seal(answerKey(lookup), label('answer'), pad(content, ANSWER_FLOOR));
}

/** Null: there is no report under this receipt. */
export function openConversation(lookup: Uint8Array, sealed: Sealed): Conversation | null {
  const content = sodium().aeadOpen(answerKey(lookup), sealed.nonce, label('answer'), sealed.ciphertext);
  if (content === null) return null;
  return JSON.parse(fromUtf8(unpad(content)), decodeBytes) as Conversation;
}
