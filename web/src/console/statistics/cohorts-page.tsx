import { formatQuarter } from '@romduol/shared/language/dates';
import { cohortObject } from '@romduol/shared/statistics/ledger';
import type { CohortsView, CohortView } from '../../desk/release-views.ts';
import { handleIn } from '../case/case-work.ts';
import { useConsole } from '../console-context.ts';
import { shellWords } from '../messages/shell.ts';
import { cohortStateWords, kindWords, statisticsWords } from '../messages/statistics.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useDayWords } from '../parts/use-day-words.ts';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { CountingCard } from './counting-card.tsx';

/** The ledger: every quarter that was opened, and what can be done with it now. */
export function CohortsPage() {
  const say = useSay();
  const { acts } = useConsole();
  const reading = useReading('cohorts', () => acts.cohorts());
  /** The button goes with the decision: whoever works by keyboard reads on from the top of the new list. */
  const settled = (cohorts: CohortsView): void => {
    reading.put(cohorts);
    document.querySelector<HTMLElement>('.statistics h1')?.focus();
  };
  return (
    <div class="statistics">
      <div class="screen-head">
        <ScreenHeading>{say(statisticsWords.title)}</ScreenHeading>
        <button type="button" class="quiet" disabled={reading.busy} onClick={reading.again}>
          {say(shellWords.reload)}
        </button>
      </div>
      <p class="hint">{say(statisticsWords.intro)}</p>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {reading.value === null ? (
        reading.busy ? (
          <Waiting>{say(statisticsWords.reading)}</Waiting>
        ) : null
      ) : reading.value.cohorts.length === 0 ? (
        <p class="empty">{say(statisticsWords.none)}</p>
      ) : (
        <ul class="cohorts">
          {reading.value.cohorts.map((cohort) => (
            <li key={cohortObject(cohort)}>
              <CohortLine cohort={cohort} />
            </li>
          ))}
        </ul>
      )}
      {reading.value === null || reading.value.next === null ? null : (
        <CountingCard
          key={reading.value.next.quarter}
          {...reading.value}
          next={reading.value.next}
          onCohorts={settled}
        />
      )}
    </div>
  );
}

function CohortLine({ cohort: row }: { readonly cohort: CohortView }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { view } = useConsole();
  const { series, kind, cohort, team, state, proposedBy } = row;
  const own = proposedBy === view.member.id;
  const notes = [
    state === 'open' ? say(statisticsWords.ripeOn, { day: days.date(row.ripeOn) }) : null,
    proposedBy === null ? null : say(statisticsWords.proposedBy, { handle: handleIn(view, proposedBy) }),
    row.openedLate ? say(statisticsWords.late) : null,
  ].filter((note) => note !== null);
  const act =
    state === 'ripe'
      ? statisticsWords.preview
      : state === 'proposed' && !own
        ? statisticsWords.review
        : statisticsWords.look;
  return (
    <a class={`cohort card ${state}`} href={linkTo({ screen: 'cohort', series, kind, cohort })}>
      <b>
        {say(kindWords[kind])} · {formatQuarter(cohort, language)}
        {team === null ? null : ` · ${team[language]}`}
      </b>
      <span class={`stage ${state}`}>{say(cohortStateWords[state])}</span>
      <span class="quietly">{notes.join(' · ')}</span>
      <span class="go">{say(act)} →</span>
    </a>
  );
}
