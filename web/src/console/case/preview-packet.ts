import { applyEntry } from '@romduol/shared/casework/apply-entry';
import type { ConsentId } from '@romduol/shared/casework/case-ids';
import { makePacket, type PacketLine, prepareSending } from '@romduol/shared/casework/packet';
import type { Referral } from '@romduol/shared/casework/referral';
import type { PacketItem } from '@romduol/shared/codebook/referral-lists';
import type { Day } from '@romduol/shared/ids';
import type { CaseView } from '../../desk/views.ts';
import { noonOf } from './case-work.ts';

/**
 * The exact words that a recipient would be told under a consent to these items: made by the function that makes the
 * packet, on the case as it would then stand, so that what is read out is what will be sent. Null when a referral in
 * this state can take no consent.
 */
export function previewPacket(
  view: CaseView,
  referral: Referral,
  items: readonly PacketItem[],
  today: Day,
): readonly PacketLine[] | null {
  if (items.length === 0) return [];
  const consent = {
    id: crypto.randomUUID() as string as ConsentId,
    referralId: referral.id,
    recipient: referral.recipient,
    items: [...items],
    purpose: '–',
    mode: 'in_person' as const,
    by: 'survivor' as const,
    until: null,
  };
  const at = noonOf(today);
  const author = { author: view.log[0]?.author.id ?? (crypto.randomUUID() as never), isSupervisor: true };
  const agreed = applyEntry(view.case, { kind: 'consent_given', at, consent }, author);
  if (!agreed.ok) return null;
  const prepared = prepareSending(agreed.after, referral.id, { today, isSupervisor: true });
  return prepared.ok ? makePacket(prepared.sendable, agreed.after, view.contact).lines : null;
}
