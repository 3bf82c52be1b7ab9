import type { SignedLedgerEntry, StoredRelease } from '../api/statistics.ts';
import type { MemberId } from '../ids.ts';
import { le64, pae, utf8 } from './bytes.ts';
import { label } from './labels.ts';
import { decodeJson, encodeJson } from './sealed.ts';
import { checkSignature, signParts } from './signature.ts';
import { sodium, type KeyPair } from './sodium.ts';

/** What of a release is signed: which of its series it is, what came before, and its exact bytes. */
export type ReleaseToSign = Pick<StoredRelease, 'series' | 'number' | 'previous' | 'file'>;

const releaseParts = ({ series, number, previous, file }: ReleaseToSign): Uint8Array[] => [
  utf8(series),
  le64(number),
  previous,
  sodium().hash(32, file),
];

/** The release's hash, 32 bytes: the next one's `previous`. The first release of a series follows 32 zero bytes. */
export function releaseHash(release: ReleaseToSign): Uint8Array {
  return sodium().hash(32, pae(label('release-hash'), ...releaseParts(release)));
}

/** A publisher's signature, 64 bytes. The second publisher recomputes the file and signs the same. */
export function signRelease(release: ReleaseToSign, signing: KeyPair): Uint8Array {
  return signParts('release', releaseParts(release), signing.secretKey);
}

/** Throws `bad_signature`. */
export function verifyRelease(release: ReleaseToSign, signature: Uint8Array, signerKey: Uint8Array): void {
  checkSignature('release', releaseParts(release), signature, signerKey);
}

/** The hash of a cohort's seed, as the ledger holds it. */
export function seedHash(seed: Uint8Array): Uint8Array {
  return sodium().hash(32, pae(label('seed'), seed));
}

/** Signs a row of the ledger. Its content names the row before by `ledgerHash`; the first names 32 zero bytes. */
export function signLedgerEntry(content: unknown, author: MemberId, signing: KeyPair): SignedLedgerEntry {
  const statement = encodeJson(content);
  return { statement, author, signature: signParts('ledger', [utf8(author), statement], signing.secretKey) };
}

/** The content as JSON. Throws `bad_signature`, `malformed`. */
export function verifyLedgerEntry(entry: SignedLedgerEntry, signerKey: Uint8Array): unknown {
  checkSignature('ledger', [utf8(entry.author), entry.statement], entry.signature, signerKey);
  return decodeJson(entry.statement);
}

export function ledgerHash(entry: SignedLedgerEntry): Uint8Array {
  return sodium().hash(32, pae(label('ledger-hash'), utf8(entry.author), entry.statement));
}
