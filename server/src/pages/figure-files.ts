import { createHash } from 'node:crypto';
import type { Language } from '@romduol/shared/language/language';
import { chartName, writeChart } from '@romduol/web/exports/chart-file';
import { FORMATS, MEDIA_TYPES, fileName } from '@romduol/web/exports/format-names';
import { writeFigures } from '@romduol/web/exports/formats';
import { statisticsAddress } from '@romduol/web/pages/published';
import type { FiguresView } from '@romduol/web/pages/statistics-views';

/** A file that stands beside a page of figures. */
export type FigureFile = {
  /** Its address. */
  readonly path: string;
  readonly headers: Readonly<Record<'content-type' | 'content-disposition', string>>;
  make(): Promise<Uint8Array<ArrayBuffer>>;
};

/** Every file of these figures: each format, and each chart as a picture. Making one takes some tens of milliseconds. */
export function figureFiles({ figures, path }: FiguresView, language: Language): FigureFile[] {
  const address = statisticsAddress(path, language);
  const file = (end: string, type: string, name: string, make: () => Promise<string | Uint8Array<ArrayBuffer>>) => ({
    path: address + end,
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
    make: async () => bytesOf(await make()),
  });
  return [
    ...FORMATS.map((format) =>
      file(`.${format}`, MEDIA_TYPES[format], fileName(figures, format, language), () =>
        writeFigures(figures, format, [language], sha256),
      ),
    ),
    ...figures.tables.map((table) =>
      file(`/${table.id}.svg`, 'image/svg+xml', `${chartName(figures, table, language)}.svg`, async () =>
        writeChart(figures, table, language),
      ),
    ),
  ];
}

/** Where the page stands that a file of figures is beside; null for what is named like no such file. */
export function pageOfFile(path: string): string | null {
  const chart = /^(.+)\/[a-z_]+\.svg$/.exec(path);
  if (chart !== null) return chart[1]!;
  // The longest first: every `hxl.csv` ends like a `csv`.
  const format = [...FORMATS].sort((a, b) => b.length - a.length).find((one) => path.endsWith(`.${one}`));
  return format === undefined ? null : path.slice(0, -format.length - 1);
}

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> => createHash('sha256').update(bytes).digest();

const bytesOf = (content: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;
