import { labelOf } from '@romduol/shared/codebook/code-list';
import { sector } from '@romduol/shared/codebook/sector';
import { isOverdue } from '@romduol/shared/casework/next-step';
import { actionsFrom } from '@romduol/shared/casework/referral-moves';
import type { Referral } from '@romduol/shared/casework/referral';
import { referralStateWords } from '@romduol/shared/casework/referral-words';
import { useConsole } from '../console-context.ts';
import { caseWords, panelWords } from '../messages/case.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';

/** Each referral with how far it came; those under way first. */
export function ReferralCards() {
  const say = useSay();
  const { referrals } = useCaseWork().view.case;
  if (referrals.length === 0) return <p class="quietly">{say(panelWords.noReferrals)}</p>;
  const live = (referral: Referral): number => (actionsFrom(referral.state).length === 0 ? 1 : 0);
  return (
    <ul class="referrals">
      {[...referrals]
        .sort((a, b) => live(a) - live(b) || (a.offered < b.offered ? 1 : -1))
        .map((referral) => (
          <Card key={referral.id} referral={referral} />
        ))}
    </ul>
  );
}

function Card({ referral }: { readonly referral: Referral }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { view: desk, drafts } = useConsole();
  const { caseId } = useCaseWork().view;
  const due = referral.state === 'sent' ? (referral.sent?.due ?? null) : null;
  return (
    <li>
      <a
        class={`referral ${referral.state}`}
        href={linkTo({ screen: 'case', caseId, task: 'referral', referral: referral.id })}
      >
        <b>{referral.recipient.name}</b>
        <span>{labelOf(sector, referral.sector, language)}</span>
        <span class="stage">{referralStateWords[referral.state][language]}</span>
        {due === null ? null : (
          <span class={isOverdue({ due }, desk.today) ? 'when late' : 'when'}>
            {say(panelWords.answerBy, { day: days.due(due) })}
          </span>
        )}
        {drafts.has(draftPlace(caseId, 'referral', referral.id)) ? <i class="begun">{say(caseWords.draft)}</i> : null}
      </a>
    </li>
  );
}
