import { isExcluded, refuseReaders } from '@romduol/shared/casework/readers';
import { refusalWords } from '@romduol/shared/casework/words';
import type { MemberId } from '@romduol/shared/ids';
import type { Case } from '@romduol/shared/casework/case';
import type { Colleague, DeskView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { caseWords, panelWords } from '../messages/case.ts';
import { roleWords } from '../messages/founding.ts';
import { handOverWords } from '../messages/hand-over.ts';
import { paneWords, readersWords } from '../messages/panes.ts';
import { ChoiceField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { handleIn, readersOf, useCaseWork } from './case-work.ts';
import { draftPlace, PaneLink } from './pane-link.tsx';
import { Pane } from './pane.tsx';

/** Who reads the case now, beside it. */
export function ReadersBox() {
  const say = useSay();
  const { view: desk } = useConsole();
  const { view } = useCaseWork();
  return (
    <section class="box">
      <h3>{say(panelWords.readers)}</h3>
      <p>
        {readersOf(view, desk)
          .map(({ handle }) => handle)
          .join(' · ')}
      </p>
      <p class="buttons">
        <PaneLink task="readers" words={panelWords.changeReaders} />
        <PaneLink task="conflict" words={panelWords.conflict} />
        {desk.teams.length > 1 && mayHandOver(view.case, desk) ? (
          <PaneLink task="hand_over" words={handOverWords.link} />
        ) : null}
      </p>
    </section>
  );
}

/** Brings somebody in or takes somebody off, one at a time, and says beforehand who will be able to read. */
export function ReadersPane() {
  const say = useSay();
  const language = useLanguage();
  const { view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'readers');
  const draft = useDraft(place, () => ({ member: '', looked: false }));
  const { member, looked } = draft.value;
  const { readers } = view.case;
  const others = desk.colleagues.filter((one) => !readers.includes(one.id) && mayBeAdded(one));
  const by = { author: desk.member.id, isSupervisor: desk.member.roles.includes('supervisor'), beginsEpoch: true };
  const refused = refuseReaders(view.case, { why: 'removed', readers: [] }, by);
  const chosen = [...readers, ...others.map(({ id }) => id)].find((id) => id === member);
  const after = chosen === undefined ? readers : changed(readers, chosen);
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (chosen === undefined) return;
    const kind = readers.includes(chosen) ? 'member_removed' : 'member_added';
    await record({ kind, member: chosen }, place);
  });
  if (refused !== null) {
    return (
      <Pane title={say(readersWords.title)} does={refusalWords[refused][language]} acting={acting} disabled>
        <p>{readers.map((id) => handleIn(desk, id)).join(' · ')}</p>
      </Pane>
    );
  }
  return (
    <Pane title={say(readersWords.title)} does={say(readersWords.does)} acting={acting}>
      <ChoiceField
        label={say(readersWords.who)}
        problem={looked && chosen === undefined ? say(paneWords.missing) : null}
        choices={[
          ...desk.colleagues
            .filter(({ id }) => readers.includes(id) && id !== desk.member.id)
            .map((one) => ({ code: one.id, label: say(readersWords.remove, { who: one.handle }), hint: hintOf(one) })),
          ...others.map((one) => ({
            code: one.id,
            label: say(readersWords.add, { who: one.handle }),
            hint: isExcluded(view.case, one.id) ? refusalWords.reader_excluded[language] : hintOf(one),
          })),
        ]}
        chosen={member === '' ? [] : [member]}
        onChoose={([id]) => draft.set({ member: id ?? '' })}
      />
      <output class="hint">{say(readersWords.after, { who: after.map((id) => nameOf(id)).join(' · ') })}</output>
    </Pane>
  );

  function hintOf({ roles, teams }: Colleague): string {
    const names = desk.teams.filter(({ id }) => teams.includes(id)).map(({ name }) => name[language]);
    return [...roles.map((role) => say(roleWords[role])), ...names].join(', ');
  }
  function nameOf(id: MemberId): string {
    return id === desk.member.id ? say(caseWords.you) : handleIn(desk, id);
  }
}

const mayHandOver = ({ assignee, state }: Case, { member }: DeskView): boolean =>
  state !== 'withdrawn' && (member.roles.includes('supervisor') || assignee === member.id);

const mayBeAdded = ({ active, roles }: Colleague): boolean =>
  active && (roles.includes('caseworker') || roles.includes('supervisor'));

const changed = (readers: readonly MemberId[], member: MemberId): readonly MemberId[] =>
  readers.includes(member) ? readers.filter((one) => one !== member) : [...readers, member];
