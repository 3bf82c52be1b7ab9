// Everything the server keeps of a case, turned bit by bit and exchanged between cases: the reader must refuse it or be
// shown a flag. Slots, wraps, entries and summaries have their own complete runs in `slot`, `kept-and-counted`, `log`.
import type { StoredReport } from '@romduol/shared/api/cases';
import type { SealedReport } from '@romduol/shared/api/reports';
import type { CaseId, TeamId } from '@romduol/shared/ids';
import { le64, pae, utf8 } from '@romduol/shared/sealing/bytes';
import { bodyKey } from '@romduol/shared/sealing/case-keys';
import { openReport, openReporterCopy } from '@romduol/shared/sealing/envelope';
import { SealingError } from '@romduol/shared/sealing/errors';
import { label } from '@romduol/shared/sealing/labels';
import { genesisHash } from '@romduol/shared/sealing/log';
import { pad } from '@romduol/shared/sealing/padding';
import { seal } from '@romduol/shared/sealing/sealed';
import { unwrapKey } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import { unwrapFromVault, wrapForVault } from '@romduol/shared/sealing/vault';
import { describe, expect, test } from 'vitest';
import { CASE, refusalOf, flipBit, OTHER_CASE, people, receiptKeys, sealTestReport, store } from './fixtures.ts';
import { append, makeCase, readLog } from './log-fixtures.ts';

const { sokha, bopha } = people;
const report = sealTestReport();
const other = sealTestReport({ caseId: OTHER_CASE, receipt: receiptKeys(8), answers: { narrative: 'another' } });
const keyOf = ({ caseId, commit, slots }: SealedReport): Uint8Array =>
  unwrapKey({ purpose: 'case', objectId: caseId, epoch: 0, commit, slots, keys: sokha.identity.kem }) as Uint8Array;
const key = keyOf(report);
const stored = store(report);

/** True when a reader who holds the right key refuses the row or is shown a flag. */
function noticed(row: StoredReport, withKey = key): boolean {
  try {
    return openReport(row, withKey).flags.length > 0;
  } catch (error) {
    if (error instanceof SealingError) return true;
    throw error;
  }
}

/** The bits of a column whose turning nobody would notice. */
function unnoticed(bytes: Uint8Array, put: (flipped: Uint8Array) => StoredReport): number[] {
  return Array.from({ length: bytes.length * 8 }, (_, bit) => bit).filter((bit) => !noticed(put(flipBit(bytes, bit))));
}

function everyCharacter<T extends string>(text: T, put: (changed: T) => StoredReport): void {
  for (let at = 0; at < text.length; at += 1) {
    for (let bit = 0; bit < 7; bit += 1) {
      const changed = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit));
      expect(noticed(put((text.slice(0, at) + changed + text.slice(at + 1)) as T))).toBe(true);
    }
  }
}

describe('a stored report', () => {
  test('as it was sent goes without remark', () => {
    expect(noticed(stored)).toBe(false);
  });

  test('with any bit turned in anything sealed is noticed', () => {
    for (const column of ['body', 'contact'] as const) {
      const { nonce, ciphertext } = stored[column];
      expect(unnoticed(nonce, (flipped) => ({ ...stored, [column]: { nonce: flipped, ciphertext } }))).toEqual([]);
      expect(unnoticed(ciphertext, (flipped) => ({ ...stored, [column]: { nonce, ciphertext: flipped } }))).toEqual([]);
    }
  });

  test('with any bit turned in a column beside it is noticed', () => {
    expect(unnoticed(stored.commit, (commit) => ({ ...stored, commit }))).toEqual([]);
    expect(unnoticed(stored.reporterKey, (reporterKey) => ({ ...stored, reporterKey }))).toEqual([]);
    stored.kids.forEach((kid, at) => {
      expect(unnoticed(kid, (flipped) => ({ ...stored, kids: stored.kids.with(at, flipped) }))).toEqual([]);
    });
    everyCharacter<CaseId>(stored.caseId, (caseId) => ({ ...stored, caseId }));
    everyCharacter<TeamId>(stored.team, (team) => ({ ...stored, team }));
    for (let bit = 0; bit < 31; bit += 1) {
      expect(noticed({ ...stored, keyringVersion: Math.abs(stored.keyringVersion ^ (1 << bit)) })).toBe(true);
    }
    expect(noticed({ ...stored, sealedBy: 'console' })).toBe(true);
  });

  test('with a part of another case is noticed, whichever part and whatever comes along', () => {
    const from = store(other);
    const parts = ['commit', 'body', 'contact', 'reporterKey'] as const;
    // Every set of them but the empty one; the key ids are equal here, since both went to the same people.
    for (let set = 1; set < 16; set += 1) {
      const moved = Object.fromEntries(parts.filter((_, at) => (set >> at) & 1).map((part) => [part, from[part]]));
      for (const withKey of [key, keyOf(other)]) expect(noticed({ ...stored, ...moved }, withKey)).toBe(true);
    }
  });

  test('whose slots come from another case does not open', () => {
    const { caseId, commit } = report;
    const open = (slots: readonly Uint8Array[], with_: Uint8Array) => () =>
      unwrapKey({ purpose: 'case', objectId: caseId, epoch: 0, commit: with_, slots, keys: sokha.identity.kem });
    expect(refusalOf(open(other.slots, commit))).toBe('damaged');
    expect(refusalOf(open(other.slots, other.commit))).toBe('damaged');
  });
});

describe('the reporter’s copy', () => {
  const { nonce, ciphertext } = report.reporterCopy;

  test('with any bit turned is refused', () => {
    const open = (copy: SealedReport['reporterCopy']) => () =>
      openReporterCopy({ ...report, reporterCopy: copy }, receiptKeys());
    for (let bit = 0; bit < 192; bit += 1)
      expect(refusalOf(open({ nonce: flipBit(nonce, bit), ciphertext }))).toBe('damaged');
    for (let bit = 0; bit < 384; bit += 1)
      expect(refusalOf(open({ nonce, ciphertext: flipBit(ciphertext, bit) }))).toBe('damaged');
  });

  test('of another case is refused', () => {
    expect(refusalOf(() => openReporterCopy({ ...report, reporterCopy: other.reporterCopy }, receiptKeys()))).toBe(
      'damaged',
    );
    expect(refusalOf(() => openReporterCopy({ ...report, caseId: OTHER_CASE }, receiptKeys()))).toBe('damaged');
    expect(refusalOf(() => openReporterCopy({ ...report, commit: other.commit }, receiptKeys()))).toBe('damaged');
  });
});

describe('what a thief with the server can put together', () => {
  test('a slot of their own, with a key of their own, opens no stored body', () => {
    const forged = sealTestReport({ answers: { narrative: 'forged' } });
    const forgedKey = keyOf(forged);
    expect(refusalOf(() => openReport({ ...stored, commit: forged.commit }, forgedKey))).toBe('damaged');
    expect(refusalOf(() => openReport(stored, forgedKey))).toBe('commit_mismatch');
    // All of it replaced is a new report, and shows as one: an existing log no longer follows it.
    const one = makeCase();
    const entries = append(one, [], { kind: 'note' });
    const replaced = store(forged);
    expect(genesisHash(replaced)).not.toEqual(genesisHash(one.stored));
    expect(refusalOf(() => readLog({ ...one, stored: replaced }, entries))).toBe('chain_broken');
  });

  test('one ciphertext made for two keys is caught by the commitment', () => {
    // A body in good order under a second key, in a row that commits to the first: it would open, and must not.
    const second = sodium().randomBytes(32);
    const { caseId, commit, keyringVersion, team, reporterKey } = stored;
    const additional = pae(label('report'), utf8(caseId), commit, le64(keyringVersion), utf8(team), reporterKey);
    const body = seal(bodyKey(second), additional, pad(utf8('{}'), 4096));
    expect(sodium().aeadOpen(bodyKey(second), body.nonce, additional, body.ciphertext)).not.toBeNull();
    expect(refusalOf(() => openReport({ ...stored, body }, second))).toBe('commit_mismatch');
  });

  test('vault wraps exchanged between cases, members or epochs open nothing', () => {
    const wrapOf = (objectId: CaseId, member: typeof sokha, wrapped: Uint8Array, epoch = 0) =>
      wrapForVault({
        purpose: 'case',
        objectId,
        epoch,
        vaultKey: member.identity.vaultKey,
        memberId: member.id,
        key: wrapped,
      });
    const open = (wrap: Uint8Array) => () =>
      unwrapFromVault({
        purpose: 'case',
        objectId: CASE,
        epoch: 0,
        commit: report.commit,
        wrap,
        vaultKey: sokha.identity.vaultKey,
        memberId: sokha.id,
      });
    expect(open(wrapOf(CASE, sokha, key))()).toEqual(key);
    expect(refusalOf(open(wrapOf(OTHER_CASE, sokha, keyOf(other))))).toBe('damaged');
    expect(refusalOf(open(wrapOf(CASE, bopha, key)))).toBe('damaged');
    expect(refusalOf(open(wrapOf(CASE, sokha, key, 1)))).toBe('damaged');
    expect(refusalOf(open(wrapOf(CASE, sokha, keyOf(other))))).toBe('damaged');
  });
});
