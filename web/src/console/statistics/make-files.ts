/** What an advocate takes with them, made in their own browser; fetched when the first file is asked for. */
import { aboutFigures } from '@romduol/shared/exports/about-figures';
import { writeTidyCsv } from '@romduol/shared/exports/tidy-csv';
import { type NamedFile, zipFiles } from '@romduol/shared/exports/zip-files';
import type { Language } from '@romduol/shared/language/language';
import { type Figures, nameOf } from '@romduol/shared/statistics/figures';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { chartName, writeChart } from '../../exports/chart-file.tsx';
import { type Format, MEDIA_TYPES, fileName } from '../../exports/format-names.ts';
import { writeFigures } from '../../exports/formats.ts';
import { describePng } from '../../exports/png-text.ts';
import { saveFile } from '../parts/save-file.ts';

type Languages = readonly [Language, ...Language[]];
export type PictureFormat = 'svg' | 'png';

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));

/** Saves the figures as one file, or for JSON-stat, whose labels are in one language, one file a language. */
export async function saveFigures(figures: Figures, format: Format, languages: Languages): Promise<void> {
  const each: readonly Languages[] = format === 'json' ? languages.map((one) => [one]) : [languages];
  for (const some of each) {
    const content = await writeFigures(figures, format, some, sha256);
    saveFile(fileName(figures, format, some[0]), MEDIA_TYPES[format], content);
  }
}

export function saveEverything(many: readonly Figures[]): void {
  saveFile('romduol-releases.csv', MEDIA_TYPES.csv, writeTidyCsv(many));
}

export async function savePicture(
  figures: Figures,
  table: ReleaseTable,
  format: PictureFormat,
  language: Language,
): Promise<void> {
  const { name, content } = await pictureOf(figures, table, format, language);
  saveFile(name, format === 'svg' ? 'image/svg+xml' : 'image/png', new Uint8Array(content));
}

/** Every chosen chart in every chosen language, in one zip. */
export async function savePictures(figures: Figures, format: PictureFormat, languages: Languages): Promise<void> {
  const files: NamedFile[] = [];
  for (const table of figures.tables) {
    for (const language of languages) files.push(await pictureOf(figures, table, format, language));
  }
  saveFile(`romduol-${nameOf(figures)}-${format}.zip`, MEDIA_TYPES.zip, zipFiles(files));
}

async function pictureOf(
  figures: Figures,
  table: ReleaseTable,
  format: PictureFormat,
  language: Language,
): Promise<{ readonly name: string; readonly content: Uint8Array }> {
  const svg = writeChart(figures, table, language);
  const name = `${chartName(figures, table, language)}.${format}`;
  if (format === 'svg') return { name, content: new TextEncoder().encode(svg) };
  const about = aboutFigures(figures, language).map(({ label, text }) => `${label}: ${text}`);
  return { name, content: describePng(await paint(svg), about.join('\n')) };
}

/** Dots a pixel of the drawing: 192 to the inch, enough for print in a report's column. */
const SCALE = 2;

/** The browser shapes the text, Khmer too, with the fonts that the advocate reads with. */
async function paint(svg: string): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('not painted');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
