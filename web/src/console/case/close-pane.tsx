import { closingReason } from '@romduol/shared/codebook/outcome';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { useConsole } from '../console-context.ts';
import { paneWords } from '../messages/panes.ts';
import { choicesOf, codeIn } from '../parts/choices.ts';
import { CheckField, LongTextField, SelectField } from '../parts/fields.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';
import { ReasonField } from './reason-field.tsx';

/** Closing takes two: one asks, a supervisor approves. A case at rest is opened again from the same place. */
export function ClosePane() {
  const { view } = useCaseWork();
  switch (view.case.state) {
    case 'closure_requested':
      return <ApprovePane />;
    case 'open':
    case 'assessment':
    case 'plan':
    case 'implementing':
    case 'follow_up':
      return <RequestPane />;
    default:
      return <ReopenPane />;
  }
}

function RequestPane() {
  const say = useSay();
  const language = useLanguage();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'close');
  const draft = useDraft(place, () => ({ reason: '', keepEvidence: false, comment: '', looked: false }));
  const { reason, keepEvidence, comment, looked } = draft.value;
  const { attempts } = view.case;
  const missed = attempts.length - 1 - attempts.findLastIndex(({ reached }) => reached);
  const acting = useAct(async () => {
    draft.set({ looked: true });
    const because = codeIn(closingReason, reason);
    if (because === undefined) return;
    const said = comment.trim();
    await record(
      { kind: 'closure_requested', reason: because, keepEvidence, ...(said !== '' && { comment: said }) },
      place,
    );
  });
  return (
    <Pane title={say(paneWords.close)} does={say(paneWords.closeDoes)} acting={acting}>
      <SelectField
        label={say(paneWords.closingReason)}
        problem={looked && reason === '' ? say(paneWords.missing) : null}
        hint={reason === 'unreachable' ? say(paneWords.unreachableNeeds, { count: missed }) : null}
        empty={say(paneWords.choose)}
        value={reason}
        choices={choicesOf(closingReason, language)}
        onChoose={(code) => draft.set({ reason: code })}
      />
      <CheckField
        label={say(paneWords.keepEvidence)}
        checked={keepEvidence}
        onChange={(checked) => draft.set({ keepEvidence: checked })}
      />
      <CommentField value={comment} onInput={(typed) => draft.set({ comment: typed })} />
    </Pane>
  );
}

function ApprovePane() {
  const say = useSay();
  const language = useLanguage();
  const { view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'close');
  const draft = useDraft(place, () => ({ comment: '' }));
  const said = draft.value.comment.trim();
  const comment = said === '' ? {} : { comment: said };
  const approving = useAct(() => record({ kind: 'closure_approved', ...comment }, place));
  const returning = useAct(() => record({ kind: 'status', to: 'follow_up', ...comment }, place));
  const mayApprove = desk.member.roles.includes('supervisor');
  const { closing } = view.case;
  return (
    <Pane title={say(paneWords.approve)} does={say(paneWords.approveDoes)} acting={approving} action={null}>
      {closing === null ? null : (
        <p>
          {say(paneWords.closingReason)}: <b>{labelOf(closingReason, closing.reason, language)}</b>
        </p>
      )}
      <CommentField value={draft.value.comment} onInput={(typed) => draft.set({ comment: typed })} />
      <Trouble refusal={returning.refusal} />
      <p class="buttons">
        {mayApprove ? (
          <button class="primary" disabled={approving.busy || returning.busy}>
            {say(paneWords.approveButton)}
          </button>
        ) : null}
        <button type="button" disabled={approving.busy || returning.busy} onClick={() => void returning.run()}>
          {say(paneWords.returnButton)}
        </button>
      </p>
    </Pane>
  );
}

function ReopenPane() {
  const say = useSay();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'close');
  const draft = useDraft(place, () => ({ reason: '', looked: false }));
  const { reason, looked } = draft.value;
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (reason.trim() !== '') await record({ kind: 'reopened', reason: reason.trim() }, place);
  });
  return (
    <Pane title={say(paneWords.reopen)} does={say(paneWords.reopenDoes)} acting={acting}>
      <ReasonField
        label={say(paneWords.reopenReason)}
        looked={looked}
        value={reason}
        onInput={(typed) => draft.set({ reason: typed })}
      />
    </Pane>
  );
}

function CommentField({ value, onInput }: { readonly value: string; onInput(value: string): void }) {
  const say = useSay();
  return <LongTextField label={say(paneWords.comment)} rows={2} maxLength={2_000} value={value} onInput={onInput} />;
}
