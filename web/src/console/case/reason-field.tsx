import { paneWords } from '../messages/panes.ts';
import { LongTextField } from '../parts/fields.tsx';
import { useSay } from '../words.tsx';

/** Why, in words that nobody may leave out. `looked`: whether what is missing is said by now. */
export function ReasonField(props: {
  readonly label: string;
  readonly looked: boolean;
  readonly value: string;
  onInput(value: string): void;
}) {
  const say = useSay();
  const { looked, ...field } = props;
  const problem = looked && field.value.trim() === '' ? say(paneWords.missingWords) : null;
  return <LongTextField {...field} problem={problem} rows={3} maxLength={2_000} />;
}
