import type { QueueRow } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { supervisionWords } from '../messages/supervision.ts';
import { caseNumber } from '../parts/case-number.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { linkTo } from '../routes.ts';
import { useSay } from '../words.tsx';

const MOST = 30;

/** Who opened a case that is somebody else's, and what they gave as their reason: the newest first. */
export function AccessReasons({ rows }: { readonly rows: readonly QueueRow[] }) {
  const say = useSay();
  const days = useDayWords();
  const { view } = useConsole();
  const given = rows
    .flatMap(({ caseId, summary }) => (summary?.work?.reasons ?? []).map((one) => ({ ...one, caseId })))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .slice(0, MOST);
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons">{say(supervisionWords.reasons)}</h2>
      {given.length === 0 ? (
        <p class="quietly">{say(supervisionWords.noReasons)}</p>
      ) : (
        <ul class="access-reasons">
          {given.map(({ caseId, member, day, reason }, at) => (
            <li key={at}>
              <a href={linkTo({ screen: 'case', caseId, task: null, referral: null })}>{caseNumber(caseId)}</a>{' '}
              {say(supervisionWords.reasonBy, {
                handle: view.colleagues.find(({ id }) => id === member)?.handle ?? member.slice(0, 8),
                day: days.date(day),
              })}
              <blockquote class="words">{reason}</blockquote>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
