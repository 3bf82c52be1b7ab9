import { type Account, readOwnAccount } from '@romduol/shared/api/accounts';
import {
  type NewPasskey,
  type PasskeyOffer,
  type PasskeyProof,
  namePasskey as nameOperation,
  readFactors,
  removeFactor as removeOperation,
  storeQuickWrap,
} from '@romduol/shared/api/passkeys';
import { answerPasskey, confirmPasskey, offerPasskey as offerOperation } from '@romduol/shared/api/second-factor';
import type { Answer } from '@romduol/shared/api/contract';
import type { z } from '@romduol/shared/schema';
import { SealingError } from '@romduol/shared/sealing/errors';
import { authKey } from '@romduol/shared/sealing/identity';
import { openPasskeyName, sealPasskeyName } from '@romduol/shared/sealing/passkey-name';
import { quickUnlockInput, unwrapWithPasskey, wrapForPasskey } from '@romduol/shared/sealing/quick-unlock';
import { type Desk, DeskRefusal } from './desk.ts';
import { beginEnrolment, provePassphrase } from './own-account.ts';
import { type OpenDesk, type WaitingSignIn, goOn, openDesk } from './sign-in.ts';
import type { FactorsView, QuickOffer } from './factor-views.ts';

/** A passkey for a sign-in that waits for one to be set up, or for a member at work. */
export async function offerPasskey({ way, ticket }: WaitingSignIn): Promise<PasskeyOffer> {
  return way.call(offerOperation, { body: { ticket } });
}

/** Goes on with a passkey that was just made. Throws `passkey_refused`, `ticket_void`, `already_exists`. */
export async function giveNewPasskey(waiting: WaitingSignIn, made: NewPasskey): Promise<Desk | WaitingSignIn> {
  const { way, ticket, proof } = waiting;
  return goOn(way, await way.call(confirmPasskey, { body: { ticket, made } }), proof);
}

/** Goes on with a passkey's signature. Throws `passkey_refused`, `ticket_void`. */
export async function givePasskey(waiting: WaitingSignIn, signed: PasskeyProof): Promise<Desk | WaitingSignIn> {
  const { way, ticket, proof } = waiting;
  return goOn(way, await way.call(answerPasskey, { body: { ticket, proof: signed } }), proof);
}

/** For a member at work who wants a passkey more. Throws `wrong_passphrase`. */
export async function beginPasskey(
  desk: Desk,
  passphrase: string,
): Promise<{ readonly waiting: WaitingSignIn; readonly offer: PasskeyOffer }> {
  const waiting = await beginEnrolment(desk, passphrase);
  return { waiting, offer: await offerPasskey(waiting) };
}

type Own = Answer<typeof readFactors>['passkeys'][number];

const ownerOf = (desk: Desk, { credentialId }: Pick<Own, 'credentialId'>) => ({
  vaultKey: desk.identity.vaultKey,
  memberId: desk.member.id,
  credentialId,
});

/** A name that does not open is shown as none: it protects nothing. */
function nameOf(desk: Desk, passkey: Own): string | null {
  try {
    return passkey.name === null ? null : openPasskeyName(ownerOf(desk, passkey), passkey.name);
  } catch (error) {
    if (error instanceof SealingError) return null;
    throw error;
  }
}

/** The member's second proofs, as their account's screen shows them. */
export async function readOwnFactors(desk: Desk): Promise<FactorsView> {
  const { totp, required, passkeys } = await desk.call(readFactors);
  return {
    totp,
    required,
    passkeys: passkeys.map((one) => ({
      id: one.id,
      credentialId: one.credentialId,
      day: one.day,
      name: nameOf(desk, one),
      quick: one.quick !== null,
    })),
  };
}

async function findOwn(desk: Desk, id: string): Promise<Own> {
  const own = (await desk.call(readFactors)).passkeys.find((one) => one.id === id);
  if (own === undefined) throw new DeskRefusal('passkey_gone');
  return own;
}

/** Sealed under the vault key: the server does not learn what a member's devices are called. */
export async function namePasskey(desk: Desk, id: string, name: string): Promise<void> {
  const own = await findOwn(desk, id);
  await desk.call(nameOperation, { params: { id }, body: { name: sealPasskeyName(ownerOf(desk, own), name) } });
}

/** Takes a passkey or the code generator away. Throws `wrong_passphrase`, `last_factor`. */
export async function removeFactor(desk: Desk, factor: string, passphrase: string): Promise<void> {
  const root = await provePassphrase(desk, passphrase);
  await desk.call(removeOperation, { body: { auth: authKey(root), factor } });
  desk.quickUnlock = (await readOwnFactors(desk)).passkeys.some(({ quick }) => quick);
}

/** Lets a passkey unlock this member's desk: `output` is what it worked out of the constant input, 32 bytes. */
export async function setQuickUnlock(desk: Desk, id: string, output: Uint8Array): Promise<void> {
  const { credentialId } = await findOwn(desk, id);
  const { identity } = await desk.call(readOwnAccount);
  const binding = { memberId: desk.member.id, epoch: identity.epoch, credentialId };
  const quick = wrapForPasskey(output, desk.identity.seed, binding);
  output.fill(0);
  await desk.call(storeQuickWrap, { params: { id }, body: { quick } });
  desk.quickUnlock = true;
}

export async function endQuickUnlock(desk: Desk, id: string): Promise<void> {
  await desk.call(storeQuickWrap, { params: { id }, body: { quick: null } });
  desk.quickUnlock = (await readOwnFactors(desk)).passkeys.some(({ quick }) => quick);
}

/** What the browser is to ask for before a locked desk opens by a passkey. While the session lives. */
export async function offerQuickUnlock(way: OpenDesk): Promise<QuickOffer> {
  const { passkeys } = await way.call(readFactors);
  const credentials = passkeys.filter(({ quick }) => quick !== null).map(({ credentialId }) => credentialId);
  if (credentials.length === 0) throw new DeskRefusal('passkey_gone');
  return { credentials, input: quickUnlockInput() };
}

/**
 * Opens the desk again by what a passkey worked out, 32 bytes. Nothing is sent: the wrap opens here or it does not. Throws
 * `passkey_gone` for a passkey that holds no wrap, `damaged`.
 */
export async function unlockByPasskey(way: OpenDesk, credentialId: string, output: Uint8Array): Promise<Desk> {
  const { passkeys } = await way.call(readFactors);
  const wrap = passkeys.find((one) => one.credentialId === credentialId)?.quick ?? null;
  if (wrap === null) throw new DeskRefusal('passkey_gone');
  const account: z.output<typeof Account> = await way.call(readOwnAccount);
  const { memberId, identity } = account;
  const seed = unwrapWithPasskey(output, wrap, { memberId, epoch: identity.epoch, credentialId });
  output.fill(0);
  return openDesk(way, account, seed);
}
