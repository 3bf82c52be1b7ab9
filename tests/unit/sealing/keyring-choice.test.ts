import type { TeamId } from '@romduol/shared/ids';
import { checkKeys, chooseTeam, recipientsOf } from '@romduol/shared/sealing/keyring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  flipBit,
  makeTestKeyring,
  NORTH,
  northPart,
  people,
  refusalOf,
  SOUTH,
  southPart,
  verifiedKeyring,
} from './fixtures.ts';

describe('whom a report goes to', () => {
  const keyring = verifiedKeyring();

  test('is the team chosen, else the one for the province, else the one on duty', () => {
    expect(chooseTeam(keyring, SOUTH, 'siem-reap').id).toBe('south');
    expect(chooseTeam(keyring, 'any', 'kampot').id).toBe('south');
    expect(chooseTeam(keyring, 'any', 'battambang').id).toBe('north');
    for (const elsewhere of ['abroad', 'pns', 'kandal', null])
      expect(chooseTeam(keyring, 'any', elsewhere).id).toBe('north');
    expect(refusalOf(() => chooseTeam(keyring, 'west' as TeamId, null))).toBe('no_team');
  });

  test('is the same for any order of organisations and any province', () => {
    const turned = verifiedKeyring(makeTestKeyring([southPart(), northPart()]));
    fc.assert(
      fc.property(fc.constantFrom('siem-reap', 'battambang', 'kampot', 'kep', 'abroad', null), (province) => {
        expect(chooseTeam(turned, 'any', province)).toEqual(chooseTeam(keyring, 'any', province));
      }),
    );
  });

  test('is every active caseworker and supervisor of the team', () => {
    expect(recipientsOf(keyring, NORTH).map(({ handle }) => handle)).toEqual(['sokha', 'bopha']);
    expect(recipientsOf(keyring, SOUTH).map(({ handle }) => handle)).toEqual(['vanna', 'rith']);
    const without = northPart({
      members: [people.dara.entry, { ...people.sokha.entry, status: 'suspended' }, people.bopha.entry],
    });
    const later = verifiedKeyring(makeTestKeyring([without, southPart()]));
    expect(recipientsOf(later, NORTH).map(({ handle }) => handle)).toEqual(['bopha']);
  });

  test('only gets keys that the keyring names, in its order, whatever else a server adds', () => {
    const recipients = recipientsOf(keyring, NORTH);
    const [sokha, bopha, rith] = [people.sokha, people.bopha, people.rith].map(
      ({ identity }) => identity.kem.publicKey,
    ) as [Uint8Array, Uint8Array, Uint8Array];
    expect(checkKeys(recipients, [rith, bopha, sokha])).toEqual([sokha, bopha]);
    expect(refusalOf(() => checkKeys(recipients, [sokha]))).toBe('keys_differ');
    expect(refusalOf(() => checkKeys(recipients, [sokha, rith]))).toBe('keys_differ');
    expect(refusalOf(() => checkKeys(recipients, [sokha, flipBit(bopha, 77)]))).toBe('keys_differ');
    expect(
      refusalOf(() =>
        checkKeys(
          recipients.map((one) => ({ ...one, kemHash: new Uint8Array(32) })),
          [sokha, bopha],
        ),
      ),
    ).toBe('keys_differ');
  });
});
