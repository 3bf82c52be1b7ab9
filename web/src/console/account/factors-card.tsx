import { useState } from 'preact/hooks';
import type { FactorOffer, FactorsView } from '../../desk/factor-views.ts';
import { useConsole } from '../console-context.ts';
import { factorWords } from '../messages/factors.ts';
import { sessionWords } from '../messages/session.ts';
import { ActForm } from '../parts/act-form.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useReading } from '../parts/use-reading.ts';
import { CodeForm, FactorSecret } from '../session/code-screen.tsx';
import { hasPasskeys, makePasskey } from '../session/passkey.ts';
import { useSay } from '../words.tsx';
import { PasskeyItem } from './passkey-item.tsx';
import { PasskeyName } from './passkey-name.tsx';
import { PresentPassphrase } from './present-passphrase.tsx';
import { RemoveFactor } from './remove-factor.tsx';

/** A member's second proofs: passkeys, each with its name, and a code generator. */
export function FactorsCard() {
  const say = useSay();
  const { acts, view, refresh } = useConsole();
  const reading = useReading('factors', () => acts.factors());
  const factors = reading.value;
  const none = factors !== null && !factors.totp && factors.passkeys.length === 0;
  const put = (next: FactorsView): void => {
    reading.put(next);
    refresh({ ...view, quickUnlock: next.passkeys.some(({ quick }) => quick) });
  };
  return (
    <section class="card">
      <h2>{say(factorWords.title)}</h2>
      <p class="hint">{say(factorWords.intro)}</p>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {none ? <p>{say(factorWords.none)}</p> : null}
      {factors === null || none ? null : (
        <ul class="factors">
          {factors.passkeys.map((passkey) => (
            <PasskeyItem key={passkey.id} passkey={passkey} onChange={put} />
          ))}
          {factors.totp ? (
            <li>
              <b>{say(factorWords.generator)}</b>
              <RemoveFactor factor="totp" onRemoved={put} />
            </li>
          ) : null}
        </ul>
      )}
      <output>{factors !== null && isOnlyOne(factors) ? say(factorWords.another) : ''}</output>
      {hasPasskeys() ? <AddPasskey onAdded={reading.again} /> : <p class="hint">{say(factorWords.notHere)}</p>}
      <SetUpGenerator again={factors?.totp === true} onDone={reading.again} />
    </section>
  );
}

const isOnlyOne = ({ totp, passkeys, required }: FactorsView): boolean =>
  required && passkeys.length + (totp ? 1 : 0) === 1;

function AddPasskey({ onAdded }: { onAdded(): void }) {
  const say = useSay();
  const { acts, refresh } = useConsole();
  const [passphrase, setPassphrase] = useState('');
  const [name, setName] = useState('');
  const acting = useAct(async () => {
    if (passphrase.trim() === '') return;
    const known = new Set((await acts.factors()).passkeys.map(({ id }) => id));
    const entry = await acts.giveNewPasskey(await makePasskey(await acts.beginPasskey(passphrase)));
    if (entry.at !== 'open') return;
    setPassphrase('');
    const added = (await acts.factors()).passkeys.find(({ id }) => !known.has(id));
    if (added !== undefined && name.trim() !== '') await acts.namePasskey(added.id, name.trim());
    setName('');
    refresh(entry.view);
    onAdded();
  });
  return (
    <details>
      <summary>{say(factorWords.addPasskey)}</summary>
      <p class="hint">{say(factorWords.addDoes)}</p>
      <ActForm acting={acting}>
        <PasskeyName value={name} onInput={setName} />
        <PresentPassphrase value={passphrase} onInput={setPassphrase} />
        <Trouble refusal={acting.refusal} />
        <button class="primary" disabled={acting.busy || passphrase.trim() === ''}>
          {say(factorWords.addPasskey)}
        </button>
        {acting.busy ? <Waiting>{say(factorWords.asking)}</Waiting> : null}
      </ActForm>
    </details>
  );
}

function SetUpGenerator({ again, onDone }: { readonly again: boolean; onDone(): void }) {
  const say = useSay();
  const { acts, refresh } = useConsole();
  const [passphrase, setPassphrase] = useState('');
  const [offer, setOffer] = useState<FactorOffer | null>(null);
  const beginning = useAct(async () => {
    if (passphrase.trim() === '') return;
    setOffer(await acts.beginFactor(passphrase));
    setPassphrase('');
  });
  return (
    <details>
      <summary>{say(again ? factorWords.anotherGenerator : factorWords.addGenerator)}</summary>
      {offer === null ? (
        <ActForm acting={beginning}>
          <PresentPassphrase value={passphrase} onInput={setPassphrase} />
          <Trouble refusal={beginning.refusal} />
          <button class="primary" disabled={beginning.busy || passphrase.trim() === ''}>
            {say(again ? factorWords.anotherGenerator : factorWords.addGenerator)}
          </button>
          {beginning.busy ? <Waiting>{say(sessionWords.working)}</Waiting> : null}
        </ActForm>
      ) : (
        <>
          <FactorSecret offer={offer} />
          <CodeForm
            onCode={async (code) => {
              const entry = await acts.giveCode(code);
              if (entry.at !== 'open') return;
              setOffer(null);
              refresh(entry.view);
              onDone();
            }}
            onBack={() => setOffer(null)}
          />
        </>
      )}
    </details>
  );
}
