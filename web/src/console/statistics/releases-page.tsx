import { toBase64url } from '@romduol/shared/sealing/bytes';
import { formatQuarter } from '@romduol/shared/language/dates';
import { type Figures, figuresOf, type HashedRelease, SumError, sumReleases } from '@romduol/shared/statistics/figures';
import { useMemo, useState } from 'preact/hooks';
import type { ReleaseView as Published } from '../../desk/release-views.ts';
import { useConsole } from '../console-context.ts';
import { shellWords } from '../messages/shell.ts';
import { kindWords, statisticsWords } from '../messages/statistics.ts';
import { sumWords, workspaceWords } from '../messages/workspace.ts';
import { CheckField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useReading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';
import { Workspace } from './workspace.tsx';

/** What advocates work from: published figures, and nothing that could count a case anew. */
export function ReleasesPage() {
  const say = useSay();
  const { acts } = useConsole();
  const reading = useReading('releases', () => acts.releases());
  const releases = useMemo(
    () => [...(reading.value ?? [])].sort((a, b) => (a.release.period.end < b.release.period.end ? 1 : -1)),
    [reading.value],
  );
  return (
    <div class="statistics">
      <div class="screen-head">
        <ScreenHeading>{say(statisticsWords.releases)}</ScreenHeading>
        <button type="button" class="quiet" disabled={reading.busy} onClick={reading.again}>
          {say(shellWords.reload)}
        </button>
      </div>
      <p class="hint">{say(statisticsWords.releasesIntro)}</p>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {reading.value === null ? (
        reading.busy ? (
          <Waiting>{say(shellWords.loading)}</Waiting>
        ) : null
      ) : releases.length === 0 ? (
        <p class="empty">{say(statisticsWords.noReleases)}</p>
      ) : (
        <Choosing releases={releases} />
      )}
    </div>
  );
}

/** People read hashes in hexadecimal; files name each other in base64url. */
function hashed({ release, hash }: Published): HashedRelease {
  const bytes = Uint8Array.from(hash.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  return { release, hash: toBase64url(bytes) };
}

/** The chosen releases as one set of figures, or why they are none. */
function gather(chosen: readonly Published[]): Figures | SumError {
  try {
    return sumReleases(chosen.map(hashed));
  } catch (error) {
    if (error instanceof SumError) return error;
    throw error;
  }
}

function Choosing({ releases }: { readonly releases: readonly Published[] }) {
  const say = useSay();
  const [chosen, setChosen] = useState<readonly string[]>(releases.slice(0, 1).map(({ hash }) => hash));
  const figures = useMemo(() => gather(releases.filter(({ hash }) => chosen.includes(hash))), [releases, chosen]);
  const saving = useAct(async () => {
    const files = await import('./make-files.ts');
    files.saveEverything(releases.map((one) => figuresOf(hashed(one))));
  });
  return (
    <>
      <fieldset class="choices">
        <legend>{say(workspaceWords.periods)}</legend>
        <p class="hint">{say(workspaceWords.periodsHint)}</p>
        {releases.map((one) => (
          <ReleaseChoice
            key={one.hash}
            one={one}
            checked={chosen.includes(one.hash)}
            onChange={(on) => setChosen(on ? [...chosen, one.hash] : chosen.filter((hash) => hash !== one.hash))}
          />
        ))}
        <Trouble refusal={saving.refusal} />
        <button type="button" class="quiet" disabled={saving.busy} onClick={() => void saving.run()}>
          {say(workspaceWords.everything)}
        </button>
      </fieldset>
      {figures instanceof SumError ? (
        <output class="caution">{say(sumWords[figures.code])}</output>
      ) : (
        <Workspace key={chosen.join(' ')} figures={figures} days={releases} />
      )}
    </>
  );
}

type ChoiceProps = { readonly one: Published; readonly checked: boolean; onChange(on: boolean): void };

function ReleaseChoice({ one: { release, whose, published }, checked, onChange }: ChoiceProps) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { kind, cohort } = release;
  const when = say(statisticsWords.publishedOn, { day: days.date(published) });
  return (
    <CheckField
      label={
        <>
          {say(kindWords[kind])} · {formatQuarter(cohort, language)}{' '}
          <span class="quietly">
            {whose[language]} · {when}
          </span>
        </>
      }
      checked={checked}
      onChange={onChange}
    />
  );
}
