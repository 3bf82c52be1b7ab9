import { type Language, say } from '@romduol/shared/language/language';
import { formatNumber, writeDigits } from '@romduol/shared/language/numerals';
import {
  type Comparison,
  comparableTables,
  latestComparison,
  readCell,
  type ReadValue,
  trendBetween,
} from '@romduol/shared/statistics/trends';
import { labelCode, sayTable, sayVariable } from '@romduol/shared/statistics/table-words';
import { chartWords } from '../charts/chart-words.ts';
import { type Line, LineChart, type LinePoint } from '../charts/line-chart.tsx';
import { addressOf } from './addresses.ts';
import type { Deployment } from './deployment.ts';
import { sayRelease } from './figures-page.tsx';
import { Layout } from './layout.tsx';
import { type Published, releaseAddress, statisticsAddress } from './published.ts';
import type { SeriesView } from './statistics-views.ts';
import { methodWords } from './words/method.ts';
import { statisticsWords } from './words/statistics.ts';

/** What scrolls must be within reach of the keyboard. */
const SCROLLS = { tabIndex: 0 } as const;

type SeriesProps = { readonly view: SeriesView; readonly language: Language };

/** Quarters since the year nought. */
const placeOf = ({ release: { cohort } }: Published): number =>
  Number(cohort.slice(0, 4)) * 4 + Number(cohort.slice(6));

function pointsOf(parts: readonly Published[], read: ReadValue, language: Language): LinePoint[] {
  return parts.flatMap((one) => {
    const value = read(one.release);
    const { cohort, error, waited } = one.release;
    if (value === null) return [];
    const tick = tickOf(cohort, language);
    return [{ tick, at: placeOf(one), value, error, single: waited.length === 0 }];
  });
}

/** `2026 Q1`; in Khmer the quarter's number before the year. */
function tickOf(cohort: string, language: Language): string {
  const [year = '', quarter = ''] = cohort.split('-Q');
  return say(statisticsWords.tick, language, {
    year: writeDigits(year, language),
    quarter: writeDigits(quarter, language),
  });
}

type Family = {
  readonly id: string;
  readonly title: string;
  readonly heading: string;
  readonly lines: readonly Line[];
};

/** The total, then every one-way table that stands in more than one release: a line a code, in the codebook's order. */
function familiesOf({ parts }: SeriesView, comparison: Comparison | null, language: Language): Family[] {
  const line = (code: string, label: string, read: ReadValue): Line => ({
    code,
    label,
    points: pointsOf(parts, read, language),
    trend: comparison === null ? null : trendBetween(comparison, read),
  });
  const total = say(statisticsWords.totalLine, language);
  return [
    { id: 'total', title: total, heading: total, lines: [line('total', total, ({ total: all }) => all)] },
    ...comparableTables(parts).map((table) => {
      const [dimension] = table.dimensions;
      return {
        id: table.id,
        title: sayTable(table, language),
        heading: sayVariable(dimension!.variable, language),
        lines: dimension!.codes.map((code) =>
          line(code, labelCode(dimension!.list, code, language), readCell(table.id, code)),
        ),
      };
    }),
  ];
}

function LineFigure({ family, language, error }: { family: Family; language: Language; error: number }) {
  const { id, title, heading, lines } = family;
  const ticks = [...new Set(lines.flatMap(({ points }) => points.map(({ tick }) => tick)))];
  const shown = lines.filter(({ points }) => points.length > 0);
  return (
    <figure class="chart-figure-box">
      <figcaption>{title}</figcaption>
      <LineChart id={`over-time-${id}`} title={title} lines={shown} language={language} />
      <p class="chart-note">{say(chartWords.band, language, { error })}</p>
      <details>
        <summary>{say(chartWords.asTable, language)}</summary>
        <section class="chart-table" aria-label={title} {...SCROLLS}>
          <table aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{heading}</th>
                {ticks.map((tick) => (
                  <th key={tick} scope="col">
                    {tick}
                  </th>
                ))}
                <th scope="col">{say(statisticsWords.change, language)}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ code, label, points, trend }) => (
                <tr key={code}>
                  <th scope="row">{label}</th>
                  {ticks.map((tick) => {
                    const point = points.find((one) => one.tick === tick);
                    return <td key={tick}>{point === undefined ? '–' : formatNumber(point.value, language)}</td>;
                  })}
                  <td>{trend === null ? '–' : chartWords[trend][language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}

/** What is compared with what; nothing is said of a change without it. */
function Compared({ comparison, language }: { comparison: Comparison | null; language: Language }) {
  if (comparison === null) return <p class="n">{say(statisticsWords.notComparable, language)}</p>;
  const name = (releases: Comparison['before']): string =>
    releases.map(({ release }) => tickOf(release.cohort, language)).join(', ');
  return (
    <p class="n">
      {say(statisticsWords.compared, language, { before: name(comparison.before), after: name(comparison.after) })}{' '}
      {say(statisticsWords.rule, language)}{' '}
      <a href={statisticsAddress('method', language)}>{say(methodWords.link, language)}</a>
    </p>
  );
}

export type SeriesPageProps = SeriesProps & { readonly deployment: Deployment };

/** One series over time: lines with the band of the rounding, and what may be said of each by the published rule. */
export function SeriesPage({ deployment, view, language }: SeriesPageProps) {
  const { parts, path } = view;
  const [first] = parts;
  if (first === undefined) return null;
  const comparison = latestComparison(parts);
  const error = Math.max(...parts.map(({ release }) => release.error));
  return (
    <Layout
      deployment={deployment}
      language={language}
      title="statistics"
      place="statistics"
      below={path}
      styles={deployment.assets.chartStyle}
    >
      <h1>
        {first.whose[language]} – {say(statisticsWords[first.release.kind], language)}
      </h1>
      {parts.length === 1 ? (
        <p class="n">{say(statisticsWords.onlyOne, language)}</p>
      ) : (
        <>
          <Compared comparison={comparison} language={language} />
          {familiesOf(view, comparison, language).map((family) => (
            <LineFigure key={family.id} family={family} language={language} error={error} />
          ))}
        </>
      )}
      <h2>{say(statisticsWords.all, language)}</h2>
      <ul>
        {[...parts].reverse().map((one) => (
          <li key={one.hash}>
            <a href={releaseAddress(one, language)}>{sayRelease(one, language)}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={addressOf('statistics', language)}>{say(statisticsWords.back, language)}</a>
      </p>
    </Layout>
  );
}
