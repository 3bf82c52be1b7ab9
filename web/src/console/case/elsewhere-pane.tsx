import { paneWords } from '../messages/panes.ts';
import { ChoiceField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';

/** One survivor is one record, whichever team or organisation keeps it. */
export function ElsewherePane() {
  const say = useSay();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'counted_elsewhere');
  const draft = useDraft(place, () => ({ answer: '', looked: false }));
  const { answer, looked } = draft.value;
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (answer !== '') await record({ kind: 'counted_elsewhere', elsewhere: answer === 'there' }, place);
  });
  return (
    <Pane title={say(paneWords.elsewhere)} does={say(paneWords.elsewhereDoes)} acting={acting}>
      <ChoiceField
        label={say(paneWords.elsewhere)}
        problem={looked && answer === '' ? say(paneWords.missing) : null}
        choices={[
          { code: 'there', label: say(paneWords.countedThere) },
          { code: 'here', label: say(paneWords.countedHere) },
        ]}
        chosen={answer === '' ? [] : [answer]}
        onChoose={([code]) => draft.set({ answer: code ?? '' })}
      />
    </Pane>
  );
}
