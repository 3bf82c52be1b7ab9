import type { KeyringFile } from '@romduol/shared/api/keyring';
import type { Day, OrganisationId } from '@romduol/shared/ids';
import { signCardUse, verifyCardUse } from '@romduol/shared/sealing/card-use';
import { identityFromSeed } from '@romduol/shared/sealing/identity';
import { recipientKeys, recipientsOf, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { changesBetween } from '@romduol/shared/sealing/keyring-changes';
import { parsePart } from '@romduol/shared/sealing/keyring-parse';
import {
  type PartToSign,
  renewKeyring,
  type RecoveryToSign,
  type Signer,
} from '@romduol/shared/sealing/keyring-signing';
import { verifySuccession } from '@romduol/shared/sealing/keyring-succession';
import { encodeJson } from '@romduol/shared/sealing/sealed';
import { keyId } from '@romduol/shared/sealing/slot';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  makeTestKeyring,
  NORTH,
  northPart,
  people,
  refusalOf,
  seedOf,
  signerOf,
  southPart,
  TODAY,
} from './fixtures.ts';

const LATER = '2027-01-10' as Day;
const LOTUS = 'lotus' as OrganisationId;
const { dara, bopha, vanna } = people;

const identity = identityFromSeed(seedOf(70));
const cardOf = (n: number): RecoveryToSign => {
  const { kem, signing } = identityFromSeed(seedOf(n));
  return { kemKey: kem.publicKey, signing: signing.publicKey };
};
const card = cardOf(70);
const without = makeTestKeyring();
const having = makeTestKeyring([northPart({ recovery: card }), southPart()]);
const read = (file: KeyringFile, today = TODAY) => verifyKeyring(file, { today }).keyring;

/** Judges the next version, in which Lotus has this card or none. */
function judge(before: KeyringFile, recovery: RecoveryToSign | undefined, signers: PartToSign['signers']) {
  const parts = [northPart({ recovery, signers: signers as [Signer, ...Signer[]] })];
  const file = renewKeyring({ previous: before, day: LATER, signer: signerOf(dara), parts });
  return refusalOf(() => verifySuccession(read(before), read(file, LATER), file));
}

test('a report is sealed to the card of the team’s organisation, whoever is struck off, and to no other’s', () => {
  const keyring = read(having);
  const [north, south] = keyring.teams;
  if (north === undefined || south === undefined) throw new Error('no teams');
  const readers = recipientsOf(keyring, NORTH);
  const served = Object.values(people).map(({ identity: { kem } }) => kem.publicKey);
  expect(recipientKeys(keyring, north, readers, served)).toHaveLength(readers.length + 1);
  fc.assert(
    fc.property(fc.subarray(readers), (left) => {
      expect(recipientKeys(keyring, north, left, served).at(-1)).toEqual(card.kemKey);
    }),
  );
  expect(recipientKeys(keyring, south, [], served)).toEqual([]);
  expect(keyring.recoveries.get(LOTUS)?.kemId).toEqual(keyId(card.kemKey));
});

describe('a card', () => {
  test('counts when a second hand has signed it, founded or renewed; given up by one alone', () => {
    const one: PartToSign['signers'] = [signerOf(dara)];
    const two: PartToSign['signers'] = [signerOf(dara), signerOf(bopha)];
    expect([judge(without, card, one), judge(without, card, two)]).toEqual(['second_signature_missing', null]);
    expect([judge(having, cardOf(71), one), judge(having, cardOf(71), two)]).toEqual([
      'second_signature_missing',
      null,
    ]);
    expect([judge(having, undefined, one), judge(having, card, one)]).toEqual([null, null]);
  });

  test('is told to every console, by its kind', () => {
    const kinds = (before: KeyringFile, after: KeyringFile) =>
      changesBetween(read(before), read(after)).map(({ kind }) => kind);
    const renewed = makeTestKeyring([northPart({ recovery: cardOf(71) }), southPart()]);
    expect(kinds(without, having)).toEqual(['recovery_founded']);
    expect(kinds(having, renewed)).toEqual(['recovery_renewed']);
    expect(kinds(having, without)).toEqual(['recovery_ended']);
    expect(kinds(having, having)).toEqual([]);
  });

  test('that nobody has signed, or another organisation’s administrator, is refused', () => {
    const [north, south] = having.parts as [KeyringFile['index'], KeyringFile['index']];
    const other = Buffer.from(cardOf(71).kemKey).toString('base64url');
    const own = Buffer.from(card.kemKey).toString('base64url');
    const bytes = new TextEncoder().encode(new TextDecoder().decode(north.bytes).replace(own, other));
    expect(parsePart(bytes).recovery?.kemKey).toEqual(cardOf(71).kemKey);
    const swapped = (part: KeyringFile['index']): KeyringFile => ({ ...having, parts: [part, south] });
    expect(refusalOf(() => read(swapped({ ...north, bytes })))).toBe('keyring_broken');
    const byVanna = makeTestKeyring([northPart({ recovery: card, signers: [signerOf(vanna)] }), southPart()]);
    expect(refusalOf(() => read(byVanna))).not.toBeNull();
  });

  test('is one of its organisation’s, and nobody else’s key', () => {
    const [part] = having.parts;
    const said = JSON.parse(new TextDecoder().decode(part?.bytes)) as { recovery: object };
    const twice = encodeJson({ ...said, recovery: [said.recovery, said.recovery] });
    expect(refusalOf(() => parsePart(twice))).toBe('malformed');
    const shared = makeTestKeyring([northPart({ recovery: card }), southPart({ recovery: card })]);
    expect(refusalOf(() => read(shared))).toBe('keyring_broken');
    const members = { kemKey: bopha.identity.kem.publicKey, signing: card.signing };
    expect(refusalOf(() => read(makeTestKeyring([northPart({ recovery: members }), southPart()])))).toBe(
      'keyring_broken',
    );
  });

  test('signs each use of itself, over the very grant', () => {
    const signature = signCardUse({ hash: seedOf(1) }, identity.signing);
    expect(refusalOf(() => verifyCardUse({ hash: seedOf(1) }, signature, card.signing))).toBeNull();
    expect(refusalOf(() => verifyCardUse({ hash: seedOf(2) }, signature, card.signing))).toBe('bad_signature');
    expect(refusalOf(() => verifyCardUse({ hash: seedOf(1) }, signature, cardOf(71).signing))).toBe('bad_signature');
  });
});
