import { Day, MemberId, OrganisationId, TeamId } from '../ids.ts';
import { z } from '../schema.ts';
import { Handle, NEW_WRAP } from './accounts.ts';
import { Role, bytes, operation } from './contract.ts';
import { MemberKey, SignedBytes } from './keyring.ts';

const Name = z.object({ en: z.string().min(1).max(200), km: z.string().min(1).max(200) });

/** What somebody is invited to be. It binds nobody: what an administrator signs in the end stands in the keyring. */
export const InvitationPlan = z.object({
  handle: Handle,
  roles: z.array(Role).min(1).max(5),
  publisher: z.boolean(),
  teams: z.array(TeamId).max(64),
  /** An organisation that joins with this member, its first administrator. */
  organisation: z.object({ id: OrganisationId, name: Name }).nullable(),
});
export type InvitationPlan = z.output<typeof InvitationPlan>;

const InvitationId = z.uuidv4().lowercase();
/** `invitationToken` of the code, which the server never sees. */
const Token = bytes({ length: 32 });

/** An answer to an invitation: keys made in the invitee's own browser. `part` comes with an organisation that joins. */
const InvitationAnswer = z.object({
  memberId: MemberId,
  ...NEW_WRAP,
  key: MemberKey,
  signing: bytes({ length: 32 }),
  part: SignedBytes.nullable(),
});
export type InvitationAnswer = z.output<typeof InvitationAnswer>;

/** Days for which an invitation can be answered. */
export const INVITATION_DAYS = 7;

/** Throws `already_exists` for a handle that somebody has or is invited under. */
export const createInvitation = operation({
  method: 'post',
  path: '/api/invitations',
  access: ['administrator'],
  body: z.object({ id: InvitationId, token: Token, plan: InvitationPlan }),
});

/** Open invitations of the caller's organisation, and what they were answered with. */
export const listInvitations = operation({
  method: 'get',
  path: '/api/invitations',
  access: ['administrator', 'supervisor'],
  answer: z.object({
    invitations: z.array(
      z.object({
        id: InvitationId,
        plan: InvitationPlan,
        expires: Day,
        answer: z
          .object({ memberId: MemberId, key: MemberKey, signing: bytes({ length: 32 }), part: SignedBytes.nullable() })
          .nullable(),
      }),
    ),
  }),
});

/** Takes an invitation back, with the keys that answered it. */
export const withdrawInvitation = operation({
  method: 'delete',
  path: '/api/invitations/:id',
  access: ['administrator'],
  params: z.object({ id: InvitationId }),
});

/** What the invitee is shown first. Unknown, expired and used codes are refused alike: `invitation_void`. */
export const readInvitation = operation({
  method: 'post',
  path: '/api/invitations/reading',
  access: 'public',
  body: z.object({ token: Token }),
  answer: z.object({ plan: InvitationPlan, organisation: OrganisationId, expires: Day }),
});

/** Answers an invitation, once. */
export const answerInvitation = operation({
  method: 'post',
  path: '/api/invitations/answer',
  access: 'public',
  body: z.object({ token: Token, answer: InvitationAnswer }),
});
