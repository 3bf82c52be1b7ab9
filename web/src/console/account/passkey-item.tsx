import { useState } from 'preact/hooks';
import type { FactorsView } from '../../desk/factor-views.ts';
import { useConsole } from '../console-context.ts';
import { factorWords } from '../messages/factors.ts';
import { ActForm } from '../parts/act-form.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { workOut } from '../session/passkey.ts';
import { useSay } from '../words.tsx';
import { PasskeyName } from './passkey-name.tsx';
import { RemoveFactor } from './remove-factor.tsx';

type Props = {
  readonly passkey: FactorsView['passkeys'][number];
  onChange(factors: FactorsView): void;
};

/** One passkey: what it is called, whether it unlocks, and how it is taken away. */
export function PasskeyItem({ passkey, onChange }: Props) {
  const say = useSay();
  const days = useDayWords();
  const { acts } = useConsole();
  const unlocking = useAct(async () => {
    if (passkey.quick) {
      onChange(await acts.endQuickUnlock(passkey.id));
      return;
    }
    const input = await acts.quickUnlockInput();
    const { output } = await workOut({ credentials: [passkey.credentialId], input });
    onChange(await acts.setQuickUnlock(passkey.id, output));
  });
  return (
    <li>
      <b>{passkey.name ?? say(factorWords.passkey)}</b>{' '}
      <span class="quietly">{say(factorWords.since, { day: days.date(passkey.day) })}</span>
      <p>{say(passkey.quick ? factorWords.unlocks : factorWords.unlocksNot)}</p>
      <Trouble refusal={unlocking.refusal} />
      <p>
        <button type="button" disabled={unlocking.busy} onClick={() => void unlocking.run()}>
          {say(passkey.quick ? factorWords.endUnlock : factorWords.letUnlock)}
        </button>
      </p>
      {unlocking.busy ? <Waiting>{say(factorWords.asking)}</Waiting> : null}
      <Rename passkey={passkey} onChange={onChange} />
      <RemoveFactor factor={passkey.id} onRemoved={onChange} />
    </li>
  );
}

function Rename({ passkey, onChange }: Props) {
  const say = useSay();
  const { acts } = useConsole();
  const [name, setName] = useState(passkey.name ?? '');
  const acting = useAct(async () => {
    if (name.trim() !== '') onChange(await acts.namePasskey(passkey.id, name.trim()));
  });
  return (
    <details class="manage">
      <summary>{say(factorWords.rename)}</summary>
      <ActForm acting={acting}>
        <PasskeyName value={name} onInput={setName} />
        <Trouble refusal={acting.refusal} />
        <button disabled={acting.busy || name.trim() === ''}>{say(factorWords.saveName)}</button>
      </ActForm>
    </details>
  );
}
