import { Handle } from '@romduol/shared/api/accounts';
import { useState } from 'preact/hooks';
import { factorWords } from '../messages/factors.ts';
import { joiningWords } from '../messages/joining.ts';
import { practiceWords } from '../messages/practice.ts';
import { sessionWords } from '../messages/session.ts';
import { ActForm } from '../parts/act-form.tsx';
import { CheckField, TextField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useSay } from '../words.tsx';
import type { Session, SessionState } from './session.ts';

export function SignInScreen({ session }: { readonly session: Session }) {
  const say = useSay();
  const [handle, setHandle] = useState('');
  const { passphrase, field, setLooked } = usePassphrase(session);
  const acting = useAct(async () => {
    setLooked(true);
    if (Handle.safeParse(handle.trim()).success && passphrase !== '') {
      await session.signIn(handle.trim(), passphrase);
    }
  });
  const practising = useAct(() => session.practise());
  const handleProblem =
    handle.trim() === ''
      ? say(sessionWords.handleMissing)
      : Handle.safeParse(handle.trim()).success
        ? null
        : say(sessionWords.handleWrong);
  return (
    <section class="door">
      <ScreenHeading>{say(sessionWords.signIn)}</ScreenHeading>
      <ActForm acting={acting}>
        <TextField
          label={say(sessionWords.handle)}
          hint={say(sessionWords.handleHint)}
          problem={field.looked ? handleProblem : null}
          name="handle"
          autoComplete="username"
          spellCheck={false}
          value={handle}
          onInput={setHandle}
        />
        <PassphraseField {...field} />
        <Trouble refusal={acting.refusal} />
        <button class="primary" disabled={acting.busy}>
          {say(sessionWords.signIn)}
        </button>
        {acting.busy ? <Waiting>{say(sessionWords.working)}</Waiting> : null}
      </ActForm>
      <p class="buttons">
        <button type="button" class="quiet" disabled={acting.busy} onClick={() => session.visit('invited')}>
          {say(joiningWords.haveInvitation)}
        </button>
        <button type="button" class="quiet" disabled={acting.busy} onClick={() => session.visit('recovering')}>
          {say(joiningWords.forgotten)}
        </button>
      </p>
      <Trouble refusal={practising.refusal} />
      <p class="buttons">
        <button
          type="button"
          class="quiet"
          disabled={acting.busy || practising.busy}
          onClick={() => void practising.run()}
        >
          {say(practiceWords.begin)}
        </button>
      </p>
    </section>
  );
}

const LOCK_WORDS = {
  asked: sessionWords.lockedAsked,
  idle: sessionWords.lockedIdle,
  hidden: sessionWords.lockedHidden,
  failed: sessionWords.lockedFailed,
} as const;

/** After a lock: the same person, the same place, only the passphrase is missing. */
export function UnlockScreen({
  session,
  locked: { handle, why, byPasskey },
}: {
  readonly session: Session;
  readonly locked: Extract<SessionState, { at: 'locked' }>;
}) {
  const say = useSay();
  const touching = useAct(() => session.unlockByPasskey());
  const { passphrase, field, setLooked } = usePassphrase(session);
  const acting = useAct(async () => {
    setLooked(true);
    if (passphrase !== '') await session.unlock(passphrase);
  });
  return (
    <section class="door">
      <ScreenHeading>{say(sessionWords.locked)}</ScreenHeading>
      <output>{say(LOCK_WORDS[why])}</output>
      {byPasskey ? (
        <>
          <p class="buttons">
            <button
              type="button"
              class="primary"
              disabled={acting.busy || touching.busy}
              onClick={() => void touching.run()}
            >
              {say(factorWords.unlockByOne)}
            </button>
          </p>
          <Trouble refusal={touching.refusal} />
          {touching.busy ? <Waiting>{say(factorWords.asking)}</Waiting> : null}
        </>
      ) : null}
      <ActForm acting={acting}>
        <p class="who">{say(sessionWords.unlockFor, { handle })}</p>
        {/* Password managers match a passphrase to the name beside it. */}
        <input
          class="away"
          type="text"
          name="handle"
          autoComplete="username"
          value={handle}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <PassphraseField {...field} />
        <Trouble refusal={acting.refusal} />
        <p class="buttons">
          <button class={byPasskey ? undefined : 'primary'} disabled={acting.busy || touching.busy}>
            {say(sessionWords.unlock)}
          </button>
          <button type="button" class="quiet" disabled={acting.busy || touching.busy} onClick={() => session.leave()}>
            {say(sessionWords.someoneElse)}
          </button>
        </p>
        {acting.busy ? <Waiting>{say(sessionWords.working)}</Waiting> : null}
      </ActForm>
    </section>
  );
}

/** What is typed of a passphrase, trimmed, and its field. A desk is started while it is typed. */
function usePassphrase(session: Session) {
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(false);
  const [looked, setLooked] = useState(false);
  const onInput = (value: string): void => {
    session.prepare();
    setTyped(value);
  };
  return { passphrase: typed.trim(), field: { value: typed, shown, looked, onInput, onShow: setShown }, setLooked };
}

function PassphraseField(props: {
  readonly value: string;
  readonly shown: boolean;
  readonly looked: boolean;
  onInput(value: string): void;
  onShow(shown: boolean): void;
}) {
  const say = useSay();
  return (
    <>
      <TextField
        label={say(sessionWords.passphrase)}
        hint={say(sessionWords.passphraseHint)}
        problem={props.looked && props.value.trim() === '' ? say(sessionWords.passphraseMissing) : null}
        type={props.shown ? 'text' : 'password'}
        name="passphrase"
        autoComplete="current-password"
        spellCheck={false}
        value={props.value}
        onInput={props.onInput}
      />
      <CheckField label={say(sessionWords.show)} checked={props.shown} onChange={props.onShow} />
    </>
  );
}
