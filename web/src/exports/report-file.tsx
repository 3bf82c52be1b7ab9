import { aboutFigures, aboutWords } from '@romduol/shared/exports/about-figures';
import {
  INSTRUMENTS,
  type Instrument,
  RIGHTS_STATUS,
  RIGHTS_VERSION,
  rightsOf,
} from '@romduol/shared/codebook/rights-map';
import { type Language, type Words, say } from '@romduol/shared/language/language';
import { writeDigits } from '@romduol/shared/language/numerals';
import { codesByList, type Figures, nameOf } from '@romduol/shared/statistics/figures';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { labelCode, sayTable } from '@romduol/shared/statistics/table-words';
import { render } from 'preact-render-to-string';
import { DataTable } from '../charts/data-table.tsx';
import { notesOn } from '../charts/table-figure.tsx';
import { drawTable } from '../charts/table-chart.tsx';
import { CHART_FILE_STYLE, FONTS } from './file-style.ts';

const STYLE = `@page{size:A4;margin:18mm 16mm}
html{background:#fff;color:#1c2921;font:16px/1.6 ${FONTS}}
:lang(km){line-height:1.9}
body{max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.5rem;break-after:avoid}
section{break-before:page}section:first-of-type{break-before:auto}
figure{margin:2rem 0;break-inside:avoid}figcaption{font-weight:700;margin-bottom:.75rem;break-after:avoid}
.chart{display:block;width:100%;max-width:40rem;overflow:visible}.chart-map{max-width:28rem}
.chart-note{color:#4b5a50;margin:.5rem 0}
.chart-table{overflow-x:auto}
table{border-collapse:collapse;font-size:.875rem}
tr{break-inside:avoid}
th,td{padding:.25rem .625rem .25rem 0;border-bottom:1px solid #dcd9c4;text-align:start;vertical-align:top}
td,thead th+th{text-align:end}
.words th,.words td,.words thead th+th{text-align:start}
.words td{overflow-wrap:anywhere}
tbody th{font-weight:400}
.rights{table-layout:fixed;width:100%;min-width:40rem;font-size:.75rem;line-height:1.4}
.rights:lang(km){line-height:1.7}
@media print{.rights{min-width:0;font-size:7.5pt}
figure{margin:1.25rem 0 .5rem}.chart{zoom:.68}
body{max-width:none;padding:0;font-size:11pt}.chart-table{overflow:visible}.chart,.chart *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
${CHART_FILE_STYLE}`;

/** It is opened from a disk, where no server sets a policy: it runs nothing and fetches nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The whole report: a page that stands by itself, to be printed or read without a line; one part a language. */
export function writeReport(figures: Figures, languages: readonly Language[]): string {
  const [first = 'en'] = languages;
  const html = render(
    <html lang={first}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{titleOf(figures, first)}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        {languages.map((language) => (
          <ReportPart key={language} figures={figures} language={language} />
        ))}
      </body>
    </html>,
  );
  return `<!doctype html>${html}\n`;
}

export const reportName = (figures: Figures): string => `romduol-${nameOf(figures)}-report`;

function titleOf(figures: Figures, language: Language): string {
  const period = aboutFigures(figures, language).find(({ key }) => key === 'period')?.text ?? '';
  return `${aboutWords[figures.kind][language]}, ${period}`;
}

function ReportPart({ figures, language }: { figures: Figures; language: Language }) {
  return (
    <section lang={language}>
      <h1>{titleOf(figures, language)}</h1>
      <table class="words">
        <tbody>
          {aboutFigures(figures, language).map(({ label, text }, i) => (
            <tr key={i}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {figures.tables.map((table) => (
        <ReportTable key={table.id} figures={figures} table={table} language={language} />
      ))}
      <RightsTable figures={figures} language={language} />
    </section>
  );
}

function ReportTable({ figures, table, language }: { figures: Figures; table: ReleaseTable; language: Language }) {
  const id = `${nameOf(figures)}-${table.id}-${language}`;
  return (
    <>
      <figure>
        <figcaption>{sayTable(table, language)}</figcaption>
        {drawTable(table, figures.error, id, language)}
        {notesOn(figures, table, language).map((note) => (
          <p key={note} class="chart-note">
            {note}
          </p>
        ))}
      </figure>
      <DataTable table={table} language={language} kind={figures.kind} />
    </>
  );
}

const NAMES = Object.keys(INSTRUMENTS) as Instrument[];

/** The articles of each code of these figures, each list once: a row a code, a column an instrument, so that no name is said twice. */
function RightsTable({ figures, language }: { figures: Figures; language: Language }) {
  const rows = [...codesByList(figures)].flatMap(([list, codes]) =>
    codes.flatMap((code) => {
      const rights = new Map(rightsOf(list, code).map(({ instrument, articles }) => [instrument, articles.join(', ')]));
      return rights.size === 0 ? [] : [{ key: `${list} ${code}`, label: labelCode(list, code, language), rights }];
    }),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{say(aboutWords.rights as Words, language, { version: RIGHTS_VERSION })}</h2>
      <p>{RIGHTS_STATUS[language]}</p>
      <div class="chart-table">
        <table class="words rights">
          <thead>
            <tr>
              <th scope="col">{say(aboutWords.code, language)}</th>
              {NAMES.map((name) => (
                <th key={name} scope="col">
                  {INSTRUMENTS[name][language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, rights }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {NAMES.map((name) => (
                  <td key={name}>{writeDigits(rights.get(name) ?? '–', language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
