import { openGrant, openGrantedKey, signGrant } from '@romduol/shared/sealing/grant';
import { label } from '@romduol/shared/sealing/labels';
import { signParts } from '@romduol/shared/sealing/signature';
import { commitTo, keyId, unwrapKey, wrapKey } from '@romduol/shared/sealing/slot';
import { compareBytes, concat, fromUtf8, le64, pae, utf8 } from '@romduol/shared/sealing/bytes';
import { sodium } from '@romduol/shared/sealing/sodium';
import { describe, expect, test } from 'vitest';
import { CASE, refusalOf, flipBit, OTHER_CASE, people, seedOf } from './fixtures.ts';

const { sokha, bopha, rith } = people;
const owner = { purpose: 'case', objectId: CASE, epoch: 0 } as const;
const key = seedOf(42);
const commit = commitTo(key);
const slot = wrapKey({ ...owner, key, publicKey: sokha.identity.kem.publicKey });

describe('a slot', () => {
  test('gives its recipient the key, and nobody else', () => {
    expect(slot).toHaveLength(1184);
    const others = wrapKey({ ...owner, key, publicKey: bopha.identity.kem.publicKey });
    expect(unwrapKey({ ...owner, commit, slots: [others, slot], keys: sokha.identity.kem })).toEqual(key);
    expect(unwrapKey({ ...owner, commit, slots: [others, slot], keys: rith.identity.kem })).toBeNull();
    expect(unwrapKey({ ...owner, commit, slots: [], keys: sokha.identity.kem })).toBeNull();
  });

  test('never looks the same twice', () => {
    expect(wrapKey({ ...owner, key, publicKey: sokha.identity.kem.publicKey }).subarray(16)).not.toEqual(
      slot.subarray(16),
    );
  });

  test('with any bit turned is refused, or is nobody’s', () => {
    const open = (bit: number) =>
      unwrapKey({ ...owner, commit, slots: [flipBit(slot, bit)], keys: sokha.identity.kem });
    for (let bit = 0; bit < 16 * 8; bit += 1) expect(open(bit)).toBeNull();
    for (let bit = 16 * 8; bit < slot.length * 8; bit += 1) expect(refusalOf(() => open(bit))).toBe('damaged');
  });

  test('is refused for another object, purpose, epoch or commitment', () => {
    const open = (change: object) => () =>
      unwrapKey({ ...owner, commit, slots: [slot], keys: sokha.identity.kem, ...change });
    expect(refusalOf(open({ objectId: OTHER_CASE }))).toBe('damaged');
    expect(refusalOf(open({ purpose: 'conversation' }))).toBe('damaged');
    expect(refusalOf(open({ epoch: 1 }))).toBe('damaged');
    for (let bit = 0; bit < 256; bit += 1) expect(refusalOf(open({ commit: flipBit(commit, bit) }))).toBe('damaged');
    expect(refusalOf(open({ slots: [slot.subarray(0, 1183)] }))).toBe('wrong_length');
    expect(refusalOf(open({ slots: [Uint8Array.of(...slot, 0)] }))).toBe('wrong_length');
  });

  test('of another recipient does not open under a copied key id', () => {
    const foreign = wrapKey({ ...owner, key, publicKey: rith.identity.kem.publicKey });
    foreign.set(keyId(sokha.identity.kem.publicKey));
    expect(refusalOf(() => unwrapKey({ ...owner, commit, slots: [foreign], keys: sokha.identity.kem }))).toBe(
      'damaged',
    );
  });
});

test('a slot made to promise another key than it holds is refused, though its maker sealed it in good order', () => {
  const { publicKey } = sokha.identity.kem;
  const promised = commitTo(seedOf(43));
  const { ciphertext, sharedSecret } = sodium().kemEncapsulate(publicKey);
  const kid = keyId(publicKey);
  const context = pae(label('slot'), utf8('case'), utf8(CASE), le64(0), promised, kid, ciphertext, publicKey);
  const sealed = sodium().aeadSeal(sodium().hash(32, context, sharedSecret), new Uint8Array(24), context, key);
  const slots = [concat(kid, ciphertext, sealed)];
  const open = () => unwrapKey({ ...owner, commit: promised, slots, keys: sokha.identity.kem });
  expect(refusalOf(open)).toBe('commit_mismatch');
});

describe('a grant', () => {
  const statistics = { purpose: 'statistics', objectId: sokha.id, epoch: 1 } as const;
  const sign = (change: object = {}) =>
    signGrant({
      ...statistics,
      key,
      previousCommit: null,
      recipients: [bopha.identity.kem.publicKey, rith.identity.kem.publicKey],
      keyringVersion: 3,
      keyringHash: seedOf(3),
      author: sokha.id,
      signing: sokha.identity.signing,
      ...change,
    });
  const { grant, slots } = sign();
  const signer = sokha.identity.signing.publicKey;

  test('says for whom a key was wrapped, and opens for them', () => {
    const verified = openGrant(grant, slots, signer);
    expect(verified).toMatchObject({
      ...statistics,
      commit,
      previousCommit: null,
      keyringVersion: 3,
      author: sokha.id,
    });
    expect(verified.keyringHash).toEqual(seedOf(3));
    const kids = [bopha, rith].map(({ identity }) => keyId(identity.kem.publicKey)).sort(compareBytes);
    expect(verified.kids).toEqual(kids);
    expect(openGrantedKey(verified, slots, bopha.identity.kem)).toEqual(key);
    expect(openGrantedKey(verified, slots, sokha.identity.kem)).toBeNull();
  });

  test('names the key it follows', () => {
    const next = sign({ epoch: 2, previousCommit: commit });
    expect(openGrant(next.grant, next.slots, signer).previousCommit).toEqual(commit);
    expect(openGrant(next.grant, null, signer).hash).not.toEqual(openGrant(grant, null, signer).hash);
  });

  test('opens with the caller’s own slot alone, since the slot is bound to what was signed', () => {
    const verified = openGrant(grant, null, signer);
    const own = slots.filter((one) => compareBytes(one.subarray(0, 16), keyId(bopha.identity.kem.publicKey)) === 0);
    expect(openGrantedKey(verified, own, bopha.identity.kem)).toEqual(key);
  });

  test('is refused with any bit of it turned', () => {
    for (let bit = 0; bit < grant.statement.length * 8; bit += 1) {
      expect(refusalOf(() => openGrant({ ...grant, statement: flipBit(grant.statement, bit) }, null, signer))).toBe(
        'bad_signature',
      );
    }
    for (let bit = 0; bit < 512; bit += 1) {
      expect(refusalOf(() => openGrant({ ...grant, signature: flipBit(grant.signature, bit) }, null, signer))).toBe(
        'bad_signature',
      );
    }
  });

  test('is refused under another member’s name or key', () => {
    expect(refusalOf(() => openGrant(grant, null, rith.identity.signing.publicKey))).toBe('bad_signature');
    expect(refusalOf(() => openGrant({ ...grant, author: rith.id }, null, signer))).toBe('malformed');
    expect(refusalOf(() => openGrant({ ...grant, signature: new Uint8Array(3) }, null, signer))).toBe('bad_signature');
  });

  test('is refused with a slot missing, added, exchanged or changed', () => {
    const [first, second] = slots as [Uint8Array, Uint8Array];
    const again = wrapKey({ ...statistics, key, publicKey: bopha.identity.kem.publicKey });
    for (const other of [[first], [first, second, second], [first, again], [first, flipBit(second, 9000)], []]) {
      expect(refusalOf(() => openGrant(grant, other, signer))).toBe('damaged');
    }
    expect(openGrant(grant, [second, first], signer).purpose).toBe('statistics');
  });

  test('does not let a slot of one object open for another', () => {
    const elsewhere = sign({ objectId: rith.id });
    const verified = openGrant(grant, null, signer);
    expect(refusalOf(() => openGrantedKey(verified, elsewhere.slots, bopha.identity.kem))).toBe('damaged');
  });

  test('of a statement that is not one is refused, though signed', () => {
    for (const text of ['{}', '[]', 'null', 'no json', fromUtf8(grant.statement).replace('"v":1', '"v":2')]) {
      const statement = utf8(text);
      const signature = signParts('grant', [statement], sokha.identity.signing.secretKey);
      expect(refusalOf(() => openGrant({ ...grant, statement, signature }, null, signer))).toBe('malformed');
    }
    expect(refusalOf(() => sign({ recipients: [] }))).toBe('no_recipient');
  });
});
