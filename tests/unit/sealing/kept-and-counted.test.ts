import { SealedDirectoryEntry } from '@romduol/shared/api/directory';
import { SealedRecord } from '@romduol/shared/api/statistics';
import type { DirectoryEntryId, MemberId, OrganisationId, RecordId, SeriesId } from '@romduol/shared/ids';
import { z } from '@romduol/shared/schema';
import { concat, le64, pae, utf8 } from '@romduol/shared/sealing/bytes';
import { openDirectoryEntry, sealDirectoryEntry } from '@romduol/shared/sealing/directory-seal';
import { label } from '@romduol/shared/sealing/labels';
import { seal } from '@romduol/shared/sealing/sealed';
import { openRecord, sealRecord } from '@romduol/shared/sealing/record';
import {
  ledgerHash,
  releaseHash,
  seedHash,
  signLedgerEntry,
  signRelease,
  verifyLedgerEntry,
  verifyRelease,
} from '@romduol/shared/sealing/release-signature';
import { commitTo } from '@romduol/shared/sealing/slot';
import { unwrapFromVault, wrapForVault } from '@romduol/shared/sealing/vault';
import { describe, expect, test } from 'vitest';
import { CASE, refusalOf, flipBit, OTHER_CASE, people, seedOf } from './fixtures.ts';

const { sokha, bopha } = people;

describe('a key in a member’s vault', () => {
  const { vaultKey } = sokha.identity;
  const key = seedOf(60);
  const owner = { purpose: 'case', objectId: CASE, epoch: 0 } as const;
  const wrap = wrapForVault({ ...owner, vaultKey, memberId: sokha.id, key });
  const open = (change: object = {}) =>
    unwrapFromVault({ ...owner, vaultKey, memberId: sokha.id, commit: commitTo(key), wrap, ...change });

  test('comes back to its member for its object only', () => {
    expect(wrap).toHaveLength(72);
    expect(open()).toEqual(key);
    expect(refusalOf(() => open({ vaultKey: bopha.identity.vaultKey }))).toBe('damaged');
    expect(refusalOf(() => open({ memberId: bopha.id }))).toBe('damaged');
    expect(refusalOf(() => open({ objectId: OTHER_CASE }))).toBe('damaged');
    expect(refusalOf(() => open({ purpose: 'conversation' }))).toBe('damaged');
    expect(refusalOf(() => open({ epoch: 1 }))).toBe('damaged');
    expect(refusalOf(() => open({ commit: commitTo(seedOf(61)) }))).toBe('damaged');
    expect(refusalOf(() => open({ wrap: wrap.subarray(1) }))).toBe('wrong_length');
  });

  test('does not come back when it is not the key that the grant commits to', () => {
    const promised = commitTo(seedOf(61));
    const additional = pae(label('vault'), utf8(sokha.id), utf8('case'), utf8(CASE), le64(0), promised);
    const { nonce, ciphertext } = seal(vaultKey, additional, key);
    expect(refusalOf(() => open({ commit: promised, wrap: concat(nonce, ciphertext) }))).toBe('commit_mismatch');
  });

  test('does not come back with any bit turned', () => {
    for (let bit = 0; bit < wrap.length * 8; bit += 1)
      expect(refusalOf(() => open({ wrap: flipBit(wrap, bit) }))).toBe('damaged');
  });
});

describe('a coded record', () => {
  const head = {
    recordId: '11111111-2222-4333-8444-555555555555' as RecordId,
    revision: 1,
    author: sokha.id,
    epoch: 1,
    codebook: 1,
  };
  const content = Uint8Array.from({ length: 58 }, (_, i) => i);
  const statisticsKey = seedOf(70);
  const record = sealRecord({ ...head, statisticsKey, content });

  test('opens under its author’s key, and all are of one length', () => {
    expect(openRecord(record, statisticsKey)).toEqual(content);
    expect(record.sealed.ciphertext).toHaveLength(64 + 16);
    for (const length of [0, 17, 63]) {
      const other = sealRecord({ ...head, statisticsKey, content: new Uint8Array(length) });
      expect(other.sealed.ciphertext).toHaveLength(64 + 16);
      expect(openRecord(other, statisticsKey)).toHaveLength(length);
    }
    expect(refusalOf(() => sealRecord({ ...head, statisticsKey, content: new Uint8Array(64) }))).toBe('too_long');
    const sent: unknown = JSON.parse(JSON.stringify(z.encode(SealedRecord, record)));
    expect(z.decode(SealedRecord, sent as z.input<typeof SealedRecord>)).toEqual(record);
  });

  test('is refused under another key or with anything beside it changed', () => {
    expect(refusalOf(() => openRecord(record, seedOf(71)))).toBe('damaged');
    for (const change of [
      { recordId: '11111111-2222-4333-8444-555555555556' as RecordId },
      { revision: 2 },
      { author: bopha.id },
      { epoch: 2 },
      { codebook: 2 },
    ]) {
      expect(refusalOf(() => openRecord({ ...record, ...change }, statisticsKey))).toBe('damaged');
    }
    const { nonce, ciphertext } = record.sealed;
    for (let at = 0; at < ciphertext.length; at += 1) {
      const sealed = { nonce, ciphertext: flipBit(ciphertext, at * 8 + (at % 8)) };
      expect(refusalOf(() => openRecord({ ...record, sealed }, statisticsKey))).toBe('damaged');
    }
    expect(
      refusalOf(() => openRecord({ ...record, sealed: { nonce: nonce.subarray(1), ciphertext } }, statisticsKey)),
    ).toBe('damaged');
  });
});

describe('an entry of the directory', () => {
  const organisation = 'lotus' as OrganisationId;
  const directoryKey = seedOf(80);
  const entryId = '99999999-2222-4333-8444-555555555555' as DirectoryEntryId;
  const content = { name: 'មន្ទីរពេទ្យ', phone: '011 222 333' };
  const entry = sealDirectoryEntry({ organisation, directoryKey, content, entryId, revision: 1, epoch: 1 });

  test('opens for its organisation as it was sealed, and for nothing else', () => {
    expect(openDirectoryEntry(entry, { organisation, directoryKey })).toEqual(content);
    const sent: unknown = JSON.parse(JSON.stringify(z.encode(SealedDirectoryEntry, entry)));
    expect(z.decode(SealedDirectoryEntry, sent as z.input<typeof SealedDirectoryEntry>)).toEqual(entry);
    const refused = (change: object, key = directoryKey, of = organisation) =>
      expect(
        refusalOf(() => openDirectoryEntry({ ...entry, ...change }, { organisation: of, directoryKey: key })),
      ).toBe('damaged');
    refused({}, seedOf(81));
    refused({}, directoryKey, 'jasmine' as OrganisationId);
    refused({ revision: 2 });
    refused({ epoch: 2 });
    refused({ entryId: entryId.replace('9', '8') });
  });

  test('does not tell a short name from a long one', () => {
    const short = sealDirectoryEntry({ organisation, directoryKey, content: {}, entryId, revision: 1, epoch: 1 });
    expect(short.sealed.ciphertext).toHaveLength(entry.sealed.ciphertext.length);
  });
});

describe('a release', () => {
  const release = {
    series: 'lotus' as SeriesId,
    number: 2,
    previous: seedOf(1),
    file: new TextEncoder().encode('{"tables":[]}'),
  };
  const signature = signRelease(release, bopha.identity.signing);
  const key = bopha.identity.signing.publicKey;

  test('verifies for the publisher who signed these bytes in this place of this series', () => {
    verifyRelease(release, signature, key);
    expect(refusalOf(() => verifyRelease(release, signature, sokha.identity.signing.publicKey))).toBe('bad_signature');
    expect(refusalOf(() => verifyRelease({ ...release, series: 'jasmine' as SeriesId }, signature, key))).toBe(
      'bad_signature',
    );
    expect(refusalOf(() => verifyRelease({ ...release, number: 3 }, signature, key))).toBe('bad_signature');
    expect(refusalOf(() => verifyRelease({ ...release, previous: seedOf(2) }, signature, key))).toBe('bad_signature');
    for (let bit = 0; bit < release.file.length * 8; bit += 1) {
      expect(refusalOf(() => verifyRelease({ ...release, file: flipBit(release.file, bit) }, signature, key))).toBe(
        'bad_signature',
      );
    }
    for (let bit = 0; bit < 512; bit += 1)
      expect(refusalOf(() => verifyRelease(release, flipBit(signature, bit), key))).toBe('bad_signature');
  });

  test('has a hash of its own that follows from everything signed', () => {
    const hashes = [
      release,
      { ...release, number: 3 },
      { ...release, previous: seedOf(2) },
      { ...release, file: new Uint8Array() },
    ];
    expect(new Set(hashes.map((one) => Buffer.from(releaseHash(one)).toString('hex'))).size).toBe(4);
    expect(seedHash(seedOf(1))).not.toEqual(seedHash(seedOf(2)));
  });
});

describe('a row of the ledger', () => {
  const content = { series: 'lotus', cohort: '2026-Q3', seed: 'abc' };
  const entry = signLedgerEntry(content, bopha.id, bopha.identity.signing);
  const key = bopha.identity.signing.publicKey;

  test('reads as it was signed, and only so', () => {
    expect(verifyLedgerEntry(entry, key)).toEqual(content);
    expect(refusalOf(() => verifyLedgerEntry({ ...entry, author: sokha.id as MemberId }, key))).toBe('bad_signature');
    expect(refusalOf(() => verifyLedgerEntry(entry, sokha.identity.signing.publicKey))).toBe('bad_signature');
    for (let bit = 0; bit < entry.statement.length * 8; bit += 1) {
      expect(refusalOf(() => verifyLedgerEntry({ ...entry, statement: flipBit(entry.statement, bit) }, key))).toBe(
        'bad_signature',
      );
    }
  });

  test('has a hash that names its author', () => {
    expect(ledgerHash(entry)).toHaveLength(32);
    expect(ledgerHash({ ...entry, author: sokha.id })).not.toEqual(ledgerHash(entry));
  });

  test('is no release and no grant: a signature serves one purpose', () => {
    const { statement, signature } = entry;
    const release = { series: 'lotus' as SeriesId, number: 1, previous: seedOf(0), file: statement };
    expect(refusalOf(() => verifyRelease(release, signature, key))).toBe('bad_signature');
  });
});
