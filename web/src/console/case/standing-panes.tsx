import { closingReason } from '@romduol/shared/codebook/outcome';
import { RESTING_STATES, statusesFrom } from '@romduol/shared/casework/states';
import { stateWords } from '@romduol/shared/casework/words';
import { CaseId } from '@romduol/shared/ids';
import type { DeskActs } from '../../desk/acts.ts';
import type { CaseView } from '../../desk/views.ts';
import { Refusal } from '../desk-line.ts';
import { roleWords } from '../messages/founding.ts';
import { useConsole } from '../console-context.ts';
import { caseWords } from '../messages/case.ts';
import { paneWords } from '../messages/panes.ts';
import { ChoiceField, LongTextField, SelectField } from '../parts/fields.tsx';
import { choicesOf, codeIn } from '../parts/choices.ts';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { readersOf, useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';
import { wordsToJoin } from './likely-same.ts';
import { SameCaseField } from './same-case.tsx';

export function AssignPane() {
  const say = useSay();
  const { view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'assign');
  const draft = useDraft(place, () => ({ member: '', looked: false }));
  const { member, looked } = draft.value;
  const people = readersOf(view, desk);
  const acting = useAct(async () => {
    draft.set({ looked: true });
    const chosen = people.find(({ id }) => id === member);
    if (chosen !== undefined) await record({ kind: 'assigned', member: chosen.id }, place);
  });
  return (
    <Pane title={say(paneWords.assign)} does={say(paneWords.assignDoes)} acting={acting}>
      <ChoiceField
        label={say(paneWords.assignTo)}
        problem={looked && member === '' ? say(paneWords.missing) : null}
        choices={people.map(({ id, handle, roles }) => ({
          code: id,
          label: id === desk.member.id ? `${handle} (${say(caseWords.you)})` : handle,
          hint: view.case.conflicts.members.includes(id)
            ? say(paneWords.inConflict)
            : roles.map((role) => say(roleWords[role])).join(', '),
        }))}
        chosen={member === '' ? [] : [member]}
        onChoose={([id]) => draft.set({ member: id ?? '' })}
      />
    </Pane>
  );
}

export function StatePane() {
  const say = useSay();
  const language = useLanguage();
  const { acts } = useConsole();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'state');
  const draft = useDraft(place, () => ({ to: '', comment: '', reason: '', sameAs: '', looked: false }));
  const { to, comment, reason, sameAs, looked } = draft.value;
  const states = statusesFrom(view.case.state);
  const chosen = states.find((one) => one === to);
  const rests = chosen !== undefined && RESTING_STATES.includes(chosen);
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (chosen === undefined) return;
    const because = codeIn(closingReason, reason);
    const said = comment.trim();
    const same = chosen === 'duplicate' ? CaseId.safeParse(sameAs) : null;
    // First there, so that nothing is put aside before its words stand where the work goes on.
    if (same?.success === true) await joinTo(acts, same.data, view);
    await record(
      {
        kind: 'status',
        to: chosen,
        ...(rests && because !== undefined && { closingReason: because }),
        ...(same?.success === true && { sameAs: same.data }),
        ...(said !== '' && { comment: said }),
      },
      place,
    );
  });
  return (
    <Pane title={say(paneWords.state)} does={say(paneWords.stateDoes)} acting={acting}>
      <ChoiceField
        label={say(paneWords.stateTo)}
        problem={looked && chosen === undefined ? say(paneWords.missing) : null}
        choices={states.map((code) => ({
          code,
          label: stateWords[code][language],
          hint: code === 'withdrawn' ? say(paneWords.stateWithdrawn) : null,
        }))}
        chosen={chosen === undefined ? [] : [chosen]}
        onChoose={([code]) => draft.set({ to: code ?? '' })}
      />
      {chosen === 'duplicate' ? (
        <SameCaseField value={sameAs} onChoose={(code) => draft.set({ sameAs: code })} />
      ) : null}
      {rests ? (
        <SelectField
          label={say(paneWords.closingReason)}
          empty={say(paneWords.choose)}
          value={reason}
          choices={choicesOf(closingReason, language)}
          onChoose={(code) => draft.set({ reason: code })}
        />
      ) : null}
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

/** Copies a report's words into the log of the case that goes on. Done before, and interrupted, it is not done twice. */
async function joinTo(acts: DeskActs, into: CaseId, { caseId, case: duplicate }: CaseView): Promise<void> {
  const words = wordsToJoin(duplicate, (await acts.openCase(into)).case);
  await acts
    .record(into, { kind: 'merged', from: caseId, ...(words !== undefined && { words }) })
    .catch((refusal: unknown) => {
      if (!(refusal instanceof Refusal && refusal.reason === 'id_taken')) throw refusal;
    });
}
