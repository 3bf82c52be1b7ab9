import { type Language, isLanguage } from '@romduol/shared/language/language';
import { PLACES, type Place, addressOf } from '@romduol/web/pages/addresses';
import { chooseLanguage } from '@romduol/web/pages/choose-language';
import { ExitPage } from '@romduol/web/pages/exit-page';
import type { Trouble } from '@romduol/web/pages/trouble-page';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { Environment } from '../environment.ts';
import { type Encoding, chooseEncoding } from './compress.ts';
import { draw } from './draw.tsx';
import { LATCH_COOKIE, isLatched } from './latch.ts';
import type { PageStore } from './page-store.ts';
import type { PageName } from './public-pages.tsx';

type Asked = Context<Environment>;

/** A finished page, as compressed as `encoding` says. */
export function answerHtml(c: Asked, html: Uint8Array<ArrayBuffer>, encoding: Encoding, status = 200): Response {
  c.header('content-type', 'text/html; charset=utf-8');
  if (encoding !== 'identity') c.header('content-encoding', encoding);
  return c.body(html, status as 200);
}

export async function answerPage(
  c: Asked,
  pages: PageStore,
  name: PageName,
  language: Language,
  status = 200,
): Promise<Response> {
  const encoding = chooseEncoding(c.req.header('accept-encoding'));
  return answerHtml(c, await pages.page(name, language, encoding), encoding, status);
}

/** The language of an address, else the one the browser asks for. */
export function languageOf(c: Asked): Language {
  const first = c.req.path.split('/')[1];
  return isLanguage(first) ? first : chooseLanguage(c.req.header('accept-language'));
}

const STATUS = {
  not_found: 404,
  busy: 503,
  fault: 500,
  too_large: 413,
  malformed: 400,
  cross_site: 403,
} as const satisfies Record<Trouble, number>;

export function answerTrouble(c: Asked, pages: PageStore, trouble: Trouble): Promise<Response> {
  if (trouble === 'busy') c.header('retry-after', '60');
  return answerPage(c, pages, trouble, languageOf(c), STATUS[trouble]);
}

/** While the latch lives every page leads to the neutral site, so that "Back" shows nothing. Pages only, GET only. */
export function latch(neutralSite: string): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const { method, path } = c.req;
    const isPage = path === '/' || isLanguage(path.split('/')[1]);
    if (isPage && (method === 'GET' || method === 'HEAD') && isLatched(c.req.header('cookie')))
      return c.redirect(neutralSite, 303);
    return next();
  };
}

/**
 * Tells Tor Browser where else a page is. Only for a page that was asked for and found: a browser set to follow would drop
 * a receipt, or the words of a form that could not be taken. The onion site itself is sent the same, and ignores it.
 */
function offerOnion(onionOrigin: string | null): MiddlewareHandler<Environment> {
  return async (c, next) => {
    await next();
    const isPage = c.req.method === 'GET' && c.res.headers.get('content-type')?.startsWith('text/html') === true;
    if (onionOrigin !== null && isPage && c.res.status === 200) c.header('onion-location', onionOrigin + c.req.path);
  };
}

/** The public pages at their addresses, and the way out. */
export function mountPages(
  app: Hono<Environment>,
  {
    pages,
    neutralSite,
    onionOrigin,
  }: { readonly pages: PageStore; readonly neutralSite: string; readonly onionOrigin: string | null },
): void {
  app.use(offerOnion(onionOrigin));
  app.get('/', (c) => c.redirect(addressOf('home', chooseLanguage(c.req.header('accept-language'))), 303));
  const placeOf = (name: string): Place | undefined => PLACES.find((place) => place === name && place !== 'home');
  app.get('/:language{(?:en|km)}', (c) => c.redirect(`/${c.req.param('language')}/`, 308));
  app.get('/:language{(?:en|km)}/', (c) => answerPage(c, pages, 'home', languageOf(c)));
  app.get('/:language{(?:en|km)}/:place', async (c, next) => {
    const place = placeOf(c.req.param('place'));
    return place === undefined ? next() : answerPage(c, pages, place, languageOf(c));
  });

  // A redirect would be blocked by `form-action 'self'` in Chromium, which holds for where a form leads in the end.
  app.post('/exit', (c) => {
    c.header('set-cookie', LATCH_COOKIE);
    // The script's beacon sends no form; the script itself goes on.
    if (c.req.header('content-type') === undefined) return c.body(null, 204);
    c.header('refresh', `0; url=${neutralSite}`);
    return c.html(draw(<ExitPage language={languageOf(c)} neutralSite={neutralSite} />));
  });
  app.get('/exit', (c) => c.redirect('/', 303));
}
