import { type Language, type Words, say } from '@romduol/shared/language/language';
import { QUESTIONS } from '@romduol/shared/questionnaire/questions';
import { AS_IS, ATTACHMENTS, type PageProblem, SECOND_WORD, UNCHECKED, VOICE } from './form-fields.ts';
import { pageProblemWords, sayPageProblem } from './page-problem.ts';
import { fileWords, secondWordWords } from './words/files.ts';
import { reportWords } from './words/report.ts';

function labelOf(question: Exclude<PageProblem['question'], typeof UNCHECKED | typeof AS_IS>): Words {
  if (question === SECOND_WORD) return secondWordWords.label;
  if (question === VOICE) return fileWords.voice;
  return question === ATTACHMENTS ? fileWords.files : QUESTIONS[question].label;
}

/** What a problem's link says: the question, then what to mend. */
function sayWhere(problem: PageProblem, language: Language): string {
  const words = sayPageProblem(problem, language);
  if (problem.question === UNCHECKED || problem.question === AS_IS) return words;
  return `${labelOf(problem.question)[language]} – ${words}`;
}

/**
 * What to mend, each with a link to its field. It stands in every report page, hidden while there is nothing to mend, and
 * carries the words for every kind of problem: the page's script fills it just so. `autofocus` moves the focus to it
 * without script.
 */
export function ProblemSummary({
  language,
  problems,
}: {
  readonly language: Language;
  readonly problems: readonly PageProblem[];
}) {
  const shown = problems.length > 0;
  const codes = Object.entries(pageProblemWords).map(([code, words]) => [`data-${code}`, words[language]]);
  return (
    <div
      id="errors"
      class="e"
      role="alert"
      tabindex={-1}
      hidden={!shown || undefined}
      autofocus={shown || undefined}
      {...Object.fromEntries(codes)}
    >
      <h2>{say(reportWords.problems, language)}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.question}>
            <a href={`#${problem.question}`}>{sayWhere(problem, language)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
