import { type Language, say } from '@romduol/shared/language/language';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { rightsWords } from './words/rights.ts';

export function RightsPage({ deployment, language }: { readonly deployment: Deployment; readonly language: Language }) {
  const words = (key: keyof typeof rightsWords): string => say(rightsWords[key], language);
  return (
    <Layout deployment={deployment} language={language} title="rights" place="rights">
      <h1>{words('heading')}</h1>
      <p class="n">{words('sample')}</p>
      <h2>{words('givesHeading')}</h2>
      <ul>
        <li>{words('legal')}</li>
        <li>{words('equality')}</li>
        <li>{words('household')}</li>
      </ul>
      <h2>{words('notHeading')}</h2>
      <ul>
        <li>{words('discrimination')}</li>
        <li>{words('recognition')}</li>
        <li>{words('marriage')}</li>
      </ul>
      <h2>{words('declarationHeading')}</h2>
      <p>{words('declaration1')}</p>
      <p>{words('declaration2')}</p>
      <p>{words('declaration3')}</p>
      <h2>{words('childHeading')}</h2>
      <p>{words('child')}</p>
    </Layout>
  );
}
