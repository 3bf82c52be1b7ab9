import { useEffect, useState } from 'preact/hooks';
import type { DeskActs } from '../../desk/acts.ts';
import { joiningWords } from '../messages/joining.ts';
import { CheckField, ChoiceField, TextField } from '../parts/fields.tsx';
import { useSay } from '../words.tsx';

/** A new passphrase: six drawn words, or one's own. Reports the passphrase once it is kept, else null. */
export function PassphraseChoice({
  acts,
  onChange,
}: {
  readonly acts: Pick<DeskActs, 'suggestPassphrase'>;
  onChange(passphrase: string | null): void;
}) {
  const say = useSay();
  const [how, setHow] = useState<'drawn' | 'own'>('drawn');
  const [drawn, setDrawn] = useState('');
  const [own, setOwn] = useState('');
  const [kept, setKept] = useState(false);
  const draw = async (): Promise<void> => {
    setKept(false);
    setDrawn(await acts.suggestPassphrase());
  };
  useEffect(() => void draw(), []);
  const chosen = how === 'drawn' ? drawn : own.trim();
  useEffect(() => onChange(kept && chosen !== '' ? chosen : null), [kept, chosen]);
  return (
    <>
      <ChoiceField
        label={say(joiningWords.yourPassphrase)}
        choices={[
          { code: 'drawn', label: say(joiningWords.drawn), hint: say(joiningWords.drawnHint) },
          { code: 'own', label: say(joiningWords.own) },
        ]}
        chosen={[how]}
        onChoose={([code]) => {
          setHow(code === 'own' ? 'own' : 'drawn');
          setKept(false);
        }}
      />
      {how === 'drawn' ? (
        <p class="drawn">
          <code lang="en" class="drawn-words">
            {drawn}
          </code>{' '}
          <button type="button" class="quiet" onClick={() => void draw()}>
            {say(joiningWords.others)}
          </button>
        </p>
      ) : (
        <TextField
          label={say(joiningWords.ownField)}
          hint={say(joiningWords.ownHint)}
          autoComplete="new-password"
          spellCheck={false}
          value={own}
          onInput={setOwn}
        />
      )}
      <CheckField label={say(joiningWords.keptIt)} checked={kept} onChange={setKept} />
    </>
  );
}
