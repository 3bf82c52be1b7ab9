import type { SealedReport } from '../api/reports.ts';
import type { MemberId } from '../ids.ts';
import { fromBase64url, le64, toBase64url, utf8 } from './bytes.ts';
import { byteString, fields, text } from './fields.ts';
import { checkSignature, signParts } from './signature.ts';

/**
 * What whoever hands a case over says of it, in the sealed body of the new case: JSON of `casework/hand-over.ts`, signed by a
 * member of the organisation before.
 */
export type SignedHandOver = {
  readonly note: string;
  readonly author: MemberId;
  /** Ed25519, base64url. */
  readonly signature: string;
};

/** Which case it begins. The commitment binds it to the case's key: copied into another report it says nothing. */
type Begun = Pick<SealedReport, 'caseId' | 'commit' | 'keyringVersion'>;

const partsOf = ({ caseId, commit, keyringVersion }: Begun, author: MemberId, note: string): Uint8Array[] => [
  utf8(caseId),
  commit,
  le64(keyringVersion),
  utf8(author),
  utf8(note),
];

export function signHandOver(begun: Begun, author: MemberId, note: string, secretKey: Uint8Array): SignedHandOver {
  return { note, author, signature: toBase64url(signParts('hand-over', partsOf(begun, author, note), secretKey)) };
}

/** `publicKey`: of the author, by the keyring that the report names. Throws `bad_signature`. */
export function checkHandOver(begun: Begun, { note, author, signature }: SignedHandOver, publicKey: Uint8Array): void {
  checkSignature('hand-over', partsOf(begun, author, note), fromBase64url(signature), publicKey);
}

/** Throws `malformed`. */
export function readSignedHandOver(value: unknown): SignedHandOver {
  const { note, author, signature } = fields(value);
  byteString(signature, 64);
  return {
    note: text(note, /^[^]{1,20000}$/),
    author: text<MemberId>(author, /^[0-9a-f-]{36}$/),
    signature: text(signature),
  };
}
