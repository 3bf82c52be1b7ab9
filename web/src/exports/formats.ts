import type { Language } from '@romduol/shared/language/language';
import { writeDataPackage, type Sha256 } from '@romduol/shared/exports/data-package';
import { writeFiguresWorkbook } from '@romduol/shared/exports/figures-workbook';
import { writeJsonStat } from '@romduol/shared/exports/json-stat';
import { writeTidyCsv } from '@romduol/shared/exports/tidy-csv';
import type { Figures } from '@romduol/shared/statistics/figures';
import type { Format } from './format-names.ts';
import { writeReport } from './report-file.tsx';

/**
 * A file of these figures: a function of the signed releases and nothing else, so that whoever makes it, the server or an
 * advocate's browser, comes to the same bytes.
 * @param languages of the labels in JSON-stat (the first) and the report; the other formats always have both.
 */
export async function writeFigures(
  figures: Figures,
  format: Format,
  languages: readonly [Language, ...Language[]],
  sha256: Sha256,
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'csv':
      return writeTidyCsv([figures]);
    case 'hxl.csv':
      return writeTidyCsv([figures], { hxl: true });
    case 'xlsx':
      return writeFiguresWorkbook(figures);
    case 'json':
      return writeJsonStat(figures, languages[0]);
    case 'zip':
      return writeDataPackage(figures, sha256);
    case 'html':
      return writeReport(figures, languages);
  }
}
