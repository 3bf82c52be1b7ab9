import { type Language, say } from '@romduol/shared/language/language';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { OwnTexts } from './own-texts.tsx';
import { QrCode } from './qr-code.tsx';
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
      {place === 'safety' && deployment.fingerprint !== null ? (
        <KeyWords language={language} words={deployment.fingerprint} />
      ) : null}
    </Layout>
  );
}

/** The root key's words and the same as a QR code, to be held against a poster. */
function KeyWords({ language, words }: { readonly language: Language; readonly words: readonly string[] }) {
  return (
    <section>
      <h2>{say(textWords.keyWords, language)}</h2>
      <p>{say(textWords.keyWordsText, language)}</p>
      <p>
        <b lang="en">{words.join(' ')}</b>
      </p>
      <QrCode text={words.join(' ')} label={say(textWords.keyWordsQr, language)} />
    </section>
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
