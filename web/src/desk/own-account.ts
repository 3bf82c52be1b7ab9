import { readOwnAccount } from '@romduol/shared/api/accounts';
import { changePassphrase as changeOperation, offerTotp, startEnrolment } from '@romduol/shared/api/second-factor';
import { authKey, deriveRoot, unwrapIdentity } from '@romduol/shared/sealing/identity';
import { recoveryWords } from '@romduol/shared/sealing/recovery';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { Caller } from './caller.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { wrapUnder } from './new-account.ts';
import { encodeBase32 } from './base32.ts';
import { NOTHING, type WaitingSignIn } from './sign-in.ts';
import type { FactorOffer } from './factor-views.ts';

/** Proves on this device that whoever asks knows the passphrase; nothing is sent. Throws `wrong_passphrase`. */
export async function provePassphrase(desk: Desk, passphrase: string): Promise<Uint8Array> {
  const { memberId, parameters, identity } = await desk.call(readOwnAccount);
  const root = deriveRoot(passphrase, parameters);
  try {
    unwrapIdentity(root, identity.wrapped, { memberId, epoch: identity.epoch, parameters });
  } catch (error) {
    throw error instanceof SealingError && error.code === 'damaged' ? new DeskRefusal('wrong_passphrase') : error;
  }
  return root;
}

/** Wraps the same identity under another passphrase. The member's other sessions end. */
export async function changePassphrase(desk: Desk, old: string, passphrase: string): Promise<void> {
  const root = await provePassphrase(desk, old);
  const { identity } = await desk.call(readOwnAccount);
  const { sent } = wrapUnder(passphrase, desk.identity.seed, desk.member.id, identity.epoch);
  await desk.call(changeOperation, { body: { oldAuth: authKey(root), ...sent } });
}

/** The 24 words that are this member. Asked for with the passphrase: an open console must not give them to a passer-by. */
export async function readRecoveryCard(desk: Desk, passphrase: string): Promise<string[]> {
  await provePassphrase(desk, passphrase);
  return recoveryWords(desk.identity.seed);
}

/** A ticket to set a second proof up, for a member at work. Throws `wrong_passphrase`. */
export async function beginEnrolment(desk: Desk, passphrase: string): Promise<WaitingSignIn> {
  const root = await provePassphrase(desk, passphrase);
  const { ticket } = await desk.call(startEnrolment, { body: { auth: authKey(root) } });
  const { call, clock, keyrings, pinnedRoot } = desk;
  const way = { call, clock, keyrings, handle: desk.member.handle, ...(pinnedRoot !== undefined && { pinnedRoot }) };
  return { way, waitsFor: 'enrol', ticket, proof: { root }, has: NOTHING };
}

/** Begins to set up a code generator, for a member at work. The first code goes to `giveCode`, and gives a new session. */
export async function beginFactor(
  desk: Desk,
  passphrase: string,
): Promise<{ waiting: WaitingSignIn; offer: FactorOffer }> {
  const waiting = await beginEnrolment(desk, passphrase);
  return { waiting, offer: await offerFactor(desk.call, waiting.ticket) };
}

/** The secret of a code generator, as a QR code holds it and as one types it. */
export async function offerFactor(call: Caller, ticket: Uint8Array): Promise<FactorOffer> {
  const { secret, handle } = await call(offerTotp, { body: { ticket } });
  const typed = encodeBase32(secret);
  const uri = `otpauth://totp/Romduol:${encodeURIComponent(handle)}?secret=${typed}&issuer=Romduol&algorithm=SHA1&digits=6&period=30`;
  return { secret: typed, uri };
}
