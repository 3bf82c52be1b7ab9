import { type Language, say } from '@romduol/shared/language/language';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { OwnTexts } from './own-texts.tsx';
import type { OwnText } from './site.ts';
import { textWords } from './words/texts.ts';

/** Pages that are an organisation's text and nothing else. */
export type TextPlace = 'rights' | 'next' | 'safety';

/** What is built in and yet not ours to promise is shown as a sample. */
const SAMPLE = { rights: textWords.rightsSample, next: textWords.nextSample, safety: null } as const;

export type TextPageProps = {
  readonly deployment: Deployment;
  readonly language: Language;
  readonly place: TextPlace;
  readonly texts: readonly OwnText[];
};

export function TextPage({ deployment, ...content }: TextPageProps) {
  const { language, place } = content;
  return (
    <Layout deployment={deployment} language={language} title={place} place={place}>
      <TextContent {...content} />
    </Layout>
  );
}

/** Such a page within its frame. */
export function TextContent({ language, place, texts }: Omit<TextPageProps, 'deployment'>) {
  const sample = texts.length === 0 ? SAMPLE[place] : null;
  return (
    <>
      <h1>{say(textWords[place], language)}</h1>
      {sample === null ? null : <p class="n">{say(sample, language)}</p>}
      <OwnTexts name={place} language={language} texts={texts} />
    </>
  );
}
