import { type Language, type Words, say } from '@romduol/shared/language/language';
import { anyTeamLabel } from '@romduol/shared/questionnaire/question-words';
import type { Question } from '@romduol/shared/questionnaire/questions';
import { ANY_TEAM } from '@romduol/shared/questionnaire/shape';
import type { ComponentChildren } from 'preact';
import type { OfferedTeam } from './deployment.ts';
import type { FilledForm } from './filled-form.ts';
import { sayPageProblem } from './page-problem.ts';
import { Pictogram } from './pictograms.tsx';
import { reportWords } from './words/report.ts';

/** More choices than this make a list to pick from instead of a column of buttons. */
const MOST_BUTTONS = 10;

type FieldProps = {
  readonly question: Question;
  readonly language: Language;
  readonly form: FilledForm;
  readonly teams: readonly OfferedTeam[];
};

type Offered = { readonly code: string; readonly label: Words };

function choicesOf(question: Question, teams: readonly OfferedTeam[]): readonly Offered[] {
  if ('choices' in question) return question.choices;
  if (question.kind !== 'team') return [];
  const offered = teams.map(({ id, name, organisation }) => ({
    code: id,
    label: { en: `${name.en} (${organisation.en})`, km: `${name.km} (${organisation.km})` },
  }));
  return [{ code: ANY_TEAM, label: anyTeamLabel }, ...offered];
}

/**
 * One question but the striking-off, which has a field of its own. The field bears the question's id, each choice its code; nothing is chosen beforehand. A problem stands
 * between the question and its field and is named as its description.
 */
export function QuestionField({ question, language, form, teams }: FieldProps) {
  const { id, kind } = question;
  const typed = form.fields.filter(([name]) => name === id).map(([, value]) => value);
  const problem = form.problems.find((one) => one.question === id);
  const hintId = `${id}-h`;
  const problemId = `${id}-e`;
  const described = [question.hint && hintId, problem && problemId].filter(Boolean).join(' ') || undefined;
  const invalid = problem === undefined ? undefined : true;
  const about: ComponentChildren = (
    <>
      {question.hint === null ? null : (
        <p class="h" id={hintId}>
          {question.hint[language]}
        </p>
      )}
      {problem === undefined ? null : (
        <p class="w" id={problemId}>
          {sayPageProblem(problem, language)}
        </p>
      )}
    </>
  );
  const label = question.label[language];
  const choices = choicesOf(question, teams);

  if (kind === 'many' || (kind === 'one' && choices.length <= MOST_BUTTONS)) {
    return (
      <fieldset id={id} aria-describedby={described}>
        <legend>{label}</legend>
        {about}
        {choices.map(({ code, label: words }) => (
          <label key={code}>
            <input
              type={kind === 'many' ? 'checkbox' : 'radio'}
              name={id}
              value={code}
              checked={typed.includes(code) || undefined}
            />
            {id === 'categories' ? <Pictogram code={code} /> : null}
            {words[language]}
          </label>
        ))}
      </fieldset>
    );
  }
  const named = { id, name: id, 'aria-describedby': described, 'aria-invalid': invalid };
  return (
    <>
      <label class="l" for={id}>
        {label}
      </label>
      {about}
      {kind !== 'text' ? (
        <select {...named}>
          <option value="">{say(reportWords.choose, language)}</option>
          {choices.map(({ code, label: words }) => (
            <option key={code} value={code} selected={typed.includes(code) || undefined}>
              {words[language]}
            </option>
          ))}
        </select>
      ) : question.max > 300 ? (
        // A line break right after the tag is not part of the text: without it the text's own first one would be lost.
        <textarea {...named} rows={question.max > 1_000 ? 9 : 3}>{`\n${typed[0] ?? ''}`}</textarea>
      ) : (
        <input type="text" {...named} value={typed[0]} autocomplete="off" />
      )}
    </>
  );
}
