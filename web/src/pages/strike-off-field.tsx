import type { Language } from '@romduol/shared/language/language';
import { QUESTIONS } from '@romduol/shared/questionnaire/questions';
import { Fragment } from 'preact';
import type { OfferedTeam } from './deployment.ts';
import type { FilledForm } from './filled-form.ts';
import { sayPageProblem } from './page-problem.ts';

type StrikeOffProps = {
  readonly language: Language;
  readonly form: FilledForm;
  readonly teams: readonly OfferedTeam[];
};

/** Who must not read it: handles under their teams. Nothing where no organisation shows its members' handles. */
export function StrikeOffField({ language, form, teams }: StrikeOffProps) {
  const shown = teams.filter(({ members }) => members.length > 0);
  if (shown.length === 0) return null;
  const { label, hint } = QUESTIONS.strike_off;
  const problem = form.problems.find(({ question }) => question === 'strike_off');
  const chosen = new Set(form.fields.filter(([name]) => name === 'strike_off').map(([, value]) => value));
  return (
    <fieldset id="strike_off" aria-describedby={problem === undefined ? 'strike_off-h' : 'strike_off-h strike_off-e'}>
      <legend>{label[language]}</legend>
      <p class="h" id="strike_off-h">
        {hint?.[language]}
      </p>
      {problem === undefined ? null : (
        <p class="w" id="strike_off-e">
          {sayPageProblem(problem, language)}
        </p>
      )}
      {shown.map(({ id, name, members }) => (
        <Fragment key={id}>
          <p class="h">{name[language]}</p>
          {members.map((member) => (
            <label key={member.id}>
              <input type="checkbox" name="strike_off" value={member.id} checked={chosen.has(member.id) || undefined} />
              <span lang="en">{member.handle}</span>
            </label>
          ))}
        </Fragment>
      ))}
    </fieldset>
  );
}
