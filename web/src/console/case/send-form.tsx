import { labelOf } from '@romduol/shared/codebook/code-list';
import { deliveryMode, packetItem } from '@romduol/shared/codebook/referral-lists';
import type { Case } from '@romduol/shared/casework/case';
import { makePacket, prepareSending } from '@romduol/shared/casework/packet';
import { INSIDE, type Referral } from '@romduol/shared/casework/referral';
import { answerDueDay } from '@romduol/shared/casework/tasks';
import { liveConsent } from '@romduol/shared/casework/consent';
import { insideWords } from '@romduol/shared/casework/referral-words';
import { refusalWords } from '@romduol/shared/casework/words';
import { Day } from '@romduol/shared/ids';
import type { LetterCode } from '../../desk/letters.ts';
import { useConsole } from '../console-context.ts';
import { giveWords } from '../messages/give.ts';
import { paneWords } from '../messages/panes.ts';
import { referralPaneWords } from '../messages/referral.ts';
import { choicesOf, codeIn, codesAmong } from '../parts/choices.ts';
import { ChoiceField, LongTextField, SelectField, TextField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useReading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { spellCode } from '@romduol/shared/sealing/letter-code';
import { LetterBox } from './letter-box.tsx';
import { PacketWords } from './packet-words.tsx';
import { draftPlace } from './pane-link.tsx';
import { StepFrame } from './step-frame.tsx';

/** Nothing is sent without a consent that holds today; where there is none this says so and has no button. */
export function SendForm({ referral }: { readonly referral: Referral }) {
  const say = useSay();
  const language = useLanguage();
  const { acts, view: desk } = useConsole();
  const { view, record, note, hearBeforePaper } = useCaseWork();
  const isSupervisor = desk.member.roles.includes('supervisor');
  const consented = liveConsent(view.case, referral.id, desk.today)?.items ?? [];
  const place = draftPlace(view.caseId, 'referral', `${referral.id}/send`);
  const draft = useDraft(place, () => ({
    items: [...consented] as string[],
    delivery: '',
    due: answerDueDay(referral.urgency, desk.today) as string,
    comment: '',
    letter: null as LetterCode | null,
    looked: false,
  }));
  const typed = draft.value;
  // Kept with the draft: what was printed before must be what is recorded.
  const drawn = useReading(`letter:${referral.id}`, async () => {
    const letter = typed.letter ?? (await acts.drawLetterCode());
    draft.set({ letter });
    return letter;
  });
  const letter = drawn.value;
  const items = codesAmong(packetItem, typed.items);
  const { team } = referral.recipient;
  const isInside = team !== undefined && typed.delivery === INSIDE;
  const delivery = isInside ? INSIDE : codeIn(deliveryMode, typed.delivery);
  const nameOfTeam = desk.allTeams.find(({ id }) => id === team)?.name[language] ?? '';
  const day = Day.safeParse(typed.due);
  const dayWrong = !day.success || day.data < desk.today;
  const prepare = (facts: Case) => prepareSending(facts, referral.id, { today: desk.today, isSupervisor, items });
  const prepared = prepare(view.case);
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (!prepared.ok || items.length === 0 || delivery === undefined || !day.success || dayWrong) return;
    const comment = typed.comment.trim();
    const { consent } = prepared.sendable;
    if (letter === null) return;
    const answersByLink = delivery !== 'call' && !isInside;
    if (answersByLink) await acts.openLetterLink(letter);
    const entry = {
      kind: 'referral',
      referralId: referral.id,
      step: {
        action: 'send',
        consentId: consent.id,
        items,
        delivery,
        due: day.data,
        ...(answersByLink ? { link: letter } : { reference: letter.reference }),
        ...(comment !== '' && { comment }),
      },
    } as const;
    if (!isInside) return record(entry, place);
    // The pane stays: the case itself is handed over there, next.
    await note(entry);
    return draft.forget();
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
    <StepFrame
      acting={acting}
      does={say(referralPaneWords.does)}
      action={isInside ? giveWords.record : referralPaneWords.sendRecord}
    >
      <ChoiceField
        many
        label={say(referralPaneWords.handOver)}
        hint={say(referralPaneWords.handOverHint)}
        problem={typed.looked && items.length === 0 ? say(referralPaneWords.itemsMissing) : null}
        choices={consented.map((code) => ({ code, label: labelOf(packetItem, code, language) }))}
        chosen={typed.items}
        onChoose={(codes) => draft.set({ items: codes })}
      />
      <SelectField
        label={say(referralPaneWords.delivery)}
        problem={typed.looked && delivery === undefined ? say(paneWords.missing) : null}
        empty={say(paneWords.choose)}
        value={typed.delivery}
        choices={[
          ...choicesOf(deliveryMode, language),
          ...(team === undefined ? [] : [{ code: INSIDE, label: insideWords[language] }]),
        ]}
        onChoose={(code) => draft.set({ delivery: code })}
      />
      {isInside ? (
        <section class="read-out">
          <p>
            {say(giveWords.inside, {
              team: nameOfTeam,
              reference: letter === null ? '…' : spellCode(letter.reference),
            })}
          </p>
          <PacketWords items={packet.items} lines={packet.lines} language={language} />
        </section>
      ) : (
        <LetterBox
          packet={packet}
          form={delivery === 'call' ? 'call' : 'letter'}
          isFile={delivery === 'sealed_letter'}
          day={desk.today}
          due={day.success ? day.data : null}
          mark={letter}
          // Paper cannot be called back: asked once more before any is printed.
          mayLeave={async () => {
            const now = prepare((await hearBeforePaper()).case);
            return now.ok && now.sendable.consent.id === prepared.sendable.consent.id;
          }}
        />
      )}
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
