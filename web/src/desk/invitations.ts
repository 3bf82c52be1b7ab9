import {
  type InvitationPlan,
  answerInvitation as answerOperation,
  createInvitation,
  listInvitations,
  readInvitation as readOperation,
  withdrawInvitation as withdrawOperation,
} from '@romduol/shared/api/invitations';
import type { Answer } from '@romduol/shared/api/contract';
import { readKeyring } from '@romduol/shared/api/keyring';
import { dayAt } from '@romduol/shared/language/dates';
import { SealingError } from '@romduol/shared/sealing/errors';
import { fingerprintWords } from '@romduol/shared/sealing/fingerprint-words';
import { generateInvitationCode, invitationToken } from '@romduol/shared/sealing/invitation';
import { kemHash, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { parsePart } from '@romduol/shared/sealing/keyring-parse';
import { type MemberToSign, signFirstPart } from '@romduol/shared/sealing/keyring-signing';
import { memberWords } from '@romduol/shared/sealing/member-fingerprint';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Caller } from './caller.ts';
import { type Clock, type Desk, DeskRefusal } from './desk.ts';
import { type Joining, type Outcome, signKeyring } from './keyring-work.ts';
import { makeAccount } from './new-account.ts';
import type { AnsweredView, InvitationView, InvitedView } from './views.ts';

type Listed = Answer<typeof listInvitations>['invitations'][number];

/** Invites somebody; answers the code, which this device shows once and the server never sees. */
export async function invite(desk: Desk, plan: InvitationPlan): Promise<string> {
  const code = generateInvitationCode();
  await desk.call(createInvitation, { body: { id: crypto.randomUUID(), token: tokenOf(code), plan } });
  return code;
}

/** Open invitations, those that were answered with the words of the keys that came in. */
export async function readInvitations(desk: Desk): Promise<InvitationView[]> {
  const { invitations } = await desk.call(listInvitations);
  return invitations.map(({ id, plan, expires, answer }) => ({
    id,
    plan,
    expires,
    words: answer === null ? null : memberWords(answer.memberId, { kemKey: answer.key, signingKey: answer.signing }),
    needsRoot: plan.organisation !== null || plan.roles.includes('administrator'),
  }));
}

export async function withdrawInvitation(desk: Desk, id: string): Promise<void> {
  await desk.call(withdrawOperation, { params: { id } });
}

/**
 * Signs somebody into the keyring who answered an invitation, under exactly the keys whose words were compared. Throws
 * `keys_differ` when the server now hands out others; else as `signKeyring`.
 */
export async function admit(
  desk: Desk,
  admission: { readonly id: string; readonly words: readonly string[]; readonly rootSeed?: Uint8Array },
): Promise<Outcome> {
  const { invitations } = await desk.call(listInvitations);
  const found = invitations.find(({ id }) => id === admission.id);
  if (found?.answer == null) throw new DeskRefusal('not_permitted', 'not_answered');
  const { memberId, key, signing } = found.answer;
  const words = memberWords(memberId, { kemKey: key, signingKey: signing });
  if (words.join(' ') !== admission.words.join(' ')) throw new SealingError('keys_differ');
  const rootSeed = admission.rootSeed === undefined ? {} : { rootSeed: admission.rootSeed };
  if (found.plan.organisation !== null) return signKeyring(desk, { joining: joiningOf(found), ...rootSeed });
  const { handle, roles, publisher, teams } = found.plan;
  const member: MemberToSign = {
    id: memberId,
    handle,
    roles,
    publisher,
    teams,
    status: 'active',
    kemKey: key,
    signingKey: signing,
  };
  return signKeyring(desk, { members: (own) => [...own, member], ...rootSeed });
}

/** The organisation that joins. Its part must be what was agreed on: one administrator, under the keys compared. */
function joiningOf({ plan, answer }: Listed): Joining {
  if (plan.organisation === null || answer?.part == null) throw new SealingError('malformed');
  const { organisation, members, teams } = parsePart(answer.part.bytes);
  const [only] = members;
  const agreed =
    organisation === plan.organisation.id &&
    teams.length === 0 &&
    members.length === 1 &&
    only?.id === answer.memberId &&
    only.handle === plan.handle &&
    only.roles.join() === plan.roles.join() &&
    only.publisher === plan.publisher &&
    only.status === 'active' &&
    sodium().equal(only.signing, answer.signing) &&
    sodium().equal(only.kemHash, kemHash(answer.key));
  if (!agreed) throw new SealingError('malformed');
  return {
    organisation: plan.organisation,
    administrator: { member: answer.memberId, signing: answer.signing },
    part: answer.part,
  };
}

/** What an invitee sees first: who invites them to be what, and the words of the root key to compare with a poster. */
export async function readInvited(
  call: Caller,
  clock: Clock,
  code: string,
  pinned: { readonly pinnedRoot?: Uint8Array } = {},
): Promise<InvitedView> {
  const { plan, organisation, expires } = await call(readOperation, { body: { token: tokenOf(code) } });
  const { file } = await call(readKeyring);
  if (file === null) throw new DeskRefusal('not_a_member', 'no_keyring');
  const { keyring } = verifyKeyring(file, { today: dayAt(clock()), ...pinned });
  const name = plan.organisation?.name ?? keyring.organisations.find(({ id }) => id === organisation)?.name;
  if (name === undefined) throw new SealingError('malformed');
  const teams = keyring.teams.filter(({ id }) => plan.teams.includes(id)).map((team) => team.name);
  return {
    handle: plan.handle,
    roles: plan.roles,
    publisher: plan.publisher,
    teams,
    organisation: name,
    expires,
    rootWords: fingerprintWords(keyring.fingerprint),
  };
}

/** Makes the invitee's keys on this device and hands in their public halves. Answers the words to compare. */
export async function answerInvitation(call: Caller, code: string, passphrase: string): Promise<AnsweredView> {
  const token = tokenOf(code);
  const { plan } = await call(readOperation, { body: { token } });
  const { account, identity } = makeAccount(plan.handle, passphrase);
  const { handle: _, ...sent } = account;
  const signingKey = identity.signing.publicKey;
  const kemKey = identity.kem.publicKey;
  const member: MemberToSign = {
    id: account.memberId,
    handle: plan.handle,
    roles: plan.roles,
    publisher: plan.publisher,
    teams: [],
    status: 'active',
    kemKey,
    signingKey,
  };
  const part =
    plan.organisation === null
      ? null
      : signFirstPart({
          organisation: plan.organisation.id,
          teams: [],
          members: [member],
          signers: [{ member: account.memberId, signing: identity.signing }],
        });
  await call(answerOperation, { body: { token, answer: { ...sent, signing: signingKey, part } } });
  return { handle: plan.handle, words: memberWords(account.memberId, { kemKey, signingKey }) };
}

function tokenOf(code: string): Uint8Array {
  const token = invitationToken(code);
  if (token === null) throw new DeskRefusal('not_a_code');
  return token;
}
