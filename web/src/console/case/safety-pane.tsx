import { placeOfPlan } from '@romduol/shared/casework/apply-entry';
import {
  mergePlans,
  PLAN_PARTS,
  type PlanPart,
  type SafetyPlan,
  type TypedPlan,
} from '@romduol/shared/casework/safety-plan';
import { Day } from '@romduol/shared/ids';
import { useEffect, useState } from 'preact/hooks';
import type { CaseView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { Refusal } from '../desk-line.ts';
import { paneWords } from '../messages/panes.ts';
import { LongTextField, TextField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { handleIn, useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';
import { SAFETY_PARTS } from './safety-plan-parts.ts';

/** `follows`: the plan that it is written from, by its place in the log. */
type Typed = TypedPlan & { readonly follows: number };

export function SafetyPane() {
  const say = useSay();
  const language = useLanguage();
  const { view: desk } = useConsole();
  const { view, record, hear } = useCaseWork();
  const place = draftPlace(view.caseId, 'safety_plan');
  const now = placeOfPlan(view.case);
  const draft = useDraft<Typed>(place, () => ({ ...view.case.safetyPlan, follows: now }));
  const typed = draft.value;
  const [merged, setMerged] = useState<{ readonly who: string; readonly both: readonly PlanPart[] } | null>(null);
  // A colleague was quicker, while it was typed here or while it lay here as a draft.
  useEffect(() => {
    if (typed.follows === now) return;
    const { plan, both } = mergePlans(planAt(view, typed.follows), view.case.safetyPlan ?? {}, typed);
    const author = view.case.log.find(({ seq }) => seq === now)?.author;
    draft.set({ ...plan, follows: now });
    setMerged({ who: author === undefined ? '–' : handleIn(desk, author), both });
  }, [now, typed.follows]);
  const empty = [...PLAN_PARTS, 'reviewDay' as const].every((part) => (typed[part] ?? '').trim() === '');
  const acting = useAct(async () => {
    const parts = PLAN_PARTS.flatMap((part) => {
      const said = typed[part]?.trim() ?? '';
      return said === '' ? [] : [[part, said] as const];
    });
    const review = Day.safeParse(typed.reviewDay);
    const plan: SafetyPlan = { ...Object.fromEntries(parts), ...(review.success && { reviewDay: review.data }) };
    try {
      await record({ kind: 'safety_plan', plan, follows: typed.follows }, place);
    } catch (refused) {
      // What they wrote is brought in as soon as it is here.
      if (refused instanceof Refusal && refused.reason === 'plan_changed') await hear();
      throw refused;
    }
  });
  const labels = SAFETY_PARTS.flatMap(({ part, label }) => (merged?.both.includes(part) ? [label[language]] : []));
  return (
    <Pane title={say(paneWords.safety)} does={say(paneWords.safetyDoes)} acting={acting} disabled={empty}>
      {merged === null ? null : (
        <div class="caution" aria-live="polite">
          <p>{say(paneWords.safetyMerged, { who: merged.who })}</p>
          {labels.length === 0 ? null : <p>{say(paneWords.safetyBoth, { parts: labels.join(' · ') })}</p>}
        </div>
      )}
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

/** The plan at a place of the log; an empty one where none stands there. */
function planAt({ case: { log } }: CaseView, place: number): SafetyPlan {
  const entry = log.find(({ seq }) => seq === place)?.entry;
  return entry?.kind === 'safety_plan' ? entry.plan : {};
}
