import { codesOf } from '../codebook/code-list.ts';
import type { Category } from '../codebook/category.ts';
import type { Perpetrator } from '../codebook/perpetrator.ts';
import type { IncidentType } from '../codebook/incident-type.ts';
import {
  deliveryMode,
  packetItem,
  receivedDegree,
  refusalReason,
  barrier,
  urgency,
} from '../codebook/referral-lists.ts';
import { sector } from '../codebook/sector.ts';
import { trainingLevel } from '../codebook/authority.ts';
import { Reference } from '../api/acknowledgements.ts';
import { Day } from '../ids.ts';
import { z } from '../schema.ts';
import { ConsentId, type Instant, ReferralId, words } from './case-ids.ts';
import { Recipient } from './consent.ts';
import type { ReferralAction, ReferralState } from './referral-moves.ts';

const barriers = z
  .array(z.enum(codesOf(barrier)))
  .max(barrier.codes.length)
  .readonly();
const comment = words(2_000).optional();

/** Within this system, to a team of another organisation: no way for anybody outside, so no code of the codebook's. */
export const INSIDE = 'inside';

/** How long a hand-over within the system that somebody has begun keeps everybody else from it, in minutes. It takes seconds. */
export const HAND_OVER_MINUTES = 5;

/**
 * What a member writes down of a referral, by action. Consent given and withdrawn are entries of their own, since a
 * survivor's word is more than a step in somebody's form.
 */
export const ReferralStep = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('offer'),
    sector: z.enum(codesOf(sector)),
    recipient: Recipient,
    /** As the directory had it on that day: acceptance is counted by it. */
    training: z.enum(codesOf(trainingLevel)),
    urgency: z.enum(codesOf(urgency)),
    reason: words(2_000),
    /** The referral that came to nothing and that this one follows. */
    parent: ReferralId.optional(),
  }),
  z.strictObject({ action: z.literal('decline'), barriers: barriers.optional(), comment }),
  z.strictObject({ action: z.literal('mark_unavailable'), comment }),
  z.strictObject({
    action: z.literal('send'),
    consentId: ConsentId,
    items: z
      .array(z.enum(codesOf(packetItem)))
      .min(1)
      .readonly(),
    delivery: z.enum([...codesOf(deliveryMode), INSIDE]),
    /** Day by which an answer is expected. */
    due: Day,
    /** By which the recipient may answer without an account. The code is printed on the letter. */
    link: z.strictObject({ reference: Reference, code: words(40) }).optional(),
    /** What the script of a call was marked with; a letter's reference stands in its link. */
    reference: Reference.optional(),
    comment,
  }),
  z.strictObject({ action: z.literal('reprint'), comment }),
  /** Somebody begins to hand the case over within the system; drawn anew by each who tries. */
  z.strictObject({ action: z.literal('hand_over'), attempt: z.uuid() }),
  /** It is there, by that attempt. */
  z.strictObject({ action: z.literal('arrive'), attempt: z.uuid() }),
  z.strictObject({ action: z.literal('acknowledge'), comment }),
  z.strictObject({ action: z.literal('accept'), comment }),
  z.strictObject({
    action: z.literal('reject'),
    reason: z.enum(codesOf(refusalReason)).exclude(['none']),
    barriers: barriers.optional(),
    comment,
  }),
  z.strictObject({ action: z.literal('mark_unanswered'), comment }),
  z.strictObject({ action: z.literal('withdraw'), comment }),
  z.strictObject({
    action: z.literal('receive'),
    degree: z.enum(codesOf(receivedDegree)).exclude(['no']),
    barriers: barriers.optional(),
    comment,
  }),
  z.strictObject({ action: z.literal('miss'), barriers: barriers.optional(), comment }),
  z.strictObject({
    action: z.literal('give_feedback'),
    /** 1 (not at all) to 5; absent where the survivor did not say. */
    respectful: z.int().min(1).max(5).optional(),
    outed: z.boolean().optional(),
    again: z.boolean().optional(),
    comment,
  }),
  z.strictObject({ action: z.literal('close'), comment }),
]);
export type ReferralStep = z.output<typeof ReferralStep>;
export type ReferralOffer = Extract<ReferralStep, { action: 'offer' }>;
export type ReferralFeedback = Extract<ReferralStep, { action: 'give_feedback' }>;

/** A referral as folded from the log. */
export type Referral = Omit<ReferralOffer, 'action'> & {
  readonly id: ReferralId;
  readonly state: ReferralState;
  readonly offered: Instant;
  /** What was sent, under which consent, and when an answer is due. */
  readonly sent: (Omit<Extract<ReferralStep, { action: 'send' }>, 'action'> & { readonly at: Instant }) | null;
  /** Within the system: who hands it over, by the attempt that they drew, since when, and whether it is there. */
  readonly handing: { readonly attempt: string; readonly at: Instant; readonly arrived: boolean } | null;
  readonly refusal: Extract<ReferralStep, { action: 'reject' }>['reason'] | null;
  readonly received: 'full' | 'partial' | 'no' | null;
  readonly barriers: readonly (typeof barrier.codes)[number]['code'][];
  readonly feedback: Omit<ReferralFeedback, 'action'> | null;
  readonly steps: readonly { readonly action: ReferralAction; readonly at: Instant }[];
};

/** What the letter, or the script of the call, was marked with when it was sent; null where it bore no mark. */
export function referenceOf({ sent }: Pick<Referral, 'sent'>): Reference | null {
  return sent?.link?.reference ?? sent?.reference ?? null;
}

/** What of a case tells whether mediation is out of the question. */
export type MediationFacts = {
  readonly categories: readonly Category[];
  readonly perpetrators: readonly Perpetrator[];
  readonly incidentType: IncidentType | null;
};

/**
 * Mediation is never offered for sexual or partner violence: it puts the survivor in a room with the one who has power
 * over them. Source: Inter-Agency GBV Case Management Guidelines.
 */
export function isMediationRuledOut({ categories, perpetrators, incidentType }: MediationFacts): boolean {
  return (
    categories.includes('sexual') ||
    categories.includes('partner_violence') ||
    perpetrators.includes('partner_ex') ||
    incidentType === 'rape' ||
    incidentType === 'sexual_assault'
  );
}
