import type { Day } from '@romduol/shared/ids';
import { verifyKeyring } from '@romduol/shared/sealing/keyring';
import { addsRecipient, changesBetween, possibleSeconds } from '@romduol/shared/sealing/keyring-changes';
import { type MemberToSign, type Signer, addSignature, renewKeyring } from '@romduol/shared/sealing/keyring-signing';
import { verifySuccession } from '@romduol/shared/sealing/keyring-succession';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  makeTestKeyring,
  memberOf,
  NORTH,
  northPart,
  people,
  refusalOf,
  signerOf,
  SOUTH,
  southPart,
  TODAY,
} from './fixtures.ts';

const LATER = '2027-01-10' as Day;
const first = makeTestKeyring();
const firstVerified = verifyKeyring(first, { today: TODAY }).keyring;
const newcomer = memberOf(6, 'kolab', ['caseworker'], [NORTH]);
const { dara, sokha, bopha } = people;

function next(members: readonly MemberToSign[], signers: [Signer, ...Signer[]] = [signerOf(dara)]) {
  const file = renewKeyring({
    previous: first,
    day: LATER,
    signer: signerOf(dara),
    parts: [northPart({ members, signers })],
  });
  return { file, keyring: verifyKeyring(file, { today: LATER }).keyring };
}
const judged = ({ file, keyring }: ReturnType<typeof next>) =>
  refusalOf(() => verifySuccession(firstVerified, keyring, file));
const staff = [dara.entry, sokha.entry, bopha.entry];

describe('a change that lets somebody read more', () => {
  const widened: [string, readonly MemberToSign[]][] = [
    ['a new member', [...staff, newcomer.entry]],
    [
      'other keys',
      [dara.entry, { ...memberOf(33, 'sokha', ['caseworker'], [NORTH]).entry, id: sokha.id }, bopha.entry],
    ],
    ['the publisher’s flag', [dara.entry, { ...sokha.entry, publisher: true }, bopha.entry]],
    ['another role', [dara.entry, { ...sokha.entry, roles: ['caseworker', 'supervisor'] }, bopha.entry]],
  ];
  test.each(widened)('%s needs a second signature, of an administrator or supervisor', (_, members) => {
    expect(judged(next(members))).toBe('second_signature_missing');
    expect(judged(next(members, [signerOf(dara), signerOf(bopha)]))).toBeNull();
    expect(judged(next(members, [signerOf(dara), signerOf(dara)]))).toBe('second_signature_missing');
  });

  test('can be given its second signature afterwards, without becoming another version', () => {
    const one = next([...staff, newcomer.entry]);
    const file = addSignature(one.file, 'lotus' as never, signerOf(bopha));
    const { keyring } = verifyKeyring(file, { today: LATER });
    expect(keyring.hash).toEqual(one.keyring.hash);
    expect(judged({ file, keyring })).toBeNull();
  });

  test('is not signed a second time by somebody whom this very version makes supervisor', () => {
    const made = { ...newcomer, entry: { ...newcomer.entry, roles: ['supervisor'] as const } };
    const self = next([...staff, made.entry], [signerOf(dara), signerOf(newcomer)]);
    expect(judged(self)).toBe('second_signature_missing');
    const raised: MemberToSign = { ...sokha.entry, roles: ['supervisor'] };
    expect(judged(next([dara.entry, raised, bopha.entry], [signerOf(dara), signerOf(sokha)]))).toBe(
      'second_signature_missing',
    );
  });

  test('has one signature where nobody else could give another', () => {
    const kolab = memberOf(6, 'kolab', ['caseworker'], [SOUTH]);
    const part = southPart({ members: [people.vanna.entry, people.rith.entry, kolab.entry] });
    const file = renewKeyring({ previous: first, day: LATER, signer: signerOf(people.vanna), parts: [part] });
    const { keyring } = verifyKeyring(file, { today: LATER });
    expect(possibleSeconds(firstVerified, 'jasmine' as never, people.vanna.id)).toEqual([]);
    expect(judged({ file, keyring })).toBeNull();
  });
});

describe('a change that takes away', () => {
  test('needs one signature', () => {
    const without: MemberToSign[][] = [
      [dara.entry, { ...sokha.entry, status: 'suspended' }, bopha.entry],
      [dara.entry, sokha.entry, { ...bopha.entry, publisher: false }],
      [dara.entry, { ...sokha.entry, teams: [] }, bopha.entry],
      [dara.entry, bopha.entry],
    ];
    expect(without.map((members) => judged(next(members)))).toEqual(without.map(() => null));
  });
});

describe('what a version changes', () => {
  const standing = fc.record({
    roles: fc.subarray(['caseworker', 'supervisor', 'advocate', 'auditor'] as const, { minLength: 1 }),
    publisher: fc.boolean(),
    teams: fc.subarray([NORTH]),
    status: fc.constantFrom('active' as const, 'suspended' as const),
  });

  test('is empty for a renewal, and names exactly whom it touches', () => {
    const renewed = renewKeyring({ previous: first, day: LATER, signer: signerOf(dara) });
    expect(changesBetween(firstVerified, verifyKeyring(renewed, { today: LATER }).keyring)).toEqual([]);
    fc.assert(
      fc.property(standing, (change) => {
        const { keyring } = next([dara.entry, { ...sokha.entry, ...change }, bopha.entry]);
        const changes = changesBetween(firstVerified, keyring);
        const touched = new Set(changes.flatMap((one) => ('member' in one ? [one.member] : [])));
        expect([...touched].every((id) => id === sokha.id)).toBe(true);
        const same =
          change.status === 'active' &&
          !change.publisher &&
          change.roles.join() === 'caseworker' &&
          change.teams.length === 1;
        expect(changes.length === 0).toBe(same);
      }),
      { numRuns: 60 },
    );
  });

  test('asks for a second signature exactly when somebody gains a team, a role or the flag', () => {
    fc.assert(
      fc.property(standing, (change) => {
        const { keyring } = next([dara.entry, { ...sokha.entry, ...change }, bopha.entry]);
        const gains =
          change.status === 'active' && (change.publisher || change.roles.some((role) => role !== 'caseworker'));
        expect(addsRecipient(firstVerified, keyring, 'lotus' as never)).toBe(gains);
      }),
      { numRuns: 60 },
    );
  });
});
