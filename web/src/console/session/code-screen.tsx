import { fromKhmerDigits } from '@romduol/shared/language/numerals';
import { useState } from 'preact/hooks';
import type { Entry, FactorOffer } from '../../desk/factor-views.ts';
import { factorWords } from '../messages/factors.ts';
import { joiningWords } from '../messages/joining.ts';
import { ActForm } from '../parts/act-form.tsx';
import { TextField } from '../parts/fields.tsx';
import { QrCode } from '../../pages/qr-code.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useSay } from '../words.tsx';
import { hasPasskeys } from './passkey.ts';
import type { Session } from './session.ts';

/** The second proof of a sign-in: the code, or a code generator to be set up first. */
export function CodeScreen({
  session,
  entry,
}: {
  readonly session: Session;
  readonly entry: Exclude<Entry, { at: 'open' }>;
}) {
  const say = useSay();
  return (
    <section class="door wide">
      <ScreenHeading>{say(entry.at === 'enrol' ? joiningWords.enrol : joiningWords.secondFactor)}</ScreenHeading>
      {entry.at === 'factor' && entry.passkey !== null ? (
        <PasskeyButton
          text={say(factorWords.givePasskey)}
          label={say(factorWords.useOne)}
          act={() => session.givePasskey()}
        />
      ) : null}
      {entry.at === 'enrol' ? <FactorSecret offer={entry.offer} /> : null}
      {entry.at === 'factor' && entry.totp ? <p>{say(joiningWords.giveCode)}</p> : null}
      {entry.at === 'factor' && !entry.totp ? (
        <p class="buttons">
          <button type="button" class="quiet" onClick={() => session.leave()}>
            {say(joiningWords.back)}
          </button>
        </p>
      ) : (
        <CodeForm onCode={(code) => session.giveCode(code)} onBack={() => session.leave()} />
      )}
      {entry.at === 'enrol' && hasPasskeys() ? (
        <PasskeyButton
          text={say(factorWords.orPasskey)}
          label={say(factorWords.makeOne)}
          act={() => session.enrolPasskey()}
        />
      ) : null}
      {entry.at === 'factor' ? <p class="hint">{say(joiningWords.lostFactor)}</p> : null}
    </section>
  );
}

function PasskeyButton(props: { readonly text: string; readonly label: string; act(): Promise<void> }) {
  const say = useSay();
  const acting = useAct(props.act);
  return (
    <>
      <p>{props.text}</p>
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button type="button" class="primary" disabled={acting.busy} onClick={() => void acting.run()}>
          {props.label}
        </button>
      </p>
      {acting.busy ? <Waiting>{say(factorWords.asking)}</Waiting> : null}
    </>
  );
}

/** What a code generator is told, to be scanned or typed. */
export function FactorSecret({ offer }: { readonly offer: FactorOffer }) {
  const say = useSay();
  return (
    <>
      <p>{say(joiningWords.enrolText)}</p>
      <QrCode text={offer.uri} label={say(joiningWords.enrolQr)} />
      <p>
        {say(joiningWords.enrolTyped)}: <code lang="en">{offer.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
    </>
  );
}

export function CodeForm({ onCode, onBack }: { onCode(code: string): Promise<void>; onBack(): void }) {
  const say = useSay();
  const [code, setCode] = useState('');
  const [looked, setLooked] = useState(false);
  const digits = fromKhmerDigits(code.replaceAll(/[\s-]/g, ''));
  const whole = /^\d{6}$/.test(digits);
  const acting = useAct(async () => {
    setLooked(true);
    if (whole) await onCode(digits);
  });
  return (
    <ActForm acting={acting}>
      <TextField
        label={say(joiningWords.digits)}
        problem={looked && !whole ? say(joiningWords.digitsWrong) : null}
        name="code"
        autoComplete="one-time-code"
        spellCheck={false}
        value={code}
        onInput={setCode}
      />
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button class="primary" disabled={acting.busy}>
          {say(joiningWords.goOn)}
        </button>
        <button type="button" class="quiet" disabled={acting.busy} onClick={onBack}>
          {say(joiningWords.back)}
        </button>
      </p>
    </ActForm>
  );
}
