import { labelOf } from '@romduol/shared/codebook/code-list';
import { deliveryMode, packetItem } from '@romduol/shared/codebook/referral-lists';
import { makePacket, prepareSending } from '@romduol/shared/casework/packet';
import type { Referral } from '@romduol/shared/casework/referral';
import { answerDueDay } from '@romduol/shared/casework/tasks';
import { liveConsent } from '@romduol/shared/casework/consent';
import { refusalWords } from '@romduol/shared/casework/words';
import { Day } from '@romduol/shared/ids';
import { useConsole } from '../console-context.ts';
import { paneWords } from '../messages/panes.ts';
import { referralPaneWords } from '../messages/referral.ts';
import { choicesOf, codeIn, codesAmong } from '../parts/choices.ts';
import { ChoiceField, LongTextField, SelectField, TextField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { PacketWords } from './packet-words.tsx';
import { draftPlace } from './pane-link.tsx';
import { StepFrame } from './step-frame.tsx';

/** Nothing is sent without a consent that holds today; where there is none this says so and has no button. */
export function SendForm({ referral }: { readonly referral: Referral }) {
  const say = useSay();
  const language = useLanguage();
  const { view: desk } = useConsole();
  const { view, record } = useCaseWork();
  const isSupervisor = desk.member.roles.includes('supervisor');
  const consented = liveConsent(view.case, referral.id, desk.today)?.items ?? [];
  const place = draftPlace(view.caseId, 'referral', `${referral.id}/send`);
  const draft = useDraft(place, () => ({
    items: [...consented] as string[],
    delivery: '',
    due: answerDueDay(referral.urgency, desk.today) as string,
    comment: '',
    looked: false,
  }));
  const typed = draft.value;
  const items = codesAmong(packetItem, typed.items);
  const delivery = codeIn(deliveryMode, typed.delivery);
  const day = Day.safeParse(typed.due);
  const dayWrong = !day.success || day.data < desk.today;
  const prepared = prepareSending(view.case, referral.id, { today: desk.today, isSupervisor, items });
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (!prepared.ok || items.length === 0 || delivery === undefined || !day.success || dayWrong) return;
    const comment = typed.comment.trim();
    const { consent } = prepared.sendable;
    await record(
      {
        kind: 'referral',
        referralId: referral.id,
        step: {
          action: 'send',
          consentId: consent.id,
          items,
          delivery,
          due: day.data,
          ...(comment !== '' && { comment }),
        },
      },
      place,
    );
  });
  if (!prepared.ok) {
    return (
      <div class="caution" role="note">
        <p>{refusalWords[prepared.code][language]}</p>
      </div>
    );
  }
  const packet = makePacket(prepared.sendable, view.case, view.contact);
  return (
    <StepFrame acting={acting} does={say(referralPaneWords.does)} action={referralPaneWords.sendRecord}>
      <ChoiceField
        many
        label={say(referralPaneWords.handOver)}
        hint={say(referralPaneWords.handOverHint)}
        problem={typed.looked && items.length === 0 ? say(referralPaneWords.itemsMissing) : null}
        choices={consented.map((code) => ({ code, label: labelOf(packetItem, code, language) }))}
        chosen={typed.items}
        onChoose={(codes) => draft.set({ items: codes })}
      />
      <section class="read-out letter">
        <h3 class="not-printed">{say(referralPaneWords.packet, { recipient: packet.recipient.name })}</h3>
        <p class="only-printed">
          <b>{say(referralPaneWords.letterTo, { recipient: packet.recipient.name })}</b>
        </p>
        <PacketWords items={items} lines={packet.lines} language={language} />
        <p>
          {say(referralPaneWords.letterPurpose)}: <span class="words">{packet.purpose}</span>
        </p>
        <p class="not-printed">
          <button type="button" onClick={() => print()}>
            {say(referralPaneWords.print)}
          </button>
        </p>
      </section>
      <SelectField
        label={say(referralPaneWords.delivery)}
        problem={typed.looked && delivery === undefined ? say(paneWords.missing) : null}
        empty={say(paneWords.choose)}
        value={typed.delivery}
        choices={choicesOf(deliveryMode, language)}
        onChoose={(code) => draft.set({ delivery: code })}
      />
      <TextField
        type="date"
        label={say(referralPaneWords.due)}
        problem={typed.looked && dayWrong ? say(paneWords.missingDay) : null}
        min={desk.today}
        value={typed.due}
        onInput={(due) => draft.set({ due })}
      />
      <LongTextField
        label={say(paneWords.comment)}
        rows={2}
        maxLength={2_000}
        value={typed.comment}
        onInput={(comment) => draft.set({ comment })}
      />
    </StepFrame>
  );
}
