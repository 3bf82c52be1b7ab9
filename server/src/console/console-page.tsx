import { LANGUAGES, say } from '@romduol/shared/language/language';
import { shellWords } from '@romduol/web/console/messages/shell';

export type ConsolePageProps = {
  readonly script: string;
  readonly styles: readonly string[];
  readonly icon: string;
  /** Style sheet of the public pages, for showing what one will look like. */
  readonly pageStyle: string;
  readonly demo: boolean;
};

/** The document that the console's script fills. Without script it can only say why it stays empty. */
export function ConsolePage({ script, styles, icon, pageStyle, demo }: ConsolePageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{say(shellWords.name, 'en')}</title>
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <link rel="icon" href={icon} />
        <script type="module" src={script} />
      </head>
      <body>
        {demo ? (
          <aside id="demo">
            {LANGUAGES.map((language) => (
              <span key={language} lang={language}>
                {say(shellWords.demo, language)}{' '}
              </span>
            ))}
          </aside>
        ) : null}
        <div id="console" data-page-style={pageStyle} data-icon={icon}>
          <noscript>
            {LANGUAGES.map((language) => (
              <p key={language} lang={language}>
                {say(shellWords.needsScript, language)}
              </p>
            ))}
          </noscript>
        </div>
      </body>
    </html>
  );
}
