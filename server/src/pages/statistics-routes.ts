import { createHash } from 'node:crypto';
import { type Format, FORMATS, MEDIA_TYPES, fileName } from '@romduol/web/exports/format-names';
import { writeFigures } from '@romduol/web/exports/formats';
import { chartName, writeChart } from '@romduol/web/exports/chart-file';
import { findView, type FiguresView } from '@romduol/web/pages/statistics-views';
import type { Language } from '@romduol/shared/language/language';
import type { Context, Hono } from 'hono';
import type { Environment } from '../environment.ts';
import type { PageStore } from './page-store.ts';
import { answerPage, languageOf } from './routes.tsx';

type File = { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Files that are kept once made. They never change; a handful of releases has some dozens. */
const MOST_KEPT = 256;

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> => createHash('sha256').update(bytes).digest();

/** The pages below the statistics, and the files of every figure that has an address. */
export function mountStatistics(app: Hono<Environment>, pages: PageStore): void {
  const kept = new Map<string, Promise<File>>();

  /** Made once: a spreadsheet takes some tens of milliseconds, which nobody may ask for a thousand times. */
  function keep(key: string, make: () => Promise<File>): Promise<File> {
    const found = kept.get(key);
    if (found !== undefined) return found;
    const file = make();
    const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, file);
    file.catch(() => kept.delete(key));
    return file;
  }

  async function viewAt(path: string): Promise<FiguresView | null> {
    const view = findView(await pages.published(), path);
    return view?.view === 'figures' ? view : null;
  }

  const keyOf = ({ parts }: FiguresView, what: string): string => [...parts.map(({ hash }) => hash), what].join(' ');

  async function answerFile(c: Context<Environment>, file: Promise<File>): Promise<Response> {
    const { name, type, bytes } = await file;
    c.header('content-type', type);
    c.header('content-disposition', `attachment; filename="${name}"`);
    return c.body(bytes);
  }

  app.get('/:language{en|km}/statistics/:path{.+}', async (c, next) => {
    const { path } = c.req.param();
    const language = languageOf(c);
    const named = splitName(path);
    if (named === null) {
      if (path !== 'method' && findView(await pages.published(), path) === null) return next();
      return answerPage(c, pages, { statistics: path }, language);
    }
    const view = await viewAt(named.path);
    if (view === null) return next();
    if ('format' in named) {
      const { format } = named;
      return answerFile(
        c,
        keep(keyOf(view, `${format} ${language}`), () => makeFile(view, format, language)),
      );
    }
    const table = view.figures.tables.find(({ id }) => id === named.chart);
    if (table === undefined) return next();
    return answerFile(
      c,
      keep(keyOf(view, `${table.id} ${language}`), async () => ({
        name: `${chartName(view.figures, table, language)}.svg`,
        type: 'image/svg+xml',
        bytes: bytesOf(writeChart(view.figures, table, language)),
      })),
    );
  });
}

async function makeFile({ figures }: FiguresView, format: Format, language: Language): Promise<File> {
  const content = await writeFigures(figures, format, [language], sha256);
  return { name: fileName(figures, format, language), type: MEDIA_TYPES[format], bytes: bytesOf(content) };
}

const bytesOf = (content: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** `rock/incident/2026-q1.csv` is a file of those figures, `rock/incident/2026-q1/type.svg` one of their charts. */
function splitName(path: string): { path: string; format: Format } | { path: string; chart: string } | null {
  const chart = /^(.+)\/([a-z_]+)\.svg$/.exec(path);
  if (chart !== null) return { path: chart[1]!, chart: chart[2]! };
  // The longest first: every `hxl.csv` ends like a `csv`.
  const format = [...FORMATS].sort((a, b) => b.length - a.length).find((one) => path.endsWith(`.${one}`));
  return format === undefined ? null : { path: path.slice(0, -format.length - 1), format };
}
