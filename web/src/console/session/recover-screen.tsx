import { Handle } from '@romduol/shared/api/accounts';
import { useState } from 'preact/hooks';
import type { DeskActs } from '../../desk/acts.ts';
import { joiningWords } from '../messages/joining.ts';
import { sessionWords } from '../messages/session.ts';
import { ActForm } from '../parts/act-form.tsx';
import { CardWordsField } from '../parts/card-words-field.tsx';
import { TextField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useSay } from '../words.tsx';
import { PassphraseChoice } from './passphrase-choice.tsx';
import type { Session } from './session.ts';

/** A forgotten passphrase: the recovery card's words give another. */
export function RecoverScreen({ session, acts }: { readonly session: Session; readonly acts: DeskActs }) {
  const say = useSay();
  const [handle, setHandle] = useState('');
  const [words, setWords] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [looked, setLooked] = useState(false);
  const named = Handle.safeParse(handle.trim()).success;
  const acting = useAct(async () => {
    setLooked(true);
    if (named && passphrase !== null) await session.recover(handle.trim(), words, passphrase);
  });
  return (
    <section class="door wide">
      <ScreenHeading>{say(joiningWords.recover)}</ScreenHeading>
      <p>{say(joiningWords.recoverText)}</p>
      <ActForm acting={acting}>
        <TextField
          label={say(sessionWords.handle)}
          problem={looked && !named ? say(sessionWords.handleWrong) : null}
          autoComplete="username"
          spellCheck={false}
          value={handle}
          onInput={setHandle}
        />
        <CardWordsField label={say(joiningWords.recoveryWords)} value={words} onInput={setWords} />
        <PassphraseChoice acts={acts} onChange={setPassphrase} />
        <Trouble refusal={acting.refusal} />
        <p class="buttons">
          <button class="primary" disabled={acting.busy || passphrase === null}>
            {say(joiningWords.recoverNow)}
          </button>
          <button type="button" class="quiet" disabled={acting.busy} onClick={() => session.leave()}>
            {say(joiningWords.back)}
          </button>
        </p>
        {acting.busy ? <Waiting>{say(sessionWords.working)}</Waiting> : null}
      </ActForm>
    </section>
  );
}
