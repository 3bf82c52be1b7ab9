import { LongTextField } from './fields.tsx';

/** The words of a recovery card, typed off paper: English, and neither remembered nor sent anywhere by the browser. */
export function CardWordsField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  onInput(value: string): void;
}) {
  return <LongTextField {...props} lang="en" autoComplete="off" spellCheck={false} />;
}
