import { barrier, receivedDegree, refusalReason } from '@romduol/shared/codebook/referral-lists';
import type { Referral } from '@romduol/shared/casework/referral';
import { referralActionWords } from '@romduol/shared/casework/referral-words';
import { useConsole } from '../console-context.ts';
import { paneWords } from '../messages/panes.ts';
import { referralPaneWords } from '../messages/referral.ts';
import { choicesOf } from '../parts/choices.ts';
import { ChoiceField, LongTextField, SelectField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { AskThere } from './ask-there.tsx';
import { useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { StepFrame } from './step-frame.tsx';
import { readStep, type StepTyped, WITH_BARRIERS } from './read-step.ts';

type Action = Parameters<typeof readStep>[1];

/** Every other step: what came back, what was received, how it was. */
export function StepForm({ referral, action }: { readonly referral: Referral; readonly action: Action }) {
  const say = useSay();
  const language = useLanguage();
  const { acts } = useConsole();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'referral', `${referral.id}/${action}`);
  const draft = useDraft<StepTyped & { looked: boolean }>(place, () => ({
    reason: '',
    degree: '',
    barriers: [],
    respectful: '',
    outed: '',
    again: '',
    comment: '',
    looked: false,
  }));
  const typed = draft.value;
  const consent = view.case.consents.findLast(
    ({ referralId, withdrawn }) => referralId === referral.id && withdrawn === null,
  );
  const acting = useAct(async () => {
    draft.set({ looked: true });
    const entry = readStep(referral.id, action, typed, consent?.id);
    if (entry !== null) await record(entry, place);
  });
  const yesNo = [
    { code: 'yes', label: say(referralPaneWords.yes) },
    { code: 'no', label: say(referralPaneWords.no) },
  ];
  const missing = (value: string): string | null => (typed.looked && value === '' ? say(paneWords.missing) : null);
  return (
    <StepFrame
      acting={acting}
      does={say(action === 'withdraw' ? referralPaneWords.withdrawDoes : referralPaneWords.does)}
      action={referralActionWords[action]}
    >
      {action === 'reject' ? (
        <SelectField
          label={say(referralPaneWords.refusedWhy)}
          problem={missing(typed.reason)}
          empty={say(paneWords.choose)}
          value={typed.reason}
          choices={choicesOf(refusalReason, language, ['none'])}
          onChoose={(reason) => draft.set({ reason })}
        />
      ) : null}
      {action === 'receive' ? (
        <ChoiceField
          label={say(referralPaneWords.degree)}
          problem={missing(typed.degree)}
          choices={choicesOf(receivedDegree, language, ['no'])}
          chosen={[typed.degree]}
          onChoose={([degree]) => draft.set({ degree: degree ?? '' })}
        />
      ) : null}
      {action === 'give_feedback' ? (
        <>
          <AskThere
            words={referralPaneWords.askFeedback}
            hint={referralPaneWords.askFeedbackHint}
            isReady
            ask={() => acts.askFeedback(view.caseId, referral.id)}
            place={place}
          />
          <ChoiceField
            label={say(referralPaneWords.respectful)}
            choices={['1', '2', '3', '4', '5']
              .map((code) => ({ code, label: code }))
              .concat({ code: '', label: say(referralPaneWords.notSaid) })}
            chosen={[typed.respectful]}
            onChoose={([respectful]) => draft.set({ respectful: respectful ?? '' })}
          />
          <ChoiceField
            label={say(referralPaneWords.outed)}
            choices={[...yesNo, { code: '', label: say(referralPaneWords.notSaid) }]}
            chosen={[typed.outed]}
            onChoose={([outed]) => draft.set({ outed: outed ?? '' })}
          />
          <ChoiceField
            label={say(referralPaneWords.again)}
            choices={[...yesNo, { code: '', label: say(referralPaneWords.notSaid) }]}
            chosen={[typed.again]}
            onChoose={([again]) => draft.set({ again: again ?? '' })}
          />
        </>
      ) : null}
      {WITH_BARRIERS.includes(action) ? (
        <ChoiceField
          many
          label={say(referralPaneWords.barriers)}
          choices={choicesOf(barrier, language)}
          chosen={typed.barriers}
          onChoose={(barriers) => draft.set({ barriers })}
        />
      ) : null}
      <LongTextField
        label={say(paneWords.comment)}
        rows={2}
        maxLength={2_000}
        value={typed.comment}
        onInput={(comment) => draft.set({ comment })}
      />
    </StepFrame>
  );
}
