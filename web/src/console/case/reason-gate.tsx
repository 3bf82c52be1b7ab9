import type { CaseView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { caseWords } from '../messages/case.ts';
import { reasonWords } from '../messages/reason.ts';
import { caseNumber } from '../parts/case-number.ts';
import { LongTextField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { linkTo } from '../routes.ts';
import { useSay } from '../words.tsx';
import { handleIn } from './case-work.ts';

const REASON_MAX = 500;

/** Stands before a case that is another's: the reason goes into its log, where its readers and supervisors see it. */
export function ReasonGate({ view, onReason }: { readonly view: CaseView; onReason(reason: string): Promise<void> }) {
  const say = useSay();
  const { view: desk } = useConsole();
  const draft = useDraft(`${view.caseId}/reason`, () => ({ reason: '' }));
  const reason = draft.value.reason.trim();
  const acting = useAct(async () => {
    if (reason === '') return;
    await onReason(reason);
    draft.forget();
  });
  return (
    <div class="case-screen">
      <p class="trail">
        <a href={linkTo({ screen: 'queue' })}>← {say(caseWords.back)}</a>
      </p>
      <ScreenHeading>{say(caseWords.title, { number: caseNumber(view.caseId) })}</ScreenHeading>
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          void acting.run();
        }}
      >
        <p>
          {say(reasonWords.whose, {
            handle: view.case.assignee === null ? '' : handleIn(desk, view.case.assignee),
          })}
        </p>
        <LongTextField
          label={say(reasonWords.why)}
          hint={say(reasonWords.whyHint)}
          rows={2}
          maxLength={REASON_MAX}
          value={draft.value.reason}
          onInput={(typed) => draft.set({ reason: typed })}
          onFinish={() => void acting.run()}
        />
        <Trouble refusal={acting.refusal} />
        <p class="buttons">
          <button class="primary" disabled={acting.busy || reason === ''}>
            {say(reasonWords.open)}
          </button>
        </p>
      </form>
    </div>
  );
}
