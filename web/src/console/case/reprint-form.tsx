import { LINK_DAYS } from '@romduol/shared/api/acknowledgements';
import { makePacket, prepareReprint } from '@romduol/shared/casework/packet';
import { type Referral, referenceOf } from '@romduol/shared/casework/referral';
import { refusalWords } from '@romduol/shared/casework/words';
import { addDays, dayOfInstant } from '@romduol/shared/language/dates';
import { useConsole } from '../console-context.ts';
import { letterBoxWords } from '../messages/letter.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { LetterBox } from './letter-box.tsx';

/** The letter as it was sent, once more: the log says so before any paper does. */
export function ReprintForm({ referral }: { readonly referral: Referral }) {
  const say = useSay();
  const language = useLanguage();
  const { view: desk } = useConsole();
  const { view, note, hearBeforePaper } = useCaseWork();
  const by = { today: desk.today, isSupervisor: desk.member.roles.includes('supervisor') };
  const prepared = prepareReprint(view.case, referral.id, by);
  const reference = referenceOf(referral);
  const { sent } = referral;
  if (!prepared.ok || sent === null || reference === null) {
    return (
      <div class="caution" role="note">
        <p>{refusalWords[prepared.ok ? 'illegal_move' : prepared.code][language]}</p>
      </div>
    );
  }
  const day = dayOfInstant(sent.at);
  const code = sent.link !== undefined && addDays(day, LINK_DAYS) >= desk.today ? sent.link.code : null;
  return (
    <>
      <p class="says">{say(letterBoxWords.again)}</p>
      {sent.link !== undefined && code === null ? <p class="caution">{say(letterBoxWords.codeOver)}</p> : null}
      <LetterBox
        packet={makePacket(prepared.sendable, view.case, view.contact)}
        form={sent.delivery === 'call' ? 'call' : 'letter'}
        isFile={sent.delivery === 'sealed_letter'}
        day={day}
        due={sent.due}
        mark={{ reference, code }}
        mayLeave={async () => {
          if (!prepareReprint((await hearBeforePaper()).case, referral.id, by).ok) return false;
          await note({ kind: 'referral', referralId: referral.id, step: { action: 'reprint' } });
          return true;
        }}
      />
    </>
  );
}
