import { type Language, say } from '@romduol/shared/language/language';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { HelpNumbers, NumbersNotice } from './number-list.tsx';
import { OwnTexts } from './own-texts.tsx';
import type { OwnNumbers, OwnText } from './site.ts';
import { helpWords } from './words/help.ts';

export type HelpPageProps = {
  readonly deployment: Deployment;
  readonly language: Language;
  readonly numbers: readonly OwnNumbers[];
  readonly texts: readonly OwnText[];
};

export function HelpPage({ deployment, ...content }: HelpPageProps) {
  return (
    <Layout deployment={deployment} language={content.language} title="help" place="help">
      <HelpContent {...content} />
      {deployment.onionOrigin === null ? null : (
        <p class="h">
          {say(helpWords.onion, content.language)} <b lang="en">{deployment.onionOrigin}</b>
        </p>
      )}
    </Layout>
  );
}

/** The page within its frame. */
export function HelpContent({ language, numbers, texts }: Omit<HelpPageProps, 'deployment'>) {
  const words = (key: Exclude<keyof typeof helpWords, 'verified'>): string => say(helpWords[key], language);
  return (
    <>
      <h1>{words('heading')}</h1>
      <p>{words('lead')}</p>
      <h2>{words('numbers')}</h2>
      <NumbersNotice language={language} numbers={numbers.flatMap((own) => own.numbers)} />
      {numbers.map(({ organisation, numbers: own }, at) => (
        <div key={at}>
          {organisation === null ? null : <h3>{organisation[language]}</h3>}
          <HelpNumbers language={language} numbers={own} />
        </div>
      ))}
      <p class="h">{words('bill')}</p>
      <OwnTexts name="help" language={language} texts={texts} />
    </>
  );
}
