import type { Language } from '@romduol/shared/language/language';
import { aboutFigures } from '@romduol/shared/exports/about-figures';
import { rightsRows } from '@romduol/shared/exports/rights-rows';
import { type Figures, nameOf, pickTables } from '@romduol/shared/statistics/figures';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { sayTable } from '@romduol/shared/statistics/table-words';
import { cloneElement } from 'preact';
import { render } from 'preact-render-to-string';
import { drawTable } from '../charts/table-chart.tsx';
import { notesOn } from '../charts/table-figure.tsx';
import { widthInEm, wrapLabel } from '../charts/wrap-label.ts';
import { CHART_FILE_STYLE } from './file-style.ts';

/** In pixels: what a column of a printed page takes at 96 to the inch, twice the phone for which charts are drawn. */
const WIDTH = 640;
const MARGIN = 24;

type TextLine = { readonly text: string; readonly size: number; readonly bold: boolean };

/**
 * A chart as a file of its own, with title, caveat and source drawn in, since a picture is passed on without the page that
 * it stood on. What has no room there (method, rights) is in its metadata.
 */
export function writeChart(figures: Figures, table: ReleaseTable, language: Language): string {
  const inner = WIDTH - 2 * MARGIN;
  const about = aboutFigures(figures, language);
  const said = (key: string): string[] =>
    about.filter((line) => line.key === key).map(({ label, text }) => `${label}: ${text}`);
  const head = layText([sayTable(table, language)], 20, true, inner);
  const foot = [
    ...layText(notesOn(figures, table, language), 13, false, inner),
    ...layText(
      about.filter(({ key }) => key === 'caveat').map(({ text }) => text),
      13,
      false,
      inner,
    ),
    ...layText([...said('what'), ...said('series'), ...said('period')], 13, false, inner),
    ...layText(said('release'), 11, false, inner),
  ];
  const drawing = drawTable(table, figures.error, `${nameOf(figures)}-${table.id}`, language);
  const { width, height } = sizeOf(drawing.props, inner);
  const headHeight = heightOf(head, language);
  const footAt = MARGIN + headHeight + height + 16;
  const total = footAt + heightOf(foot, language) + MARGIN;
  const metadata = [
    ...about.map(({ label, text }) => `${label}: ${text}`),
    ...rightsRows(pickTables(figures, [table.id])).map((row) => row.join('; ')),
  ].join('\n');
  return render(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={total}
      viewBox={`0 0 ${WIDTH} ${total}`}
      lang={language}
    >
      <metadata>{metadata}</metadata>
      <style>{CHART_FILE_STYLE}</style>
      <rect width={WIDTH} height={total} fill="#fff" />
      <Texts lines={head} y={MARGIN} language={language} />
      {cloneElement(drawing, { x: MARGIN, y: MARGIN + headHeight, width, height })}
      <Texts lines={foot} y={footAt} language={language} />
    </svg>,
  );
}

export const chartName = (figures: Figures, table: ReleaseTable, language: Language): string =>
  `romduol-${nameOf(figures)}-${table.id}-${language}`;

/** A drawing says its height, or by its box how high it is for its width. */
function sizeOf(props: Readonly<Record<string, unknown>>, inner: number): { width: number; height: number } {
  const { height, viewBox } = props;
  if (typeof height === 'number') return { width: inner, height };
  const [, , across = 1, down = 1] = String(viewBox).split(' ').map(Number);
  const width = Math.min(inner, 512);
  return { width, height: (width * down) / across };
}

/** In a file of a fixed width a line may hold more than on a phone. */
function layText(texts: readonly string[], size: number, bold: boolean, width: number): TextLine[] {
  const em = width / size / (bold ? 1.08 : 1);
  return texts.flatMap((text) =>
    (widthInEm(text) <= em ? [text] : wrapLabel(text, em)).map((line) => ({ text: line, size, bold })),
  );
}

const lineHeight = (size: number, language: Language): number => Math.round(size * (language === 'km' ? 1.9 : 1.45));

const heightOf = (lines: readonly TextLine[], language: Language): number =>
  lines.reduce((height, { size }) => height + lineHeight(size, language), 0);

function Texts({ lines, y, language }: { lines: readonly TextLine[]; y: number; language: Language }) {
  let at = y;
  return (
    <>
      {lines.map(({ text, size, bold }, i) => {
        at += lineHeight(size, language);
        return (
          <text key={i} class={bold ? 'head' : `s${size}`} x={MARGIN} y={at - Math.round(size * 0.4)}>
            {text}
          </text>
        );
      })}
    </>
  );
}
