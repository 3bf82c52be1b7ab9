import { labelOf } from '@romduol/shared/codebook/code-list';
import { authorityType, trainingLevel } from '@romduol/shared/codebook/authority';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import { type DirectoryEntry, nameOfEntry } from '@romduol/shared/casework/directory';
import { suggestionWords, withheldWords } from '@romduol/shared/casework/referral-words';
import type { SuggestionReason, Suggestions } from '@romduol/shared/casework/suggest-entries';
import { useId } from 'preact/hooks';
import { giveWords } from '../messages/give.ts';
import { referralPaneWords } from '../messages/referral.ts';
import { useLanguage, useSay } from '../words.tsx';

/** Reasons that speak against an entry; shown so. */
const AGAINST: readonly SuggestionReason[] = [
  'not_friendly',
  'mixed_feedback',
  'outed_there',
  'elsewhere',
  'verification_due',
  'like_the_perpetrator',
];
/** Those that speak neither way. */
const NEITHER: readonly SuggestionReason[] = ['no_feedback'];
const SIGN = { for: '+ ', against: '− ', neither: '' } as const;
const speaks = (reason: SuggestionReason): keyof typeof SIGN =>
  AGAINST.includes(reason) ? 'against' : NEITHER.includes(reason) ? 'neither' : 'for';

type Props = {
  readonly suggestions: Suggestions;
  readonly chosen: string;
  readonly problem: string | null;
  onChoose(entryId: string): void;
};

/** Entries of the directory in the order of casework's advice, each with the reasons for and against. */
export function RecipientChoice({ suggestions, chosen, problem, onChoose }: Props) {
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const { suggested, withheld } = suggestions;
  return (
    <fieldset class="field choices" aria-describedby={problem === null ? undefined : `${id}-problem`}>
      <legend>{say(referralPaneWords.recipient)}</legend>
      {problem === null ? null : (
        <p class="wrong" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <div class="recipients">
        {suggested.map(({ entry, reasons }) => (
          <label key={entry.entryId} class="option recipient">
            <input
              type="radio"
              name={id}
              value={entry.entryId}
              checked={chosen === entry.entryId}
              onChange={() => onChoose(entry.entryId)}
            />
            <b>{nameOfEntry(entry, language)}</b>
            <small>
              {labelOf(authorityType, entry.type, language)} · {placeOf(entry, language)} ·{' '}
              {labelOf(trainingLevel, entry.training.level, language)}
            </small>
            {entry.team === undefined ? null : <small>{say(giveWords.hint)}</small>}
            <span class="reasons">
              {reasons.map((reason) => (
                <i key={reason} class={speaks(reason)}>
                  {SIGN[speaks(reason)]}
                  {suggestionWords[reason][language]}
                </i>
              ))}
            </span>
          </label>
        ))}
      </div>
      {withheld.length === 0 ? null : (
        <details>
          <summary>{say(referralPaneWords.withheld, { count: withheld.length })}</summary>
          <ul>
            {withheld.map(({ entry, reason }) => (
              <li key={entry.entryId}>
                {nameOfEntry(entry, language)}: {withheldWords[reason][language]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  );
}

function placeOf(entry: DirectoryEntry, language: 'en' | 'km'): string {
  return [entry.village, entry.commune, entry.district, labelOf(provinceAnswer, entry.province, language)]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}
