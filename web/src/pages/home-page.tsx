import { type Language, say } from '@romduol/shared/language/language';
import { addressOf } from './addresses.ts';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { homeWords } from './words/home.ts';
import { layoutWords } from './words/layout.ts';

export function HomePage({ deployment, language }: { readonly deployment: Deployment; readonly language: Language }) {
  const words = (key: keyof typeof homeWords): string => say(homeWords[key], language);
  return (
    <Layout deployment={deployment} language={language} title="home" place="home">
      <img src={deployment.assets.icon} alt="" width="80" height="80" />
      <h1>{words('heading')}</h1>
      <p>{words('lead')}</p>
      <p class="o">
        <a class="b" href={addressOf('report', language)}>
          {words('tell')}
        </a>
        <a class="b q" href={addressOf('help', language)}>
          {words('help')}
        </a>
        <a class="b q" href={addressOf('return', language)}>
          {words('back')}
        </a>
      </p>
      <p class="h">{words('noName')}</p>
      <h2>{words('nextHeading')}</h2>
      <ol>
        <li>{words('next1')}</li>
        <li>{words('next2')}</li>
        <li>{words('next3')}</li>
        <li>{words('next4')}</li>
      </ol>
      <p class="h">{words('exception')}</p>
      <h2>{words('safeHeading')}</h2>
      <ul>
        <li>{words('safe1')}</li>
        <li>{words('safe2')}</li>
        <li>{words('safe3')}</li>
      </ul>
      <p>
        {words('figures')} <a href={addressOf('statistics', language)}>{say(layoutWords.statistics, language)}</a>
      </p>
    </Layout>
  );
}
