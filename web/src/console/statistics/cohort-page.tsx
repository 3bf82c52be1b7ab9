import type { CohortName } from '@romduol/shared/api/statistics';
import { formatQuarter } from '@romduol/shared/language/dates';
import { cohortObject } from '@romduol/shared/statistics/ledger';
import { useEffect, useState } from 'preact/hooks';
import type { FreezeProgress } from '../../desk/open-records.ts';
import type { CohortsView, CohortView, ProposalReview, ReleasePreview } from '../../desk/release-views.ts';
import { useConsole } from '../console-context.ts';
import { shellWords } from '../messages/shell.ts';
import { cohortStateWords, kindWords, statisticsWords } from '../messages/statistics.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { AuthorsNotes } from './authors-notes.tsx';
import { ReleaseView } from './release-view.tsx';

export function CohortPage(name: CohortName) {
  const say = useSay();
  const language = useLanguage();
  const { acts } = useConsole();
  const reading = useReading('cohorts', () => acts.cohorts());
  const { kind, cohort } = name;
  const row = reading.value?.cohorts.find((one) => cohortObject(one) === cohortObject(name));
  return (
    <div class="statistics">
      <p class="trail">
        <a href={linkTo({ screen: 'statistics' })}>← {say(statisticsWords.back)}</a>
      </p>
      <ScreenHeading>
        {say(kindWords[kind])} · {formatQuarter(cohort, language)}
        {row === undefined || row.team === null ? null : ` · ${row.team[language]}`}
      </ScreenHeading>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {row !== undefined ? (
        <OneCohort key={row.state} row={row} onCohorts={reading.put} />
      ) : reading.busy ? (
        <Waiting>{say(shellWords.loading)}</Waiting>
      ) : reading.value === null ? null : (
        <p>{say(statisticsWords.gone)}</p>
      )}
    </div>
  );
}

/** What the desk is asked for: a view holds more than a name may. */
const nameOf = ({ series, kind, cohort }: CohortView): CohortName => ({ series, kind, cohort });

type RowProps = { readonly row: CohortView; onCohorts(cohorts: CohortsView): void };

function OneCohort({ row, onCohorts }: RowProps) {
  const say = useSay();
  const days = useDayWords();
  const { view } = useConsole();
  return (
    <>
      <p class="case-facts">
        <span class={`stage ${row.state}`}>{say(cohortStateWords[row.state])}</span>
      </p>
      {row.state === 'ripe' ? (
        <Freeze row={row} onCohorts={onCohorts} />
      ) : row.state === 'open' ? (
        <p>{say(statisticsWords.notYet, { day: days.date(row.ripeOn) })}</p>
      ) : row.state === 'waited' ? (
        <p>{say(statisticsWords.waited)}</p>
      ) : row.state === 'published' ? (
        <p>
          {say(statisticsWords.published)} <a href={linkTo({ screen: 'releases' })}>{say(shellWords.releases)}</a>
        </p>
      ) : row.proposedBy === view.member.id ? (
        <p>{say(statisticsWords.ownProposal)}</p>
      ) : (
        <Review row={row} onCohorts={onCohorts} />
      )}
    </>
  );
}

/** The first publisher: freezes on this device, looks at what would be public, proposes. */
function Freeze({ row, onCohorts }: RowProps) {
  const say = useSay();
  const { acts } = useConsole();
  const [preview, setPreview] = useState<ReleasePreview | null>(null);
  const freezing = useAct(async () => setPreview(await acts.preview(nameOf(row))));
  const proposing = useAct(async () => onCohorts(await acts.propose(nameOf(row))));
  if (preview === null) {
    return (
      <>
        <div class="says">
          <p>{say(statisticsWords.freezeDoes)}</p>
        </div>
        <Trouble refusal={freezing.refusal} />
        <p class="buttons">
          <button type="button" class="primary" disabled={freezing.busy} onClick={() => void freezing.run()}>
            {say(statisticsWords.freeze)}
          </button>
        </p>
        {freezing.busy ? <CountingNow /> : null}
      </>
    );
  }
  return (
    <>
      <p>{say(statisticsWords.counted, { count: preview.counted })}</p>
      {preview.uncounted === 0 ? null : (
        <p class="caution">{say(statisticsWords.uncounted, { count: preview.uncounted })}</p>
      )}
      <AuthorsNotes authors={preview.authors} />
      <ReleaseView release={preview.release} />
      <div class="says">
        <p>{say(statisticsWords.proposeDoes)}</p>
      </div>
      <Trouble refusal={proposing.refusal} />
      <p class="buttons">
        <button type="button" class="primary" disabled={proposing.busy} onClick={() => void proposing.run()}>
          {say(statisticsWords.propose)}
        </button>
      </p>
      {proposing.busy ? <Waiting>{say(statisticsWords.proposing)}</Waiting> : null}
    </>
  );
}

const PROGRESS_EVERY_MS = 250;

/** How far the counting has come, for as long as it runs, with a way to end it. */
function CountingNow() {
  const say = useSay();
  const { acts } = useConsole();
  const [progress, setProgress] = useState<FreezeProgress | null>(null);
  useEffect(() => {
    let over = false;
    const timer = setInterval(() => {
      acts.countingProgress().then(
        (now) => over || setProgress(now),
        () => clearInterval(timer),
      );
    }, PROGRESS_EVERY_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, []);
  const words =
    progress === null
      ? say(statisticsWords.freezing)
      : say(progress.step === 'opening' ? statisticsWords.opening : statisticsWords.rounding, {
          count: progress.records,
        });
  return (
    <>
      <Waiting>{words}</Waiting>
      <p class="buttons">
        <button type="button" class="quiet" onClick={() => void acts.stopCounting()}>
          {say(statisticsWords.stop)}
        </button>
      </p>
    </>
  );
}

/** The second publisher: counts again, compares every byte, and can sign only what is the same. */
function Review({ row, onCohorts }: RowProps) {
  const say = useSay();
  const { acts } = useConsole();
  const [review, setReview] = useState<ProposalReview | null>(null);
  const comparing = useAct(async () => setReview(await acts.review(nameOf(row))));
  const signing = useAct(async () => onCohorts(await acts.countersign(nameOf(row))));
  if (review === null) {
    return (
      <>
        <div class="says">
          <p>{say(statisticsWords.reviewDoes)}</p>
        </div>
        <Trouble refusal={comparing.refusal} />
        <p class="buttons">
          <button type="button" class="primary" disabled={comparing.busy} onClick={() => void comparing.run()}>
            {say(statisticsWords.recompute)}
          </button>
        </p>
        {comparing.busy ? <CountingNow /> : null}
      </>
    );
  }
  return (
    <>
      <div class={review.same ? 'says' : 'trouble'} role={review.same ? 'status' : 'alert'}>
        <p>{say(review.same ? statisticsWords.same : statisticsWords.notSame)}</p>
        {review.left === 0 ? null : <p>{say(statisticsWords.left, { count: review.left })}</p>}
      </div>
      <AuthorsNotes authors={review.authors} />
      <ReleaseView release={review.release} />
      {review.same ? (
        <>
          <div class="says">
            <p>{say(statisticsWords.signDoes)}</p>
          </div>
          <Trouble refusal={signing.refusal} />
          <p class="buttons">
            <button type="button" class="primary" disabled={signing.busy} onClick={() => void signing.run()}>
              {say(statisticsWords.sign)}
            </button>
          </p>
          {signing.busy ? <Waiting>{say(statisticsWords.signing)}</Waiting> : null}
        </>
      ) : null}
    </>
  );
}
