import type { KeyringFile } from '@romduol/shared/api/keyring';
import type { Day, OrganisationId } from '@romduol/shared/ids';
import { verifyKeyring, type Keyring } from '@romduol/shared/sealing/keyring';
import { renewKeyring, signAuthority, type PartToSign, type Signer } from '@romduol/shared/sealing/keyring-signing';
import { verifySuccession } from '@romduol/shared/sealing/keyring-succession';
import { sodium } from '@romduol/shared/sealing/sodium';
import { describe, expect, test } from 'vitest';
import {
  refusalOf,
  makeTestKeyring,
  memberOf,
  northPart,
  people,
  ROOT_SEED,
  seedOf,
  signerOf,
  southPart,
  TODAY,
} from './fixtures.ts';

const LATER = '2027-01-10' as Day;
const root = sodium().signKeypair(ROOT_SEED);
const first = makeTestKeyring();
const firstVerified = verifyKeyring(first, { today: TODAY }).keyring;

type Renewal = Partial<Parameters<typeof renewKeyring>[0]>;

function follow(previous: KeyringFile, change: Renewal = {}): { file: KeyringFile; keyring: Keyring } {
  const file = renewKeyring({ previous, day: LATER, signer: signerOf(people.dara), ...change });
  return { file, keyring: verifyKeyring(file, { today: LATER }).keyring };
}

function succeed(previous: Keyring, { file, keyring }: { file: KeyringFile; keyring: Keyring }): Keyring {
  verifySuccession(previous, keyring, file);
  return keyring;
}

/** A list by the root that names these as the organisations' administrators. */
function authority(number: number, administrators: Record<string, readonly (typeof people.dara)[]>) {
  return signAuthority(root, {
    number,
    day: LATER,
    organisations: Object.entries(administrators).map(([id, members]) => ({
      id: id as OrganisationId,
      name: { en: id, km: 'ផ្កា' },
      administrators: members.map((member) => ({ member: member.id, signing: member.identity.signing.publicKey })),
    })),
  });
}

describe('the next version of a keyring', () => {
  test('prolongs it by 90 days without touching any part', () => {
    const next = follow(first);
    expect(succeed(firstVerified, next)).toMatchObject({ version: 2, day: LATER, expires: '2027-04-10' });
    expect(next.file.parts).toEqual(first.parts);
    expect(next.keyring.previous).toEqual(firstVerified.hash);
  });

  test('changes the part of one organisation, by its own administrator', () => {
    const newcomer = memberOf(6, 'kolab', ['caseworker'], [...people.rith.entry.teams]);
    const part = southPart({ members: [people.vanna.entry, people.rith.entry, newcomer.entry] });
    const next = follow(first, { parts: [part], signer: signerOf(people.vanna) });
    expect(succeed(firstVerified, next).members.map(({ handle }) => handle)).toContain('kolab');
    expect(next.file.parts[0]).toEqual(first.parts[0]);
  });

  test('takes a member over as they stand in the version before', () => {
    const members = firstVerified.members.filter(({ organisation }) => organisation === 'jasmine');
    const next = follow(first, { parts: [{ ...southPart(), members }], signer: signerOf(people.vanna) });
    expect(succeed(firstVerified, next).members).toEqual(firstVerified.members);
  });

  test('is refused when it skips, repeats or does not continue the version before', () => {
    const second = follow(first);
    const third = follow(second.file, { day: '2027-01-12' as Day });
    expect(refusalOf(() => succeed(firstVerified, third))).toBe('keyring_broken');
    expect(refusalOf(() => succeed(second.keyring, second))).toBe('keyring_rolled_back');
    expect(refusalOf(() => succeed(second.keyring, { file: first, keyring: firstVerified }))).toBe(
      'keyring_rolled_back',
    );
    const fork = follow(first, { day: '2027-01-11' as Day });
    expect(refusalOf(() => succeed(fork.keyring, third))).toBe('keyring_broken');
    expect(refusalOf(() => verifySuccession(firstVerified, second.keyring, fork.file))).toBe('keyring_broken');
  });

  test('is refused when dated before the version it follows, or under another root', () => {
    expect(refusalOf(() => succeed(firstVerified, follow(first, { day: '2026-11-01' as Day })))).toBe(
      'keyring_rolled_back',
    );
    const next = follow(first);
    expect(
      refusalOf(() => verifySuccession({ ...firstVerified, fingerprint: seedOf(1) }, next.keyring, next.file)),
    ).toBe('wrong_root');
  });

  test('cannot be signed by an administrator suspended in the version before', () => {
    const helper = memberOf(7, 'phally', ['administrator'], []);
    const members = [people.dara.entry, people.sokha.entry, people.bopha.entry, helper.entry];
    const start = makeTestKeyring([
      northPart({ members, signers: [signerOf(people.dara), signerOf(helper)] }),
      southPart(),
    ]);
    const withHelper = verifyKeyring(start, { today: TODAY }).keyring;
    const suspended = northPart({
      members: [people.dara.entry, people.sokha.entry, people.bopha.entry, { ...helper.entry, status: 'suspended' }],
    });
    const second = follow(start, { parts: [suspended] });
    succeed(withHelper, second);
    // The suspended one signs a version in which they are active again: good on its own, refused by what came before.
    const back: PartToSign = northPart({ members, signers: [signerOf(helper)] });
    const third = follow(second.file, { parts: [back], signer: signerOf(helper) });
    expect(refusalOf(() => succeed(second.keyring, third))).toBe('unknown_signer');
    // Nor the index alone, over a part in which another administrator takes them back.
    const early = follow(second.file, { parts: [northPart({ members })], signer: signerOf(helper) });
    expect(refusalOf(() => succeed(second.keyring, early))).toBe('unknown_signer');
    const signers: [Signer, ...Signer[]] = [signerOf(people.dara), signerOf(people.bopha)];
    succeed(second.keyring, follow(second.file, { parts: [northPart({ members, signers })] }));
    // Nor the part alone, under an index that another administrator signs.
    const smuggled = follow(second.file, { parts: [back], signer: signerOf(people.vanna) });
    expect(refusalOf(() => succeed(second.keyring, smuggled))).toBe('unknown_signer');
  });

  test('is no place for an earlier part, however well it was signed then', () => {
    const members = [people.dara.entry, { ...people.sokha.entry, status: 'suspended' as const }, people.bopha.entry];
    const both: [Signer, ...Signer[]] = [signerOf(people.dara), signerOf(people.bopha)];
    const back = northPart({ signers: both });
    // Sokha leaves, comes back by two hands, and leaves again.
    const second = follow(first, { parts: [northPart({ members })] });
    const third = follow(second.file, { parts: [back] });
    const fourth = follow(third.file, { parts: [northPart({ members })] });
    succeed(succeed(succeed(firstVerified, second), third), fourth);
    const old = (from: KeyringFile) => from.parts[0] as KeyringFile['index'];
    for (const part of [old(first), old(third.file)]) {
      const previous = { ...fourth.file, parts: [part, ...fourth.file.parts.slice(1)] };
      for (const signer of [people.dara, people.vanna]) {
        const again = follow(previous, { signer: signerOf(signer) });
        const chained = { ...again.keyring, previous: fourth.keyring.hash };
        expect(refusalOf(() => verifySuccession(fourth.keyring, chained, again.file))).toBe('keyring_rolled_back');
      }
    }
    // The same change, signed for this version by both, is good.
    succeed(fourth.keyring, follow(fourth.file, { parts: [back] }));
  });

  test('lets an organisation join by a newer list of the root', () => {
    const chenda = memberOf(8, 'chenda', ['administrator'], []);
    const rose: PartToSign = {
      organisation: 'rose' as OrganisationId,
      teams: [],
      members: [chenda.entry],
      signers: [signerOf(chenda)],
    };
    const named = { lotus: [people.dara], jasmine: [people.vanna], rose: [chenda] };
    const next = follow(first, { parts: [rose], authority: authority(2, named) });
    expect(succeed(firstVerified, next).organisations.map(({ id }) => id)).toEqual(['lotus', 'jasmine', 'rose']);
    expect(refusalOf(() => follow(first, { parts: [rose] }))).toBe('unknown_signer');
  });

  test('lets the root replace an organisation’s lost administrator, and nobody else', () => {
    const successor = memberOf(10, 'sreymom', ['administrator'], []);
    const part = southPart({
      members: [{ ...people.vanna.entry, status: 'suspended' }, people.rith.entry, successor.entry],
      signers: [signerOf(successor)],
    });
    const named = authority(2, { lotus: [people.dara], jasmine: [people.vanna, successor] });
    succeed(firstVerified, follow(first, { parts: [part], authority: named }));
    expect(refusalOf(() => follow(first, { parts: [part] }))).toBe('unknown_signer');
  });

  test('never goes back to an older list of the root', () => {
    const named = { lotus: [people.dara], jasmine: [people.vanna] };
    const second = follow(first, { authority: authority(2, named) });
    succeed(firstVerified, second);
    const back = follow(second.file, { authority: first.authority });
    expect(refusalOf(() => succeed(second.keyring, back))).toBe('keyring_rolled_back');
  });

  test('cannot drop an organisation without the root', () => {
    const dropped = { ...first, parts: first.parts.slice(0, 1) };
    expect(refusalOf(() => succeed(firstVerified, follow(dropped)))).toBe('keyring_broken');
    const next = renewKeyring({
      previous: first,
      day: LATER,
      signer: signerOf(people.dara),
      authority: authority(2, { lotus: [people.dara] }),
    });
    expect(refusalOf(() => verifyKeyring(next, { today: LATER }))).toBe('unknown_signer');
  });

  test('expires with the root’s list after two years, however often it was renewed', () => {
    let previous = first;
    for (const day of [
      '2027-02-10',
      '2027-05-01',
      '2027-07-20',
      '2027-10-10',
      '2028-01-01',
      '2028-03-20',
      '2028-06-10',
      '2028-09-01',
    ]) {
      previous = follow(previous, { day: day as Day }).file;
    }
    const { keyring, expired } = verifyKeyring(previous, { today: '2028-11-22' as Day });
    expect(keyring.expires).toBe('2028-11-21');
    expect(expired).toBe(true);
  });
});
