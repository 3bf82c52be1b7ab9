import { checkTurns, openPreviousKeys } from '@romduol/shared/sealing/case-epoch';
import { conversationKey } from '@romduol/shared/sealing/case-keys';
import { openGrant, openGrantedKey } from '@romduol/shared/sealing/grant';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { openReporterKeys } from '@romduol/shared/sealing/reporter-keys';
import { commitTo } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import { describe, expect, test } from 'vitest';
import { grantCaseKeys, grantReporter } from './epoch-vector-formats.ts';
import { CASE, OTHER_CASE, people, refusalOf, seedOf, verifiedKeyring } from './fixtures.ts';

const KEYS = [seedOf(50), seedOf(51), seedOf(52)];
const signer = people.sokha.identity.signing.publicKey;
const report = { caseId: CASE, commit: commitTo(seedOf(50)) };
const flip = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

describe('keys of a case after the first', () => {
  const granted = grantCaseKeys(KEYS);
  const grants = granted.map(({ grant, slots }) => openGrant(grant, slots, signer));
  const sealed = granted.map(({ previousKey }) => previousKey);
  const newest = seedOf(52);

  test('one slot opens the newest, and through it every one before', () => {
    for (const { identity } of [people.sokha, people.bopha]) {
      const key = openGrantedKey(grants[1] as never, granted[1]?.slots ?? [], identity.kem);
      expect(openPreviousKeys(report, grants, sealed, key as Uint8Array)).toEqual(KEYS);
    }
    expect(openGrantedKey(grants[1] as never, granted[1]?.slots ?? [], people.rith.identity.kem)).toBeNull();
  });

  test('every bit of the sealed keys, the slots, the statement and its signature counts', () => {
    const [, last] = granted as [(typeof granted)[0], (typeof granted)[0]];
    for (let bit = 0; bit < 48 * 8; bit += 1) {
      const changed = { nonce: last.previousKey.nonce, ciphertext: flip(last.previousKey.ciphertext, bit) };
      expect(refusalOf(() => openPreviousKeys(report, grants, [sealed[0] as never, changed], newest))).toBe('damaged');
    }
    for (let bit = 0; bit < 24 * 8; bit += 1) {
      const changed = { nonce: flip(last.previousKey.nonce, bit), ciphertext: last.previousKey.ciphertext };
      expect(refusalOf(() => openPreviousKeys(report, grants, [sealed[0] as never, changed], newest))).toBe('damaged');
    }
    const { statement, signature } = last.grant;
    for (let bit = 0; bit < statement.length * 8; bit += 1) {
      const changed = { ...last.grant, statement: flip(statement, bit) };
      expect(refusalOf(() => openGrant(changed, last.slots, signer))).toBe('bad_signature');
    }
    for (let bit = 0; bit < signature.length * 8; bit += 1) {
      const changed = { ...last.grant, signature: flip(signature, bit) };
      expect(refusalOf(() => openGrant(changed, last.slots, signer))).toBe('bad_signature');
    }
    const [one = new Uint8Array(0), two = new Uint8Array(0)] = last.slots;
    for (let bit = 0; bit < one.length * 8; bit += 7) {
      expect(refusalOf(() => openGrant(last.grant, [flip(one, bit), two], signer))).toBe('damaged');
    }
  });

  test('grants out of order, of another case, left out or doubled are no chain', () => {
    const [first, second] = grants as [(typeof grants)[0], (typeof grants)[0]];
    for (const wrong of [[second, first], [second], [first, first], [first, second, second]]) {
      const beside = wrong.map((grant) => sealed[grant.epoch - 1] as never);
      expect(refusalOf(() => openPreviousKeys(report, wrong, beside, newest))).toBe('chain_broken');
    }
    const other = { ...report, caseId: OTHER_CASE };
    expect(refusalOf(() => openPreviousKeys(other, grants, sealed, newest))).toBe('chain_broken');
    const another = { ...report, commit: commitTo(seedOf(1)) };
    expect(refusalOf(() => openPreviousKeys(another, grants, sealed, newest))).toBe('chain_broken');
    expect(refusalOf(() => openPreviousKeys(report, grants, [...sealed].reverse(), newest))).toBe('damaged');
    expect(refusalOf(() => openPreviousKeys(report, grants, sealed, seedOf(49)))).toBe('damaged');
  });
});

describe('keys of a conversation for its reporter', () => {
  const receipt = { kem: sodium().kemKeypair(seedOf(53)), copyKey: seedOf(54) };
  const keyring = verifiedKeyring();
  const waiting = (changes: Parameters<typeof grantReporter>[2] = {}, keys = KEYS) => ({
    ...report,
    ...grantReporter(keys, receipt, changes),
  });
  const own = KEYS.map((key) => conversationKey(key));

  test('each opens with the one before, and the newest is checked against the keyring', () => {
    const opened = openReporterKeys(waiting(), receipt, keyring);
    expect(opened).toMatchObject({ keys: own, checked: true });
    expect(opened.turns.map(({ after }) => after)).toEqual([
      [1, 0],
      [2, 2],
    ]);
    expect(refusalOf(() => checkTurns(opened, KEYS))).toBeNull();
    expect(refusalOf(() => checkTurns(opened, KEYS.slice(0, 2)))).toBe('commit_mismatch');
    expect(refusalOf(() => checkTurns(opened, [KEYS[0], KEYS[2], KEYS[1]] as never))).toBe('commit_mismatch');
  });

  test('one from somebody without the key before does not open: her public key alone makes no slot', () => {
    expect(refusalOf(() => openReporterKeys(waiting({ previousKey: seedOf(1) }), receipt, keyring))).toBe('damaged');
  });

  test('one by somebody who does no casework now opens unchecked; with a wrong signature not at all', () => {
    const without = { members: keyring.members.filter(({ id }) => id !== people.sokha.id) };
    expect(openReporterKeys(waiting(), receipt, without).checked).toBe(false);
    for (const change of [{ status: 'suspended' }, { roles: ['administrator'] }] as const) {
      const members = keyring.members.map((one) => (one.id === people.sokha.id ? { ...one, ...change } : one));
      expect(openReporterKeys(waiting(), receipt, { members } as Pick<Keyring, 'members'>).checked).toBe(false);
    }
    const forged = waiting({ signing: people.rith.identity.signing });
    expect(refusalOf(() => openReporterKeys(forged, receipt, keyring))).toBe('bad_signature');
  });

  test('of another case, purpose or number, cut or with another’s slot, it is refused', () => {
    const wrong = [
      waiting({ objectId: OTHER_CASE }),
      waiting({ purpose: 'case' }),
      waiting({ epoch: 3 }),
      waiting({ previousCommit: commitTo(seedOf(1)) }),
      waiting({ turns: [] }),
    ];
    for (const one of wrong) expect(refusalOf(() => openReporterKeys(one, receipt, keyring))).not.toBeNull();
    const good = waiting();
    const slots = good.keys.slots;
    for (const cut of [[], slots.slice(0, 1), slots.slice(1), [...slots].reverse(), [...slots, ...slots]]) {
      const keys = { ...good.keys, slots: cut };
      expect(refusalOf(() => openReporterKeys({ ...good, keys }, receipt, keyring))).not.toBeNull();
    }
  });
});
