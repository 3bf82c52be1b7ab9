import { barrier, receivedDegree, refusalReason } from '@romduol/shared/codebook/referral-lists';
import type { ConsentId, ReferralId } from '@romduol/shared/casework/case-ids';
import type { ReferralAction } from '@romduol/shared/casework/referral-moves';
import type { EntryDraft } from '../../desk/acts.ts';
import { codeIn, codesAmong } from '../parts/choices.ts';

/** A step's form as it is filled in; which fields count depends on the step. */
export type StepTyped = {
  readonly reason: string;
  readonly degree: string;
  readonly barriers: readonly string[];
  readonly respectful: string;
  readonly outed: string;
  readonly again: string;
  readonly comment: string;
};

export const WITH_BARRIERS: readonly ReferralAction[] = ['decline', 'reject', 'receive', 'miss'];

/**
 * The entry that a filled-in form records, or null while something it needs is missing. A withdrawal names the consent
 * that it ends, where one still holds: it is the survivor's word, not a step of somebody's form.
 */
export function readStep(
  referralId: ReferralId,
  action: Exclude<ReferralAction, 'offer' | 'consent' | 'send' | 'reprint' | 'hand_over' | 'arrive'>,
  typed: StepTyped,
  consentId: ConsentId | undefined,
): EntryDraft | null {
  const said = typed.comment.trim();
  const comment = said === '' ? {} : { comment: said };
  const chosen = codesAmong(barrier, typed.barriers);
  const barriers = chosen.length === 0 ? {} : { barriers: chosen };
  const step = (fields: Extract<EntryDraft, { kind: 'referral' }>['step']): EntryDraft => ({
    kind: 'referral',
    referralId,
    step: fields,
  });
  switch (action) {
    case 'withdraw':
      return consentId === undefined
        ? step({ action, ...comment })
        : { kind: 'consent_withdrawn', consentId, ...comment };
    case 'decline':
    case 'miss':
      return step({ action, ...barriers, ...comment });
    case 'reject': {
      const reason = codeIn(refusalReason, typed.reason);
      return reason === undefined || reason === 'none' ? null : step({ action, reason, ...barriers, ...comment });
    }
    case 'receive': {
      const degree = codeIn(receivedDegree, typed.degree);
      return degree === undefined || degree === 'no' ? null : step({ action, degree, ...barriers, ...comment });
    }
    case 'give_feedback': {
      const respectful = Number(typed.respectful);
      return step({
        action,
        ...(respectful >= 1 && respectful <= 5 && { respectful }),
        ...(typed.outed !== '' && { outed: typed.outed === 'yes' }),
        ...(typed.again !== '' && { again: typed.again === 'yes' }),
        ...comment,
      });
    }
    default:
      return step({ action, ...comment });
  }
}
