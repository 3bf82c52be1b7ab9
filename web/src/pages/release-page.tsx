import { formatDay, formatQuarter } from '@romduol/shared/language/dates';
import { type Language, say } from '@romduol/shared/language/language';
import { gateWords, sayCaveat, sayVariable } from '@romduol/shared/statistics/table-words';
import { TableFigure } from '../charts/table-figure.tsx';
import { addressOf } from './addresses.ts';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { type Published, releaseAddress, releasePath } from './published.ts';
import { statisticsWords } from './words/statistics.ts';

type ReleaseProps = { readonly published: Published; readonly language: Language };

/** Whose, what and when: the heading of a release wherever it is shown. */
export function sayRelease({ release, organisation }: Published, language: Language): string {
  return `${organisation[language]} – ${say(statisticsWords[release.kind], language)}, ${formatQuarter(release.cohort, language)}`;
}

/** How many, and of which days: more than the quarter's when earlier ones waited to be counted with it. */
export function sayTotal({ release: { total, period } }: Published, language: Language): string {
  const from = formatDay(period.start, language);
  return say(statisticsWords.total, language, { total, from, to: formatDay(period.end, language) });
}

/** What is unusual about a release: earlier quarters counted with it, rules laid down late. */
function ReleaseNotes({ published: { release }, language }: ReleaseProps) {
  const quarters = release.waited.map((quarter) => formatQuarter(quarter, language)).join(', ');
  return (
    <>
      {quarters === '' ? null : <p>{say(statisticsWords.waited, language, { quarters })}</p>}
      {release.openedLate ? <p>{say(statisticsWords.openedLate, language)}</p> : null}
    </>
  );
}

function Citation({ published: { release, day, hash, organisation }, language }: ReleaseProps) {
  return (
    <>
      <h2>{say(statisticsWords.cite, language)}</h2>
      <p>
        {say(statisticsWords.citation, language, {
          organisation: organisation[language],
          kind: say(statisticsWords[release.kind], language),
          quarter: formatQuarter(release.cohort, language),
          number: release.number,
          day: formatDay(day, language),
          hash: hash.slice(0, 16),
        })}
      </p>
    </>
  );
}

export type ReleasePageProps = ReleaseProps & { readonly deployment: Deployment };

/** One release with all its tables, at an address that stays. */
export function ReleasePage({ deployment, language, published }: ReleasePageProps) {
  const { release } = published;
  return (
    <Layout
      deployment={deployment}
      language={language}
      title="statistics"
      place="statistics"
      below={releasePath(published)}
      styles={deployment.assets.chartStyle}
    >
      <h1>{sayRelease(published, language)}</h1>
      <p>
        {sayTotal(published, language)}
        {language === 'en' ? '. ' : '។ '}
        {say(statisticsWords.published, language, { day: formatDay(published.day, language) })}
      </p>
      <p class="o">
        <a class="b" href={`${releaseAddress(published, language)}.csv`} download>
          {say(statisticsWords.download, language)}
        </a>
        <a class="b q" href={addressOf('statistics', language)}>
          {say(statisticsWords.back, language)}
        </a>
      </p>
      <p class="n">{sayCaveat(release, language)}</p>
      <ReleaseNotes published={published} language={language} />
      {release.tables.map((table) => (
        <TableFigure key={table.id} release={release} table={table} language={language} />
      ))}
      {release.gate.length === 0 ? null : (
        <>
          <h2>{say(statisticsWords.withheld, language)}</h2>
          <ul>
            {release.gate.map(({ table, reason }) => (
              <li key={table}>
                {table
                  .split('_by_')
                  .map((variable) => sayVariable(variable, language))
                  .join(' × ')}
                : {gateWords[reason][language]}
              </li>
            ))}
          </ul>
        </>
      )}
      <Citation published={published} language={language} />
    </Layout>
  );
}
