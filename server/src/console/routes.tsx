import type { Hono } from 'hono';
import type { Assets } from '../assets/assets.ts';
import type { Environment } from '../environment.ts';
import { type Encoding, chooseEncoding, compressWell } from '../pages/compress.ts';
import { draw } from '../pages/draw.tsx';
import { answerHtml } from '../pages/routes.tsx';
import { ConsolePage } from './console-page.tsx';

const SCRIPT = 'src/console/main.tsx';

const drawConsole = (assets: Assets, demo: boolean): string =>
  draw(
    <ConsolePage
      script={assets.addressOf(SCRIPT)}
      styles={assets.stylesOf(SCRIPT)}
      icon={assets.addressOf('src/styles/flower.svg')}
      pageStyle={assets.addressOf('src/styles/public.css')}
      demo={demo}
    />,
  );

/** The one document of the console. It is the same for everybody: who is asked for comes with the script. */
export function mountConsole(
  app: Hono<Environment>,
  { assets, demo }: { readonly assets: Assets; readonly demo: boolean },
): void {
  const kept = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  app.get('/console', async (c) => {
    const encoding = chooseEncoding(c.req.header('accept-encoding'));
    const html = kept.get(encoding) ?? compressWell(new TextEncoder().encode(drawConsole(assets, demo)), encoding);
    kept.set(encoding, html);
    return answerHtml(c, await html, encoding);
  });
}
