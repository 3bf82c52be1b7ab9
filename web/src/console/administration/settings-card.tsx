import { fromKhmerDigits } from '@romduol/shared/language/numerals';
import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { memberWords } from '../messages/members.ts';
import { ActForm } from '../parts/act-form.tsx';
import { TextField } from '../parts/fields.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useReading } from '../parts/use-reading.ts';
import { useSay } from '../words.tsx';

const MOST_DAYS = 365;

/** A number of days as it is typed, in Latin or Khmer digits; null for what is none. */
function readDays(typed: string): number | null {
  const digits = fromKhmerDigits(typed.trim());
  const days = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : null;
}

/** What an administrator decides for the whole organisation. */
export function SettingsCard() {
  const say = useSay();
  const { acts } = useConsole();
  const reading = useReading('settings', () => acts.settings());
  const [typed, setTyped] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const text = typed ?? String(reading.value?.needToKnowDays ?? '');
  const days = readDays(text);
  const acting = useAct(async () => {
    setSaved(false);
    if (days === null) return;
    reading.put(await acts.saveSettings({ needToKnowDays: days }));
    setTyped(null);
    setSaved(true);
  });
  return (
    <section class="card">
      <h2>{say(memberWords.needToKnow)}</h2>
      <p class="hint">{say(memberWords.needToKnowText)}</p>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {reading.value === null ? null : (
        <ActForm acting={acting}>
          <TextField
            label={say(memberWords.needToKnowDays)}
            problem={days === null ? say(memberWords.needToKnowWrong) : null}
            maxLength={3}
            value={text}
            onInput={setTyped}
          />
          <Trouble refusal={acting.refusal} />
          <p class="buttons">
            <button disabled={acting.busy || days === null}>{say(memberWords.needToKnowSave)}</button>{' '}
            <output>{saved ? say(memberWords.needToKnowSaved) : ''}</output>
          </p>
        </ActForm>
      )}
    </section>
  );
}
