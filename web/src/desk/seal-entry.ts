import type { SealedEntry, SealedSummary } from '@romduol/shared/api/cases';
import { addEntry } from '@romduol/shared/casework/case';
import { CaseEntry } from '@romduol/shared/casework/entries';
import { summarise } from '@romduol/shared/casework/summary';
import type { MemberId } from '@romduol/shared/ids';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import type { VerifiedGrant } from '@romduol/shared/sealing/grant';
import { openEntry, sealEntry } from '@romduol/shared/sealing/log';
import { sealSummary } from '@romduol/shared/sealing/summary';
import type { EntryDraft } from './acts.ts';
import { doesCasework } from './case-key.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { type OpenCase, wasSupervisor } from './open-case.ts';

/**
 * Judges and seals the entry that comes next under the key that `open` holds, without sending it. `grant`: of that key, when
 * it begins here. Throws `DeskRefusal` `illegal_entry`.
 */
export function sealNext(
  desk: Desk,
  open: OpenCase,
  draft: EntryDraft,
  grant?: VerifiedGrant,
): { readonly entry: SealedEntry; readonly after: OpenCase } {
  const content = CaseEntry.parse({ ...draft, at: new Date(desk.clock()).toISOString() });
  const { caseId, held } = open;
  const caseKey = caseKeys(held.key, held.epoch).case;
  const seq = open.entries.length + 1;
  const by = {
    author: desk.member.id,
    isSupervisor: wasSupervisor(desk, desk.member.id, desk.keyring.version),
    beginsEpoch: grant !== undefined,
    mayRead: (member: MemberId) => doesCasework(desk.keyring.members.find(({ id }) => id === member)),
  };
  const folded = addEntry(open.case, { seq, ...by }, content);
  const irregular = folded.irregular.find((one) => one.seq === seq);
  if (irregular !== undefined) throw new DeskRefusal('illegal_entry', irregular.code);
  const entry = sealEntry({
    caseId,
    seq,
    epoch: held.epoch,
    previous: open.head,
    author: desk.member.id,
    keyringVersion: desk.keyring.version,
    keyringHash: desk.keyring.hash,
    caseKey,
    signing: desk.identity.signing,
    content,
  });
  // Opened again from what was sealed: only that makes a verified entry, and only those stand in a log.
  const signerKey = desk.identity.signing.publicKey;
  const verified = openEntry({ caseId, entry, caseKey, signerKey, grant });
  const after = { ...open, entries: [...open.entries, verified], case: folded, head: verified.hash };
  return { entry, after };
}

/** The summary that follows from a case as it stands, to be stored with its last entry. */
export function sealOwnSummary(desk: Desk, { caseId, held, entries, head, case: folded }: OpenCase): SealedSummary {
  return sealSummary({
    caseId,
    seq: entries.length,
    head,
    epoch: held.epoch,
    author: desk.member.id,
    caseKey: caseKeys(held.key, held.epoch).case,
    signing: desk.identity.signing,
    content: summarise(folded),
  });
}
