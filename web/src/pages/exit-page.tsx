import { type Language, say } from '@romduol/shared/language/language';
import { layoutWords } from './words/layout.ts';

/**
 * What leaving quickly shows for the blink before the browser goes on: nothing of ours, and one link for a browser that
 * does not refresh.
 */
export function ExitPage({ language, neutralSite }: { readonly language: Language; readonly neutralSite: string }) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{new URL(neutralSite).hostname}</title>
      </head>
      <body>
        <main>
          <a href={neutralSite}>{say(layoutWords.goOn, language)}</a>
        </main>
      </body>
    </html>
  );
}
