import type { PacketItem } from '../codebook/referral-lists.ts';
import type { Day, MemberId } from '../ids.ts';
import type { ContactAnswers } from '../questionnaire/answers.ts';
import { applyEntry } from './apply-entry.ts';
import type { Case } from './case.ts';
import type { ConsentId } from './case-ids.ts';
import { makePacket, type PacketLine, prepareSending } from './packet.ts';
import type { Referral } from './referral.ts';

/** Ids that stand for a consent nobody has given: what is made with them is looked at and thrown away. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/**
 * The exact words that a recipient would be told under a consent to these items: made by the function that makes the
 * packet, on the case as it would then stand, so that what is read out is what will be sent. Null when a referral in
 * this state can take no consent.
 */
export function previewPacket(
  facts: Case,
  contact: ContactAnswers | null,
  referral: Referral,
  items: readonly PacketItem[],
  today: Day,
): readonly PacketLine[] | null {
  if (items.length === 0) return [];
  const consent = {
    id: NOBODY as ConsentId,
    referralId: referral.id,
    recipient: referral.recipient,
    items: [...items],
    purpose: '–',
    mode: 'in_person' as const,
    by: 'survivor' as const,
    until: null,
  };
  // Noon in Cambodia: an instant that is this day wherever it is read.
  const at = `${today}T05:00:00.000Z`;
  const agreed = applyEntry(
    facts,
    { kind: 'consent_given', at, consent },
    { author: NOBODY as MemberId, isSupervisor: true },
  );
  if (!agreed.ok) return null;
  const prepared = prepareSending(agreed.after, referral.id, { today, isSupervisor: true });
  return prepared.ok ? makePacket(prepared.sendable, agreed.after, contact).lines : null;
}
