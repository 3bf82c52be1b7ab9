import type { SignInStep } from '@romduol/shared/api/second-factor';
import type { Day, MemberId } from '@romduol/shared/ids';
import type { Member } from '@romduol/shared/sealing/keyring';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Sessions } from '../accounts/sessions.ts';
import { type StoredAccount, deleteMemberSessions, findAccount } from '../accounts/store.ts';
import { recordAct } from '../audit/store.ts';
import type { Database } from '../database/database.ts';
import type { KeyringReader } from '../keyring/current.ts';
import type { Clock } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import type { Secret } from '../secret.ts';
import { type Stage, endStepsOf, findTotp, insertStep, listPasskeys } from './store.ts';

/** How long a sign-in may rest between two proofs, ms. */
const PATIENCE = 5 * 60_000;

export type SignInDeps = {
  readonly db: Database;
  readonly secret: Secret;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly keyrings: KeyringReader;
  /** Whether supervisors, publishers and administrators must have a second factor; everybody may. */
  readonly factorRequired: boolean;
  /** Origins of this deployment: a passkey answers to the one that it was made at. */
  readonly origins: () => readonly string[];
};

type Call = { readonly today: Day; setCookie(cookie: string): void };

/** Whose account opens so much that a passphrase alone shall not open it. */
export const needsFactor = ({ roles, publisher }: Pick<Member, 'roles' | 'publisher'>): boolean =>
  publisher || roles.includes('supervisor') || roles.includes('administrator');

/** The member as the keyring in force has them; null unless they are active and nobody has shut them out. */
export async function activeMember(deps: SignInDeps, account: StoredAccount | null): Promise<Member | null> {
  if (account === null || account.withheld) return null;
  const member = (await deps.keyrings.current())?.members.get(account.memberId);
  return member?.status === 'active' ? member : null;
}

/** A ticket for the next step of a sign-in; earlier ones of the member stay, each with its own five minutes. */
export async function issueTicket(
  tx: Database,
  { secret, clock }: Pick<SignInDeps, 'secret' | 'clock'>,
  step: { readonly memberId: MemberId; readonly stage: Stage; readonly recovering: boolean },
): Promise<{ ticket: Uint8Array; challenge: Uint8Array }> {
  const ticket = sodium().randomBytes(32);
  const challenge = sodium().randomBytes(32);
  await insertStep(tx, { ...step, challenge, hash: secret.ticketHash(ticket), expiresAt: clock() + PATIENCE });
  return { ticket, challenge };
}

/** After the passphrase, or the key of a recovery card, was proven. */
export async function afterFirstProof(
  deps: SignInDeps,
  tx: Database,
  who: { readonly member: Member; readonly recovering: boolean },
  call: Call,
): Promise<SignInStep> {
  const { member, recovering } = who;
  const totp = (await findTotp(tx, member.id)) !== null;
  const credentials = (await listPasskeys(tx, member.id)).map(({ credentialId }) => credentialId);
  const has = totp || credentials.length > 0;
  const stage = has ? 'factor' : deps.factorRequired && needsFactor(member) ? 'enrol' : null;
  if (stage === null) return afterFactor(deps, tx, { memberId: member.id, recovering }, call);
  const { ticket, challenge } = await issueTicket(tx, deps, { memberId: member.id, stage, recovering });
  if (stage === 'enrol') return { step: 'enrol', ticket };
  return { step: 'factor', ticket, totp, passkey: credentials.length > 0 ? { challenge, credentials } : null };
}

/** After everything asked for was proven, by a member whom `activeMember` has just found: a session, or the new wrap that ends a recovery. */
export async function afterFactor(
  deps: SignInDeps,
  tx: Database,
  who: { readonly memberId: MemberId; readonly recovering: boolean },
  call: Call,
): Promise<SignInStep> {
  const account = await findAccount(tx, { id: who.memberId });
  // Shut out, perhaps, since the first proof.
  if (account === null || account.withheld) throw new Refusal('credentials_refused');
  if (who.recovering) {
    const { ticket } = await issueTicket(tx, deps, { memberId: account.memberId, stage: 'rewrap', recovering: true });
    return { step: 'rewrap', ticket, memberId: account.memberId, epoch: account.identity.epoch };
  }
  return openSession(deps, tx, account, call);
}

/** A new session; what else was under way of this sign-in ends. */
async function openSession(
  deps: SignInDeps,
  tx: Database,
  { memberId, handle, parameters, identity, quickUnlock }: StoredAccount,
  call: Call,
): Promise<SignInStep> {
  await endStepsOf(tx, memberId);
  call.setCookie(await deps.sessions.start(tx, memberId));
  await recordAct(tx, { act: 'signed_in', member: memberId, day: call.today });
  return { step: 'open', account: { memberId, handle, parameters, identity, quickUnlock } };
}

/** A new session for a member at work, in the place of all that they have: something about their way in has changed. */
export async function renewSession(deps: SignInDeps, tx: Database, memberId: MemberId, call: Call): Promise<void> {
  await deleteMemberSessions(tx, [memberId]);
  const account = await findAccount(tx, { id: memberId });
  if (account === null) throw new Refusal('not_found');
  await openSession(deps, tx, account, call);
}
