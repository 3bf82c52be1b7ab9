import type { SignedStatement } from '../api/statements.ts';
import type { CaseId, Day, MemberId } from '../ids.ts';
import { compareBytes, le64, pae, toBase64url, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { byteString, day as dayField, fields, list, malformed, text, whole } from './fields.ts';
import { label } from './labels.ts';
import { decodeJson, encodeJson } from './sealed.ts';
import { checkSignature, signParts } from './signature.ts';
import { sodium, type KeyPair } from './sodium.ts';

/**
 * How far a case was when somebody saw it. Neither the case nor its head is named: only who can open the case can tell
 * which it is, so that nobody learns from a colleague's statement of a case that is kept from them.
 */
export type SeenMark = {
  /** 16 bytes, the same for everybody who can open the case. */
  readonly tag: Uint8Array;
  readonly epoch: number;
  readonly seq: number;
  /** 16 bytes that only this head of this case gives. */
  readonly head: Uint8Array;
};

export type Statement = {
  readonly member: MemberId;
  readonly number: number;
  readonly day: Day;
  /** The keyring that the member has confirmed. */
  readonly keyringVersion: number;
  readonly keyringHash: Uint8Array;
  /** Head of the ledger of cohorts, for those who read it. */
  readonly ledger: Uint8Array | null;
  readonly whole: boolean;
  readonly seen: readonly SeenMark[];
  /** Hash of the member's statement before; 32 zero bytes in the first. */
  readonly previous: Uint8Array;
};

/** A statement whose signature was checked, with the hash that the next one names. */
export type VerifiedStatement = Statement & { readonly hash: Uint8Array };

export const FIRST_PREVIOUS: Uint8Array = new Uint8Array(32);

/** `key` is the case's own, of epoch 0, which every later key leads to. */
export function markSeen(
  key: Uint8Array,
  { caseId, epoch, seq, head }: { caseId: CaseId; epoch: number; seq: number; head: Uint8Array },
): SeenMark {
  const marking = sodium().deriveKey(8, 'rdseen01', key);
  return {
    tag: sodium().hash(16, pae(label('seen-case'), utf8(caseId)), marking),
    epoch,
    seq,
    head: sodium().hash(16, pae(label('seen-head'), utf8(caseId), le64(epoch), le64(seq), head), marking),
  };
}

export function hashStatement(statement: Uint8Array): Uint8Array {
  return sodium().hash(32, pae(label('seen-hash'), statement));
}

/** Signs what a member has seen. Cases come in the order of their tags, which has nothing to do with anything. */
export function signStatement(statement: Statement, signing: KeyPair): SignedStatement {
  const { member, number, day, keyringVersion, keyringHash, ledger, previous } = statement;
  const seen = [...statement.seen].sort((a, b) => compareBytes(a.tag, b.tag));
  const bytes = encodeJson({
    v: 1,
    member,
    number,
    day,
    keyringVersion,
    keyringHash: toBase64url(keyringHash),
    ledger: ledger && toBase64url(ledger),
    whole: statement.whole,
    seen: seen.map(({ tag, epoch, seq, head }) => [toBase64url(tag), epoch, seq, toBase64url(head)]),
    previous: toBase64url(previous),
  });
  const signature = signParts('seen', [bytes], signing.secretKey);
  return { member, number, whole: statement.whole, statement: bytes, signature };
}

/** Throws `bad_signature`, `malformed`, and `damaged` when the row beside it says something else. */
export function openStatement(signed: SignedStatement, signerKey: Uint8Array): VerifiedStatement {
  checkSignature('seen', [signed.statement], signed.signature, signerKey);
  const said = fields(decodeJson(signed.statement));
  if (said['v'] !== 1) malformed();
  const statement: VerifiedStatement = {
    member: text<MemberId>(said['member']),
    number: whole(said['number']),
    day: dayField<Day>(said['day']),
    keyringVersion: whole(said['keyringVersion']),
    keyringHash: byteString(said['keyringHash'], 32),
    ledger: said['ledger'] === null ? null : byteString(said['ledger'], 32),
    whole: said['whole'] === true,
    seen: list(said['seen'], readMark),
    previous: byteString(said['previous'], 32),
    hash: hashStatement(signed.statement),
  };
  const same =
    statement.member === signed.member && statement.number === signed.number && statement.whole === signed.whole;
  if (!same) throw new SealingError('damaged');
  return statement;
}

function readMark(value: unknown): SeenMark {
  const parts = list(value, (part) => part);
  if (parts.length !== 4) malformed();
  return {
    tag: byteString(parts[0], 16),
    epoch: whole(parts[1]),
    seq: whole(parts[2]),
    head: byteString(parts[3], 16),
  };
}

/** A mark with the number of the statement that made it. */
export type StatedMark = SeenMark & { readonly by: MemberId; readonly number: number };

/**
 * What one member has stated last of each case, from statements in their order. The first must be whole; each names the one
 * before. Throws `chain_broken`.
 */
export function foldStatements(statements: readonly VerifiedStatement[]): Map<string, StatedMark> {
  const stated = new Map<string, StatedMark>();
  statements.forEach((one, at) => {
    const before = statements[at - 1];
    const follows = before
      ? one.number === before.number + 1 && one.member === before.member && sodium().equal(one.previous, before.hash)
      : one.whole;
    if (!follows) throw new SealingError('chain_broken');
    if (one.whole) stated.clear();
    for (const mark of one.seen) stated.set(toBase64url(mark.tag), { ...mark, by: one.member, number: one.number });
  });
  return stated;
}
