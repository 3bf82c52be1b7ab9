import { aboutWords, peculiarities } from '@romduol/shared/exports/about-figures';
import { formatDay, formatQuarter } from '@romduol/shared/language/dates';
import { type Language, say } from '@romduol/shared/language/language';
import { writeDigits } from '@romduol/shared/language/numerals';
import type { Figures } from '@romduol/shared/statistics/figures';
import { gateWords, sayCaveat, sayTable, sayTableId } from '@romduol/shared/statistics/table-words';
import { TableFigure } from '../charts/table-figure.tsx';
import { FORMATS, type Format } from '../exports/format-names.ts';
import { addressOf } from './addresses.ts';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { type Published, statisticsAddress } from './published.ts';
import { distinctSums, type FiguresView, seriesPath, sumsWith } from './statistics-views.ts';
import { methodWords } from './words/method.ts';
import { formatWords, statisticsWords } from './words/statistics.ts';

type ViewProps = { readonly view: FiguresView; readonly language: Language };

/** Whose, what and when: the heading of a release wherever it is shown. */
export function sayRelease({ release, whose }: Published, language: Language): string {
  return `${whose[language]} – ${say(statisticsWords[release.kind], language)}, ${formatQuarter(release.cohort, language)}`;
}

/** The same of a sum: the organisation where all are its own, else all whose it is, and the year where it is not of one quarter. */
export function sayView({ figures, parts, path }: FiguresView, language: Language): string {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return sayRelease(first, language);
  const organisations = new Set(parts.map(({ organisation }) => organisation[language]));
  const own = new Set(parts.map(({ whose }) => whose[language]));
  const names = [...(organisations.size === 1 && own.size > 1 ? organisations : own)].join(', ');
  const period = path.split('/').at(-1) ?? '';
  const [cohort = first!.release.cohort] = parts.map(({ release }) => release.cohort);
  const when = /-q\d$/.test(period)
    ? formatQuarter(cohort, language)
    : say(statisticsWords.year, language, { year: writeDigits(period, language) });
  return `${names} – ${say(statisticsWords[figures.kind], language)}, ${when}`;
}

/** How many, and of which days: more than the quarter's when earlier ones waited to be counted with it. */
export function sayTotal({ total, period }: Pick<Figures, 'total' | 'period'>, language: Language): string {
  const from = formatDay(period.start, language);
  return say(statisticsWords.total, language, { total, from, to: formatDay(period.end, language) });
}

function Downloads({ view, language }: ViewProps) {
  const label = (format: Format) => (
    <>
      {say(formatWords[format], language)} <span lang="en">({format.replace('.', '+').toUpperCase()})</span>
    </>
  );
  return (
    <nav class="downloads" aria-label={say(statisticsWords.downloads, language)}>
      <h2>{say(statisticsWords.downloads, language)}</h2>
      <ul>
        {FORMATS.map((format) => (
          <li key={format}>
            <a href={`${statisticsAddress(view.path, language)}.${format}`} download>
              {label(format)}
            </a>
          </li>
        ))}
      </ul>
      <p class="h">{say(statisticsWords.rightsInFiles, language)}</p>
      <details>
        <summary>{say(statisticsWords.charts, language)}</summary>
        <ul>
          {view.figures.tables.map((table) => (
            <li key={table.id}>
              <a href={`${statisticsAddress(view.path, language)}/${table.id}.svg`} download>
                {sayTable(table, language)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

function Withheld({ view: { figures }, language }: ViewProps) {
  const gate = figures.parts.length === 1 ? figures.parts.flatMap(({ release }) => release.gate) : [];
  const lines = [
    ...gate.map(({ table, reason, instead }) => ({
      table,
      why: `${gateWords[reason][language]} ${
        instead.length === 0
          ? ''
          : say(statisticsWords.instead, language, {
              tables: instead.map((id) => sayTableId(id, language)).join(language === 'en' ? ', ' : ' '),
            })
      }`.trim(),
    })),
    ...figures.notSummed.map((table) => ({ table, why: say(statisticsWords.notSummed, language) })),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{say(statisticsWords.withheld, language)}</h2>
      <ul>
        {lines.map(({ table, why }) => (
          <li key={table}>
            {sayTableId(table, language)}: {why}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One line a release: of a sum, whoever cites it must be able to name its parts. */
function Citation({ deployment, view, language }: ViewProps & { readonly deployment: Deployment }) {
  const address = `${deployment.publicOrigin ?? ''}${statisticsAddress(view.path, language)}`;
  return (
    <>
      <h2>{say(statisticsWords.cite, language)}</h2>
      {view.parts.map(({ release, day, hash, whose }) => (
        <p key={hash} class="cite">
          {say(statisticsWords.citation, language, {
            organisation: whose[language],
            kind: say(statisticsWords[release.kind], language),
            quarter: formatQuarter(release.cohort, language),
            number: release.number,
            day: formatDay(day, language),
          })}{' '}
          <span lang="en">{hash.slice(0, 16)}</span>
        </p>
      ))}
      <p>
        {say(statisticsWords.address, language)} <span lang="en">{address}</span>
      </p>
      <p class="h">{say(view.parts.length === 1 ? statisticsWords.stays : statisticsWords.grows, language)}</p>
    </>
  );
}

/** Whose figures, what was unusual about them, and what everybody must know who reads on. */
function Lead({ view: { figures, parts }, language }: ViewProps) {
  const [first] = parts;
  return (
    <>
      <p>
        {sayTotal(figures, language)}
        {language === 'en' ? '. ' : '។ '}
        {first === undefined || parts.length > 1
          ? null
          : say(statisticsWords.published, language, { day: formatDay(first.day, language) })}
      </p>
      {parts.length === 1 ? null : (
        <>
          <p>{say(aboutWords.summed, language, { count: parts.length })}</p>
          <ul>
            {parts.map((one) => (
              <li key={one.hash}>
                <a href={statisticsAddress(`${seriesPath(one)}/${one.release.cohort.toLowerCase()}`, language)}>
                  {sayRelease(one, language)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="n">
        {sayCaveat(figures, language)}{' '}
        <a href={statisticsAddress('method', language)}>{say(methodWords.link, language)}</a>
      </p>
      {peculiarities(figures, language).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
}

export type FiguresPageProps = ViewProps & {
  readonly deployment: Deployment;
  /** Everything there is, for the way to the sums that this is part of. */
  readonly published: readonly Published[];
};

/** One release, or a sum of several, with all its tables, at an address that stays. */
export function FiguresPage({ deployment, language, view, published }: FiguresPageProps) {
  const { figures, parts, path } = view;
  const [first] = parts;
  return (
    <Layout
      deployment={deployment}
      language={language}
      title="statistics"
      place="statistics"
      below={path}
      styles={deployment.assets.chartStyle}
    >
      <h1>{sayView(view, language)}</h1>
      <Lead view={view} language={language} />
      {figures.tables.map((table) => (
        <TableFigure key={table.id} figures={figures} table={table} language={language} />
      ))}
      <Withheld view={view} language={language} />
      <Downloads view={view} language={language} />
      <Citation deployment={deployment} view={view} language={language} />
      <nav class="more" aria-label={say(statisticsWords.more, language)}>
        <ul>
          {first === undefined || parts.length > 1
            ? null
            : [
                <li key="series">
                  <a href={statisticsAddress(seriesPath(first), language)}>{say(statisticsWords.overTime, language)}</a>
                </li>,
                ...distinctSums(sumsWith(published, first)).map((sum) => (
                  <li key={sum.path}>
                    <a href={statisticsAddress(sum.path, language)}>
                      {say(statisticsWords.sumOf, language, { what: sayView(sum, language) })}
                    </a>
                  </li>
                )),
              ]}
          <li>
            <a href={addressOf('statistics', language)}>{say(statisticsWords.back, language)}</a>
          </li>
        </ul>
      </nav>
    </Layout>
  );
}
