import { type Language, say } from '@romduol/shared/language/language';
import type { ComponentChildren } from 'preact';
import { type HiddenPlace, PLACES, type Place, addressOf, otherLanguage } from './addresses.ts';
import type { Deployment } from './deployment.ts';
import { Flower } from './flower.tsx';
import { layoutWords, titleWords } from './words/layout.ts';

export type LayoutProps = {
  readonly deployment: Deployment;
  readonly language: Language;
  readonly title: keyof typeof titleWords;
  /** The page this is, or the one that the switch of language leads to. */
  readonly place: Place | HiddenPlace;
  /** What follows the place's address, for a page below it. */
  readonly below?: string;
  /** The page's own style sheet as text, beside that of every page. */
  readonly styles?: string;
  /** The page's own script, beside the one for leaving quickly. */
  readonly script?: string;
  readonly children: ComponentChildren;
};

/** The text is the build's own, and the content security policy names its hash: nothing else can stand there. */
function Style({ text }: { readonly text: string }) {
  return <style dangerouslySetInnerHTML={{ __html: text }} />;
}

/**
 * The frame of every public page. Title and address are neutral, nothing comes from elsewhere, and the way out is in
 * view: a plain form, which the page's script makes quicker.
 */
export function Layout({ deployment, language, title, place, below, styles, script, children }: LayoutProps) {
  const { assets, demo, fingerprint, neutralSite } = deployment;
  const other = otherLanguage(language);
  const words = (key: keyof typeof layoutWords): string => say(layoutWords[key], language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{say(titleWords[title], language)}</title>
        <Style text={assets.style} />
        {styles === undefined ? null : <Style text={styles} />}
        <link rel="icon" href={assets.icon} />
        <script type="module" src={assets.leaveScript} />
        {script === undefined ? null : <script type="module" src={script} />}
      </head>
      <body>
        <a class="k" href="#m">
          {words('skip')}
        </a>
        <header>
          <a href={addressOf('home', language)}>
            <Flower />
            <span>{words('name')}</span>
          </a>
          <a
            id="other-language"
            href={below === undefined ? addressOf(place, other) : `${addressOf(place, other)}/${below}`}
            hreflang={other}
            lang={other}
          >
            {say(layoutWords.language, other)}
          </a>
          <form
            id="leave"
            class="x"
            method="post"
            action="/exit"
            data-to={neutralSite}
            data-words={`${words('pressedOnce')}|${words('pressedTwice')}`}
          >
            <button>{words('leave')}</button>
          </form>
        </header>
        {demo ? <aside class="d">{words('demo')}</aside> : null}
        <main id="m" tabindex={-1}>
          {children}
        </main>
        <footer>
          <nav aria-label={words('pages')}>
            {PLACES.filter((one) => one !== place).map((one) => (
              <a key={one} href={addressOf(one, language)}>
                {words(one)}
              </a>
            ))}
          </nav>
          <output id="shift" class="h" hidden>
            {words('shiftHint')}
          </output>
          {fingerprint === null ? null : (
            <p class="h">
              {words('fingerprint')} <b lang="en">{fingerprint.join(' ')}</b>
            </p>
          )}
        </footer>
      </body>
    </html>
  );
}
