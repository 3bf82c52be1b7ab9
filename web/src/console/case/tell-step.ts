import { labelOf } from '@romduol/shared/codebook/code-list';
import {
  barrier,
  deliveryMode,
  packetItem,
  receivedDegree,
  refusalReason,
  urgency,
} from '@romduol/shared/codebook/referral-lists';
import { sector } from '@romduol/shared/codebook/sector';
import type { EntryOf } from '@romduol/shared/casework/entries';
import { REFERRAL_MOVES, type ReferralAction } from '@romduol/shared/casework/referral-moves';
import { INSIDE, type ReferralStep } from '@romduol/shared/casework/referral';
import { insideWords, referralActionWords, referralStateWords } from '@romduol/shared/casework/referral-words';
import { type Language, say } from '@romduol/shared/language/language';
import type { CaseView } from '../../desk/views.ts';
import { logWords } from '../messages/log.ts';
import type { Told } from './tell-entry.ts';

/** A step of a referral in a person's language. */
export function tellStep(
  { referralId, step }: EntryOf<'referral'>,
  view: CaseView,
  who: string,
  language: Language,
): Told {
  if (step.action === 'offer') {
    return {
      did: say(logWords.referralOffered, language, {
        who,
        sector: labelOf(sector, step.sector, language),
        recipient: step.recipient.name,
      }),
      details: [labelOf(urgency, step.urgency, language)],
      words: step.reason || null,
    };
  }
  const recipient = view.case.referrals.find(({ id }) => id === referralId)?.recipient.name ?? '–';
  return {
    did: say(logWords.referralStep, language, { who, recipient, step: became(step.action, language) }),
    details: detailsOf(step, language),
    words: ('comment' in step && step.comment) || null,
  };
}

/** What a step made of the referral: every action of the table leads to one state, wherever it starts. */
function became(action: ReferralAction, language: Language): string {
  // The moves that leave the state as it was.
  if (action === 'acknowledge') return referralActionWords.acknowledge[language];
  if (action === 'reprint') return logWords.reprinted[language];
  if (action === 'hand_over') return logWords.handingOver[language];
  if (action === 'arrive') return referralActionWords.arrive[language];
  const move = REFERRAL_MOVES.find((one) => one.action === action);
  return move === undefined ? action : referralStateWords[move.to][language];
}

function detailsOf(step: ReferralStep, language: Language): string[] {
  const details: string[] = [];
  switch (step.action) {
    case 'send': {
      const items = step.items.map((item) => labelOf(packetItem, item, language)).join(' · ');
      details.push(
        say(logWords.delivered, language, {
          items,
          mode: step.delivery === INSIDE ? insideWords[language] : labelOf(deliveryMode, step.delivery, language),
        }),
      );
      break;
    }
    case 'reject':
      details.push(say(logWords.reason, language, { reason: labelOf(refusalReason, step.reason, language) }));
      break;
    case 'receive':
      details.push(say(logWords.degree, language, { degree: labelOf(receivedDegree, step.degree, language) }));
      break;
    case 'give_feedback':
      if (step.respectful !== undefined) details.push(say(logWords.respectful, language, { score: step.respectful }));
      if (step.outed === true) details.push(say(logWords.outed, language));
      if (step.again !== undefined) details.push(say(step.again ? logWords.again : logWords.notAgain, language));
      break;
    default:
  }
  if ('barriers' in step && step.barriers !== undefined && step.barriers.length > 0) {
    const barriers = step.barriers.map((code) => labelOf(barrier, code, language)).join(' · ');
    details.push(say(logWords.barriers, language, { barriers }));
  }
  return details;
}
