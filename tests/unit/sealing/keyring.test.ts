import type { KeyringFile } from '@romduol/shared/api/keyring';
import type { Day } from '@romduol/shared/ids';
import { fromUtf8, utf8 } from '@romduol/shared/sealing/bytes';
import { hashSigned, kemHash, rootFingerprint, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { signParts } from '@romduol/shared/sealing/signature';
import { sodium } from '@romduol/shared/sealing/sodium';
import { KeyringFile as KeyringFileSchema } from '@romduol/shared/api/keyring';
import { z } from '@romduol/shared/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  refusalOf,
  flipBit,
  makeTestKeyring,
  NORTH,
  northPart,
  people,
  ROOT_SEED,
  southPart,
  TODAY,
} from './fixtures.ts';

const file = makeTestKeyring();
const verify = (changed: KeyringFile) => verifyKeyring(changed, { today: TODAY });

/** Replaces text in a signed part, with everything above it signed again: an administrator's doing, not a thief's. */
function resign(at: number, from: string, to: string): KeyringFile {
  const part = file.parts[at] as KeyringFile['index'];
  const text = fromUtf8(part.bytes);
  expect(text).toContain(from);
  const bytes = utf8(text.replace(from, to));
  const signer = at === 0 ? people.dara : people.vanna;
  const signature = signParts('part', [bytes], signer.identity.signing.secretKey);
  const parts = file.parts.with(at, { bytes, signatures: [{ member: signer.id, signature }] });
  return reindex({ ...file, parts }, (index) => index);
}

function reindex(changed: KeyringFile, edit: (text: string) => string): KeyringFile {
  const hashes = changed.parts.map((part) => Buffer.from(hashSigned('part', part.bytes)).toString('base64url'));
  const index = { ...(JSON.parse(fromUtf8(file.index.bytes)) as object), parts: hashes };
  const bytes = utf8(edit(JSON.stringify(index)));
  const signature = signParts('index', [bytes], people.dara.identity.signing.secretKey);
  return { ...changed, index: { bytes, signatures: [{ member: people.dara.id, signature }] } };
}

describe('a keyring', () => {
  test('founded by several organisations verifies, each part signed by its own administrator', () => {
    const { keyring, expired } = verify(file);
    expect(expired).toBe(false);
    expect(keyring).toMatchObject({ version: 1, day: TODAY, expires: '2027-02-20', authority: 1 });
    expect(keyring.previous).toEqual(new Uint8Array(32));
    expect(keyring.fingerprint).toEqual(rootFingerprint(file.root));
    expect(keyring.organisations.map(({ id }) => id)).toEqual(['lotus', 'jasmine']);
    expect(keyring.teams.map(({ id, organisation, duty }) => [id, organisation, duty])).toEqual([
      ['north', 'lotus', true],
      ['south', 'jasmine', false],
    ]);
    const bopha = keyring.members.find(({ handle }) => handle === 'bopha');
    expect(bopha).toMatchObject({
      organisation: 'lotus',
      teams: ['north'],
      roles: ['supervisor'],
      publisher: true,
      status: 'active',
    });
    expect(bopha?.signing).toEqual(people.bopha.identity.signing.publicKey);
    expect(bopha?.kemHash).toEqual(kemHash(people.bopha.identity.kem.publicKey));
  });

  test('survives the API’s encoding byte for byte', () => {
    const sent: unknown = JSON.parse(JSON.stringify(z.encode(KeyringFileSchema, file)));
    expect(z.decode(KeyringFileSchema, sent as z.input<typeof KeyringFileSchema>)).toEqual(file);
  });

  test('past its last day comes back as expired, for the report page to say so', () => {
    const on = (today: string) => verifyKeyring(file, { today: today as Day }).expired;
    expect(on('2027-02-20')).toBe(false);
    expect(on('2027-02-21')).toBe(true);
  });

  test('is refused under another root than the pinned one', () => {
    const pinned = (root: Uint8Array) => verifyKeyring(file, { today: TODAY, pinnedRoot: root });
    expect(pinned(sodium().signKeypair(ROOT_SEED).publicKey).keyring.version).toBe(1);
    expect(refusalOf(() => pinned(new Uint8Array(32)))).toBe('wrong_root');
  });

  test('older than one already seen is refused', () => {
    expect(refusalOf(() => verifyKeyring(file, { today: TODAY, minimumVersion: 2 }))).toBe('keyring_rolled_back');
  });

  test('is refused with any bit turned in anything signed', () => {
    const flips = (bytes: Uint8Array, put: (flipped: Uint8Array) => KeyringFile): void => {
      fc.assert(
        fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
          expect(['bad_signature', 'keyring_broken', 'unknown_signer']).toContain(
            refusalOf(() => verify(put(flipBit(bytes, bit)))),
          );
        }),
        { numRuns: 300 },
      );
    };
    flips(file.root, (root) => ({ ...file, root }));
    flips(file.authority.bytes, (bytes) => ({ ...file, authority: { ...file.authority, bytes } }));
    flips(file.authority.signature, (signature) => ({ ...file, authority: { ...file.authority, signature } }));
    flips(file.index.bytes, (bytes) => ({ ...file, index: { ...file.index, bytes } }));
    const { member, signature: first } = file.index.signatures[0] as KeyringFile['index']['signatures'][number];
    flips(first, (signature) => ({ ...file, index: { ...file.index, signatures: [{ member, signature }] } }));
    file.parts.forEach((part, at) => {
      flips(part.bytes, (bytes) => ({ ...file, parts: file.parts.with(at, { ...part, bytes }) }));
    });
  });

  test('with parts missing, repeated or in another order is refused', () => {
    const [north, south] = file.parts as [KeyringFile['index'], KeyringFile['index']];
    for (const parts of [[north], [south, north], [north, south, south], []]) {
      expect(refusalOf(() => verify({ ...file, parts }))).toBe('keyring_broken');
    }
    expect(refusalOf(() => verify(reindex({ ...file, parts: [north, south, south] }, (text) => text)))).toBe(
      'keyring_broken',
    );
  });

  test('of two deployments cannot be mixed', () => {
    const elsewhere = makeTestKeyring([northPart()]);
    expect(refusalOf(() => verify({ ...file, index: elsewhere.index }))).toBe('keyring_broken');
    expect(['keyring_broken', 'unknown_signer']).toContain(
      refusalOf(() =>
        verify({
          ...file,
          parts: [elsewhere.parts[0] as KeyringFile['index'], file.parts[1] as KeyringFile['index']],
          authority: elsewhere.authority,
        }),
      ),
    );
  });
});

describe('what a keyring must say, whoever signed it', () => {
  test('each province lies with one team at most, and exactly one team takes the rest', () => {
    expect(refusalOf(() => verify(resign(1, '"kampot"', '"siem-reap"')))).toBe('keyring_broken');
    expect(refusalOf(() => verify(resign(1, '"kampot"', '"kampot","kampot"')))).toBe('keyring_broken');
    expect(refusalOf(() => verify(resign(1, '"duty":false', '"duty":true')))).toBe('keyring_broken');
    expect(refusalOf(() => verify(resign(0, '"duty":true', '"duty":false')))).toBe('keyring_broken');
    expect(verify(resign(1, '"kampot"', '"kampot","kep"')).keyring.teams[1]?.provinces).toEqual(['kampot', 'kep']);
  });

  test('no two members share an id, a handle or a key', () => {
    const twin = (change: object) => () => {
      const other = { ...people.rith.entry, ...change };
      return verify(makeTestKeyring([northPart(), southPart({ members: [people.vanna.entry, other] })]));
    };
    expect(twin({})().keyring.members).toHaveLength(5);
    expect(refusalOf(twin({ id: people.sokha.id }))).toBe('keyring_broken');
    expect(refusalOf(twin({ handle: 'sokha' }))).toBe('keyring_broken');
    expect(refusalOf(twin({ kemKey: people.sokha.identity.kem.publicKey }))).toBe('keyring_broken');
    expect(refusalOf(twin({ signingKey: people.sokha.identity.signing.publicKey }))).toBe('keyring_broken');
    expect(refusalOf(twin({ teams: [NORTH] }))).toBe('keyring_broken');
  });

  test('it lasts 90 days at most, on real days', () => {
    const until = (expires: string) => () => verify(reindex(file, (text) => text.replace('2027-02-20', expires)));
    expect(until('2027-02-01')().keyring.expires).toBe('2027-02-01');
    expect(refusalOf(until('2027-02-21'))).toBe('keyring_broken');
    expect(refusalOf(until('2026-11-21'))).toBe('keyring_broken');
    expect(refusalOf(until('2027-02-99'))).toBe('keyring_broken');
    expect(refusalOf(until('soon'))).toBe('malformed');
  });

  test('its fields are of the shape that its version has', () => {
    for (const [from, to] of [
      ['"v":1', '"v":2'],
      ['"caseworker"', '"spy"'],
      ['"duty":true', '"duty":1'],
      ['"handle":"sokha"', '"handle":"Sokha!"'],
      ['"status":"active"', '"status":"gone"'],
      ['"kemId":"', '"kemId":"A'],
      ['"kemId":"', '"kemId":"AAA'],
      ['"kemId":"', '"kemId":"+'],
      ['"en":"North"', '"en":""'],
    ] as const) {
      expect(refusalOf(() => verify(resign(0, from, to)))).toBe('malformed');
    }
  });
});
