import { formatDay, formatQuarter } from '@romduol/shared/language/dates';
import { type Language, LANGUAGES } from '@romduol/shared/language/language';
import { type Figures, pickTables, releasePath } from '@romduol/shared/statistics/figures';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { sayCaveat, sayTable, sayTableId } from '@romduol/shared/statistics/table-words';
import { useState } from 'preact/hooks';
import { TableFigure } from '../../charts/table-figure.tsx';
import type { ReleaseView as Published } from '../../desk/release-views.ts';
import { FORMATS, type Format } from '../../exports/format-names.ts';
import { formatWords, statisticsWords } from '../../pages/words/statistics.ts';
import { workspaceWords } from '../messages/workspace.ts';
import { CheckField } from '../parts/fields.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLanguage, useSay } from '../words.tsx';
import type { PictureFormat } from './make-files.ts';

const PICTURES: readonly PictureFormat[] = ['svg', 'png'];
const LANGUAGE_WORDS = { en: workspaceWords.english, km: workspaceWords.khmer } as const;

export type WorkspaceProps = {
  readonly figures: Figures;
  /** When each release was published, for the citation. */
  readonly days: readonly Pick<Published, 'release' | 'whose' | 'published'>[];
};

/** Tables, charts and languages to choose, and every kind of file to take them away in. */
export function Workspace({ figures, days }: WorkspaceProps) {
  const say = useSay();
  const language = useLanguage();
  const all = figures.tables.map(({ id }) => id);
  const [ids, setIds] = useState<readonly string[]>(all);
  const [languages, setLanguages] = useState<readonly Language[]>([language]);
  const chosen = pickTables(figures, ids);
  const { total, period, error, notSummed } = figures;
  const put = (id: string, on: boolean): void => setIds(on ? [...ids, id] : ids.filter((one) => one !== id));
  return (
    <>
      <p>
        {say(workspaceWords.chosen, {
          total,
          from: formatDay(period.start, language),
          to: formatDay(period.end, language),
          error,
        })}
      </p>
      <p class="caution">{sayCaveat(figures, language)}</p>
      {notSummed.length === 0 ? null : (
        <p>{say(workspaceWords.notSummed, { tables: notSummed.map((id) => sayTableId(id, language)).join(' · ') })}</p>
      )}
      <fieldset class="choices">
        <legend>{say(workspaceWords.tables)}</legend>
        <p class="buttons">
          <button type="button" class="quiet" onClick={() => setIds(all)}>
            {say(workspaceWords.allTables)}
          </button>
          <button type="button" class="quiet" onClick={() => setIds([])}>
            {say(workspaceWords.noTables)}
          </button>
        </p>
        <div class="in-columns">
          {figures.tables.map((table) => (
            <CheckField
              key={table.id}
              label={sayTable(table, language)}
              checked={ids.includes(table.id)}
              onChange={(on) => put(table.id, on)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="choices">
        <legend>{say(workspaceWords.languages)}</legend>
        {LANGUAGES.map((one) => (
          <CheckField
            key={one}
            label={say(LANGUAGE_WORDS[one])}
            checked={languages.includes(one)}
            onChange={(on) => setLanguages(LANGUAGES.filter((each) => (each === one ? on : languages.includes(each))))}
          />
        ))}
      </fieldset>
      <Downloads figures={chosen} languages={languages} />
      <Citation figures={figures} days={days} />
      <section class="tables">
        <h2>{say(workspaceWords.preview)}</h2>
        {chosen.tables.map((table) => (
          <div key={table.id}>
            <TableFigure figures={figures} table={table} language={language} />
            <PictureButtons figures={figures} table={table} languages={languages} />
          </div>
        ))}
      </section>
    </>
  );
}

type FilesProps = { readonly figures: Figures; readonly languages: readonly Language[] };

function Downloads({ figures, languages }: FilesProps) {
  const say = useSay();
  const [first, ...others] = languages;
  const saving = useAct(async (format: Format) => {
    const files = await import('./make-files.ts');
    if (first !== undefined) await files.saveFigures(figures, format, [first, ...others]);
  });
  const painting = useAct(async (format: PictureFormat) => {
    const files = await import('./make-files.ts');
    if (first !== undefined) await files.savePictures(figures, format, [first, ...others]);
  });
  const busy = saving.busy || painting.busy;
  return (
    <fieldset class="choices">
      <legend>{say(workspaceWords.download)}</legend>
      {first === undefined ? <p class="wrong">{say(workspaceWords.oneLanguage)}</p> : null}
      <Trouble refusal={saving.refusal ?? painting.refusal} />
      <div class="buttons">
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            disabled={busy || first === undefined}
            onClick={() => void saving.run(format)}
          >
            {say(formatWords[format])} ({format.replace('.', '+').toUpperCase()})
          </button>
        ))}
        {PICTURES.map((format) => (
          <button
            key={format}
            type="button"
            disabled={busy || first === undefined || figures.tables.length === 0}
            onClick={() => void painting.run(format)}
          >
            {say(format === 'svg' ? workspaceWords.charts : workspaceWords.pictures)}
          </button>
        ))}
      </div>
      {busy ? <Waiting>{say(workspaceWords.making)}</Waiting> : null}
    </fieldset>
  );
}

/** One chart by itself, in each chosen language. */
function PictureButtons({ figures, table, languages }: FilesProps & { readonly table: ReleaseTable }) {
  const say = useSay();
  const saving = useAct(async (format: PictureFormat, language: Language) => {
    const files = await import('./make-files.ts');
    await files.savePicture(figures, table, format, language);
  });
  return (
    <>
      <p class="buttons">
        {languages.flatMap((language) =>
          PICTURES.map((format) => (
            <button
              key={`${format} ${language}`}
              type="button"
              class="quiet"
              disabled={saving.busy}
              onClick={() => void saving.run(format, language)}
            >
              {say(format === 'svg' ? workspaceWords.asSvg : workspaceWords.asPng, {
                language: say(LANGUAGE_WORDS[language]),
              })}
            </button>
          )),
        )}
      </p>
      <Trouble refusal={saving.refusal} />
    </>
  );
}

/** A line a release, of a sum each of its parts, in the words of the release's public page. */
function Citation({ figures: { parts }, days }: WorkspaceProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <section class="cite">
      <h2>{say(statisticsWords.cite)}</h2>
      {parts.flatMap(({ release, hash }) => {
        const path = releasePath(release);
        const found = days.find((one) => releasePath(one.release) === path);
        if (found === undefined) return [];
        const said = say(statisticsWords.citation, {
          organisation: found.whose[language],
          kind: say(statisticsWords[release.kind]),
          quarter: formatQuarter(release.cohort, language),
          number: release.number,
          day: formatDay(found.published, language),
        });
        return [
          <p key={hash}>
            {said} <span lang="en">{hash.slice(0, 16)}</span>. {say(statisticsWords.address)}{' '}
            <span lang="en">{`${location.origin}/${language}/statistics/${path}`}</span>
          </p>,
        ];
      })}
    </section>
  );
}
