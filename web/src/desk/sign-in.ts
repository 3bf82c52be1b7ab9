import { readOwnAccount, readParameters, signOut as signOutOperation } from '@romduol/shared/api/accounts';
import type { Account, DerivationParameters } from '@romduol/shared/api/accounts';
import type { PasskeyAsk } from '@romduol/shared/api/passkeys';
import {
  answerFactor,
  confirmTotp,
  proveRecovery,
  rewrapIdentity,
  type SignInStep,
  signIn as signInOperation,
  startRecovery,
} from '@romduol/shared/api/second-factor';
import {
  authKey,
  deriveRoot,
  identityFromSeed,
  newDerivationParameters,
  unwrapIdentity,
} from '@romduol/shared/sealing/identity';
import { SealingError } from '@romduol/shared/sealing/errors';
import { type Keyring, kemHash } from '@romduol/shared/sealing/keyring';
import { readRecoveryWords, signRecovery } from '@romduol/shared/sealing/recovery';
import { sodium } from '@romduol/shared/sealing/sodium';
import { USUAL_SETTINGS } from '@romduol/shared/site/organisation-settings';
import type { z } from '@romduol/shared/schema';
import type { Caller } from './caller.ts';
import { askConfirmed, readConfirmed } from './confirm.ts';
import { type Clock, type Desk, DeskRefusal } from './desk.ts';
import { followKeyrings, type Keyrings } from './keyring.ts';
import { wrapUnderRoot } from './new-account.ts';

/** The root that a passphrase gives, worked out wherever there is room for it; throws as `deriveRoot` does. */
export type DeriveRoot = (passphrase: string, parameters: DerivationParameters) => Promise<Uint8Array>;

export type OpenDesk = {
  readonly call: Caller;
  /** Left out: it is worked out here. */
  readonly deriveRoot?: DeriveRoot;
  readonly clock: Clock;
  readonly handle: string;
  /** Pinned root public key, when the deployment's build carries one. */
  readonly pinnedRoot?: Uint8Array;
  /** Versions of the keyring that an earlier desk of this member has followed; only later ones are fetched. */
  readonly keyrings?: Keyrings;
};

/**
 * What this device has in hand: what a passphrase gave, or the seed of a recovery card and what the passphrase to come has given
 * with these parameters. Nothing that somebody typed: a sign-in may wait for minutes.
 */
type Proof =
  | { readonly root: Uint8Array }
  | {
      readonly seed: Uint8Array;
      readonly next: { readonly root: Uint8Array; readonly parameters: DerivationParameters };
    };

/** A sign-in that waits for a second proof; `enrol`: for one that has yet to be set up. */
export type WaitingSignIn = {
  readonly way: OpenDesk;
  readonly waitsFor: 'factor' | 'enrol';
  readonly ticket: Uint8Array;
  readonly proof: Proof;
  /** What the member has enrolled, for `factor`. */
  readonly has: { readonly totp: boolean; readonly passkey: PasskeyAsk | null };
};

/** Nothing enrolled yet. */
export const NOTHING = { totp: false, passkey: null } as const;

const isDesk = (entered: Desk | WaitingSignIn): entered is Desk => 'identity' in entered;

/**
 * Signs in with a passphrase. Takes as long as Argon2id over 128 MiB takes. Throws `SealingError` `weak_parameters` when
 * the server offers parameters that would make guessing cheap, `ApiRefusal` `credentials_refused` when it does not know us.
 */
export async function signIn({
  passphrase,
  ...way
}: OpenDesk & { readonly passphrase: string }): Promise<Desk | WaitingSignIn> {
  const parameters = await way.call(readParameters, { body: { handle: way.handle } });
  return enter(way, await rootOf(way, passphrase, parameters));
}

const rootOf = (
  { deriveRoot: derive }: OpenDesk,
  passphrase: string,
  parameters: DerivationParameters,
): Uint8Array | Promise<Uint8Array> => derive?.(passphrase, parameters) ?? deriveRoot(passphrase, parameters);

/** The same with the root key already derived, for whoever has just made the account. Throws `factor_needed`. */
export async function signInWithRoot({ root, ...way }: OpenDesk & { readonly root: Uint8Array }): Promise<Desk> {
  const entered = await enter(way, root);
  if (isDesk(entered)) return entered;
  throw new DeskRefusal('factor_needed');
}

async function enter(way: OpenDesk, root: Uint8Array): Promise<Desk | WaitingSignIn> {
  const step = await way.call(signInOperation, { body: { handle: way.handle, auth: authKey(root) } });
  return goOn(way, step, { root });
}

/** Opens the desk again while the session still lives: only the passphrase is asked for, nothing is sent of it. */
export async function unlock({ passphrase, ...way }: OpenDesk & { readonly passphrase: string }): Promise<Desk> {
  const keyrings: Keyrings = way.keyrings ?? new Map();
  // While Argon2id is at work. What is wrong with them is said when the desk opens.
  const ahead = { newest: followKeyrings(way.call, keyrings, way.pinnedRoot), confirmed: askConfirmed(way.call) };
  for (const asked of Object.values(ahead)) asked.catch(() => undefined);
  const account = await way.call(readOwnAccount);
  return openDesk(
    { ...way, keyrings },
    account,
    openWrap(account, await rootOf(way, passphrase, account.parameters)),
    ahead,
  );
}

/** What was asked for before the identity was there: the newest of `way.keyrings`, and what the member has confirmed. */
type AskedAhead = { readonly newest: Promise<Keyring>; readonly confirmed: ReturnType<typeof askConfirmed> };

/** Goes on with the six digits of a code generator. Throws `factor_refused`, `ticket_void`. */
export async function giveCode(waiting: WaitingSignIn, code: string): Promise<Desk | WaitingSignIn> {
  const { way, ticket, proof, waitsFor } = waiting;
  const operation = waitsFor === 'factor' ? answerFactor : confirmTotp;
  return goOn(way, await way.call(operation, { body: { ticket, code } }), proof);
}

/**
 * Signs in with the 24 words of a recovery card, and puts a new passphrase in the place of the one forgotten. The words do
 * not leave this device. Throws `bad_recovery_words`; `credentials_refused` for another member's card.
 */
export async function recover({
  words,
  passphrase,
  ...way
}: OpenDesk & { readonly words: string; readonly passphrase: string }): Promise<Desk | WaitingSignIn> {
  const { handle } = way;
  const seed = readRecoveryWords(words);
  const { ticket, challenge } = await way.call(startRecovery, { body: { handle } });
  const signature = signRecovery(handle, challenge, identityFromSeed(seed).signing);
  const step = await way.call(proveRecovery, { body: { ticket, signature } });
  const parameters = newDerivationParameters();
  return goOn(way, step, { seed, next: { root: await rootOf(way, passphrase, parameters), parameters } });
}

export async function signOut(desk: Desk): Promise<void> {
  await desk.call(signOutOperation);
}

/** Where the server's answer leads: to work, or to the next proof. */
export async function goOn(way: OpenDesk, step: SignInStep, proof: Proof): Promise<Desk | WaitingSignIn> {
  switch (step.step) {
    case 'factor': {
      const { ticket, totp, passkey } = step;
      return { way, waitsFor: 'factor', ticket, proof, has: { totp, passkey } };
    }
    case 'enrol':
      return { way, waitsFor: 'enrol', ticket: step.ticket, proof, has: NOTHING };
    case 'rewrap': {
      // Only a recovery is asked for a new wrap; a server that asks else would be told what it may not know.
      if (!('seed' in proof)) throw new SealingError('malformed');
      const sent = wrapUnderRoot(proof.next, proof.seed, step.memberId, step.epoch);
      const rewrapped = await way.call(rewrapIdentity, { body: { ticket: step.ticket, ...sent } });
      return goOn(way, rewrapped, { root: proof.next.root });
    }
    case 'open':
      if (!('root' in proof)) throw new SealingError('malformed');
      return openDesk(way, step.account, openWrap(step.account, proof.root));
  }
}

function openWrap({ memberId, identity, parameters }: z.output<typeof Account>, root: Uint8Array): Uint8Array {
  return unwrapIdentity(root, identity.wrapped, { memberId, epoch: identity.epoch, parameters });
}

/** Puts a member to work whose seed was unwrapped. Throws where the keyring does not vouch for these very keys. */
export async function openDesk(
  way: OpenDesk,
  account: z.output<typeof Account>,
  seed: Uint8Array,
  ahead?: AskedAhead,
): Promise<Desk> {
  const identity = identityFromSeed(seed);
  const keyrings: Keyrings = way.keyrings ?? new Map();
  const keyring = await (ahead?.newest ?? followKeyrings(way.call, keyrings, way.pinnedRoot));
  const member = keyring.members.find((m) => m.id === account.memberId);
  if (member === undefined) throw new DeskRefusal('not_a_member');
  if (member.status !== 'active') throw new DeskRefusal('suspended');
  // The keyring vouches for these keys to everybody else; were they others, we would write what nobody believes.
  const ours =
    sodium().equal(member.signing, identity.signing.publicKey) &&
    sodium().equal(member.kemHash, kemHash(identity.kem.publicKey));
  if (!ours) throw new SealingError('keys_differ');
  const organisation = keyring.organisations.find((o) => o.id === member.organisation);
  if (organisation === undefined) throw new DeskRefusal('not_a_member');
  const { call, clock } = way;
  return {
    call,
    clock,
    ...(way.pinnedRoot !== undefined && { pinnedRoot: way.pinnedRoot }),
    member,
    organisation,
    identity,
    keyring,
    confirmed: await readConfirmed(ahead?.confirmed ?? askConfirmed(call), { member, identity, keyring, keyrings }),
    keyrings,
    caseKeys: new Map(),
    seen: new Map(),
    listed: new Map(),
    summaries: new Map(),
    logs: new Map(),
    grantedKeys: new Map(),
    memberKeys: new Map(),
    quickUnlock: account.quickUnlock,
    settings: USUAL_SETTINGS,
  };
}
