import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { accountWords } from '../messages/account.ts';
import { sessionWords } from '../messages/session.ts';
import { ActForm } from '../parts/act-form.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { PassphraseChoice } from '../session/passphrase-choice.tsx';
import { useSay } from '../words.tsx';
import { FactorsCard } from './factors-card.tsx';
import { NoticesCard } from './notices-card.tsx';
import { PresentPassphrase } from './present-passphrase.tsx';

/** What a member does about their own account: passphrase, code generator, recovery card. */
export function AccountPage() {
  const say = useSay();
  return (
    <div class="account">
      <div class="not-printed">
        <ScreenHeading>{say(accountWords.title)}</ScreenHeading>
        <PassphraseCard />
        <FactorsCard />
        <NoticesCard />
      </div>
      <RecoveryCard />
    </div>
  );
}

function PassphraseCard() {
  const say = useSay();
  const { acts } = useConsole();
  const [old, setOld] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const acting = useAct(async () => {
    if (passphrase === null || old.trim() === '') return;
    await acts.changePassphrase(old, passphrase);
    setOld('');
    setRound(round + 1);
  });
  return (
    <section class="card">
      <h2>{say(accountWords.passphrase)}</h2>
      <details>
        <summary>{say(accountWords.change)}</summary>
        <ActForm acting={acting}>
          <PresentPassphrase value={old} onInput={setOld} />
          <PassphraseChoice key={round} acts={acts} onChange={setPassphrase} />
          <Trouble refusal={acting.refusal} />
          <button class="primary" disabled={acting.busy || passphrase === null || old.trim() === ''}>
            {say(accountWords.change)}
          </button>
          {acting.busy ? <Waiting>{say(sessionWords.working)}</Waiting> : null}
        </ActForm>
      </details>
      <output>{round > 0 ? say(accountWords.changed) : ''}</output>
    </section>
  );
}

function RecoveryCard() {
  const say = useSay();
  const { acts, view } = useConsole();
  const [passphrase, setPassphrase] = useState('');
  const [words, setWords] = useState<readonly string[] | null>(null);
  const acting = useAct(async () => {
    if (passphrase.trim() === '') return;
    setWords(await acts.recoveryCard(passphrase));
    setPassphrase('');
  });
  return (
    <section class="card">
      <h2>{words === null ? say(accountWords.card) : say(accountWords.cardFor, { handle: view.member.handle })}</h2>
      <p>{say(accountWords.cardText)}</p>
      {words === null ? (
        <ActForm acting={acting}>
          <PresentPassphrase value={passphrase} onInput={setPassphrase} />
          <Trouble refusal={acting.refusal} />
          <button disabled={acting.busy || passphrase.trim() === ''}>{say(accountWords.showCard)}</button>
          {acting.busy ? <Waiting>{say(sessionWords.working)}</Waiting> : null}
        </ActForm>
      ) : (
        <>
          <ol class="recovery-words" lang="en">
            {words.map((word, place) => (
              <li key={place}>{word}</li>
            ))}
          </ol>
          <p class="buttons not-printed">
            <button type="button" onClick={() => print()}>
              {say(accountWords.print)}
            </button>
            <button type="button" class="quiet" onClick={() => setWords(null)}>
              {say(accountWords.hide)}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
