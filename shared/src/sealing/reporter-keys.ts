import type { Conversation } from '../api/conversation.ts';
import { openReporterCopy } from './envelope.ts';
import { SealingError } from './errors.ts';
import { readGrant, type Turn } from './grant.ts';
import type { Keyring } from './keyring-shape.ts';
import type { ReceiptKeys } from './receipt.ts';
import { checkSignature } from './signature.ts';
import { commitTo, unwrapKey } from './slot.ts';
import { sodium } from './sodium.ts';

/** The keys of a conversation in the hands of its reporter, from the first on. */
export type ReporterKeys = {
  readonly keys: readonly Uint8Array[];
  readonly turns: readonly Turn[];
  /**
   * False when whoever gave out the newest key is no caseworker of the keyring at hand: then anybody who once held the key
   * before may have made it, and nothing is to be sealed under it.
   */
  readonly checked: boolean;
};

/**
 * The conversation's keys: the first from the reporter's own copy, each later one from the slot that waits for her, which
 * only somebody who held the key before can have made. The newest grant names them all; its signature is checked against the
 * keyring. Throws `bad_signature`, `damaged`, `malformed`, `commit_mismatch`.
 */
export function openReporterKeys(
  conversation: Pick<Conversation, 'caseId' | 'commit' | 'reporterCopy' | 'keys'>,
  receipt: Pick<ReceiptKeys, 'kem' | 'copyKey'>,
  { members }: Pick<Keyring, 'members'>,
): ReporterKeys {
  const keys = [openReporterCopy(conversation, receipt)];
  if (conversation.keys === null) return { keys, turns: [], checked: true };
  const { grant, slots } = conversation.keys;
  const { turns = [], ...said } = readGrant(grant, slots.slice(-1));
  turns.forEach(({ commit }, at) => {
    const owner = { purpose: 'conversation', objectId: conversation.caseId, epoch: at + 1 } as const;
    const key = unwrapKey({
      ...owner,
      commit,
      slots: slots.slice(at, at + 1),
      keys: receipt.kem,
      previousKey: keys[at],
    });
    if (key === null) throw new SealingError('damaged');
    keys.push(key);
  });
  const { equal } = sodium();
  const agree =
    said.purpose === 'conversation' &&
    said.objectId === conversation.caseId &&
    said.epoch === turns.length &&
    slots.length === turns.length &&
    said.previousCommit !== null &&
    equal(said.previousCommit, commitTo(keys[turns.length - 1] as Uint8Array)) &&
    equal(said.commit, commitTo(keys[turns.length] as Uint8Array));
  if (!agree) throw new SealingError('commit_mismatch');
  const signer = members.find(
    ({ id, status, roles }) =>
      id === grant.author && status === 'active' && (roles.includes('caseworker') || roles.includes('supervisor')),
  );
  if (signer) checkSignature('grant', [grant.statement], grant.signature, signer.signing);
  return { keys, turns, checked: signer !== undefined };
}
