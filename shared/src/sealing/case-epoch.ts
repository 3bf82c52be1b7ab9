import type { CaseId } from '../ids.ts';
import { le64, pae, utf8 } from './bytes.ts';
import { conversationKey } from './case-keys.ts';
import { SealingError } from './errors.ts';
import type { VerifiedGrant } from './grant.ts';
import { label } from './labels.ts';
import { open, seal, type Sealed } from './sealed.ts';
import { checkCommit, commitTo } from './slot.ts';
import { sodium } from './sodium.ts';

type EpochBinding = {
  readonly caseId: CaseId;
  readonly epoch: number;
  readonly commit: Uint8Array;
  readonly previousCommit: Uint8Array;
};

const bindPrevious = ({ caseId, epoch, commit, previousCommit }: EpochBinding): Uint8Array =>
  pae(label('previous'), utf8(caseId), le64(epoch), commit, previousCommit);

const previousKeyKey = (key: Uint8Array): Uint8Array => sodium().deriveKey(7, 'rdprev01', key);

/** What a case's grant signs of the sealed key before, so that no other can be put beside it. */
export const hashPreviousKey = ({ nonce, ciphertext }: Sealed): Uint8Array =>
  sodium().hash(32, pae(label('previous-hash'), nonce, ciphertext));

/** Seals a case's key of the epoch before under that of `epoch`: one slot then opens the case from its beginning. */
export function sealPreviousKey({
  caseId,
  epoch,
  key,
  previousKey,
}: {
  readonly caseId: CaseId;
  readonly epoch: number;
  readonly key: Uint8Array;
  readonly previousKey: Uint8Array;
}): Sealed {
  const binding = { caseId, epoch, commit: commitTo(key), previousCommit: commitTo(previousKey) };
  return seal(previousKeyKey(key), bindPrevious(binding), previousKey);
}

/**
 * The keys of every epoch from 0 to that of the last grant, whose key is `key`. `grants` are the case's, epochs 1 and on,
 * each verified; `sealed` stand beside them in the same order; `commit` is the report's. Throws `chain_broken` when grants do
 * not follow one another, `damaged` and `commit_mismatch` when a sealed key is not the one that was signed.
 */
export function openPreviousKeys(
  report: { readonly caseId: CaseId; readonly commit: Uint8Array },
  grants: readonly VerifiedGrant[],
  sealed: readonly Sealed[],
  key: Uint8Array,
): Uint8Array[] {
  checkGrantChain(report, grants);
  const keys = [key];
  for (let at = grants.length - 1; at >= 0; at -= 1) {
    const { epoch, commit, previousKeyHash } = grants[at] as VerifiedGrant;
    const previousCommit = grants[at - 1]?.commit ?? report.commit;
    const before = sealed[at];
    if (!before || !previousKeyHash || !sodium().equal(hashPreviousKey(before), previousKeyHash)) {
      throw new SealingError('damaged');
    }
    const newest = keys[0] as Uint8Array;
    const binding = { caseId: report.caseId, epoch, commit, previousCommit };
    const previous = open(previousKeyKey(newest), bindPrevious(binding), before);
    checkCommit(previous, previousCommit);
    keys.unshift(previous);
  }
  return keys;
}

/** Each grant is for the next epoch of this case and names the commitment of the key before. Throws `chain_broken`. */
export function checkGrantChain(
  { caseId, commit }: { readonly caseId: CaseId; readonly commit: Uint8Array },
  grants: readonly VerifiedGrant[],
): void {
  let previous = commit;
  grants.forEach((grant, at) => {
    const follows =
      grant.purpose === 'case' &&
      grant.objectId === caseId &&
      grant.epoch === at + 1 &&
      grant.previousCommit !== null &&
      sodium().equal(grant.previousCommit, previous);
    if (!follows) throw new SealingError('chain_broken');
    previous = grant.commit;
  });
}

/** Whether a conversation's turns begin the very keys that follow from the case's. `keys` as `openPreviousKeys` gives. */
export function checkTurns({ turns }: Pick<VerifiedGrant, 'turns'>, keys: readonly Uint8Array[]): void {
  const same =
    turns?.length === keys.length - 1 &&
    turns.every(({ commit }, at) => sodium().equal(commit, commitTo(conversationKey(keys[at + 1] as Uint8Array))));
  if (!same) throw new SealingError('commit_mismatch');
}
