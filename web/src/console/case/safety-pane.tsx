import type { SafetyPlan } from '@romduol/shared/casework/safety-plan';
import { Day } from '@romduol/shared/ids';
import { useConsole } from '../console-context.ts';
import { paneWords } from '../messages/panes.ts';
import { LongTextField, TextField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';
import { SAFETY_PARTS, type SafetyPart } from './safety-plan-parts.ts';

type Typed = { [part in SafetyPart | 'reviewDay']?: string | undefined };

export function SafetyPane() {
  const say = useSay();
  const language = useLanguage();
  const { view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'safety_plan');
  const draft = useDraft<Typed>(place, () => ({ ...view.case.safetyPlan }));
  const typed = draft.value;
  const empty = Object.values(typed).every((value) => value === undefined || value.trim() === '');
  const acting = useAct(async () => {
    const parts = SAFETY_PARTS.flatMap(({ part }) => {
      const said = typed[part]?.trim() ?? '';
      return said === '' ? [] : [[part, said] as const];
    });
    const review = Day.safeParse(typed.reviewDay);
    const plan: SafetyPlan = { ...Object.fromEntries(parts), ...(review.success && { reviewDay: review.data }) };
    await record({ kind: 'safety_plan', plan }, place);
  });
  return (
    <Pane title={say(paneWords.safety)} does={say(paneWords.safetyDoes)} acting={acting} disabled={empty}>
      {SAFETY_PARTS.map(({ part, label, hint }) => (
        <LongTextField
          key={part}
          label={label[language]}
          hint={hint[language]}
          rows={2}
          maxLength={2_000}
          value={typed[part] ?? ''}
          onInput={(value) => draft.set({ [part]: value })}
        />
      ))}
      <TextField
        type="date"
        label={say(paneWords.safetyReview)}
        min={desk.today}
        value={typed.reviewDay ?? ''}
        onInput={(value) => draft.set({ reviewDay: value })}
      />
    </Pane>
  );
}
