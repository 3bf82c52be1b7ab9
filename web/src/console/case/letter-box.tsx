import {
  type LetterBlock,
  type LetterFacts,
  type LetterForm,
  letterAsText,
  writeLetter,
} from '@romduol/shared/casework/letter';
import { letterWords } from '@romduol/shared/casework/letter-words';
import type { Packet } from '@romduol/shared/casework/packet';
import type { Day } from '@romduol/shared/ids';
import type { Language } from '@romduol/shared/language/language';
import { useState } from 'preact/hooks';
import type { Reference } from '@romduol/shared/api/acknowledgements';
import { useConsole } from '../console-context.ts';
import { letterBoxWords } from '../messages/letter.ts';
import { TextField } from '../parts/fields.tsx';
import { saveFile } from '../parts/save-file.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLanguage, useSay } from '../words.tsx';

type Props = {
  readonly packet: Packet;
  readonly form: LetterForm;
  /** Also as a file that only the recipient opens. */
  readonly isFile: boolean;
  /** Of the letter. */
  readonly day: Day;
  readonly due: Day | null;
  /** Null while it is being drawn; its code null where the recipient cannot answer by it. */
  readonly mark: { readonly reference: Reference; readonly code: string | null } | null;
  /** Asked before any of it leaves the house: whether the consent still holds, by what the reporter has said until now. */
  mayLeave(): Promise<boolean>;
};

/** What leaves the house, exactly as it will stand on paper, in the recipient's language, which need not be the screen's. */
export function LetterBox({ packet, form, isFile, day, due, mark, mayLeave }: Props) {
  const say = useSay();
  const screen = useLanguage();
  const { view: desk } = useConsole();
  const [language, setLanguage] = useState<Language>('km');
  const printing = useAct(async () => {
    if (await mayLeave()) print();
  });
  if (mark === null) return null;
  const { reference, code } = mark;
  const facts: LetterFacts = {
    packet,
    sender: desk.organisation.name,
    today: day,
    due,
    reference,
    link: code === null ? null : { address: `${location.origin}/${language}/ack`, code },
  };
  const blocks = writeLetter(facts, form, language);
  return (
    <>
      <fieldset class="tabs not-printed" aria-label={say(letterBoxWords.language)}>
        {(['km', 'en'] as const).map((one) => (
          <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>
            {one === 'km' ? 'ភាសាខ្មែរ' : 'English'}
          </button>
        ))}
      </fieldset>
      <section class="read-out letter" lang={language} aria-label={say(letterBoxWords.letter)}>
        {blocks.map((block, at) => (
          <Block key={at} block={block} language={language} />
        ))}
      </section>
      <Trouble refusal={printing.refusal} />
      <p class="not-printed">
        <button type="button" disabled={printing.busy} onClick={() => void printing.run()}>
          {say(letterBoxWords.print)}
        </button>
      </p>
      {isFile ? (
        <FileBox
          text={(['km', 'en'] as const).map((one) => letterAsText(writeLetter(facts, 'letter', one), one)).join('\n')}
          name={`${reference}.txt.age`}
          mayLeave={mayLeave}
          key={screen}
        />
      ) : null}
    </>
  );
}

function Block({ block, language }: { readonly block: LetterBlock; readonly language: Language }) {
  switch (block.kind) {
    case 'title':
      return <h3>{block.text}</h3>;
    case 'heading':
      return <h4>{block.text}</h4>;
    case 'line':
      return <p>{block.text}</p>;
    case 'code':
      return <p class="letter-code">{block.text}</p>;
    case 'sign':
      return <p class="signed">{block.text}</p>;
    case 'ask':
      return <p class="asked">{block.text}</p>;
    case 'item':
      return (
        <dl class="packet-words">
          <dt>{block.text}</dt>
          {block.said.length === 0 ? <dd class="quietly">({letterWords.nothing[language]})</dd> : null}
          {block.said.map(({ label, words }, at) => (
            <dd key={at}>
              {label === '' ? null : <small>{label}</small>}
              <span class="words" lang={/[\u1780-\u17ff]/.test(words) ? 'km' : 'en'}>
                {words}
              </span>
            </dd>
          ))}
        </dl>
      );
  }
}

/** The same letter as a file for whoever can open one. */
function FileBox({ text, name, mayLeave }: Pick<Props, 'mayLeave'> & { readonly text: string; readonly name: string }) {
  const say = useSay();
  const { acts } = useConsole();
  const [publicKey, setKey] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const acting = useAct(async () => {
    setPassphrase(null);
    if (!(await mayLeave())) return;
    const sealed = await acts.sealFile(text, publicKey.trim() === '' ? null : publicKey.trim());
    saveFile(name, 'application/octet-stream', sealed.file);
    setPassphrase(sealed.passphrase);
  });
  return (
    <section class="says not-printed">
      <p>{say(letterBoxWords.fileHint)}</p>
      <TextField
        label={say(letterBoxWords.key)}
        hint={say(letterBoxWords.keyHint)}
        value={publicKey}
        spellCheck={false}
        maxLength={4_000}
        onInput={setKey}
      />
      <Trouble refusal={acting.refusal} />
      <button type="button" disabled={acting.busy} onClick={() => void acting.run()}>
        {say(letterBoxWords.saveFile)}
      </button>
      {passphrase === null ? null : (
        <output>
          {say(letterBoxWords.passphrase)} <b lang="en">{passphrase}</b>
        </output>
      )}
    </section>
  );
}
