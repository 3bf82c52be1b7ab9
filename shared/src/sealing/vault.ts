import type { MemberId } from '../ids.ts';
import { concat, le64, pae, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { label } from './labels.ts';
import { open, seal } from './sealed.ts';
import { checkCommit, commitTo, type KeyOwner } from './slot.ts';

const NONCE = 24;
const WRAP = NONCE + 32 + 16;

function bindWrap(memberId: MemberId, { purpose, objectId, epoch }: KeyOwner, commit: Uint8Array): Uint8Array {
  return pae(label('vault'), utf8(memberId), utf8(purpose), utf8(objectId), le64(epoch), commit);
}

/** A key that a member opened once, kept under their vault key so that the next opening needs no KEM: 72 bytes. */
export function wrapForVault({
  vaultKey,
  memberId,
  key,
  ...owner
}: KeyOwner & { vaultKey: Uint8Array; memberId: MemberId; key: Uint8Array }): Uint8Array {
  const { nonce, ciphertext } = seal(vaultKey, bindWrap(memberId, owner, commitTo(key)), key);
  return concat(nonce, ciphertext);
}

/**
 * The key. `commit` comes from the verified report or grant, never from beside the wrap. Throws `wrong_length`,
 * `damaged`, `commit_mismatch`.
 */
export function unwrapFromVault({
  vaultKey,
  memberId,
  commit,
  wrap,
  ...owner
}: KeyOwner & { vaultKey: Uint8Array; memberId: MemberId; commit: Uint8Array; wrap: Uint8Array }): Uint8Array {
  if (wrap.length !== WRAP) throw new SealingError('wrong_length');
  const sealed = { nonce: wrap.subarray(0, NONCE), ciphertext: wrap.subarray(NONCE) };
  const key = open(vaultKey, bindWrap(memberId, owner, commit), sealed);
  checkCommit(key, commit);
  return key;
}
