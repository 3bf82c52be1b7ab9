import type { Language } from '@romduol/shared/language/language';
import { type Figures, nameOf } from '@romduol/shared/statistics/figures';

/** The kinds of file that figures can be had as; each name is also the end of its address and of its name. */
export const FORMATS = ['csv', 'hxl.csv', 'xlsx', 'json', 'zip', 'html'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  'hxl.csv': 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
  html: 'text/html; charset=utf-8',
};

/** What the file is called on a disk. */
export function fileName(figures: Figures, format: Format, language: Language): string {
  const inLanguage = format === 'json' || format === 'html' ? `-${language}` : '';
  return `romduol-${nameOf(figures)}${inLanguage}.${format}`;
}
