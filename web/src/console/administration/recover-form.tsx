import type { MemberId } from '@romduol/shared/ids';
import { useEffect, useState } from 'preact/hooks';
import type { KeptReaders } from '../../desk/keep-readers.ts';
import { useConsole } from '../console-context.ts';
import { cardWords } from '../messages/card.ts';
import { ActForm } from '../parts/act-form.tsx';
import { CardWordsField } from '../parts/card-words-field.tsx';
import { caseNumber } from '../parts/case-number.ts';
import { ChoiceField } from '../parts/fields.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useSay } from '../words.tsx';

/** Opens cases without readers, for a supervisor who has the card in hand. */
export function RecoverForm({ count, onOpened }: { readonly count: number; onOpened(): void }) {
  const say = useSay();
  const { acts, view } = useConsole();
  const [words, setWords] = useState('');
  const [readers, setReaders] = useState<readonly string[]>([view.member.id]);
  const [looked, setLooked] = useState(false);
  const [opened, setOpened] = useState<KeptReaders | null>(null);
  const acting = useAct(async () => {
    setLooked(true);
    if (readers.length === 0) return;
    setOpened(await acts.recoverCases(words, readers as readonly MemberId[]));
    setWords('');
    onOpened();
  });
  const progress = useProgress(acting.busy);
  const people = view.colleagues.filter(
    ({ active, roles }) => active && roles.some((role) => role === 'caseworker' || role === 'supervisor'),
  );
  return (
    <>
      {count === 0 || !view.hasCard || !view.member.roles.includes('supervisor') ? null : (
        <ActForm acting={acting}>
          <CardWordsField
            label={say(cardWords.words)}
            hint={say(cardWords.wordsHint)}
            value={words}
            onInput={setWords}
          />
          <ChoiceField
            label={say(cardWords.readers)}
            hint={say(cardWords.readersHint)}
            problem={looked && readers.length === 0 ? say(cardWords.readersMissing) : null}
            many
            choices={people.map(({ id, handle }) => ({ code: id, label: handle }))}
            chosen={readers}
            onChoose={setReaders}
          />
          <Trouble refusal={acting.refusal} />
          <p class="buttons">
            <button class="primary" disabled={acting.busy || words.trim() === ''}>
              {say(cardWords.open)}
            </button>
          </p>
        </ActForm>
      )}
      {progress === null ? null : (
        <div class="notice rekeying">
          <p>{say(cardWords.opening, { done: progress.done, of: progress.of })}</p>
          <progress
            value={progress.done + progress.failed.length}
            max={progress.of}
            aria-label={say(cardWords.openingTitle)}
          />
        </div>
      )}
      <output>{opened === null ? '' : say(cardWords.opened, { count: opened.done })}</output>
      {opened?.failed.map((caseId) => (
        <p key={caseId} class="caution" role="note">
          {say(cardWords.notOpened, { number: caseNumber(caseId) })}
        </p>
      ))}
    </>
  );
}

const EVERY_MS = 1_000;

/** How far it is, asked once a second. */
function useProgress(busy: boolean): KeptReaders | null {
  const { acts } = useConsole();
  const [progress, setProgress] = useState<KeptReaders | null>(null);
  useEffect(() => {
    if (!busy) {
      setProgress(null);
      return undefined;
    }
    const timer = setInterval(() => {
      acts.recovering().then(setProgress, () => setProgress(null));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [busy]);
  return progress;
}
