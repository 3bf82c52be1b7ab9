import { type Language, say } from '@romduol/shared/language/language';
import { sayCaveat } from '@romduol/shared/statistics/table-words';
import { TableFigure } from '../charts/table-figure.tsx';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { type Published, newestFirst, releaseAddress } from './published.ts';
import { sayRelease, sayTotal } from './release-page.tsx';
import { statisticsWords } from './words/statistics.ts';

/** The tables that say most at a glance; all of them stand on the release's own page. */
const SHOWN = { incident: ['type', 'province'], outcome: ['cascade', 'outcome'] } as const;

/** The newest release of each organisation and kind. */
function newestOfEach(published: readonly Published[]): Published[] {
  const seen = new Set<string>();
  return newestFirst(published).filter(({ release: { series, kind } }) => {
    const key = `${series} ${kind}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

export type StatisticsPageProps = {
  readonly deployment: Deployment;
  readonly language: Language;
  readonly published: readonly Published[];
};

/** What has been published: the newest of each organisation in a few charts, and the way to everything else. */
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
      <p>{say(statisticsWords.lead, language)}</p>
      {published.length === 0 ? <p class="n">{say(statisticsWords.none, language)}</p> : null}
      {newestOfEach(published).map((one) => {
        const shown: readonly string[] = SHOWN[one.release.kind];
        const address = releaseAddress(one, language);
        return (
          <section key={address} aria-label={sayRelease(one, language)}>
            <h2>{sayRelease(one, language)}</h2>
            <p>{sayTotal(one, language)}</p>
            {one.release.tables
              .filter(({ id }) => shown.includes(id))
              .map((table) => (
                <TableFigure key={table.id} release={one.release} table={table} language={language} />
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
