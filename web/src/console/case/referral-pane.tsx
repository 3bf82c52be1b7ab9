import type { Claim } from '@romduol/shared/api/acknowledgements';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { packetItem, refusalReason, urgency } from '@romduol/shared/codebook/referral-lists';
import { sector } from '@romduol/shared/codebook/sector';
import { liveConsent } from '@romduol/shared/casework/consent';
import { actionsFrom, type ReferralAction, type ReferralState } from '@romduol/shared/casework/referral-moves';
import { suitsDelivery } from '@romduol/shared/casework/apply-referral';
import { INSIDE, type Referral, referenceOf } from '@romduol/shared/casework/referral';
import { referralActionWords, referralStateWords } from '@romduol/shared/casework/referral-words';
import { spellCode } from '@romduol/shared/sealing/letter-code';
import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { giveWords } from '../messages/give.ts';
import { claimWords, letterBoxWords } from '../messages/letter.ts';
import { paneWords } from '../messages/panes.ts';
import { referralPaneWords } from '../messages/referral.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useReading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { ConsentForm } from './consent-form.tsx';
import { GiveBox } from './give-box.tsx';
import { ReprintForm } from './reprint-form.tsx';
import { SendForm } from './send-form.tsx';
import { StepForm } from './step-form.tsx';

/** What usually comes next; where it is open what did, nothing is chosen beforehand. */
const USUAL: Readonly<Partial<Record<ReferralState, ReferralAction>>> = {
  offered: 'consent',
  consent_given: 'send',
  service_received: 'give_feedback',
  feedback: 'close',
  rejected: 'close',
  no_response: 'close',
  not_received: 'close',
};

/** One referral: where it stands, and the moves that the one table allows from there. */
export function ReferralPane({ referralId }: { readonly referralId: string }) {
  const say = useSay();
  const { view, close } = useCaseWork();
  const referral = view.case.referrals.find(({ id }) => id === referralId);
  return (
    <div class="pane">
      <p class="trail">
        <button type="button" class="quiet" onClick={close}>
          ← {say(paneWords.back)}
        </button>
      </p>
      {referral === undefined ? (
        <p>{say(referralPaneWords.gone)}</p>
      ) : (
        <OneReferral key={referral.state} referral={referral} />
      )}
    </div>
  );
}

function OneReferral({ referral }: { readonly referral: Referral }) {
  const say = useSay();
  const language = useLanguage();
  const { view: desk } = useConsole();
  const { view } = useCaseWork();
  // Handing over within the system has a box of its own.
  const legal = actionsFrom(referral.state).filter(
    (one) => suitsDelivery(referral, one) && one !== 'hand_over' && one !== 'arrive',
  );
  // The survivor may take consent back at any time, also where the referral itself has nowhere to go from here.
  const holds = liveConsent(view.case, referral.id, desk.today) !== null;
  const actions = holds && !legal.includes('withdraw') ? [...legal, 'withdraw' as const] : legal;
  const [action, setAction] = useState<ReferralAction | null>(USUAL[referral.state] ?? null);
  return (
    <>
      <h2 ref={(heading) => heading?.focus()} tabIndex={-1}>
        {referral.recipient.name}
      </h2>
      <p class="case-facts">
        <span class={`stage ${referral.state}`}>{referralStateWords[referral.state][language]}</span>
        <span>{labelOf(sector, referral.sector, language)}</span>
        <span>{labelOf(urgency, referral.urgency, language)}</span>
      </p>
      <p class="words">{referral.reason}</p>
      <ConsentState referral={referral} />
      <ClaimNotice referral={referral} />
      <GiveBox referral={referral} />
      {actions.length === 0 ? (
        <p>{say(referralPaneWords.over)}</p>
      ) : (
        <>
          <h3>{say(referralPaneWords.whatNext)}</h3>
          <fieldset class="tabs wrapping" aria-label={say(referralPaneWords.whatNext)}>
            {actions.map((one) => (
              <button key={one} type="button" aria-pressed={one === action} onClick={() => setAction(one)}>
                {referralActionWords[one][language]}
              </button>
            ))}
          </fieldset>
        </>
      )}
      {action === null || !actions.includes(action) ? null : action === 'consent' ? (
        <ConsentForm key={action} referral={referral} />
      ) : action === 'send' ? (
        <SendForm key={action} referral={referral} />
      ) : action === 'reprint' ? (
        <ReprintForm key={action} referral={referral} />
      ) : action === 'offer' || action === 'hand_over' || action === 'arrive' ? null : (
        <StepForm key={action} referral={referral} action={action} />
      )}
    </>
  );
}

/** What the recipient has claimed by the letter's code, until a member writes down the same. */
function ClaimNotice({ referral }: { readonly referral: Referral }) {
  const say = useSay();
  const language = useLanguage();
  const { acts } = useConsole();
  const { view } = useCaseWork();
  const reading = useReading(`claims:${view.caseId}`, () => acts.claims(view.caseId));
  const reference = referenceOf(referral);
  const link = reading.value?.find((one) => one.reference === reference);
  if (reference === null) return null;
  const claimed = link?.claimed ?? null;
  const isConfirmed = claimed === null || referral.steps.some(({ action }) => action === CONFIRMED_BY[claimed]);
  return (
    <>
      <p class="quietly">
        {say(referral.sent?.delivery === INSIDE ? giveWords.reference : letterBoxWords.reference, {
          reference: spellCode(reference),
        })}
      </p>
      {claimed === null || isConfirmed ? null : (
        <div class="caution" role="note">
          <p>{say(letterBoxWords.claimed, { claim: claimWords[claimed][language] })}</p>
          {link?.reason == null ? null : (
            <p>{say(letterBoxWords.claimedWhy, { reason: labelOf(refusalReason, link.reason, language) })}</p>
          )}
        </div>
      )}
    </>
  );
}

/** By which step a member makes a claim part of the case. */
const CONFIRMED_BY: Readonly<Record<Claim, ReferralAction>> = {
  received: 'acknowledge',
  accepted: 'accept',
  refused: 'reject',
  service_given: 'receive',
};

function ConsentState({ referral }: { readonly referral: Referral }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { view: desk } = useConsole();
  const { view } = useCaseWork();
  const consent = liveConsent(view.case, referral.id, desk.today);
  if (consent === null) {
    const ever = view.case.consents.some(({ referralId }) => referralId === referral.id);
    return <p class="caution">{say(ever ? referralPaneWords.consentOver : referralPaneWords.consentNone)}</p>;
  }
  const items = consent.items.map((item) => labelOf(packetItem, item, language)).join(' · ');
  return (
    <p class="says">
      {consent.until === null
        ? say(referralPaneWords.consentLive, { items })
        : say(referralPaneWords.consentLiveUntil, { items, day: days.date(consent.until) })}
    </p>
  );
}
