import { LANGUAGES, type Language, type Words } from '@romduol/shared/language/language';
import { NUMBERS_ITEM, type TextName, textItem } from '@romduol/shared/site/items';
import { useState } from 'preact/hooks';
import { addressOf } from '../../pages/addresses.ts';
import { BriefText } from '../../pages/brief-text.tsx';
import { HelpContent } from '../../pages/help-page.tsx';
import { HomeContent } from '../../pages/home-page.tsx';
import { readMarkdown } from '../../pages/markdown.ts';
import { BLANK_SITE, type OwnNumbers, type OwnText } from '../../pages/site.ts';
import { TextContent } from '../../pages/text-page.tsx';
import { BUILT_IN } from '../../pages/texts/built-in.ts';
import { useConsole } from '../console-context.ts';
import { languageWords, siteWords } from '../messages/site.ts';
import { LongTextField } from '../parts/fields.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import type { Reading } from '../parts/use-reading.ts';
import { useSay } from '../words.tsx';
import { EditionHistory } from './edition-history.tsx';
import { PagePreview, pageIcon } from './page-preview.tsx';
import { beginText, editionsToSign, newestOf, overtakenIn, problemOf } from './site-text-draft.ts';
import { type Editions, SiteFrame } from './site-frame.tsx';
import { usePublish } from './use-publish.ts';

export function SiteTextPage({ text }: { readonly text: TextName }) {
  const say = useSay();
  return (
    <SiteFrame title={say(siteWords[text])}>
      {(editions, reading) => <TextForm text={text} editions={editions} reading={reading} />}
    </SiteFrame>
  );
}

type FormProps = { readonly text: TextName; readonly editions: Editions; readonly reading: Reading<Editions> };

function TextForm({ text, editions, reading }: FormProps) {
  const say = useSay();
  const publish = usePublish(reading);
  const [done, setDone] = useState(false);
  const draft = useDraft(`site/${text}`, () => beginText(editions, text));
  const toSign = editionsToSign(draft.value, editions, text);
  const problems = LANGUAGES.map((language) => problemOf(draft.value[language]));
  const overtaken = overtakenIn(draft.value, editions, text);
  const numbersNow = (all: Editions): Record<Language, number> => ({
    en: newestOf(all, text, 'en')?.number ?? 0,
    km: newestOf(all, text, 'km')?.number ?? 0,
  });
  const acting = useAct(async () => {
    setDone(false);
    draft.set({ seen: numbersNow(await publish(toSign)) });
    setDone(true);
  });
  const write = (language: Language, words: string): void => {
    setDone(false);
    draft.set({ [language]: words });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void acting.run();
      }}
    >
      <div class="says">
        <p>{say(siteWords.does)}</p>
        <p class="hint">{say(siteWords.marks)}</p>
      </div>
      {overtaken.length > 0 ? (
        <div class="caution" role="alert">
          <p>{say(siteWords.changedMeanwhile)}</p>
        </div>
      ) : null}
      <div class="two-languages">
        {LANGUAGES.map((language, at) => {
          const problem = problems[at] ?? null;
          const own = (newestOf(editions, text, language)?.length ?? 0) > 0;
          return (
            <section key={language} class="card">
              <LongTextField
                label={say(languageWords[language])}
                hint={say(own ? siteWords.emptyMeans : siteWords.startsBuiltIn)}
                problem={problem === null ? null : say(siteWords[problem])}
                rows={16}
                lang={language}
                value={draft.value[language]}
                onInput={(words) => write(language, words)}
              />
              <h2>{say(siteWords.preview)}</h2>
              <TextPreview
                text={text}
                language={language}
                words={draft.value[language]}
                editions={editions}
                label={`${say(siteWords.preview)}: ${say(languageWords[language])}`}
              />
              <EditionHistory
                item={textItem(text)}
                language={language}
                title={`${say(siteWords.history)}: ${say(languageWords[language])}`}
                newest={newestOf(editions, text, language)?.number ?? 0}
                onTakeUp={(edition) => write(language, edition.text || BUILT_IN[text][language])}
              />
            </section>
          );
        })}
      </div>
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button class="primary" disabled={acting.busy || toSign.length === 0 || problems.some((one) => one !== null)}>
          {say(siteWords.publish)}
        </button>
        {toSign.length === 0 ? (
          <span class="quietly">{say(siteWords.unchanged)}</span>
        ) : (
          <button type="button" class="quiet" onClick={() => draft.set(beginText(editions, text))}>
            {say(siteWords.discard)}
          </button>
        )}
      </p>
      {acting.busy ? <Waiting>{say(siteWords.publishing)}</Waiting> : null}
      <output>{done ? say(siteWords.published) : ''}</output>
    </form>
  );
}

type PreviewProps = {
  readonly text: TextName;
  readonly language: Language;
  readonly words: string;
  readonly editions: Editions;
  readonly label: string;
};

function TextPreview({ text, language, words, editions, label }: PreviewProps) {
  const { view } = useConsole();
  const organisation = view.sharesPages ? view.organisation.name : null;
  const numbers = editions.find(({ item }) => item === NUMBERS_ITEM)?.numbers ?? [];
  const typed = words.trim();
  const builtIn = typed === '' || typed === BUILT_IN[text][language].trim();
  const texts: OwnText[] = builtIn ? [] : [{ organisation, blocks: readMarkdown(typed, addressOf('home', language)) }];
  return (
    <PagePreview language={language} label={label}>
      <Content
        text={text}
        language={language}
        texts={texts}
        numbers={numbers.length === 0 ? BLANK_SITE.numbers : [{ organisation, numbers }]}
        builtIn={BUILT_IN[text]}
      />
    </PagePreview>
  );
}

function Content({
  text,
  language,
  texts,
  numbers,
  builtIn,
}: Pick<PreviewProps, 'text' | 'language'> & {
  readonly texts: readonly OwnText[];
  readonly numbers: readonly OwnNumbers[];
  readonly builtIn: Words;
}) {
  switch (text) {
    case 'home':
      return <HomeContent icon={pageIcon()} language={language} texts={texts} />;
    case 'help':
      return <HelpContent language={language} numbers={numbers} texts={texts} />;
    case 'limits':
    case 'hours':
      return <BriefText class={text === 'limits' ? 'n' : 'h'} language={language} texts={texts} builtIn={builtIn} />;
    default:
      return <TextContent language={language} place={text} texts={texts} />;
  }
}
