import { type Language, say } from '@romduol/shared/language/language';
import { talkWords } from './words/return.ts';

/** Why a number opens nothing. */
export type AskProblem = 'bad_receipt' | 'unknown' | 'damaged';

/** What stands there when everything has been erased at the reporter's wish. */
export function Erased({ language }: { readonly language: Language }) {
  return (
    <>
      <h1 tabIndex={-1}>{say(talkWords.erasedHeading, language)}</h1>
      <p>{say(talkWords.erased, language)}</p>
      <p class="n">{say(talkWords.cannot, language)}</p>
    </>
  );
}
