import { formatDay } from '@romduol/shared/language/dates';
import { type Language, say } from '@romduol/shared/language/language';
import type { Deployment } from './deployment.ts';
import { type HelpNumber } from './help-numbers.ts';
import { Layout } from './layout.tsx';
import { helpWords } from './words/help.ts';

/** Numbers to ring, each with the day it was last confirmed. Also stands on the report page for those who are not safe. */
export function HelpNumbers({
  language,
  numbers,
}: {
  readonly language: Language;
  readonly numbers: readonly HelpNumber[];
}) {
  return (
    <ul>
      {numbers.map(({ number, name, note, verified }) => (
        <li key={number}>
          <a href={`tel:${number}`}>{number}</a> {name[language]} (
          {verified === null
            ? say(helpWords.unverified, language)
            : say(helpWords.verified, language, { day: formatDay(verified, language) })}
          ){note === null ? null : <p class="h">{note[language]}</p>}
        </li>
      ))}
    </ul>
  );
}

export type HelpPageProps = {
  readonly deployment: Deployment;
  readonly language: Language;
  readonly numbers: readonly HelpNumber[];
};

export function HelpPage({ deployment, language, numbers }: HelpPageProps) {
  const words = (key: Exclude<keyof typeof helpWords, 'verified'>): string => say(helpWords[key], language);
  return (
    <Layout deployment={deployment} language={language} title="help" place="help">
      <h1>{words('heading')}</h1>
      <p>{words('lead')}</p>
      <h2>{words('numbers')}</h2>
      {numbers.some(({ verified }) => verified === null) ? <p class="n">{words('sample')}</p> : null}
      <HelpNumbers language={language} numbers={numbers} />
      <p class="h">{words('bill')}</p>
      <p>{words('seventyTwo')}</p>
      <h2>{words('hurtHeading')}</h2>
      <p>{words('hurt')}</p>
      <h2>{words('phoneHeading')}</h2>
      <p>{words('leave')}</p>
      <ul>
        <li>{words('history')}</li>
        <li>{words('account')}</li>
        <li>{words('router')}</li>
        <li>{words('keyboard')}</li>
      </ul>
    </Layout>
  );
}
