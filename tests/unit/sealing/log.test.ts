import type { SealedEntry } from '@romduol/shared/api/cases';
import { SealedEntry as SealedEntrySchema } from '@romduol/shared/api/cases';
import { z } from '@romduol/shared/schema';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import { entryHash, genesisHash, openEntry } from '@romduol/shared/sealing/log';
import { openSigned } from '@romduol/shared/sealing/signed-content';
import { seal } from '@romduol/shared/sealing/sealed';
import fc from 'fast-check';
import { openGrant } from '@romduol/shared/sealing/grant';
import { describe, expect, test } from 'vitest';
import {
  CASE,
  refusalOf,
  flipBit,
  memberOf,
  NORTH,
  northPart,
  makeTestKeyring,
  normalised,
  ODD_TEXTS,
  OTHER_CASE,
  people,
  seedOf,
  southPart,
  verifiedKeyring,
} from './fixtures.ts';
import { grantCaseKeys } from './epoch-vector-formats.ts';
import { append, keyring, makeCase, readLog } from './log-fixtures.ts';

const { sokha, bopha, rith, dara } = people;
const one = makeCase();
const NOTE = { kind: 'note', text: 'បានទូរស័ព្ទ។ Called back.' };

let entries: SealedEntry[] = [];
for (const [content, by] of [
  [{ kind: 'received' }, sokha],
  [NOTE, sokha],
  [{ kind: 'assigned', to: sokha.id }, bopha],
  [{ kind: 'note', text: 'second' }, sokha],
] as const) {
  entries = append(one, entries, content, { by });
}

describe('a case log', () => {
  test('reads back what each author wrote, in order', () => {
    const log = readLog(one, entries);
    expect(log.map(({ seq, author }) => [seq, author])).toEqual([
      [1, sokha.id],
      [2, sokha.id],
      [3, bopha.id],
      [4, sokha.id],
    ]);
    expect(log[1]?.content).toEqual(NOTE);
    expect(log.at(-1)?.hash).toEqual(entryHash(CASE, entries[3] as SealedEntry));
    expect(readLog(one, [])).toEqual([]);
  });

  test('is refused when entries are exchanged, left out, repeated or begun in the middle', () => {
    const [a, b, c, d] = entries as [SealedEntry, SealedEntry, SealedEntry, SealedEntry];
    for (const list of [
      [b, a, c, d],
      [a, c, b, d],
      [a, c, d],
      [b, c, d],
      [a, b, b, c],
      [a, a],
      [a, { ...c, seq: 2 }, d],
      [a, b, { ...d, seq: 3, previous: c.previous }],
    ]) {
      expect(['chain_broken', 'damaged']).toContain(refusalOf(() => readLog(one, list)));
    }
  });

  test('read further from a part that was verified is the log read whole, and nothing but what follows it goes on', () => {
    const whole = readLog(one, entries);
    for (let cut = 0; cut <= entries.length; cut += 1) {
      const further = (rest: readonly SealedEntry[]) =>
        readLog(one, rest, undefined, undefined, [], whole.slice(0, cut));
      expect(further(entries.slice(cut))).toEqual(whole);
      const others = [0, 1, 2, 3].filter((from) => from !== cut);
      for (const from of others) expect(refusalOf(() => further(entries.slice(from)))).toBe('chain_broken');
    }
  });

  test('cut at the end no longer ends where the summary says', () => {
    const head = entryHash(CASE, entries[3] as SealedEntry);
    expect(readLog(one, entries.slice(0, 3)).at(-1)?.hash).not.toEqual(head);
    expect(readLog(one, entries).at(-1)?.hash).toEqual(head);
  });

  test('is chained to the report as it was stored, and to everybody who could read it', () => {
    const { stored } = one;
    const changed = [
      { ...stored, commit: seedOf(1) },
      { ...stored, kids: stored.kids.slice(1) },
      { ...stored, kids: [...stored.kids, new Uint8Array(16)] },
      { ...stored, body: { ...stored.body, nonce: new Uint8Array(24) } },
      { ...stored, body: { ...stored.body, ciphertext: flipBit(stored.body.ciphertext, 5) } },
      { ...stored, caseId: OTHER_CASE },
    ];
    for (const report of changed) {
      expect(genesisHash(report)).not.toEqual(genesisHash(stored));
      expect(refusalOf(() => readLog({ ...one, stored: report }, entries))).toBe('chain_broken');
    }
    expect(genesisHash({ ...stored, kids: [...stored.kids].reverse() })).toEqual(genesisHash(stored));
  });

  test('of one case does not read as another’s', () => {
    const other = makeCase({ caseId: OTHER_CASE });
    expect(refusalOf(() => readLog(other, entries))).toBe('chain_broken');
    const moved = append(other, [], NOTE)[0] as SealedEntry;
    expect(refusalOf(() => readLog(one, [{ ...moved, previous: genesisHash(one.stored) }]))).toBe('damaged');
  });

  test('keeps its steps in length', () => {
    const lengthOf = (text: string) => append(one, [], { text })[0]?.sealed.ciphertext.length;
    expect(lengthOf('')).toBe(1024 + 16);
    expect(lengthOf('x'.repeat(900))).toBe(1024 + 16);
    expect(lengthOf('ខ'.repeat(340))).toBe(2048 + 16);
  });

  test('holds any JSON in any script', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...ODD_TEXTS)),
        fc.jsonValue(),
        (text, value) => {
          const content = { text, value };
          expect(readLog(one, append(one, [], content))[0]?.content).toEqual(normalised(content));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('fits the API’s contract', () => {
    const sent: unknown = JSON.parse(JSON.stringify(z.encode(SealedEntrySchema, entries[0] as SealedEntry)));
    expect(z.decode(SealedEntrySchema, sent as z.input<typeof SealedEntrySchema>)).toEqual(entries[0]);
  });
});

describe('an entry', () => {
  test('with any bit turned, in the ciphertext or beside it, is refused', () => {
    const [entry] = append(one, [], NOTE) as [SealedEntry];
    const open = (changed: SealedEntry) => () => readLog(one, [changed]);
    const { nonce, ciphertext } = entry.sealed;
    for (let bit = 0; bit < ciphertext.length * 8; bit += 1) {
      expect(refusalOf(open({ ...entry, sealed: { nonce, ciphertext: flipBit(ciphertext, bit) } }))).toBe('damaged');
    }
    for (let bit = 0; bit < 192; bit += 1) {
      expect(refusalOf(open({ ...entry, sealed: { nonce: flipBit(nonce, bit), ciphertext } }))).toBe('damaged');
    }
    for (let bit = 0; bit < 256; bit += 1) {
      expect(refusalOf(open({ ...entry, previous: flipBit(entry.previous, bit) }))).toBe('chain_broken');
      expect(refusalOf(open({ ...entry, keyringHash: flipBit(entry.keyringHash, bit) }))).toBe('unknown_signer');
    }
    for (let bit = 0; bit < 20; bit += 1) {
      expect(refusalOf(open({ ...entry, seq: entry.seq ^ (1 << bit) }))).toBe('chain_broken');
      expect(refusalOf(open({ ...entry, epoch: entry.epoch ^ (1 << bit) }))).toBe('chain_broken');
      expect(['chain_broken', 'unknown_signer']).toContain(
        refusalOf(open({ ...entry, keyringVersion: entry.keyringVersion ^ (1 << bit) })),
      );
    }
    expect(refusalOf(open({ ...entry, author: bopha.id }))).toBe('damaged');
  });

  test('by somebody who may not write to the case is refused', () => {
    for (const by of [dara, rith, memberOf(77, 'stranger', ['caseworker'], [NORTH])]) {
      expect(refusalOf(() => readLog(one, append(one, [], NOTE, { by })))).toBe('unknown_signer');
    }
  });

  test('signed by another member than the one it names is refused', () => {
    const forged = append(one, [], NOTE, { author: bopha.id, signing: sokha.identity.signing });
    expect(refusalOf(() => readLog(one, forged))).toBe('bad_signature');
  });

  test('by a reader of the case who copies another’s words under their own name is refused', () => {
    // The signature covers the additional data: it cannot be lifted to another place in the log.
    const [first] = append(one, [], NOTE) as [SealedEntry];
    const key = caseKeys(one.key, 0).case;
    const open = (seq: number) =>
      openEntry({ caseId: CASE, entry: { ...first, seq }, caseKey: key, signerKey: sokha.identity.signing.publicKey });
    expect(open(1).content).toEqual(NOTE);
    expect(refusalOf(() => open(2))).toBe('damaged');
  });

  test('without a signature inside is refused', () => {
    const additional = new Uint8Array(3);
    const sealed = seal(seedOf(1), additional, Uint8Array.of(1, 2, 0x80, 0));
    expect(refusalOf(() => openSigned(seedOf(1), additional, sealed, sokha.identity.signing.publicKey))).toBe(
      'bad_signature',
    );
  });

  test('under a later epoch needs that epoch’s key, and no entry goes back', () => {
    const second = caseKeys(seedOf(51), 1).case;
    const keys = new Map([
      [0, one.caseKey],
      [1, second],
    ]);
    const [granted] = grantCaseKeys([one.key, seedOf(51)]);
    if (granted === undefined) throw new Error('no grant');
    const grant = openGrant(granted.grant, granted.slots, sokha.identity.signing.publicKey);
    const begun = { ...NOTE, grant: Buffer.from(grant.hash).toString('base64url') };
    const read = (list: Parameters<typeof readLog>[1], grants = [grant]) =>
      refusalOf(() => readLog(one, list, [keyring], keys, grants));
    const advanced = append(one, entries, begun, { epoch: 1, caseKey: second });
    const further = append(one, advanced, NOTE, { epoch: 1, caseKey: second });
    const opened = readLog(one, further, [keyring], keys, [grant]);
    expect(opened.map(({ epoch, beginsEpoch }) => [epoch, beginsEpoch]).slice(-3)).toEqual([
      [0, undefined],
      [1, true],
      [1, undefined],
    ]);
    // Without its grant, without the grant's hash, by another, back again, or cut off before a grant's epoch begins.
    expect(read(advanced, [])).toBe('chain_broken');
    expect(read(append(one, entries, NOTE, { epoch: 1, caseKey: second }))).toBe('chain_broken');
    expect(read(append(one, entries, begun, { epoch: 1, caseKey: second, by: bopha }))).toBe('chain_broken');
    expect(read(append(one, entries, begun, { epoch: 2, caseKey: second }))).toBe('chain_broken');
    expect(read(append(one, advanced, NOTE))).toBe('chain_broken');
    expect(read(append(one, entries, begun, { epoch: 1 }))).toBe('damaged');
    expect(read(entries)).toBe('chain_broken');
  });

  test('never names an older keyring than the entry before, nor one that the reader has not verified', () => {
    const later = { ...keyring, version: 2, hash: seedOf(2) };
    const newer = append(one, entries, NOTE, { keyringVersion: 2, keyringHash: later.hash });
    expect(readLog(one, newer, [keyring, later])).toHaveLength(5);
    expect(refusalOf(() => readLog(one, newer))).toBe('unknown_signer');
    expect(refusalOf(() => readLog(one, append(one, newer, NOTE), [keyring, later]))).toBe('chain_broken');
  });

  test('by a member suspended in the keyring it names is refused', () => {
    const members = [dara.entry, { ...sokha.entry, status: 'suspended' as const }, bopha.entry];
    const changed = verifiedKeyring(makeTestKeyring([northPart({ members }), southPart()]));
    const list = append(one, [], NOTE, { keyringHash: changed.hash });
    expect(refusalOf(() => readLog(one, list, [changed]))).toBe('unknown_signer');
  });
});
