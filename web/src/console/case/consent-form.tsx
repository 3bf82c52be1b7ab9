import { labelOf } from '@romduol/shared/codebook/code-list';
import { isMinor } from '@romduol/shared/codebook/person';
import { consentGiver, consentMode, packetItem } from '@romduol/shared/codebook/referral-lists';
import { sector } from '@romduol/shared/codebook/sector';
import type { ConsentId } from '@romduol/shared/casework/case-ids';
import type { Referral } from '@romduol/shared/casework/referral';
import { Day } from '@romduol/shared/ids';
import { useConsole } from '../console-context.ts';
import { giveWords } from '../messages/give.ts';
import { paneWords } from '../messages/panes.ts';
import { referralPaneWords } from '../messages/referral.ts';
import { choicesOf, codeIn, codesAmong } from '../parts/choices.ts';
import { CheckField, ChoiceField, LongTextField, SelectField, TextField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { AskThere } from './ask-there.tsx';
import { useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { ReadOut } from './read-out.tsx';
import { StepFrame } from './step-frame.tsx';

/** Consent is read out in the words that will be told, and only what was agreed to is written down. */
export function ConsentForm({ referral }: { readonly referral: Referral }) {
  const say = useSay();
  const language = useLanguage();
  const { acts, view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'referral', `${referral.id}/consent`);
  const draft = useDraft(place, () => ({
    id: crypto.randomUUID() as string as ConsentId,
    items: [] as string[],
    purpose: say((referral.recipient.team === undefined ? referralPaneWords : giveWords).purposeStart, {
      sector: labelOf(sector, referral.sector, language),
    }),
    mode: '',
    by: '',
    until: '',
    agreed: false,
    looked: false,
  }));
  const typed = draft.value;
  const items = codesAmong(packetItem, typed.items);
  const mode = codeIn(consentMode, typed.mode);
  const by = codeIn(consentGiver, typed.by);
  const day = typed.until === '' ? null : Day.safeParse(typed.until);
  const until = day === null ? null : day.success && day.data >= desk.today ? day.data : undefined;
  const { age } = view.answers;
  const problem = (wrong: boolean, words: string): string | null => (typed.looked && wrong ? words : null);
  const acting = useAct(async () => {
    draft.set({ looked: true });
    const purpose = typed.purpose.trim();
    if (items.length === 0 || mode === undefined || by === undefined || until === undefined) return;
    if (purpose === '' || !typed.agreed) return;
    const consent = {
      id: typed.id,
      referralId: referral.id,
      recipient: referral.recipient,
      items,
      purpose,
      mode,
      by,
      until,
    };
    await record({ kind: 'consent_given', consent }, place);
  });
  return (
    <StepFrame acting={acting} does={say(referralPaneWords.does)}>
      <ChoiceField
        many
        label={say(referralPaneWords.items)}
        hint={say(referralPaneWords.itemsHint)}
        problem={problem(items.length === 0, say(referralPaneWords.itemsMissing))}
        choices={choicesOf(packetItem, language)}
        chosen={typed.items}
        // What was agreed to is exactly what was read out: another choice must be read out again.
        onChoose={(codes) => draft.set({ items: codes, agreed: false })}
      />
      <LongTextField
        label={say(referralPaneWords.purpose)}
        problem={problem(typed.purpose.trim() === '', say(paneWords.missingWords))}
        rows={2}
        maxLength={1_000}
        value={typed.purpose}
        onInput={(purpose) => draft.set({ purpose, agreed: false })}
      />
      <TextField
        type="date"
        label={say(referralPaneWords.until)}
        hint={say(referralPaneWords.untilHint)}
        problem={problem(until === undefined, say(paneWords.missingDay))}
        min={desk.today}
        value={typed.until}
        onInput={(value) => draft.set({ until: value, agreed: false })}
      />
      <ReadOut referral={referral} items={items} purpose={typed.purpose.trim()} until={until ?? null} />
      {isMinor(age) ? (
        <div class="caution" role="note">
          <p>{say(referralPaneWords.minor)}</p>
        </div>
      ) : null}
      <AskThere
        words={referralPaneWords.askConsent}
        hint={referralPaneWords.askConsentHint}
        isReady={items.length > 0 && typed.purpose.trim() !== '' && until !== undefined}
        ask={() =>
          acts.askConsent(view.caseId, {
            consentId: typed.id,
            referralId: referral.id,
            items,
            purpose: typed.purpose.trim(),
            until: until ?? null,
          })
        }
        place={place}
      />
      <ChoiceField
        label={say(referralPaneWords.by)}
        problem={problem(by === undefined, say(paneWords.missing))}
        choices={choicesOf(consentGiver, language)}
        chosen={typed.by === '' ? [] : [typed.by]}
        onChoose={([code]) => draft.set({ by: code ?? '' })}
      />
      <SelectField
        label={say(paneWords.mode)}
        problem={problem(mode === undefined, say(paneWords.missing))}
        empty={say(paneWords.choose)}
        value={typed.mode}
        // What was answered on the return page is written down from the message itself.
        choices={choicesOf(consentMode, language, ['message'])}
        onChoose={(code) => draft.set({ mode: code })}
      />
      <CheckField
        label={say(referralPaneWords.agreed)}
        checked={typed.agreed}
        onChange={(agreed) => draft.set({ agreed })}
      />
      {typed.looked && !typed.agreed ? <p class="wrong">{say(referralPaneWords.agreedMissing)}</p> : null}
    </StepFrame>
  );
}
