import { codesOf } from '../codebook/code-list.ts';
import { consentGiver, consentMode, packetItem } from '../codebook/referral-lists.ts';
import { Day, type MemberId, DirectoryEntryId, TeamId } from '../ids.ts';
import { z } from '../schema.ts';
import { ConsentId, type Instant, ReferralId, words } from './case-ids.ts';

/**
 * Whom a consent is for, named as the survivor was told. `team`: a team of another organisation here, which can be handed the
 * case within the system.
 */
export const Recipient = z.strictObject({ entryId: DirectoryEntryId, name: words(200), team: TeamId.optional() });
export type Recipient = z.output<typeof Recipient>;

/**
 * What a survivor agreed to: these items, to this recipient, for this purpose, until this day (null: until withdrawn).
 * A consent is for one referral; nothing in it reaches any other.
 */
export const GivenConsent = z.strictObject({
  id: ConsentId,
  referralId: ReferralId,
  recipient: Recipient,
  items: z
    .array(z.enum(codesOf(packetItem)))
    .min(1)
    .refine((items) => new Set(items).size === items.length, { error: 'repeated_code' })
    .readonly(),
  purpose: words(1_000),
  mode: z.enum(codesOf(consentMode)),
  by: z.enum(codesOf(consentGiver)),
  until: Day.nullable(),
});
export type GivenConsent = z.output<typeof GivenConsent>;

/**
 * Which message of the reporter an entry writes down: its counter, and its hash in base64url. A deniable message becomes a
 * signed entry by this, and becomes it once.
 */
export const MessageQuote = z.strictObject({ counter: z.int().min(1), hash: z.string().regex(/^[\w-]{43}$/) });
export type MessageQuote = z.output<typeof MessageQuote>;

/** A consent in a case, with when it was written down, by whom, and since when it no longer holds. */
export type Consent = GivenConsent & {
  readonly given: Instant;
  readonly recordedBy: MemberId;
  readonly withdrawn: Instant | null;
};

declare const live: unique symbol;
/** A consent that holds today. Only `liveConsent` makes one. */
export type LiveConsent = Consent & { readonly [live]: true };

/**
 * The consent under which a referral may share today, or null. The newest consent of a referral replaces those before
 * it: once it is withdrawn or over, an older and perhaps wider one does not come back.
 */
export function liveConsent(
  facts: { readonly consents: readonly Consent[] },
  referralId: ReferralId,
  today: Day,
): LiveConsent | null {
  const newest = facts.consents.findLast((consent) => consent.referralId === referralId);
  if (newest === undefined || newest.withdrawn !== null) return null;
  return newest.until === null || newest.until >= today ? (newest as LiveConsent) : null;
}
