import { accountWords } from '../messages/account.ts';
import { TextField } from '../parts/fields.tsx';
import { useSay } from '../words.tsx';

export function PresentPassphrase({ value, onInput }: { readonly value: string; onInput(value: string): void }) {
  const say = useSay();
  return (
    <TextField
      label={say(accountWords.present)}
      type="password"
      autoComplete="current-password"
      spellCheck={false}
      value={value}
      onInput={onInput}
    />
  );
}
