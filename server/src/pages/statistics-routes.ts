import { statisticsAddress } from '@romduol/web/pages/published';
import { findView } from '@romduol/web/pages/statistics-views';
import type { Hono } from 'hono';
import type { Environment } from '../environment.ts';
import { type FigureFile, figureFiles, pageOfFile } from './figure-files.ts';
import type { PageStore } from './page-store.ts';
import { answerPage, languageOf } from './routes.tsx';

/** Files at most that are kept once made: those of some six releases, in both languages. They never change. */
const MOST_KEPT = 256;

/** The pages below the statistics, and the files of every figure that has an address. */
export function mountStatistics(app: Hono<Environment>, pages: PageStore): void {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  /** Made once, so that nobody can keep the server busy by asking for the same spreadsheet a thousand times. */
  function bytesOf(key: string, { make }: FigureFile): Promise<Uint8Array<ArrayBuffer>> {
    const found = kept.get(key);
    if (found !== undefined) return found;
    const bytes = make();
    const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, bytes);
    bytes.catch(() => kept.delete(key));
    return bytes;
  }

  app.get('/:language{(?:en|km)}/statistics/:path{.+}', async (c, next) => {
    const { path } = c.req.param();
    const language = languageOf(c);
    const published = await pages.published();
    const beside = pageOfFile(path);
    if (beside === null) {
      if (path !== 'method' && findView(published, path) === null) return next();
      return answerPage(c, pages, { statistics: path }, language);
    }
    const view = findView(published, beside);
    if (view?.view !== 'figures') return next();
    const file = figureFiles(view, language).find((one) => one.path === statisticsAddress(path, language));
    if (file === undefined) return next();
    // A sum has other parts when more is published.
    const key = [file.path, ...view.parts.map(({ hash }) => hash)].join(' ');
    for (const [name, value] of Object.entries(file.headers)) c.header(name, value);
    return c.body(await bytesOf(key, file));
  });
}
