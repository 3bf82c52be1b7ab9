import type { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import { isBlank, readAnswers } from '@romduol/shared/questionnaire/read-answers';
import { ANY_TEAM } from '@romduol/shared/questionnaire/shape';
import { type Keyring, type Member, type Team, chooseTeam, recipientsOf } from '@romduol/shared/sealing/keyring';
import { CLOSED, type FileProblem, type PageProblem, SECOND_WORD, SECOND_WORD_MAX } from '../pages/form-fields.ts';

export type FormRead =
  | {
      readonly ok: true;
      readonly answers: Answers;
      readonly contact: ContactAnswers;
      readonly team: Team;
      /** Everybody who will be able to read it; at least one. */
      readonly recipients: readonly Member[];
      /** A word of the reporter's own; null when none was chosen. Sealed nowhere: only keys made of it are kept. */
      readonly secondWord: string | null;
    }
  | { readonly ok: false; readonly problems: readonly PageProblem[] };

/**
 * Reads the report page's form and finds who it goes to: the same in the page's worker and in the server's. An expired
 * keyring asks for the choice that the page offers. `files` says what is wrong with the files that came with it. Never
 * throws on what was typed.
 */
export function readForm(
  fields: Iterable<readonly [string, unknown]>,
  { keyring, expired }: { readonly keyring: Keyring; readonly expired: boolean },
  files?: readonly FileProblem[],
): FormRead {
  const typed = [...fields];
  const takesReports = (team: Team): boolean => recipientsOf(keyring, team.id).length > 0;
  const offered = keyring.teams.filter(takesReports);
  const read = readAnswers(typed, {
    isKnown: (_, choice) => offered.some(({ id }) => id === choice),
    hasFiles: !!files,
  });
  const problems: PageProblem[] = [...(read.ok ? [] : read.problems), ...(files ?? [])];
  const given = (wanted: string) => typed.find(([name]: readonly unknown[]) => name === wanted)?.[1];
  if (expired && !given('unchecked')) problems.push({ question: 'unchecked', code: 'keyring_unchecked' });
  const word = given(SECOND_WORD);
  const secondWord = typeof word === 'string' && !isBlank(word) ? word : null;
  if (secondWord !== null && [...secondWord].length > SECOND_WORD_MAX) {
    problems.push({ question: SECOND_WORD, code: 'too_long', max: SECOND_WORD_MAX });
  }
  if (!read.ok || problems.length > 0) return { ok: false, problems };
  const { answers, contact } = read;
  const struckOff = new Set<string>(answers.strike_off);
  const team = chooseTeam(keyring, answers.team ?? ANY_TEAM, answers.province ?? null);
  const readers = recipientsOf(keyring, team.id);
  const isClosed = String(given(CLOSED) ?? '')
    .split(' ')
    .includes(team.organisation);
  // The team of the place has nobody to read at present, or takes no reports: another one must be chosen by name.
  if (isClosed || readers.length === 0) return { ok: false, problems: [{ question: 'team', code: 'unknown_team' }] };
  const recipients = readers.filter(({ id }) => !struckOff.has(id));
  if (recipients.length === 0) return { ok: false, problems: [{ question: 'strike_off', code: 'nobody_left' }] };
  return { ok: true, answers, contact, team, recipients, secondWord };
}
