import { type Language, say } from '@romduol/shared/language/language';
import { PLACES, type Place, addressOf } from './addresses.ts';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { layoutWords } from './words/layout.ts';
import { troubleWords } from './words/trouble.ts';

/** Why a page cannot be shown or a form could not be taken. */
export const TROUBLES = ['not_found', 'busy', 'fault', 'too_large', 'malformed', 'cross_site'] as const;
export type Trouble = (typeof TROUBLES)[number];

export type TroublePageProps = {
  readonly deployment: Deployment;
  readonly language: Language;
  readonly trouble: Trouble;
};

/** What happened and what can be done. The switch of language leads to the report page, where forms come from, or home. */
export function TroublePage({ deployment, language, trouble }: TroublePageProps) {
  const place: Place = trouble === 'not_found' ? 'home' : 'report';
  return (
    <Layout
      deployment={deployment}
      language={language}
      title={trouble === 'not_found' ? 'notFound' : 'trouble'}
      place={place}
    >
      <h1>{say(troubleWords[trouble], language)}</h1>
      <p>{say(troubleWords[`${trouble}Next`], language)}</p>
      {trouble === 'not_found' ? (
        <ul>
          {PLACES.map((one) => (
            <li key={one}>
              <a href={addressOf(one, language)}>{say(layoutWords[one], language)}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </Layout>
  );
}
