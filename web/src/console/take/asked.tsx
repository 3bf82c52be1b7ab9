import { anyTeamLabel } from '@romduol/shared/questionnaire/question-words';
import type { Question } from '@romduol/shared/questionnaire/questions';
import { ANY_TEAM } from '@romduol/shared/questionnaire/shape';
import { useConsole } from '../console-context.ts';
import { takeWords } from '../messages/take.ts';
import { ChoiceField, LongTextField, SelectField, TextField } from '../parts/fields.tsx';
import { useLanguage, useSay } from '../words.tsx';

/** More choices than this make a list to pick from. */
const MOST_BUTTONS = 10;

/** A question of the report as a caseworker asks it; `values` as the form's fields of that name. */
export function Asked({
  question,
  values,
  problem,
  onChange,
}: {
  readonly question: Question;
  readonly values: readonly string[];
  readonly problem: string | null;
  onChange(values: readonly string[]): void;
}) {
  const say = useSay();
  const language = useLanguage();
  const choices = useChoices(question);
  const about = { label: question.label[language], hint: question.hint?.[language] ?? null, problem };
  const [first = ''] = values;
  if (question.kind === 'text')
    return question.max > 300 ? (
      <LongTextField
        {...about}
        rows={question.max > 1_000 ? 9 : 3}
        value={first}
        onInput={(text) => onChange([text])}
      />
    ) : (
      <TextField {...about} value={first} onInput={(text) => onChange([text])} />
    );
  if (question.kind === 'many' || question.kind === 'members')
    return choices.length === 0 ? null : (
      <ChoiceField {...about} many choices={choices} chosen={values} onChoose={onChange} />
    );
  if (choices.length > MOST_BUTTONS)
    return (
      <SelectField
        {...about}
        empty={say(takeWords.choose)}
        value={first}
        choices={choices}
        onChoose={(code) => onChange([code])}
      />
    );
  // A radio button cannot be let go again; a person on the telephone may.
  const none = { code: '', label: say(takeWords.choose) };
  return <ChoiceField {...about} choices={[none, ...choices]} chosen={[first]} onChoose={onChange} />;
}

function useChoices(question: Question) {
  const language = useLanguage();
  const { view } = useConsole();
  switch (question.kind) {
    case 'one':
    case 'many':
      return question.choices.map(({ code, label }) => ({ code, label: label[language] }));
    case 'team':
      return [
        { code: ANY_TEAM, label: anyTeamLabel[language] },
        ...view.teams.map(({ id, name }) => ({ code: id, label: name[language] })),
      ];
    case 'members':
      return view.colleagues
        .filter(({ active, roles }) => active && roles.some((role) => role === 'caseworker' || role === 'supervisor'))
        .map(({ id, handle }) => ({ code: id, label: handle }));
    case 'text':
      return [];
  }
}
