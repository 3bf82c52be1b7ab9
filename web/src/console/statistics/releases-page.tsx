import { toBase64url } from '@romduol/shared/sealing/bytes';
import { formatDay, formatQuarter } from '@romduol/shared/language/dates';
import { writeTidyCsv } from '@romduol/shared/statistics/tidy-csv';
import { useState } from 'preact/hooks';
import type { ReleaseView as Published } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { shellWords } from '../messages/shell.ts';
import { kindWords, statisticsWords } from '../messages/statistics.ts';
import { CheckField } from '../parts/fields.tsx';
import { saveFile } from '../parts/save-file.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useDayWords } from '../parts/use-day-words.ts';
import { useReading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';
import { ReleaseView } from './release-view.tsx';

/** What advocates work from: published figures, and nothing that could count a case anew. */
export function ReleasesPage() {
  const say = useSay();
  const { acts } = useConsole();
  const reading = useReading('releases', () => acts.releases());
  const [hxl, setHxl] = useState(false);
  const releases = [...(reading.value ?? [])].sort((a, b) => (a.release.period.end < b.release.period.end ? 1 : -1));
  const save = (some: readonly Published[], name: string): void => {
    const hashed = some.map(({ release, hash }) => ({ release, hash: toBase64url(bytesOfHex(hash)) }));
    saveFile(`${name}.csv`, 'text/csv;charset=utf-8', writeTidyCsv(hashed, { hxl }));
  };
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
        <>
          <div class="buttons">
            <button type="button" onClick={() => save(releases, 'romduol-releases')}>
              {say(statisticsWords.downloadAll)}
            </button>
            <CheckField label={say(statisticsWords.hxl)} checked={hxl} onChange={setHxl} />
          </div>
          {releases.map((one) => (
            <OneRelease key={one.hash} one={one} onSave={(name) => save([one], name)} />
          ))}
        </>
      )}
    </div>
  );
}

/** People read hashes in hexadecimal; the table has them as the files name each other. */
function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function OneRelease({ one, onSave }: { readonly one: Published; onSave(name: string): void }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { view } = useConsole();
  const { release, hash, published } = one;
  const { series, kind, cohort, number } = release;
  const organisation = series === view.organisation.id ? view.organisation.name[language] : series;
  const title = `${say(kindWords[kind])} · ${formatQuarter(cohort, language)}`;
  const cited = `${organisation}, ${title}, Romduol ${series}/${number}, ${formatDay(published, language)}, ${hash.slice(0, 16)}`;
  return (
    <details class="release card">
      <summary>
        <b>{title}</b>{' '}
        <span class="quietly">
          {organisation} · {say(statisticsWords.publishedOn, { day: days.date(published) })}
        </span>
      </summary>
      <p class="buttons">
        <button type="button" onClick={() => onSave(`romduol-${series}-${kind}-${cohort}`)}>
          {say(statisticsWords.download)}
        </button>
      </p>
      <ReleaseView release={release} />
      <dl class="answers">
        <div>
          <dt>{say(statisticsWords.cite)}</dt>
          <dd>{cited}</dd>
        </div>
        <div>
          <dt>{say(statisticsWords.hash)}</dt>
          <dd>
            <code lang="en">{hash}</code>
          </dd>
        </div>
      </dl>
    </details>
  );
}
