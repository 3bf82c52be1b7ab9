import { type Language, say } from '@romduol/shared/language/language';
import { addressOf } from './addresses.ts';
import { Blocks } from './blocks.tsx';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { readMarkdown } from './markdown.ts';
import { advocateText, methodText } from './texts/method.ts';
import { methodWords } from './words/method.ts';
import { statisticsWords } from './words/statistics.ts';

export type MethodPageProps = { readonly deployment: Deployment; readonly language: Language };

/** How the figures are made, for everybody who reads them, and half a page for whoever must explain it to others. */
export function MethodPage({ deployment, language }: MethodPageProps) {
  const place = `/${language}/`;
  return (
    <Layout deployment={deployment} language={language} title="statistics" place="statistics" below="method">
      <h1>{say(methodWords.heading, language)}</h1>
      <Blocks blocks={readMarkdown(methodText[language], place)} level={2} />
      <h2 id="explain">{say(methodWords.explain, language)}</h2>
      <Blocks blocks={readMarkdown(advocateText[language], place)} level={3} />
      <p>
        <a href={addressOf('statistics', language)}>{say(statisticsWords.back, language)}</a>
      </p>
    </Layout>
  );
}
