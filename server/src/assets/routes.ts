import type { Hono } from 'hono';
import type { Environment } from '../environment.ts';
import { chooseEncoding } from '../pages/compress.ts';
import type { Assets } from './assets.ts';

export function mountAssets(app: Hono<Environment>, { assets }: { readonly assets: Assets }): void {
  app.get('/assets/:name', (c) => {
    const found = assets.find(c.req.path);
    if (found === null) return c.notFound();
    const wanted = chooseEncoding(c.req.header('accept-encoding'));
    const encoding = wanted === 'br' && found.br === null ? 'identity' : wanted;
    c.header('content-type', found.type);
    c.header('vary', 'Accept-Encoding');
    if (encoding !== 'identity') c.header('content-encoding', encoding);
    return c.body(found[encoding] ?? found.identity);
  });
}
