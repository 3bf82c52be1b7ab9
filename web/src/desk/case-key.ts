import type { Answer } from '@romduol/shared/api/contract';
import type { listCases } from '@romduol/shared/api/cases';
import type { CaseId } from '@romduol/shared/ids';
import { unwrapKey } from '@romduol/shared/sealing/slot';
import { unwrapFromVault, wrapForVault } from '@romduol/shared/sealing/vault';
import { type Desk, DeskRefusal, type HeldKey } from './desk.ts';

type Access = Answer<typeof listCases>['cases'][number]['access'];

/**
 * The key of a case: from memory, from the wrap of an earlier opening, or from the report's slot. `commit` is the
 * report's own, which the body and the log's first entry are bound to. Throws `DeskRefusal` `no_key` when the member has
 * neither wrap nor slot, `SealingError` when what they have is damaged or another case's.
 */
export function holdCaseKey(desk: Desk, caseId: CaseId, commit: Uint8Array, access: Access): HeldKey {
  const held = desk.caseKeys.get(caseId);
  if (held !== undefined && held.epoch >= access.epoch) return held;
  // Later epochs come with grants, whose verification stands between the row's number and the key; see SECURITY.md.
  if (access.epoch !== 0) throw new DeskRefusal('no_key', 'epoch_without_grant');
  const owner = { purpose: 'case', objectId: caseId, epoch: 0 } as const;
  const key = openAccess(desk, owner, commit, access);
  if (key === null) throw new DeskRefusal('no_key');
  const fresh = { epoch: 0, key };
  desk.caseKeys.set(caseId, fresh);
  return fresh;
}

type Owner = { readonly purpose: 'case'; readonly objectId: CaseId; readonly epoch: number };

function openAccess(desk: Desk, owner: Owner, commit: Uint8Array, access: Access): Uint8Array | null {
  if (access.wrap !== null) {
    const { vaultKey } = desk.identity;
    return unwrapFromVault({ ...owner, vaultKey, memberId: desk.member.id, commit, wrap: access.wrap });
  }
  if (access.slot === null) return null;
  return unwrapKey({ ...owner, commit, slots: [access.slot], keys: desk.identity.kem });
}

/** The member's own wrap of a case key, for the server to keep. */
export function wrapCaseKey(desk: Desk, caseId: CaseId, held: HeldKey): Uint8Array {
  return wrapForVault({
    purpose: 'case',
    objectId: caseId,
    epoch: held.epoch,
    vaultKey: desk.identity.vaultKey,
    memberId: desk.member.id,
    key: held.key,
  });
}
