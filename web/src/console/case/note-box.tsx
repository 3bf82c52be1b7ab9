import { NOTE_MAX } from '@romduol/shared/casework/entries';
import { useConsole } from '../console-context.ts';
import { caseWords } from '../messages/case.ts';
import { CheckField, LongTextField } from '../parts/fields.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useSay } from '../words.tsx';
import { readersOf, useCaseWork } from './case-work.ts';

/** Where a mail client has its reply. Control and Enter records. */
export function NoteBox() {
  const say = useSay();
  const { view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const place = `${view.caseId}/note`;
  const draft = useDraft(place, () => ({ text: '', conference: false }));
  const { text, conference } = draft.value;
  const acting = useAct(async () => {
    if (text.trim() === '') return;
    await record({ kind: conference ? 'conference_note' : 'note', text: text.trim() }, place);
    draft.forget();
  });
  const who = readersOf(view, desk)
    .map(({ id, handle }) => (id === desk.member.id ? say(caseWords.you) : handle))
    .join(', ');
  return (
    <form
      class="card note-box"
      onSubmit={(event) => {
        event.preventDefault();
        void acting.run();
      }}
    >
      <LongTextField
        label={say(caseWords.note)}
        hint={say(caseWords.noteHint, { who })}
        rows={3}
        maxLength={NOTE_MAX}
        value={text}
        onInput={(typed) => draft.set({ text: typed })}
        onFinish={() => void acting.run()}
      />
      <Trouble refusal={acting.refusal} />
      <div class="buttons">
        <button class="primary" disabled={acting.busy || text.trim() === ''}>
          {say(caseWords.noteRecord)}
        </button>
        <CheckField
          label={say(caseWords.noteConference)}
          checked={conference}
          onChange={(checked) => draft.set({ conference: checked })}
        />
      </div>
    </form>
  );
}
