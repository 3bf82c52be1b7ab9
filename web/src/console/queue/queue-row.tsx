import { labelOf } from '@romduol/shared/codebook/code-list';
import { category } from '@romduol/shared/codebook/category';
import { ageAnswer } from '@romduol/shared/codebook/person';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import { nextStepWords } from '@romduol/shared/casework/words';
import { useConsole } from '../console-context.ts';
import { conversationWords } from '../messages/conversation.ts';
import { queueWords } from '../messages/queue.ts';
import { sayCode } from '../messages/refusals.ts';
import { LevelBadge, StateBadge } from '../parts/badges.tsx';
import { caseNumber } from '../parts/case-number.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import type { QueueLine } from './queue-lines.ts';

/** One case, as much of it as decides whether to open it now. The whole line is the link. */
export function QueueRow({ line }: { readonly line: QueueLine }) {
  const say = useSay();
  const language = useLanguage();
  const { view } = useConsole();
  const days = useDayWords();
  const href = linkTo({ screen: 'case', caseId: line.caseId, task: null, referral: null });
  // Said only to those who would otherwise not know it.
  const team =
    view.member.teams.length > 1 ? [view.teams.find(({ id }) => id === line.team)?.name[language] ?? line.team] : [];
  const { summary } = line;
  if (summary === null) {
    return (
      <a class="row broken" href={href} data-case={line.caseId}>
        <span class="what">
          <b>{say(queueWords.cannotOpen)}</b>
          <span class="where">{sayCode(line.problem ?? 'damaged', language)}</span>
        </span>
        <span class="meta">{[caseNumber(line.caseId), ...team, days.ago(line.received)].join(' · ')}</span>
      </a>
    );
  }
  const categories = summary.categories.map((code) => labelOf(category, code, language));
  const assignee = view.colleagues.find(({ id }) => id === summary.assignee)?.handle ?? null;
  const place =
    summary.province === null ? say(queueWords.noProvince) : labelOf(provinceAnswer, summary.province, language);
  const age = summary.age === null ? say(queueWords.noAge) : labelOf(ageAnswer, summary.age, language);
  return (
    <a class="row" href={href} data-case={line.caseId}>
      <LevelBadge level={line.level} decided={summary.level !== null} />
      <span class="what">
        <b>{categories.length === 0 ? say(queueWords.noCategory) : categories.join(' · ')}</b>
        <span class="where">
          {[place, age, ...team].join(' · ')}
          {summary.handedOver ? <em> · {say(queueWords.handedOver)}</em> : null}
          {line.withdrawn ? <em> · {say(conversationWords.rowWithdrawn)}</em> : null}
          {line.unanswered ? <em> · {say(conversationWords.rowUnanswered)}</em> : null}
          {line.bundleWaits ? <em> · {say(queueWords.bundleWaits)}</em> : null}
          {summary.irregular > 0 ? <em> · {say(queueWords.irregular)}</em> : null}
        </span>
      </span>
      <span class="next">
        {say(nextStepWords[summary.next.step])}
        {summary.next.due === null ? null : (
          <span class={line.overdue ? 'when late' : 'when'}>{days.due(summary.next.due)}</span>
        )}
      </span>
      <StateBadge state={summary.state} />
      <span class="meta">
        <span>
          {summary.assignee === view.member.id ? say(queueWords.mineShort) : (assignee ?? say(queueWords.unassigned))} ·{' '}
          {days.ago(line.received)}
        </span>
        <span>{caseNumber(line.caseId)}</span>
      </span>
    </a>
  );
}
