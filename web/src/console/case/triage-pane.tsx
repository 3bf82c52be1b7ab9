import { LEVELS, type Level } from '@romduol/shared/casework/triage';
import { triageReasonWords } from '@romduol/shared/casework/advice-words';
import { levelWords } from '@romduol/shared/casework/words';
import { useConsole } from '../console-context.ts';
import { paneWords } from '../messages/panes.ts';
import { CheckField, ChoiceField, LongTextField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';

/** A level is proposed with its reasons; nothing is chosen until a person chooses. */
export function TriagePane() {
  const say = useSay();
  const language = useLanguage();
  const { view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const { level: proposed, reasons } = view.proposal;
  const place = draftPlace(view.caseId, 'triage');
  const draft = useDraft(place, () => ({ level: '' as Level | '', comment: '', take: false, looked: false }));
  const { level, comment, take, looked } = draft.value;
  const differs = level !== '' && level !== proposed;
  const mayTake =
    view.case.assignee === null && desk.member.roles.some((role) => role === 'caseworker' || role === 'supervisor');
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (level === '' || (differs && comment.trim() === '')) return;
    const said = comment.trim();
    const entry = {
      kind: 'triaged',
      level,
      proposed,
      reasons: [...reasons],
      ...(said !== '' && { comment: said }),
    } as const;
    await record(take ? [{ kind: 'assigned', member: desk.member.id }, entry] : entry, place);
  });
  return (
    <Pane title={say(paneWords.triage)} does={say(paneWords.triageDoes)} acting={acting}>
      <div class="proposal">
        <p>
          <b>{say(paneWords.triageProposal, { level: levelWords[proposed][language] })}</b>
        </p>
        {reasons.length === 0 ? (
          <p>{say(paneWords.triageNoReasons)}</p>
        ) : (
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{triageReasonWords[reason][language]}</li>
            ))}
          </ul>
        )}
      </div>
      <ChoiceField
        label={say(paneWords.level)}
        problem={looked && level === '' ? say(paneWords.missing) : null}
        choices={LEVELS.map((code) => ({ code, label: levelWords[code][language] }))}
        chosen={level === '' ? [] : [level]}
        onChoose={([code]) => draft.set({ level: LEVELS.find((one) => one === code) ?? '' })}
      />
      {/* Always there: a field that came and went with the choice would take what was typed with it. */}
      <LongTextField
        label={say(differs ? paneWords.triageWhy : paneWords.comment)}
        problem={looked && differs && comment.trim() === '' ? say(paneWords.missingWords) : null}
        rows={2}
        maxLength={2_000}
        value={comment}
        onInput={(typed) => draft.set({ comment: typed })}
      />
      {mayTake ? (
        <CheckField
          label={say(paneWords.triageTake)}
          checked={take}
          onChange={(checked) => draft.set({ take: checked })}
        />
      ) : null}
      <p class="hint">
        <a href={linkTo({ screen: 'case', caseId: view.caseId, task: 'state', referral: null })}>
          {say(paneWords.aside)}
        </a>
        {' · '}
        {say(paneWords.asideHint)}
      </p>
    </Pane>
  );
}
