import { refusalReason } from '../codebook/referral-lists.ts';
import { codesOf } from '../codebook/code-list.ts';
import { Day } from '../ids.ts';
import { z } from '../schema.ts';
import { bytes, operation } from './contract.ts';

/** What a letter is called: it says nothing of case, person or recipient. Letters that are not taken for digits. */
export const Reference = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  .brand<'Reference'>();
export type Reference = z.output<typeof Reference>;

/** What a recipient may say of a letter. Each is a claim until a member has confirmed it in the case. */
export const CLAIMS = ['received', 'accepted', 'refused', 'service_given'] as const;
export const Claim = z.enum(CLAIMS);
export type Claim = z.output<typeof Claim>;

/** What may be claimed after what. */
export const CLAIM_MOVES: Readonly<Record<Claim | 'none', readonly Claim[]>> = {
  none: ['received', 'accepted', 'refused'],
  received: ['accepted', 'refused'],
  accepted: ['service_given'],
  refused: [],
  service_given: [],
};

/** Why a recipient refuses, as a recipient would say it. That it was discrimination is for others to say. */
export const ClaimReason = z.enum(codesOf(refusalReason)).extract(['capacity', 'not_eligible', 'closed', 'other']);
export type ClaimReason = z.output<typeof ClaimReason>;

/** Days at most for which a recipient may answer by the link. */
export const LINK_DAYS = 90;

export const Acknowledgement = z.object({
  reference: Reference,
  claimed: Claim.nullable(),
  reason: ClaimReason.nullable(),
  expires: Day,
  revoked: z.boolean(),
});
export type Acknowledgement = z.output<typeof Acknowledgement>;

/** Opens a link. `check` is H(32, PAE(…acknowledgement, reference, code)): the server hears the code when it is first used. */
export const openLink = operation({
  method: 'post',
  path: '/api/acknowledgements',
  access: ['caseworker', 'supervisor'],
  body: z.object({ reference: Reference, check: bytes({ length: 32 }), expires: Day }),
});

/** The organisation's links, kept for a month after they expired. */
export const listLinks = operation({
  method: 'get',
  path: '/api/acknowledgements',
  access: ['caseworker', 'supervisor'],
  answer: z.object({ links: z.array(Acknowledgement) }),
});

/** Ends a link; again is no error. */
export const revokeLink = operation({
  method: 'delete',
  path: '/api/acknowledgements/:reference',
  access: ['caseworker', 'supervisor'],
  params: z.object({ reference: Reference }),
});
