import type { SealedEntry, StoredReport } from '@romduol/shared/api/cases';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import type { VerifiedGrant } from '@romduol/shared/sealing/grant';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { entryHash, genesisHash, sealEntry, verifyChain, type VerifiedEntry } from '@romduol/shared/sealing/log';
import { unwrapKey } from '@romduol/shared/sealing/slot';
import { people, sealTestReport, store, verifiedKeyring, type TestMember } from './fixtures.ts';

export const keyring = verifiedKeyring();

/** A sealed case as the server keeps it, with what a member needs to read it. */
export type TestCase = {
  readonly stored: StoredReport;
  readonly slots: readonly Uint8Array[];
  readonly key: Uint8Array;
  readonly caseKey: Uint8Array;
};

export function makeCase(changes: Parameters<typeof sealTestReport>[0] = {}): TestCase {
  const report = sealTestReport(changes);
  const { caseId, commit, slots } = report;
  const { kem } = people.sokha.identity;
  const key = unwrapKey({ purpose: 'case', objectId: caseId, epoch: 0, commit, slots, keys: kem }) as Uint8Array;
  return { stored: store(report), slots, key, caseKey: caseKeys(key, 0).case };
}

/** Appends one entry after `entries`. */
export function append(
  { stored, caseKey }: TestCase,
  entries: readonly SealedEntry[],
  content: unknown,
  change: Partial<Parameters<typeof sealEntry>[0]> & { by?: TestMember } = {},
): SealedEntry[] {
  const { by = people.sokha, ...rest } = change;
  const last = entries.at(-1);
  const entry = sealEntry({
    caseId: stored.caseId,
    seq: entries.length + 1,
    epoch: 0,
    previous: last ? entryHash(stored.caseId, last) : genesisHash(stored),
    author: by.id,
    keyringVersion: keyring.version,
    keyringHash: keyring.hash,
    caseKey,
    signing: by.identity.signing,
    content,
    ...rest,
  });
  return [...entries, entry];
}

export function readLog(
  { stored, caseKey }: TestCase,
  entries: readonly SealedEntry[],
  keyrings: readonly Keyring[] = [keyring],
  keys: ReadonlyMap<number, Uint8Array> = new Map([[0, caseKey]]),
  grants: readonly VerifiedGrant[] = [],
  before: readonly VerifiedEntry[] = [],
): VerifiedEntry[] {
  const version = (wanted: number) => keyrings.find((one) => one.version === wanted);
  return verifyChain(stored, entries, (epoch) => keys.get(epoch), version, grants, before);
}
