// The protocol's text followed a second time, with @noble's primitives and nothing of the sealing room: what our own code
// sealed must open by it.
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { argon2id } from '@noble/hashes/argon2.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js';
import type { SealedEntry } from '@romduol/shared/api/cases';
import { deriveReceipt } from '@romduol/shared/sealing/receipt';
import { expect, test } from 'vitest';
import { ANSWERS, CASE, CONTACT, people, sealTestReport, seedOf, store } from './fixtures.ts';
import { append, keyring, makeCase } from './log-fixtures.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const label = (name: string): Uint8Array => text(`romduol/v1/${name}`);
const le64 = (n: number): Uint8Array => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(n));
  return bytes;
};
const pae = (...parts: Uint8Array[]): Uint8Array =>
  Buffer.concat([le64(parts.length), ...parts.flatMap((part) => [le64(part.length), part])]);
const hash = (dkLen: number, message: Uint8Array, key?: Uint8Array): Uint8Array =>
  blake2b(message, { dkLen, ...(key && { key }) });
const kdf = (id: number, context: string, key: Uint8Array): Uint8Array =>
  blake2b(new Uint8Array(), {
    dkLen: 32,
    key,
    salt: Buffer.concat([le64(id), Buffer.alloc(8)]),
    personalization: Buffer.concat([text(context), Buffer.alloc(8)]),
  });
const open = (
  key: Uint8Array,
  sealed: { nonce: Uint8Array; ciphertext: Uint8Array },
  additional: Uint8Array,
): Uint8Array => xchacha20poly1305(key, sealed.nonce, additional).decrypt(sealed.ciphertext);
const unpadded = (padded: Uint8Array): string => {
  const end = Buffer.from(padded).lastIndexOf(0x80);
  expect(padded.slice(end + 1).every((byte) => byte === 0)).toBe(true);
  return new TextDecoder().decode(padded.slice(0, end));
};

const receipt = deriveReceipt('00000000000000005724', seedOf(33));
const report = sealTestReport({ receipt });
const sokha = { kem: xwing.keygen(kdf(1, 'rdkemx01', seedOf(2))), signing: kdf(2, 'rdsign01', seedOf(2)) };

function keyFromSlot(): Uint8Array {
  const kid = hash(16, pae(label('keyid'), sokha.kem.publicKey));
  const slot = report.slots.find((one) => Buffer.compare(one.subarray(0, 16), kid) === 0) as Uint8Array;
  const ct = slot.subarray(16, 1136);
  const context = pae(label('slot'), text('case'), text(CASE), le64(0), report.commit, kid, ct, sokha.kem.publicKey);
  const kek = hash(32, context, xwing.decapsulate(ct, sokha.kem.secretKey));
  return open(kek, { nonce: new Uint8Array(24), ciphertext: slot.subarray(1136) }, context);
}

test('an identity’s keys follow from its seed', () => {
  expect(sokha.kem.publicKey).toEqual(people.sokha.identity.kem.publicKey);
  expect(ed25519.getPublicKey(sokha.signing)).toEqual(people.sokha.identity.signing.publicKey);
  expect(kdf(3, 'rdvault1', seedOf(2))).toEqual(people.sokha.identity.vaultKey);
});

test('a receipt’s keys follow from its digits', () => {
  const salt = hash(16, pae(label('receipt'), seedOf(33)));
  const root = argon2id(text('00000000000000005724'), salt, { t: 3, m: 32 * 1024, p: 1, dkLen: 32 });
  expect(receipt.lookup).toEqual(kdf(1, 'rdlookup', root));
  expect(receipt.kem.publicKey).toEqual(xwing.keygen(kdf(2, 'rdkemx01', root)).publicKey);
  expect(receipt.copyKey).toEqual(kdf(3, 'rdrcpt01', root));
  expect(receipt.withdrawal).toEqual(kdf(4, 'rdwdrw01', root));
});

test('a report opens from slot to body, contact and reporter’s copy', () => {
  const key = keyFromSlot();
  const { commit, reporterKey, keyringVersion, team } = report;
  expect(kdf(1, 'rdcommit', key)).toEqual(commit);
  const bodyAdditional = pae(label('report'), text(CASE), commit, le64(keyringVersion), text(team), reporterKey);
  const body = open(kdf(2, 'rdbody01', key), report.body, bodyAdditional);
  expect(body.length).toBe(4096);
  const kids = report.slots.map((slot) => Buffer.from(slot.subarray(0, 16)).toString('base64url'));
  expect(JSON.parse(unpadded(body))).toEqual({
    v: 1,
    answers: ANSWERS,
    intendedKids: expect.toSatisfy((named: string[]) => named.toSorted().join() === kids.toSorted().join()) as unknown,
    sealedBy: 'browser',
    withdrawalCheck: Buffer.from(hash(32, pae(label('withdraw'), text(CASE), receipt.withdrawal))).toString(
      'base64url',
    ),
    uncount: Buffer.from(hash(16, pae(label('uncount'), receipt.withdrawal))).toString('base64url'),
  });
  const contact = open(kdf(5, 'rdcont01', key), report.contact, pae(label('contact'), text(CASE), commit));
  expect(contact.length).toBe(3072);
  expect(JSON.parse(unpadded(contact))).toEqual(CONTACT);
  const copy = open(receipt.copyKey, report.reporterCopy, pae(label('reporter'), text(CASE), commit));
  expect(copy).toEqual(kdf(4, 'rdconv01', key));
});

test('a log entry opens, its author’s signature inside, chained to the report', () => {
  const one = makeCase();
  const content = { kind: 'note', text: 'សួស្ដី' };
  const [entry] = append(one, [], content) as [SealedEntry];
  const { stored, key } = one;
  const kids = stored.kids.toSorted((a, b) => Buffer.compare(a, b));
  const genesis = pae(
    label('genesis'),
    text(CASE),
    stored.commit,
    stored.body.nonce,
    hash(32, stored.body.ciphertext),
    ...kids,
  );
  expect(entry.previous).toEqual(hash(32, genesis));
  const additional = pae(
    label('entry'),
    text(CASE),
    le64(1),
    entry.previous,
    le64(0),
    text(people.sokha.id),
    le64(keyring.version),
    keyring.hash,
  );
  const message = open(kdf(1, 'rdevnt01', kdf(3, 'rdcase01', key)), entry.sealed, additional);
  expect(message.length).toBe(1024);
  const end = Buffer.from(message).lastIndexOf(0x80);
  const payload = message.slice(64, end);
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(content);
  const signed = pae(additional, payload);
  expect(ed25519.verify(message.slice(0, 64), signed, ed25519.getPublicKey(sokha.signing))).toBe(true);
});

test('the stored row holds what the protocol lets the server see, and no more', () => {
  expect(Object.keys(store(report)).sort()).toEqual(
    ['body', 'caseId', 'commit', 'contact', 'day', 'keyringVersion', 'kids', 'reporterKey', 'sealedBy', 'team'].sort(),
  );
});
