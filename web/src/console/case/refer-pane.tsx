import { sector } from '@romduol/shared/codebook/sector';
import { urgency } from '@romduol/shared/codebook/referral-lists';
import type { ReferralId } from '@romduol/shared/casework/case-ids';
import { nameOfEntry } from '@romduol/shared/casework/directory';
import { CHILD_AFTER } from '@romduol/shared/casework/referral-moves';
import { suggestEntries, wantedFor } from '@romduol/shared/casework/suggest-entries';
import { useConsole } from '../console-context.ts';
import { paneWords } from '../messages/panes.ts';
import { referralPaneWords } from '../messages/referral.ts';
import { shellWords } from '../messages/shell.ts';
import { choicesOf, codeIn } from '../parts/choices.ts';
import { LongTextField, SelectField } from '../parts/fields.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { DeclarationBox } from './declaration-box.tsx';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';
import { RecipientChoice } from './recipient-choice.tsx';

export function ReferPane() {
  const say = useSay();
  const language = useLanguage();
  const { acts, view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const directory = useReading('directory', () => acts.directory());
  const place = draftPlace(view.caseId, 'refer');
  const draft = useDraft(place, () => ({
    // Kept with the draft: recording again after a lost answer offers no second referral.
    id: crypto.randomUUID() as string as ReferralId,
    sector: '',
    entryId: '',
    urgency: '',
    reason: '',
    parent: '',
    looked: false,
  }));
  const typed = draft.value;
  const { answers, referrals } = view.case;
  const wanted = codeIn(sector, typed.sector);
  const soon = codeIn(urgency, typed.urgency);
  const entries = (directory.value ?? []).map(({ entry }) => entry);
  const suggestions = wanted === undefined ? null : suggestEntries(entries, wantedFor(view.case, wanted), desk.today);
  const chosen = suggestions?.suggested.find(({ entry }) => entry.entryId === typed.entryId)?.entry;
  const parents = referrals.filter(({ state }) => CHILD_AFTER.includes(state));
  const asked: readonly string[] = answers.needs ?? [];
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (wanted === undefined || chosen === undefined || soon === undefined || typed.reason.trim() === '') return;
    const parent = parents.find(({ id }) => id === typed.parent)?.id;
    await record(
      {
        kind: 'referral',
        referralId: typed.id,
        step: {
          action: 'offer',
          sector: wanted,
          recipient: {
            entryId: chosen.entryId,
            name: nameOfEntry(chosen, language),
            ...(chosen.team !== undefined && { team: chosen.team }),
          },
          training: chosen.training.level,
          urgency: soon,
          reason: typed.reason.trim(),
          ...(parent !== undefined && { parent }),
        },
      },
      place,
    );
  });
  return (
    <Pane title={say(referralPaneWords.offer)} does={say(referralPaneWords.offerDoes)} acting={acting}>
      <SelectField
        label={say(referralPaneWords.sector)}
        problem={typed.looked && wanted === undefined ? say(paneWords.missing) : null}
        empty={say(paneWords.choose)}
        value={typed.sector}
        choices={choicesOf(sector, language).map((choice) =>
          asked.includes(choice.code)
            ? { ...choice, label: `${choice.label} · ${say(referralPaneWords.askedFor)}` }
            : choice,
        )}
        onChoose={(code) => draft.set({ sector: code, entryId: '' })}
      />
      {wanted === 'documents' ? <DeclarationBox /> : null}
      <Trouble refusal={directory.refusal} onRetry={directory.again} />
      {directory.value === null && directory.busy ? <Waiting>{say(shellWords.loading)}</Waiting> : null}
      {suggestions === null ? (
        <p class="hint">{say(referralPaneWords.chooseSector)}</p>
      ) : suggestions.suggested.length === 0 && directory.value !== null ? (
        <p>
          {say(referralPaneWords.noEntries)}{' '}
          <a href={linkTo({ screen: 'directory' })}>{say(referralPaneWords.toDirectory)}</a>
        </p>
      ) : null}
      {suggestions === null || suggestions.suggested.length + suggestions.withheld.length === 0 ? null : (
        <RecipientChoice
          suggestions={suggestions}
          chosen={typed.entryId}
          problem={typed.looked && chosen === undefined ? say(paneWords.missing) : null}
          onChoose={(entryId) => draft.set({ entryId })}
        />
      )}
      <SelectField
        label={say(referralPaneWords.urgency)}
        problem={typed.looked && soon === undefined ? say(paneWords.missing) : null}
        empty={say(paneWords.choose)}
        value={typed.urgency}
        choices={choicesOf(urgency, language)}
        onChoose={(code) => draft.set({ urgency: code })}
      />
      <LongTextField
        label={say(referralPaneWords.reason)}
        problem={typed.looked && typed.reason.trim() === '' ? say(paneWords.missingWords) : null}
        rows={3}
        maxLength={2_000}
        value={typed.reason}
        onInput={(reason) => draft.set({ reason })}
      />
      {parents.length === 0 ? null : (
        <SelectField
          label={say(referralPaneWords.parent)}
          empty={say(referralPaneWords.parentNone)}
          value={typed.parent}
          choices={parents.map(({ id, recipient }) => ({ code: id, label: recipient.name }))}
          onChoose={(parent) => draft.set({ parent })}
        />
      )}
    </Pane>
  );
}
