import { factorWords } from '../messages/factors.ts';
import { TextField } from '../parts/fields.tsx';
import { useSay } from '../words.tsx';

/** So many letters of any script that a passkey's sealed name has room for them. */
const MOST = 40;

export function PasskeyName({ value, onInput }: { readonly value: string; onInput(value: string): void }) {
  const say = useSay();
  return (
    <TextField
      label={say(factorWords.name)}
      hint={say(factorWords.nameHint)}
      maxLength={MOST}
      value={value}
      onInput={onInput}
    />
  );
}
