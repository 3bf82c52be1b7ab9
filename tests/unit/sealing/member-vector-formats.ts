// What members sign and compare, as `vector-formats.ts` has the rest.
import { signConfirmation, verifyConfirmation } from '@romduol/shared/sealing/confirmation';
import { identityFromSeed } from '@romduol/shared/sealing/identity';
import { invitationToken } from '@romduol/shared/sealing/invitation';
import { memberFingerprint, memberWords } from '@romduol/shared/sealing/member-fingerprint';
import { readRecoveryWords, recoveryWords, signRecovery, verifyRecovery } from '@romduol/shared/sealing/recovery';
import { people, seedOf } from './fixtures.ts';
import { format } from './vector-format.ts';

export const MEMBER_FORMATS = {
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
