import { useState } from 'preact/hooks';
import type { FactorsView } from '../../desk/factor-views.ts';
import { useConsole } from '../console-context.ts';
import { factorWords } from '../messages/factors.ts';
import { sessionWords } from '../messages/session.ts';
import { ActForm } from '../parts/act-form.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useSay } from '../words.tsx';
import { PresentPassphrase } from './present-passphrase.tsx';

/** Asked for with the passphrase: an open console must not let a passer-by change who comes in. */
export function RemoveFactor({
  factor,
  onRemoved,
}: {
  readonly factor: string;
  onRemoved(factors: FactorsView): void;
}) {
  const say = useSay();
  const { acts } = useConsole();
  const [passphrase, setPassphrase] = useState('');
  const acting = useAct(async () => {
    if (passphrase.trim() === '') return;
    onRemoved(await acts.removeFactor(factor, passphrase));
  });
  return (
    <details class="manage">
      <summary>{say(factorWords.remove)}</summary>
      <ActForm acting={acting}>
        <PresentPassphrase value={passphrase} onInput={setPassphrase} />
        <Trouble refusal={acting.refusal} />
        <button disabled={acting.busy || passphrase.trim() === ''}>{say(factorWords.removeNow)}</button>
        {acting.busy ? <Waiting>{say(sessionWords.working)}</Waiting> : null}
      </ActForm>
    </details>
  );
}
