import type { SealedEntry, SealedSummary } from '@romduol/shared/api/cases';
import type { CaseId } from '@romduol/shared/ids';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { entryHash, sealEntry } from '@romduol/shared/sealing/log';
import { sealSummary } from '@romduol/shared/sealing/summary';
import type { Person } from './people.ts';

/** An entry with its summary, under a case key of the test's choosing: the server cannot tell it from another. */
export function makeEntry(
  author: Person,
  keyring: Keyring,
  { caseId, seq, previous }: { readonly caseId: CaseId; readonly seq: number; readonly previous: Uint8Array },
): { readonly entry: SealedEntry; readonly summary: SealedSummary } {
  const caseKey = new Uint8Array(32).fill(7);
  const by = { author: author.id, caseKey, signing: author.identity.signing, content: { kind: 'note' } };
  const entry = sealEntry({
    ...by,
    caseId,
    seq,
    epoch: 0,
    previous,
    keyringVersion: keyring.version,
    keyringHash: keyring.hash,
  });
  return { entry, summary: sealSummary({ ...by, caseId, seq, head: entryHash(caseId, entry), epoch: 0 }) };
}
