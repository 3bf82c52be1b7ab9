import type { StoredReport } from '../api/cases.ts';
import type { SealedReport } from '../api/reports.ts';
import type { CaseId, Day, TeamId } from '../ids.ts';
import { type AttachmentNote, readNotes } from './attachment-note.ts';
import { type SignedHandOver, readSignedHandOver } from './hand-over.ts';
import { compareBytes, le64, pae, toBase64url, utf8 } from './bytes.ts';
import { bodyKey, contactKey, conversationKey } from './case-keys.ts';
import { SealingError } from './errors.ts';
import { byteString, fields, list, malformed, text, type Fields } from './fields.ts';
import { label } from './labels.ts';
import { pad, unpad } from './padding.ts';
import type { ReceiptKeys } from './receipt.ts';
import type { SecondWordKeys } from './second-word.ts';
import { decodeJson, encodeJson, open, seal } from './sealed.ts';
import { checkCommit, commitTo, keyId, wrapKey } from './slot.ts';
import { sodium } from './sodium.ts';

/**
 * Bytes below which every report looks alike, and every contact blob. Khmer takes three bytes a character: the longest
 * contact details stay below their floor, so that none shows in a length.
 */
const BODY_FLOOR = 4096;
const CONTACT_FLOOR = 3072;

type SealedBy = SealedReport['sealedBy'];

export type ReportToSeal = {
  readonly caseId: CaseId;
  readonly team: TeamId;
  readonly keyringVersion: number;
  /** KEM public keys, 1216 bytes each, checked against the keyring (`checkKeys`). */
  readonly recipients: readonly Uint8Array[];
  readonly answers: Fields;
  /** How to reach the person: sealed apart, since it is erased on a date of its own. Empty when there is none. */
  readonly contact: Fields;
  readonly sealedBy: SealedBy;
  readonly receipt: ReceiptKeys;
  /** When one was chosen. */
  readonly secondWord?: SecondWordKeys;
  /** The report's key, 32 bytes, when files were sealed under it already; else it is drawn here. */
  readonly key?: Uint8Array;
  /** The files, in the order of their places. */
  readonly attachments?: readonly AttachmentNote[];
  /** Of a case that another organisation hands over; bound to `key`, which is then given. */
  readonly handOver?: SignedHandOver;
};

/** What does not stop a report from being read but must be shown to the reader. */
export type ReportFlag =
  /** The slots that were stored are not those that the sender meant: somebody was left out or put in on the way. */
  | 'recipients_differ'
  /** Sealed to a keyring that had expired or been replaced. */
  | 'keyring_not_current'
  /** The row names another sealer than the report itself. */
  | 'sealer_differs';

export type OpenedReport = {
  readonly answers: Fields;
  /** Null once it was erased. */
  readonly contact: Fields | null;
  readonly intendedKids: readonly Uint8Array[];
  readonly sealedBy: SealedBy;
  /** H(W): tells a true withdrawal from a false one. Copied into each summary. */
  readonly withdrawalCheck: Uint8Array;
  /** U, 16 bytes: copied into each coded record, so that a withdrawn report is not counted. */
  readonly uncount: Uint8Array;
  readonly secondWordKey: Uint8Array | null;
  readonly attachments: readonly AttachmentNote[];
  /** Of a case that was handed over, as it was sealed: whose word it is, `checkHandOver` tells. */
  readonly handOver?: SignedHandOver;
  readonly flags: readonly ReportFlag[];
};

type ReportBinding = Pick<SealedReport, 'caseId' | 'commit' | 'keyringVersion' | 'team' | 'reporterKey'>;

const bindBody = (report: ReportBinding): Uint8Array =>
  pae(
    label('report'),
    utf8(report.caseId),
    report.commit,
    le64(report.keyringVersion),
    utf8(report.team),
    report.reporterKey,
  );

const bindContact = (report: Pick<SealedReport, 'caseId' | 'commit'>): Uint8Array =>
  pae(label('contact'), utf8(report.caseId), report.commit);

const bindReporterCopy = (report: Pick<SealedReport, 'caseId' | 'commit'>): Uint8Array =>
  pae(label('reporter'), utf8(report.caseId), report.commit);

/** H(32, PAE(…withdraw, case id, W)). */
export function withdrawalCheck(caseId: CaseId, withdrawal: Uint8Array): Uint8Array {
  return sodium().hash(32, pae(label('withdraw'), utf8(caseId), withdrawal));
}

/** H(16, PAE(…uncount, W)): the same for the coded record, which must not know its case. */
export function uncountMark(withdrawal: Uint8Array): Uint8Array {
  return sodium().hash(16, pae(label('uncount'), withdrawal));
}

/**
 * Seals a report to its recipients: in the browser, in the server's memory for a form without script, or in the
 * console. Throws `no_recipient`, and `wrong_length` for keys that are none.
 */
export function sealReport(input: ReportToSeal): SealedReport {
  const recipients = [...new Map(input.recipients.map((key) => [toBase64url(keyId(key)), key])).values()];
  if (recipients.length === 0) throw new SealingError('no_recipient');
  const slots = (key: Uint8Array): Uint8Array[] =>
    recipients
      .map((publicKey) => wrapKey({ purpose: 'case', objectId: input.caseId, epoch: 0, key, publicKey }))
      .sort(compareBytes);

  const { caseId, team, keyringVersion, sealedBy, receipt, secondWord, key = sodium().randomBytes(32) } = input;
  const bound = { caseId, team, keyringVersion, commit: commitTo(key), reporterKey: receipt.kem.publicKey };
  const body = encodeJson({
    v: 1,
    answers: input.answers,
    intendedKids: recipients.map(keyId).sort(compareBytes).map(toBase64url),
    sealedBy,
    withdrawalCheck: toBase64url(withdrawalCheck(caseId, receipt.withdrawal)),
    uncount: toBase64url(uncountMark(receipt.withdrawal)),
    ...(secondWord && { secondWordKey: toBase64url(secondWord.kem.publicKey) }),
    ...(input.handOver && { handOver: input.handOver }),
    ...(input.attachments?.length && { attachments: input.attachments }),
  });
  return {
    ...bound,
    sealedBy,
    body: seal(bodyKey(key), bindBody(bound), pad(body, BODY_FLOOR)),
    contact: seal(contactKey(key), bindContact(bound), pad(encodeJson(input.contact), CONTACT_FLOOR)),
    lookup: receipt.lookup,
    // Random when there is no second word: whether one was chosen does not show.
    secondLookup: secondWord?.lookup ?? sodium().randomBytes(32),
    reporterCopy: seal(receipt.copyKey, bindReporterCopy(bound), conversationKey(key)),
    slots: slots(key),
  };
}

/** The JSON body of `POST /api/reports`. By hand, since the report page's worker carries no schema library. */
export function encodeSealedReport(report: SealedReport): string {
  return JSON.stringify(report, (_, value: unknown) => (value instanceof Uint8Array ? toBase64url(value) : value));
}

/** The contact details alone. Throws `commit_mismatch`, `damaged`. */
export function openContact(stored: Pick<StoredReport, 'caseId' | 'commit' | 'contact'>, key: Uint8Array): Fields {
  checkCommit(key, stored.commit);
  return fields(decodeJson(unpad(open(contactKey(key), bindContact(stored), stored.contact))));
}

/**
 * Opens a report with the key from its slot or vault wrap. `keyring` is what the reader knows of the version that the
 * report names: its last day, and the day the next version came out. Throws `commit_mismatch`, `damaged`, `malformed`;
 * what can be read but is odd comes back in `flags`.
 */
export function openReport(
  stored: StoredReport,
  key: Uint8Array,
  keyring?: { readonly expires: Day; readonly replacedOn: Day | null },
): OpenedReport {
  checkCommit(key, stored.commit);
  const body = fields(decodeJson(unpad(open(bodyKey(key), bindBody(stored), stored.body))));
  if (body['v'] !== 1) malformed();
  const sealedBy = text<SealedBy>(body['sealedBy'], /^(browser|server|console)$/);
  const intendedKids = list(body['intendedKids'], (kid) => byteString(kid, 16));
  const inOrder = (kids: readonly Uint8Array[]): string => kids.map(toBase64url).sort().join();
  const flags: ReportFlag[] = [];
  if (inOrder(intendedKids) !== inOrder(stored.kids)) flags.push('recipients_differ');
  if (sealedBy !== stored.sealedBy) flags.push('sealer_differs');
  const replacedOn = keyring?.replacedOn ?? null;
  if (keyring && (stored.day > keyring.expires || (replacedOn !== null && stored.day > replacedOn))) {
    flags.push('keyring_not_current');
  }
  return {
    answers: fields(body['answers']),
    // No bytes at all: its time was over before the report's. Anything else that does not open is damaged.
    contact: stored.contact.ciphertext.length === 0 ? null : openContact(stored, key),
    intendedKids,
    sealedBy,
    withdrawalCheck: byteString(body['withdrawalCheck'], 32),
    uncount: byteString(body['uncount'], 16),
    secondWordKey: body['secondWordKey'] === undefined ? null : byteString(body['secondWordKey'], 1216),
    attachments: readNotes(body['attachments']),
    ...(body['handOver'] !== undefined && { handOver: readSignedHandOver(body['handOver']) }),
    flags,
  };
}

/** Conversation key 0, from the reporter's own copy. Throws `damaged`. */
export function openReporterCopy(
  report: Pick<SealedReport, 'caseId' | 'commit' | 'reporterCopy'>,
  receipt: Pick<ReceiptKeys, 'copyKey'>,
): Uint8Array {
  return open(receipt.copyKey, bindReporterCopy(report), report.reporterCopy);
}
