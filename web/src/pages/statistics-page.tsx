import { type Language, say } from '@romduol/shared/language/language';
import { peculiarities } from '@romduol/shared/exports/about-figures';
import { figuresOf } from '@romduol/shared/statistics/figures';
import { sayCaveat } from '@romduol/shared/statistics/table-words';
import { TableFigure } from '../charts/table-figure.tsx';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { sayRelease, sayTotal, sayView } from './figures-page.tsx';
import { type Published, newestFirst, releaseAddress, statisticsAddress } from './published.ts';
import { distinctSums, type FiguresView, seriesPath, sumsWith } from './statistics-views.ts';
import { methodWords } from './words/method.ts';
import { statisticsWords } from './words/statistics.ts';

/** The tables that say most at a glance; all of them stand on the release's own page. */
const SHOWN = { incident: ['type', 'province'], outcome: ['cascade', 'outcome'] } as const;

/** The newest release of each series and kind. */
function newestOfEach(published: readonly Published[]): Published[] {
  const seen = new Set<string>();
  return newestFirst(published).filter(({ release: { series, kind } }) => {
    const key = `${series} ${kind}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Every sum that can be made, once. */
const allSums = (published: readonly Published[]): FiguresView[] =>
  distinctSums(newestFirst(published).flatMap((one) => sumsWith(published, one)));

export type StatisticsPageProps = {
  readonly deployment: Deployment;
  readonly language: Language;
  readonly published: readonly Published[];
};

/** What has been published: the newest of each series in a few charts, and the way to everything else. */
export function StatisticsPage({ deployment, language, published }: StatisticsPageProps) {
  return (
    <Layout
      deployment={deployment}
      language={language}
      title="statistics"
      place="statistics"
      styles={deployment.assets.chartStyle}
    >
      <h1>{say(statisticsWords.heading, language)}</h1>
      <p>
        {say(statisticsWords.lead, language)}{' '}
        <a href={statisticsAddress('method', language)}>{say(methodWords.link, language)}</a>
      </p>
      {published.length === 0 ? <p class="n">{say(statisticsWords.none, language)}</p> : null}
      {newestOfEach(published).map((one) => {
        const shown: readonly string[] = SHOWN[one.release.kind];
        const address = releaseAddress(one, language);
        return (
          <section key={address} aria-label={sayRelease(one, language)}>
            <h2>{sayRelease(one, language)}</h2>
            <p>{sayTotal(one.release, language)}</p>
            {peculiarities(figuresOf(one), language).map((line) => (
              <p key={line} class="h">
                {line}
              </p>
            ))}
            {one.release.tables
              .filter(({ id }) => shown.includes(id))
              .map((table) => (
                <TableFigure key={table.id} figures={figuresOf(one)} table={table} language={language} />
              ))}
            <p class="h">{sayCaveat(one.release, language)}</p>
            <p>
              <a href={address}>{say(statisticsWords.whole, language)}</a>
            </p>
          </section>
        );
      })}
      {published.length === 0 ? null : (
        <>
          <h2>{say(statisticsWords.sums, language)}</h2>
          <ul>
            {newestOfEach(published).map((one) => (
              <li key={one.hash}>
                <a href={statisticsAddress(seriesPath(one), language)}>
                  {one.whose[language]} – {say(statisticsWords[one.release.kind], language)}:{' '}
                  {say(statisticsWords.overTime, language)}
                </a>
              </li>
            ))}
            {allSums(published).map((sum) => (
              <li key={sum.path}>
                <a href={statisticsAddress(sum.path, language)}>
                  {say(statisticsWords.sumOf, language, { what: sayView(sum, language) })}
                </a>
              </li>
            ))}
          </ul>
          <h2>{say(statisticsWords.all, language)}</h2>
          <ul>
            {newestFirst(published).map((one) => (
              <li key={one.hash}>
                <a href={releaseAddress(one, language)}>{sayRelease(one, language)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}
