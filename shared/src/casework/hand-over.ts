import { codesOf } from '../codebook/code-list.ts';
import { consentGiver, consentMode, packetItem, urgency } from '../codebook/referral-lists.ts';
import { sector } from '../codebook/sector.ts';
import { Reference } from '../api/acknowledgements.ts';
import { Day, OrganisationId } from '../ids.ts';
import { z } from '../schema.ts';
import { words } from './case-ids.ts';
import type { SendableReferral } from './packet.ts';
import { referenceOf } from './referral.ts';

/**
 * What a case that was handed over says of where it came from: whose it was, by which reference both organisations may speak of
 * it, and the consent by which it came. Nothing of the old case.
 */
export const HandOverNote = z.strictObject({
  v: z.literal(1),
  organisation: OrganisationId,
  reference: Reference,
  day: Day,
  sector: z.enum(codesOf(sector)),
  urgency: z.enum(codesOf(urgency)),
  /** Why help is asked for, where that was agreed to. */
  reason: words(2_000).optional(),
  purpose: words(1_000),
  until: Day.nullable(),
  items: z.array(z.enum(codesOf(packetItem))).min(1),
  mode: z.enum(codesOf(consentMode)),
  by: z.enum(codesOf(consentGiver)),
});
export type HandOverNote = z.output<typeof HandOverNote>;

/** The note of a referral that was sent within the system; null where it bears no reference. */
export function writeHandOverNote(
  { referral, consent, items }: SendableReferral,
  from: { readonly organisation: OrganisationId; readonly day: Day },
): HandOverNote | null {
  const reference = referenceOf(referral);
  if (reference === null) return null;
  return {
    v: 1,
    ...from,
    reference,
    sector: referral.sector,
    urgency: referral.urgency,
    ...(items.includes('reason') && { reason: referral.reason }),
    purpose: consent.purpose,
    until: consent.until,
    items: [...items],
    mode: consent.mode,
    by: consent.by,
  };
}

/** Null for what is none. */
export function readHandOverNote(json: string): HandOverNote | null {
  try {
    return HandOverNote.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
