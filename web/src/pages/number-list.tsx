import { formatDay } from '@romduol/shared/language/dates';
import { type Language, say } from '@romduol/shared/language/language';
import type { HelpNumber } from './help-numbers.ts';
import { helpWords } from './words/help.ts';

/** Numbers to ring, each with the day it was last confirmed. Also stands on the report page for those who are not safe. */
export function HelpNumbers({
  language,
  numbers,
}: {
  readonly language: Language;
  readonly numbers: readonly HelpNumber[];
}) {
  return (
    <ul>
      {numbers.map(({ number, name, note, hours, verified }) => (
        <li key={number}>
          <a href={`tel:${number.replaceAll(/[ -]/g, '')}`}>{number}</a> {name[language]}
          {hours === null ? null : `, ${hours[language]}`} (
          {verified === null
            ? say(helpWords.unverified, language)
            : say(helpWords.verified, language, { day: formatDay(verified, language) })}
          ){note === null ? null : <p class="h">{note[language]}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Says which numbers nobody has rung; nothing when somebody has rung them all. */
export function NumbersNotice({
  language,
  numbers,
}: {
  readonly language: Language;
  readonly numbers: readonly HelpNumber[];
}) {
  const open = numbers.filter(({ verified }) => verified === null).length;
  if (open === 0) return null;
  return <p class="n">{say(open === numbers.length ? helpWords.sample : helpWords.some, language)}</p>;
}
