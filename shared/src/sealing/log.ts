import type { SealedEntry, StoredReport } from '../api/cases.ts';
import type { CaseId, MemberId } from '../ids.ts';
import { compareBytes, le64, pae, toBase64url, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { fields } from './fields.ts';
import type { VerifiedGrant } from './grant.ts';
import type { Keyring, Member } from './keyring-shape.ts';
import { label } from './labels.ts';
import { openSigned, sealSigned } from './signed-content.ts';
import { sodium, type KeyPair } from './sodium.ts';

declare const verified: unique symbol;

/** An entry whose ciphertext, author's signature and hash were checked. Only `openEntry` makes one. */
export type VerifiedEntry = {
  readonly seq: number;
  readonly epoch: number;
  readonly author: MemberId;
  readonly keyringVersion: number;
  /** JSON as its author wrote it: which kind of entry it is, the casework's schema says. */
  readonly content: unknown;
  /** Whether a new key of the case begins with it. */
  readonly beginsEpoch?: true;
  /** The next entry's `previous`, and the head that a summary names. */
  readonly hash: Uint8Array;
  readonly [verified]: true;
};

/** What everything of an entry but its words is bound by; stands in clear beside it. */
type EntryHead = Omit<SealedEntry, 'sealed'> & { readonly caseId: CaseId };

const bindEntry = (head: EntryHead): Uint8Array =>
  pae(
    label('entry'),
    utf8(head.caseId),
    le64(head.seq),
    head.previous,
    le64(head.epoch),
    utf8(head.author),
    le64(head.keyringVersion),
    head.keyringHash,
  );

const entryKey = (caseKey: Uint8Array, seq: number): Uint8Array => sodium().deriveKey(seq, 'rdevnt01', caseKey);

/** What the log's first entry is chained to: the report as it was stored, with everybody who could read it. */
export function genesisHash(report: Pick<StoredReport, 'caseId' | 'commit' | 'body' | 'kids'>): Uint8Array {
  const kids = [...report.kids].sort(compareBytes);
  const body = sodium().hash(32, report.body.ciphertext);
  return sodium().hash(32, pae(label('genesis'), utf8(report.caseId), report.commit, report.body.nonce, body, ...kids));
}

export const entryHash = (caseId: CaseId, entry: SealedEntry): Uint8Array =>
  hashBound(bindEntry({ ...entry, caseId }), entry);

const hashBound = (bound: Uint8Array, { sealed: { nonce, ciphertext } }: SealedEntry): Uint8Array =>
  sodium().hash(32, pae(label('hash'), bound, nonce, ciphertext));

/** Seals the entry `seq` of a case. `caseKey` is `caseKeys(key, epoch).case`. */
export function sealEntry(input: {
  readonly caseId: CaseId;
  readonly seq: number;
  readonly epoch: number;
  /** Hash of the entry before, for the first the report's `genesisHash`. */
  readonly previous: Uint8Array;
  readonly author: MemberId;
  readonly keyringVersion: number;
  readonly keyringHash: Uint8Array;
  readonly caseKey: Uint8Array;
  readonly signing: KeyPair;
  readonly content: unknown;
}): SealedEntry {
  const { caseId, caseKey, signing, content, seq, epoch, previous, author, keyringVersion, keyringHash } = input;
  const head = { seq, epoch, previous, author, keyringVersion, keyringHash };
  return { ...head, sealed: sealSigned(entryKey(caseKey, seq), bindEntry({ ...head, caseId }), content, signing) };
}

/**
 * Opens one entry. That it follows the one before, and that its author might write here, only `verifyChain` knows.
 * `grant`: of the epoch that begins with this entry. Throws `damaged`, `bad_signature`, `malformed`, and `chain_broken` when
 * the entry does not hold that grant's hash.
 */
export function openEntry(input: {
  readonly caseId: CaseId;
  readonly entry: SealedEntry;
  readonly caseKey: Uint8Array;
  readonly signerKey: Uint8Array;
  readonly grant?: VerifiedGrant | undefined;
}): VerifiedEntry {
  const { caseId, entry, caseKey, signerKey, grant } = input;
  const key = entryKey(caseKey, entry.seq);
  const bound = bindEntry({ ...entry, caseId });
  const content = openSigned(key, bound, entry.sealed, signerKey);
  const { seq, epoch, author, keyringVersion } = entry;
  if (grant !== undefined) {
    const named = fields(content)['grant'] === toBase64url(grant.hash) && grant.author === author;
    if (!named || grant.keyringVersion !== keyringVersion) throw new SealingError('chain_broken');
  }
  const opened: Omit<VerifiedEntry, typeof verified> = {
    seq,
    epoch,
    author,
    keyringVersion,
    content,
    ...(grant !== undefined && { beginsEpoch: true as const }),
    hash: hashBound(bound, entry),
  };
  return opened as VerifiedEntry;
}

/** Active then, a caseworker or supervisor, of the organisation that the report's team belongs to. */
function findAuthor(keyring: Keyring, entry: SealedEntry, report: StoredReport): Member {
  const organisation = keyring.teams.find(({ id }) => id === report.team)?.organisation;
  const author = keyring.members.find(({ id }) => id === entry.author);
  const allowed =
    author?.status === 'active' &&
    author.organisation === organisation &&
    author.roles.some((role) => role === 'caseworker' || role === 'supervisor');
  if (!author || !allowed) throw new SealingError('unknown_signer');
  return author;
}

/**
 * Opens a case's whole log. `caseKey(epoch)` answers the case key of an epoch whose grant was verified (of epoch 0: the
 * report's), `keyring(version)` a verified keyring of that version; undefined for what the reader has not. `grants` are the
 * case's, verified, epochs 1 and on: the log enters each epoch in turn, by an entry that holds its grant's hash, and ends in
 * the last. `before`: how the log begins, verified by an earlier call for the same report, keys, grants and keyrings; `entries` are
 * then those after it, and the answer is all of them.
 *
 * Throws `chain_broken` when an entry is missing, twice, out of order, goes back in epoch or keyring, or enters an epoch
 * otherwise; `unknown_signer` when the author could not write here under the keyring named; and what `openEntry` throws.
 */
export function verifyChain(
  report: StoredReport,
  entries: readonly SealedEntry[],
  caseKey: (epoch: number) => Uint8Array | undefined,
  keyring: (version: number) => Keyring | undefined,
  grants: readonly VerifiedGrant[] = [],
  before: readonly VerifiedEntry[] = [],
): VerifiedEntry[] {
  const { caseId } = report;
  const last = before.at(-1);
  let previous = last?.hash ?? genesisHash(report);
  let epoch = last?.epoch ?? 0;
  let version = last?.keyringVersion ?? report.keyringVersion;
  const opened = entries.map((entry, at) => {
    const follows = entry.seq === before.length + at + 1 && sodium().equal(entry.previous, previous);
    const key = caseKey(entry.epoch);
    if (!follows || entry.epoch < epoch || entry.keyringVersion < version || !key) {
      throw new SealingError('chain_broken');
    }
    const then = keyring(entry.keyringVersion);
    if (!then || !sodium().equal(then.hash, entry.keyringHash)) throw new SealingError('unknown_signer');
    const signerKey = findAuthor(then, entry, report).signing;
    const grant = entry.epoch === epoch ? undefined : grants[epoch];
    if (entry.epoch !== epoch && grant?.epoch !== entry.epoch) throw new SealingError('chain_broken');
    const one = openEntry({ caseId, entry, caseKey: key, signerKey, grant });
    ({ epoch, keyringVersion: version } = entry);
    previous = one.hash;
    return one;
  });
  if (epoch !== grants.length) throw new SealingError('chain_broken');
  return [...before, ...opened];
}
