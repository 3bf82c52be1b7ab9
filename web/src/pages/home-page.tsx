import { type Language, say } from '@romduol/shared/language/language';
import { addressOf } from './addresses.ts';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { OwnTexts } from './own-texts.tsx';
import type { OwnText } from './site.ts';
import { homeWords } from './words/home.ts';
import { layoutWords } from './words/layout.ts';

const MORE = ['next', 'safety', 'rights', 'statistics'] as const;

export type HomePageProps = {
  readonly deployment: Deployment;
  readonly language: Language;
  readonly texts: readonly OwnText[];
};

export function HomePage({ deployment, language, texts }: HomePageProps) {
  return (
    <Layout deployment={deployment} language={language} title="home" place="home">
      <HomeContent icon={deployment.assets.icon} language={language} texts={texts} />
    </Layout>
  );
}

/** The page within its frame. */
export function HomeContent({ icon, language, texts }: Omit<HomePageProps, 'deployment'> & { readonly icon: string }) {
  const words = (key: keyof typeof homeWords): string => say(homeWords[key], language);
  return (
    <>
      <img src={icon} alt="" width="80" height="80" />
      <h1>{words('heading')}</h1>
      <OwnTexts name="home" language={language} texts={texts} />
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
      <h2>{words('moreHeading')}</h2>
      <ul>
        {MORE.map((place) => (
          <li key={place}>
            <a href={addressOf(place, language)}>{say(layoutWords[place], language)}</a>
            <br />
            {words(place)}
          </li>
        ))}
      </ul>
    </>
  );
}
