import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { accountWords } from '../messages/account.ts';
import { cardWords } from '../messages/card.ts';
import { memberWords } from '../messages/members.ts';
import { shellWords } from '../messages/shell.ts';
import { CheckField } from '../parts/fields.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useReading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';
import { RecoverForm } from './recover-form.tsx';

type Outcome = 'published' | 'proposed';

/** The organisation's recovery card: made and renewed by administrators, used by supervisors, known to everybody. */
export function RecoveryCard(props: { readonly waits: boolean; onOutcome(outcome: Outcome): void }) {
  const say = useSay();
  const { acts, view } = useConsole();
  const lost = useReading('lost', () => acts.countLost());
  const [words, setWords] = useState<readonly string[] | null>(null);
  const drawing = useAct(async () => setWords(await acts.drawCard()));
  const count = lost.value ?? 0;
  const done = (outcome: Outcome): void => {
    setWords(null);
    lost.again();
    props.onOutcome(outcome);
  };
  if (words !== null) {
    return <DrawnCard words={words} lost={count} onSigned={done} onDropped={() => setWords(null)} />;
  }
  return (
    <section class="card">
      <h2>{say(cardWords.title)}</h2>
      <p class="hint">{say(cardWords.text)}</p>
      <p>{say(view.hasCard ? cardWords.some : cardWords.none)}</p>
      <Trouble refusal={lost.refusal ?? drawing.refusal} onRetry={lost.again} />
      {count === 0 ? null : (
        <div class="caution" role="note">
          <p>{say(count === 1 ? cardWords.lostOne : cardWords.lost, { count })}</p>
          {view.member.roles.includes('supervisor') ? null : <p>{say(cardWords.askSupervisor)}</p>}
        </div>
      )}
      <RecoverForm count={count} onOpened={lost.again} />
      {props.waits ? <p class="caution">{say(cardWords.waits)}</p> : null}
      {view.member.roles.includes('administrator') && !props.waits ? (
        <>
          <p class="buttons">
            <button type="button" disabled={drawing.busy} onClick={() => void drawing.run()}>
              {say(view.hasCard ? cardWords.renew : cardWords.make)}
            </button>
          </p>
          {view.hasCard ? <EndCard lost={count} onSigned={done} /> : null}
        </>
      ) : null}
    </section>
  );
}

/** What stands in the way of replacing a card while cases open with it alone. */
function LostKnown(props: { readonly lost: number; readonly known: boolean; onKnown(known: boolean): void }) {
  const say = useSay();
  if (props.lost === 0) return null;
  return (
    <div class="caution" role="note">
      <p>{say(cardWords.lostWarning, { count: props.lost })}</p>
      <CheckField label={say(cardWords.lostKnown)} checked={props.known} onChange={props.onKnown} />
    </div>
  );
}

function DrawnCard({
  words,
  lost,
  onSigned,
  onDropped,
}: {
  readonly words: readonly string[];
  readonly lost: number;
  onSigned(outcome: Outcome): void;
  onDropped(): void;
}) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { acts, view, refresh } = useConsole();
  const [kept, setKept] = useState(false);
  const [known, setKnown] = useState(false);
  const signing = useAct(async () => {
    const { outcome, view: next } = await acts.signCard(words);
    refresh(next);
    onSigned(outcome);
  });
  return (
    <section class="card recovery-sheet">
      <h2>{say(cardWords.cardOf, { organisation: view.organisation.name[language] })}</h2>
      <p>{say(cardWords.drawn, { day: days.date(view.today) })}</p>
      <p>{say(cardWords.keep)}</p>
      <p class="not-printed">
        <b>{say(cardWords.once)}</b>
      </p>
      <ol class="recovery-words" lang="en">
        {words.map((word, place) => (
          <li key={place}>{word}</li>
        ))}
      </ol>
      <div class="not-printed">
        <p class="buttons">
          <button type="button" onClick={() => print()}>
            {say(accountWords.print)}
          </button>
        </p>
        {view.hasCard ? <p class="hint">{say(cardWords.oldCases)}</p> : null}
        <LostKnown lost={lost} known={known} onKnown={setKnown} />
        <CheckField label={say(cardWords.kept)} checked={kept} onChange={setKept} />
        <Trouble refusal={signing.refusal} />
        <p class="buttons">
          <button
            type="button"
            class="primary"
            disabled={signing.busy || !kept || (lost > 0 && !known)}
            onClick={() => void signing.run()}
          >
            {say(cardWords.sign)}
          </button>
          <button type="button" class="quiet" disabled={signing.busy} onClick={onDropped}>
            {say(shellWords.cancel)}
          </button>
        </p>
        {signing.busy ? <Waiting>{say(memberWords.signing)}</Waiting> : null}
      </div>
    </section>
  );
}

function EndCard({ lost, onSigned }: { readonly lost: number; onSigned(outcome: Outcome): void }) {
  const say = useSay();
  const { acts, refresh } = useConsole();
  const [known, setKnown] = useState(false);
  const ending = useAct(async () => {
    const { outcome, view } = await acts.endCard();
    refresh(view);
    onSigned(outcome);
  });
  return (
    <details>
      <summary>{say(cardWords.end)}</summary>
      <p>{say(cardWords.endText)}</p>
      <LostKnown lost={lost} known={known} onKnown={setKnown} />
      <Trouble refusal={ending.refusal} />
      <p class="buttons">
        <button type="button" disabled={ending.busy || (lost > 0 && !known)} onClick={() => void ending.run()}>
          {say(cardWords.end)}
        </button>
      </p>
      {ending.busy ? <Waiting>{say(memberWords.signing)}</Waiting> : null}
    </details>
  );
}
