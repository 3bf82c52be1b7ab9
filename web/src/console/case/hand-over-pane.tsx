import { isExcluded } from '@romduol/shared/casework/readers';
import type { TeamId } from '@romduol/shared/ids';
import { useConsole } from '../console-context.ts';
import { handOverWords } from '../messages/hand-over.ts';
import { paneWords } from '../messages/panes.ts';
import { ChoiceField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';
import { ReasonField } from './reason-field.tsx';

/** Another team of the organisation goes on with the case. Whoever is not of it reads it no more, who hands it over among them. */
export function HandOverPane() {
  const say = useSay();
  const language = useLanguage();
  const { view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'hand_over');
  const draft = useDraft(place, () => ({ team: '', reason: '', looked: false }));
  const { team, reason, looked } = draft.value;
  const now = view.case.team ?? view.team;
  const teams = desk.teams.filter(({ id }) => id !== now);
  const peopleOf = (id: TeamId): string[] =>
    desk.colleagues
      .filter(({ active, roles }) => active && (roles.includes('caseworker') || roles.includes('supervisor')))
      .filter((one) => one.teams.includes(id) && !isExcluded(view.case, one.id))
      .map(({ handle }) => handle);
  const acting = useAct(async () => {
    draft.set({ looked: true });
    const chosen = teams.find(({ id }) => id === team);
    if (chosen === undefined || reason.trim() === '') return;
    await record({ kind: 'handed_over', team: chosen.id, reason: reason.trim() }, place);
    // It can be read here no longer: back to what can.
    if (!desk.member.teams.includes(chosen.id)) location.hash = linkTo({ screen: 'queue' });
  });
  return (
    <Pane title={say(handOverWords.title)} does={say(handOverWords.does)} acting={acting}>
      <ChoiceField
        label={say(handOverWords.team)}
        problem={looked && team === '' ? say(paneWords.missing) : null}
        choices={teams.map(({ id, name }) => ({
          code: id,
          label: name[language],
          hint: peopleOf(id).join(', ') || say(handOverWords.nobody),
        }))}
        chosen={team === '' ? [] : [team]}
        onChoose={([code]) => draft.set({ team: code ?? '' })}
      />
      <ReasonField
        label={say(handOverWords.reason)}
        looked={looked}
        value={reason}
        onInput={(typed) => draft.set({ reason: typed })}
      />
    </Pane>
  );
}
