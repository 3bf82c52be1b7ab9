import type { KeyringFile } from '@romduol/shared/api/keyring';
import { verifyKeyring } from '@romduol/shared/sealing/keyring';
import { renewKeyring, type PartToSign, type Signer } from '@romduol/shared/sealing/keyring-signing';
import { signParts } from '@romduol/shared/sealing/signature';
import { describe, expect, test } from 'vitest';
import { makeTestKeyring, memberOf, northPart, people, refusalOf, signerOf, southPart, TODAY } from './fixtures.ts';

const file = makeTestKeyring();
const verify = (changed: KeyringFile) => verifyKeyring(changed, { today: TODAY });

describe('who may sign a keyring', () => {
  test('not an administrator of another organisation, for a part, even one that names them', () => {
    const outsider = southPart({ signers: [signerOf(people.dara)] });
    expect(refusalOf(() => verify(makeTestKeyring([northPart(), outsider])))).toBe('unknown_signer');

    const helper = memberOf(7, 'phally', ['administrator'], []);
    const staff = [people.sokha.entry, people.bopha.entry, helper.entry];
    const lotus = northPart({
      members: [people.dara.entry, ...staff],
      signers: [signerOf(helper), signerOf(people.dara)],
    });
    const without = northPart({ members: staff, signers: [signerOf(helper)] });
    const taken = southPart({
      members: [people.vanna.entry, people.rith.entry, people.dara.entry],
      signers: [signerOf(people.dara)],
    });
    const previous = makeTestKeyring([lotus, southPart()]);
    const next = (...parts: PartToSign[]) => renewKeyring({ previous, day: TODAY, signer: signerOf(helper), parts });
    expect(verify(next(without)).keyring.members).toHaveLength(5);
    expect(refusalOf(() => verify(next(without, taken)))).toBe('unknown_signer');
  });

  test('not a caseworker, though the part names them', () => {
    const by = northPart({ signers: [signerOf(people.sokha)] });
    expect(refusalOf(() => verify(makeTestKeyring([by, southPart()])))).toBe('unknown_signer');
  });

  test('not an administrator whom the root did not name', () => {
    const late = memberOf(9, 'chan', ['administrator'], []);
    expect(refusalOf(() => verify(renewKeyring({ previous: file, day: TODAY, signer: signerOf(late) })))).toBe(
      'unknown_signer',
    );
    const suspended = northPart({
      members: [{ ...people.dara.entry, status: 'suspended' }, people.sokha.entry, people.bopha.entry],
    });
    expect(refusalOf(() => verify(makeTestKeyring([suspended, southPart()])))).toBe('unknown_signer');
  });

  test('not an administrator whom this very version suspends or makes something else, not even for the index', () => {
    const helper = memberOf(7, 'phally', ['administrator'], []);
    const members = [people.dara.entry, people.sokha.entry, people.bopha.entry, helper.entry];
    const signers: [Signer, ...Signer[]] = [signerOf(people.dara), signerOf(helper)];
    const both = makeTestKeyring([northPart({ members, signers }), southPart()]);
    const next = (signer: typeof helper, change: Partial<typeof helper.entry>) => {
      const part = northPart({ members: [...members.slice(0, 3), { ...helper.entry, ...change }] });
      return renewKeyring({ previous: both, day: TODAY, signer: signerOf(signer), parts: [part] });
    };
    expect(verify(next(helper, {})).keyring.version).toBe(2);
    expect(verify(next(people.dara, { status: 'suspended' })).keyring.version).toBe(2);
    expect(refusalOf(() => verify(next(helper, { status: 'suspended' })))).toBe('unknown_signer');
    expect(refusalOf(() => verify(next(helper, { roles: ['supervisor'] })))).toBe('unknown_signer');
  });

  test('also a second time: an active supervisor or administrator beside the proposer', () => {
    const withSecond = northPart({ signers: [signerOf(people.dara)] });
    const once = makeTestKeyring([withSecond, southPart()]);
    const part = once.parts[0] as KeyringFile['index'];
    const second = (who: typeof people.bopha) => ({
      member: who.id,
      signature: signParts('part', [part.bytes], who.identity.signing.secretKey),
    });
    const signedBy = (...more: KeyringFile['index']['signatures']): KeyringFile => ({
      ...once,
      parts: once.parts.with(0, { ...part, signatures: [...part.signatures, ...more] }),
    });
    const verified = verify(signedBy(second(people.bopha)));
    expect(verified.keyring.hash).toEqual(verify(once).keyring.hash);
    expect(refusalOf(() => verify(signedBy(second(people.sokha))))).toBe('unknown_signer');
    expect(refusalOf(() => verify(signedBy({ ...second(people.bopha), signature: new Uint8Array(64) })))).toBe(
      'bad_signature',
    );
    expect(refusalOf(() => verify({ ...once, parts: once.parts.with(0, { ...part, signatures: [] }) }))).toBe(
      'unknown_signer',
    );
  });
});
