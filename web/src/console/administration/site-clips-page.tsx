import { LANGUAGES, type Language } from '@romduol/shared/language/language';
import { SECTIONS, type Section } from '@romduol/shared/questionnaire/sections';
import { CONTENT_MAX, contentType } from '@romduol/shared/site/content';
import { clipItem } from '@romduol/shared/site/items';
import { useEffect, useId, useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { languageWords, siteWords } from '../messages/site.ts';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import type { Reading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';
import { EditionHistory } from './edition-history.tsx';
import { type Editions, SiteFrame } from './site-frame.tsx';
import { usePublish } from './use-publish.ts';

/** A spoken clip for each section of the report page, in each language. */
export function SiteClipsPage() {
  const say = useSay();
  const language = useLanguage();
  return (
    <SiteFrame title={say(siteWords.clips)} hint={say(siteWords.clipsDo)}>
      {(editions, reading) =>
        SECTIONS.map((section) => (
          <section key={section.id} class="card">
            <h2>{section.title[language]}</h2>
            <div class="two-languages">
              {LANGUAGES.map((of) => (
                <ClipForm key={of} section={section} language={of} editions={editions} reading={reading} />
              ))}
            </div>
          </section>
        ))
      }
    </SiteFrame>
  );
}

type ClipProps = {
  readonly section: Section;
  readonly language: Language;
  readonly editions: Editions;
  readonly reading: Reading<Editions>;
};

/** What was chosen and is not published yet: it stays until it is. */
type Chosen = { readonly content: Uint8Array<ArrayBuffer>; readonly problem: 'clipTooLarge' | 'clipNoSound' | null };

function ClipForm({ section, language: of, editions, reading }: ClipProps) {
  const say = useSay();
  const language = useLanguage();
  const { view } = useConsole();
  const publish = usePublish(reading);
  const field = useId();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const item = clipItem(section.id);
  const newest = editions.find((one) => one.item === item && one.language === of);
  const names = { section: section.title[language], language: say(languageWords[of]) };
  const acting = useAct(async (content: Uint8Array) => {
    await publish([{ item, language: of, after: newest?.number ?? 0, content }]);
    setChosen(null);
  });
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) setChosen(null);
    else if (file.size > CONTENT_MAX.clip) setChosen({ content: new Uint8Array(), problem: 'clipTooLarge' });
    else {
      const content = new Uint8Array(await file.arrayBuffer());
      const sound = content.length > 0 && contentType(item, content) !== null;
      setChosen({ content, problem: sound ? null : 'clipNoSound' });
    }
  };
  return (
    <div>
      <h3>{say(languageWords[of])}</h3>
      {newest === undefined || newest.length === 0 ? (
        <p class="quietly">{say(siteWords.noClip)}</p>
      ) : (
        <>
          <Player
            label={say(siteWords.clipNow, names)}
            address={`/clips/${view.organisation.id}/${section.id}/${of}/${newest.number}`}
          />
          <p class="buttons">
            <button
              type="button"
              class="quiet"
              disabled={acting.busy}
              onClick={() => void acting.run(new Uint8Array())}
            >
              {say(siteWords.removeClip)}
            </button>
          </p>
        </>
      )}
      <div class="field">
        <label for={field}>{say(siteWords.chooseClip, names)}</label>
        <input
          key={newest?.number ?? 0}
          id={field}
          type="file"
          accept="audio/*"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        {chosen?.problem ? <p class="wrong">{say(siteWords[chosen.problem])}</p> : null}
      </div>
      {chosen === null || chosen.problem !== null ? null : (
        <>
          <Listen content={chosen.content} label={say(siteWords.clipNow, names)} />
          <p class="buttons">
            <button
              type="button"
              class="primary"
              disabled={acting.busy}
              onClick={() => void acting.run(chosen.content)}
            >
              {say(siteWords.publishClip)}
            </button>
          </p>
        </>
      )}
      <Trouble refusal={acting.refusal} />
      {acting.busy ? <Waiting>{say(siteWords.publishing)}</Waiting> : null}
      <EditionHistory
        item={item}
        language={of}
        title={`${say(siteWords.history)}: ${say(siteWords.clipNow, names)}`}
        newest={newest?.number ?? 0}
      />
    </div>
  );
}

/** What was chosen, before anybody else can hear it. */
function Listen({ content, label }: { readonly content: Uint8Array<ArrayBuffer>; readonly label: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([content]));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address === undefined ? null : <Player label={label} address={address} />;
}

function Player({ label, address }: { readonly label: string; readonly address: string }) {
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- it speaks the words that the report page shows beside it.
  return <audio preload="none" controls src={address} aria-label={label} />;
}
