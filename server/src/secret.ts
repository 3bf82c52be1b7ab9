import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CaseId, MemberId } from '@romduol/shared/ids';
import { concat, pae, utf8 } from '@romduol/shared/sealing/bytes';
import { label } from '@romduol/shared/sealing/labels';
import { open, seal } from '@romduol/shared/sealing/sealed';
import { sodium } from '@romduol/shared/sealing/sodium';
import { ConfigError } from './config.ts';

const LENGTH = 32;

/**
 * The deployment's pepper: 32 bytes that live beside the database, never in it, so that who steals the database alone
 * can neither search for receipts nor pass as a member.
 */
export type Secret = {
  /** H(16, first half of the lookup, pepper): finds a report by its receipt. */
  receiptIndex(lookup: Uint8Array): Uint8Array;
  /** H(32, second half, pepper): compared in constant time. */
  receiptCheck(lookup: Uint8Array): Uint8Array;
  /** H(32, lookup of the second word, pepper). */
  secondCheck(lookup: Uint8Array): Uint8Array;
  /** H(16, PAE(…tombstone, case id), pepper): what stays of an erased case. */
  tombstone(caseId: CaseId): Uint8Array;
  /** H(32, AUTH, pepper). */
  authHash(auth: Uint8Array): Uint8Array;
  sessionHash(sessionId: string): Uint8Array;
  ticketHash(ticket: Uint8Array): Uint8Array;
  invitationHash(token: Uint8Array): Uint8Array;
  /** A code generator's secret (20 bytes) sealed for its member's row: 60 bytes. */
  sealFactor(memberId: MemberId, factor: Uint8Array): Uint8Array;
  /** Throws `SealingError` `damaged`, also for another member's row. */
  openFactor(memberId: MemberId, sealed: Uint8Array): Uint8Array;
  /** H(16, PAE(…passkey-account, member), pepper): what authenticators know an account by, and nothing else does. */
  passkeyAccount(memberId: MemberId): Uint8Array;
  /** Bytes that look random and are the same for the same handle, for handles nobody has. */
  madeUpSalt(handle: string): Uint8Array;
  /** Of the code with which a letter's recipient answers. */
  codeHash(check: Uint8Array): Uint8Array;
  /** Kept in the database: tells whether database and secret belong together. */
  readonly check: Uint8Array;
};

export function makeSecret(pepper: Uint8Array): Secret {
  const hash = (length: number, message: Uint8Array): Uint8Array => sodium().hash(length, message, pepper);
  const factorKey = hash(32, pae(label('factor-key')));
  const bindFactor = (memberId: MemberId): Uint8Array => pae(label('factor'), utf8(memberId));
  return {
    receiptIndex: (lookup) => hash(16, lookup.subarray(0, 16)),
    receiptCheck: (lookup) => hash(32, lookup.subarray(16, 32)),
    secondCheck: (lookup) => hash(32, pae(label('second-word'), lookup)),
    tombstone: (caseId) => hash(16, pae(label('tombstone'), utf8(caseId))),
    authHash: (auth) => hash(32, auth),
    sessionHash: (sessionId) => hash(32, pae(label('session'), utf8(sessionId))),
    ticketHash: (ticket) => hash(32, pae(label('ticket'), ticket)),
    invitationHash: (token) => hash(32, pae(label('invitation-token'), token)),
    sealFactor(memberId, factor) {
      const { nonce, ciphertext } = seal(factorKey, bindFactor(memberId), factor);
      return concat(nonce, ciphertext);
    },
    openFactor: (memberId, sealed) =>
      open(factorKey, bindFactor(memberId), { nonce: sealed.slice(0, 24), ciphertext: sealed.slice(24) }),
    passkeyAccount: (memberId) => hash(16, pae(label('passkey-account'), utf8(memberId))),
    madeUpSalt: (handle) => hash(16, pae(label('made-up-salt'), utf8(handle))),
    codeHash: (check) => hash(32, pae(label('letter-code'), check)),
    check: hash(16, pae(label('pepper'))),
  };
}

/**
 * Reads the pepper; makes it when `file` is ours to make and there is none. Throws `ConfigError` when it is missing,
 * damaged, or readable by others.
 */
export function readPepper(file: string, ours: boolean): Uint8Array {
  if (ours) createIfMissing(file);
  let pepper: Uint8Array;
  try {
    pepper = new Uint8Array(readFileSync(file));
  } catch {
    throw new ConfigError(`The secret cannot be read from ${file}.`);
  }
  if (pepper.length !== LENGTH)
    throw new ConfigError(`${file} must hold exactly ${LENGTH} bytes. Restore it from a backup.`);
  if (ours && process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new ConfigError(`${file} can be read by others. Type: chmod 600 ${file}`);
  return pepper;
}

function createIfMissing(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw new ConfigError(`The secret cannot be written to ${file}.`);
  }
  writeSync(descriptor, sodium().randomBytes(LENGTH));
  // Without this a power cut could leave the database with receipts that no longer open anything.
  fsyncSync(descriptor);
  closeSync(descriptor);
}
