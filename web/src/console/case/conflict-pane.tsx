import { nameOfEntry } from '@romduol/shared/casework/directory';
import { useConsole } from '../console-context.ts';
import { paneWords } from '../messages/panes.ts';
import { ChoiceField, SelectField } from '../parts/fields.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { readersOf, useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';
import { ReasonField } from './reason-field.tsx';

export function ConflictPane() {
  const say = useSay();
  const language = useLanguage();
  const { acts, view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const directory = useReading('directory', () => acts.directory());
  const place = draftPlace(view.caseId, 'conflict');
  const draft = useDraft(place, () => ({ who: 'recipient', id: '', reason: '', looked: false }));
  const { who, id, reason, looked } = draft.value;
  const people = readersOf(view, desk);
  const entries = directory.value ?? [];
  const acting = useAct(async () => {
    draft.set({ looked: true });
    const said = reason.trim();
    const member = people.find((one) => one.id === id);
    const entry = entries.find(({ entryId }) => entryId === id);
    if (said === '') return;
    if (who === 'member' && member !== undefined) {
      await record({ kind: 'conflict_declared', about: { who, member: member.id }, reason: said }, place);
      // One's own takes one off the case: there is nothing left to go back to.
      if (member.id === desk.member.id) location.hash = linkTo({ screen: 'queue' });
    } else if (who === 'recipient' && entry !== undefined) {
      await record({ kind: 'conflict_declared', about: { who, entryId: entry.entryId }, reason: said }, place);
    }
  });
  return (
    <Pane title={say(paneWords.conflict)} does={say(paneWords.conflictDoes)} acting={acting}>
      <ChoiceField
        label={say(paneWords.conflictWho)}
        choices={[
          { code: 'recipient', label: say(paneWords.conflictRecipient) },
          { code: 'member', label: say(paneWords.conflictMember) },
        ]}
        chosen={[who]}
        onChoose={([code]) => draft.set({ who: code ?? who, id: '' })}
      />
      <Trouble refusal={directory.refusal} onRetry={directory.again} />
      <SelectField
        label={say(who === 'member' ? paneWords.conflictMember : paneWords.conflictRecipient)}
        problem={looked && id === '' ? say(paneWords.missing) : null}
        empty={say(paneWords.choose)}
        value={id}
        choices={
          who === 'member'
            ? people.map((one) => ({ code: one.id, label: one.handle }))
            : entries.map(({ entryId, entry }) => ({ code: entryId, label: nameOfEntry(entry, language) }))
        }
        onChoose={(code) => draft.set({ id: code })}
      />
      <ReasonField
        label={say(paneWords.conflictReason)}
        looked={looked}
        value={reason}
        onInput={(typed) => draft.set({ reason: typed })}
      />
    </Pane>
  );
}
