import type { Problem } from '@romduol/shared/questionnaire/read-answers';

// Fields of the report page that are no questions of the report. Without a word of any language: the page's sealing worker
// carries this file.

/** The choice that only an expired keyring asks for. */
export const UNCHECKED = 'unchecked';
/**
 * A field that nobody sees, hears or is offered words for: what fills it in is most likely a machine. The form is then taken
 * behind others and is not lost, for it might be a person all the same.
 */
export const TRAP = 'website';
/**
 * Organisations, by id, with spaces between, that took no reports when the page was drawn: their teams are found for nobody
 * who names none.
 */
export const CLOSED = 'closed';
/** A word of the reporter's own. Never sealed into the report: who reads it must not learn the word. */
export const SECOND_WORD = 'second_word';
/** Code points. */
export const SECOND_WORD_MAX = 200;

/** A recording, and other files. */
export const VOICE = 'voice';
export const ATTACHMENTS = 'attachments';
/** The choice that only files ask for from which nothing could be taken out. */
export const AS_IS = 'as_is';

/** What is wrong with the files; `max` is a count with `too_many_files`, megabytes with `file_too_large`. */
export type FileProblem = {
  readonly question: typeof VOICE | typeof ATTACHMENTS | typeof AS_IS;
  readonly code: 'too_many_files' | 'file_too_large' | 'file_empty' | 'cannot_clean';
  readonly max?: number;
};

/** Something to mend before a report can be sent: an answer, or one of the page's own fields. */
export type PageProblem =
  | Problem
  | FileProblem
  | { readonly question: typeof SECOND_WORD; readonly code: 'too_long'; readonly max: number }
  | { readonly question: typeof UNCHECKED; readonly code: 'keyring_unchecked'; readonly max?: never };
