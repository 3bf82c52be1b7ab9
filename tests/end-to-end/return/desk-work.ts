import { ReferralId } from '@romduol/shared/casework/case-ids';
import type { ReferralStep } from '@romduol/shared/casework/referral';
import { type CaseId, DirectoryEntryId } from '@romduol/shared/ids';
import type { DeskActs } from '@romduol/web/desk/acts';

/** What whoever takes a case on does first. */
export async function takeOn(desk: DeskActs, caseId: CaseId): Promise<void> {
  await desk.conversation(caseId);
  await desk.record(caseId, { kind: 'opened' });
  await desk.record(caseId, { kind: 'triaged', level: 'medium', proposed: 'medium', reasons: [] });
}

type Offer = Extract<ReferralStep, { action: 'offer' }>;
export const offer = (name: string, reason: string, changes: Partial<Offer> = {}): Offer => ({
  action: 'offer',
  sector: 'health',
  recipient: { entryId: DirectoryEntryId.parse(crypto.randomUUID()), name },
  training: 'trained',
  urgency: 'd3',
  reason,
  ...changes,
});

/** A referral's steps at the desk. */
export function referralOf(desk: DeskActs, caseId: CaseId) {
  const referralId = ReferralId.parse(crypto.randomUUID());
  const step = (one: ReferralStep) => desk.record(caseId, { kind: 'referral', referralId, step: one });
  return { referralId, step };
}
