import { consentMode } from '@romduol/shared/codebook/referral-lists';
import { contactMode } from '@romduol/shared/codebook/reply';
import type { TaskId } from '@romduol/shared/casework/case-ids';
import { followUpDay, TASK_KINDS } from '@romduol/shared/casework/tasks';
import { taskWords } from '@romduol/shared/casework/words';
import { Day } from '@romduol/shared/ids';
import { useConsole } from '../console-context.ts';
import { caseWords } from '../messages/case.ts';
import { paneWords } from '../messages/panes.ts';
import { choicesOf, codeIn } from '../parts/choices.ts';
import { ChoiceField, LongTextField, SelectField, TextField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { readersOf, useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';

export function SetTaskPane() {
  const say = useSay();
  const language = useLanguage();
  const { view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'task');
  const draft = useDraft(place, () => ({
    // Made once and kept with the draft: recording again after a lost answer sets no second task.
    id: crypto.randomUUID() as string as TaskId,
    kind: 'follow_up' as (typeof TASK_KINDS)[number],
    text: '',
    due: followUpDay(view.case.level ?? view.proposal.level, desk.today) as string,
    member: '',
    looked: false,
  }));
  const { id, kind, text, due, member, looked } = draft.value;
  const day = Day.safeParse(due);
  const dayWrong = !day.success || day.data < desk.today;
  const people = readersOf(view, desk);
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (!day.success || dayWrong) return;
    const whose = people.find((one) => one.id === member)?.id;
    const said = text.trim();
    const task = {
      id,
      kind,
      due: day.data,
      ...(said !== '' && { text: said }),
      ...(whose !== undefined && { member: whose }),
    };
    await record({ kind: 'task_set', task }, place);
  });
  return (
    <Pane title={say(paneWords.task)} does={say(paneWords.taskDoes)} acting={acting}>
      <SelectField
        label={say(paneWords.taskKind)}
        value={kind}
        choices={TASK_KINDS.map((code) => ({ code, label: taskWords[code][language] }))}
        onChoose={(code) => draft.set({ kind: TASK_KINDS.find((one) => one === code) ?? 'other' })}
      />
      <LongTextField
        label={say(paneWords.taskText)}
        rows={2}
        maxLength={500}
        value={text}
        onInput={(typed) => draft.set({ text: typed })}
      />
      <TextField
        type="date"
        label={say(paneWords.taskDue)}
        problem={looked && dayWrong ? say(paneWords.missingDay) : null}
        min={desk.today}
        value={due}
        onInput={(typed) => draft.set({ due: typed })}
      />
      <SelectField
        label={say(paneWords.taskWho)}
        empty={say(paneWords.taskAssignee)}
        value={member}
        choices={people.map((one) => ({
          code: one.id,
          label: one.id === desk.member.id ? say(caseWords.you) : one.handle,
        }))}
        onChoose={(code) => draft.set({ member: code })}
      />
    </Pane>
  );
}

export function AttemptPane() {
  const say = useSay();
  const language = useLanguage();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'contact_attempt');
  const draft = useDraft(place, () => ({
    mode: (view.contact?.contact_mode ?? '') as string,
    reached: '',
    comment: '',
    looked: false,
  }));
  const { mode, reached, comment, looked } = draft.value;
  const acting = useAct(async () => {
    draft.set({ looked: true });
    const how = codeIn(contactMode, mode);
    if (how === undefined || reached === '') return;
    const said = comment.trim();
    await record(
      { kind: 'contact_attempt', mode: how, reached: reached === 'yes', ...(said !== '' && { comment: said }) },
      place,
    );
  });
  return (
    <Pane title={say(paneWords.attempt)} does={say(paneWords.attemptDoes)} acting={acting}>
      <SelectField
        label={say(paneWords.attemptMode)}
        problem={looked && mode === '' ? say(paneWords.missing) : null}
        empty={say(paneWords.choose)}
        value={mode}
        choices={choicesOf(contactMode, language)}
        onChoose={(code) => draft.set({ mode: code })}
      />
      <ChoiceField
        label={say(paneWords.attemptReached)}
        problem={looked && reached === '' ? say(paneWords.missing) : null}
        choices={[
          { code: 'yes', label: say(paneWords.reachedYes) },
          { code: 'no', label: say(paneWords.reachedNo) },
        ]}
        chosen={reached === '' ? [] : [reached]}
        onChoose={([code]) => draft.set({ reached: code ?? '' })}
      />
      <LongTextField
        label={say(paneWords.comment)}
        rows={2}
        maxLength={2_000}
        value={comment}
        onInput={(typed) => draft.set({ comment: typed })}
      />
    </Pane>
  );
}

export function CountingPane() {
  const say = useSay();
  const language = useLanguage();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'counting');
  const draft = useDraft(place, () => ({ answer: '', mode: '', looked: false }));
  const { answer, mode, looked } = draft.value;
  const acting = useAct(async () => {
    draft.set({ looked: true });
    const how = codeIn(consentMode, mode);
    if (how === undefined || (answer !== 'yes' && answer !== 'no')) return;
    await record({ kind: 'counting_consent', answer, mode: how }, place);
  });
  return (
    <Pane title={say(paneWords.counting)} does={say(paneWords.countingDoes)} acting={acting}>
      <ChoiceField
        label={say(paneWords.countingAnswer)}
        problem={looked && answer === '' ? say(paneWords.missing) : null}
        choices={[
          { code: 'yes', label: say(paneWords.countYes) },
          { code: 'no', label: say(paneWords.countNo) },
        ]}
        chosen={answer === '' ? [] : [answer]}
        onChoose={([code]) => draft.set({ answer: code ?? '' })}
      />
      <SelectField
        label={say(paneWords.mode)}
        problem={looked && mode === '' ? say(paneWords.missing) : null}
        empty={say(paneWords.choose)}
        value={mode}
        choices={choicesOf(consentMode, language)}
        onChoose={(code) => draft.set({ mode: code })}
      />
    </Pane>
  );
}
