import type { SealedEntry, SealedSummary } from '@romduol/shared/api/cases';
import type { CaseId } from '@romduol/shared/ids';
import { entryHash, genesisHash } from '@romduol/shared/sealing/log';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { SignedIn } from '../accounts/identify.ts';
import { Refusal } from '../refusal.ts';
import type { LogEnd } from './store.ts';

export function requireCurrentKeyring(entry: SealedEntry, { keyring: { keyring } }: SignedIn): void {
  const current = entry.keyringVersion === keyring.version && sodium().equal(entry.keyringHash, keyring.hash);
  if (!current) throw new Refusal('keyring_outdated');
}

/** The entry continues the log as it stands. What cannot be seen from outside, clients check; this spares them forks. */
export function requireNext(end: LogEnd, entry: SealedEntry): void {
  if (entry.seq !== end.seq + 1) throw new Refusal('sequence_taken');
  const previous = end.head ?? genesisHash(end.report);
  if (entry.epoch !== end.epoch || !sodium().equal(entry.previous, previous)) throw new Refusal('bad_input');
}

/** Entry and summary are the caller's and belong together. */
export function requireAgreement(caseId: CaseId, entry: SealedEntry, summary: SealedSummary, member: SignedIn): void {
  const agree =
    entry.author === member.id &&
    summary.author === member.id &&
    summary.seq === entry.seq &&
    summary.epoch === entry.epoch &&
    sodium().equal(summary.head, entryHash(caseId, entry));
  if (!agree) throw new Refusal('bad_input');
}
