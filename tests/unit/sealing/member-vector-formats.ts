// What members sign and compare, as `vector-formats.ts` has the rest.
import type { KeyringFile } from '@romduol/shared/api/keyring';
import type { Day } from '@romduol/shared/ids';
import { compareBytes } from '@romduol/shared/sealing/bytes';
import { signCardUse, verifyCardUse } from '@romduol/shared/sealing/card-use';
import { signConfirmation, verifyConfirmation } from '@romduol/shared/sealing/confirmation';
import { identityFromSeed } from '@romduol/shared/sealing/identity';
import { invitationToken } from '@romduol/shared/sealing/invitation';
import { verifyKeyring } from '@romduol/shared/sealing/keyring';
import { renewKeyring } from '@romduol/shared/sealing/keyring-signing';
import { verifySuccession } from '@romduol/shared/sealing/keyring-succession';
import { memberFingerprint, memberWords } from '@romduol/shared/sealing/member-fingerprint';
import { openPasskeyName, sealPasskeyName } from '@romduol/shared/sealing/passkey-name';
import { quickUnlockInput, unwrapWithPasskey, wrapForPasskey } from '@romduol/shared/sealing/quick-unlock';
import { readRecoveryWords, recoveryWords, signRecovery, verifyRecovery } from '@romduol/shared/sealing/recovery';
import { makeTestKeyring, northPart, people, seedOf, signerOf, southPart, TODAY } from './fixtures.ts';
import { format } from './vector-format.ts';

const LATER = '2027-01-10' as Day;

export const MEMBER_FORMATS = {
  keyring: format({
    inputs: { today: TODAY },
    make(): KeyringFile[] {
      const first = makeTestKeyring();
      const second = renewKeyring({ previous: first, day: LATER, signer: signerOf(people.vanna) });
      const members = [people.vanna.entry];
      const signer = signerOf(people.vanna);
      return [first, second, renewKeyring({ previous: second, day: LATER, signer, parts: [southPart({ members })] })];
    },
    open(files, { today }) {
      const keyrings = files.map((file) => verifyKeyring(file, { today }).keyring);
      keyrings.forEach((keyring, at) => {
        const [before, file] = [keyrings[at - 1], files[at]];
        if (before && file) verifySuccession(before, keyring, file);
      });
      return keyrings.map(({ partHashes, administrators, recoveries, ...keyring }) => ({
        ...keyring,
        ...(recoveries.size > 0 && { recoveries: [...recoveries] }),
        partHashes: [...partHashes],
        administrators: [...administrators],
      }));
    },
  }),

  recovery_card: format({
    inputs: { today: TODAY, seed: seedOf(54), hash: seedOf(55) },
    make({ seed, hash }) {
      const { kem, signing } = identityFromSeed(seed);
      const recovery = { kemKey: kem.publicKey, signing: signing.publicKey };
      return {
        file: makeTestKeyring([northPart({ recovery }), southPart()]),
        words: recoveryWords(seed),
        use: signCardUse({ hash }, signing),
      };
    },
    open({ file, words, use }, { today, seed, hash }) {
      const { keyring } = verifyKeyring(file, { today });
      const [card] = keyring.recoveries.values();
      if (card === undefined) throw new Error('no card');
      verifyCardUse({ hash }, use, card.signing);
      return {
        recoveries: [...keyring.recoveries],
        hash: keyring.hash,
        same: compareBytes(readRecoveryWords(words.join(' ')), seed),
      };
    },
  }),

  invitation: format({
    inputs: { code: 'abacus-zoom-felt-tip-Lantern.yodel' },
    make: ({ code }) => ({ token: invitationToken(code) }),
    open: ({ token }) => token,
  }),

  member_fingerprint: format({
    inputs: { seed: seedOf(51) },
    make: ({ seed }) => {
      const { kem, signing } = identityFromSeed(seed);
      return { kemKey: kem.publicKey, signingKey: signing.publicKey };
    },
    open: (keys) => ({
      fingerprint: memberFingerprint(people.sokha.id, keys),
      words: memberWords(people.sokha.id, keys),
    }),
  }),

  confirmation: format({
    inputs: { seed: seedOf(52), version: 7, hash: seedOf(53) },
    make({ seed, version, hash }) {
      const { signing } = identityFromSeed(seed);
      return { signature: signConfirmation({ member: people.sokha.id, version, hash }, signing) };
    },
    open({ signature }, { seed, version, hash }) {
      const { signing } = identityFromSeed(seed);
      verifyConfirmation({ member: people.sokha.id, version, hash }, signature, signing.publicKey);
      return 'verified';
    },
  }),

  quick_unlock: format({
    inputs: { output: seedOf(61), seed: seedOf(62), credentialId: 'AbCd-_09', epoch: 3 },
    make({ output, seed, credentialId, epoch }) {
      const wrap = wrapForPasskey(output, seed, { memberId: people.sokha.id, epoch, credentialId });
      return { input: quickUnlockInput(), wrap };
    },
    open: ({ wrap }, { output, credentialId, epoch }) =>
      unwrapWithPasskey(output, wrap, { memberId: people.sokha.id, epoch, credentialId }),
  }),

  passkey_name: format({
    inputs: { vaultKey: seedOf(63), credentialId: 'AbCd-_09', name: 'ទូរស័ព្ទខ្ញុំ' },
    make: ({ name, ...owner }) => ({ name: sealPasskeyName({ ...owner, memberId: people.sokha.id }, name) }),
    open: ({ name }, owner) => openPasskeyName({ ...owner, memberId: people.sokha.id }, name),
  }),

  recovery: format({
    inputs: { seed: seedOf(54), challenge: seedOf(55), handle: 'sokha' },
    make({ seed, challenge, handle }) {
      const { signing } = identityFromSeed(seed);
      return { words: recoveryWords(seed).join(' '), signature: signRecovery(handle, challenge, signing) };
    },
    open({ words, signature }, { challenge, handle }) {
      const seed = readRecoveryWords(words);
      verifyRecovery(handle, challenge, signature, identityFromSeed(seed).signing.publicKey);
      return seed;
    },
  }),
};
