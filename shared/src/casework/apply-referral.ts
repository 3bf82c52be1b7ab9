import type { Perpetrator } from '../codebook/perpetrator.ts';
import { dayOfInstant } from '../language/dates.ts';
import type { Applied, Author, EntryRefusal } from './apply-entry.ts';
import type { Case } from './case.ts';
import type { ReferralId, TaskId } from './case-ids.ts';
import { liveConsent } from './consent.ts';
import { judgeCounting } from './counting.ts';
import type { EntryOf } from './entries.ts';
import { CHILD_AFTER, HANDING_OVER, type MoveContext, type ReferralAction, transition } from './referral-moves.ts';
import {
  HAND_OVER_MINUTES,
  INSIDE,
  type Referral,
  type ReferralOffer,
  type ReferralStep,
  isMediationRuledOut,
  referenceOf,
} from './referral.ts';
import { isWorking } from './states.ts';
import type { Task } from './tasks.ts';

const refuse = (code: EntryRefusal): Applied => ({ ok: false, code });

/** Who did it, as the report says and as it was coded since. */
export function perpetratorsIn({ answers, coded }: Pick<Case, 'answers' | 'coded'>): readonly Perpetrator[] {
  return [...(answers.perpetrators ?? []), ...(coded.incident === null ? [] : [coded.incident.record.perpetrator])];
}

/** What a move of this case's referral is judged by. */
export function contextOf(
  before: Case,
  offer: Pick<ReferralOffer, 'sector' | 'recipient'>,
  isSupervisor: boolean,
): MoveContext {
  return {
    sector: offer.sector,
    recipient: offer.recipient.entryId,
    isSupervisor,
    mediationRuledOut: isMediationRuledOut({
      categories: before.answers.categories ?? [],
      perpetrators: perpetratorsIn(before),
      incidentType: before.coded.incident?.record.type ?? null,
    }),
    conflicts: new Set(before.conflicts.recipients),
    liveConsent: null,
  };
}

function replaceReferral(before: Case, after: Referral): Case {
  return { ...before, referrals: before.referrals.map((one) => (one.id === after.id ? after : one)) };
}

const stepped = (referral: Referral, action: ReferralAction, at: string): Referral => ({
  ...referral,
  steps: [...referral.steps, { action, at }],
});

function offerReferral(before: Case, entry: EntryOf<'referral'>, step: ReferralOffer, by: Author): Applied {
  if (before.referrals.some(({ id }) => id === entry.referralId)) return refuse('id_taken');
  if (!isWorking(before.state)) return refuse('illegal_move');
  if (step.parent !== undefined) {
    const parent = before.referrals.find(({ id }) => id === step.parent);
    if (parent === undefined) return refuse('unknown_referral');
    if (!CHILD_AFTER.includes(parent.state)) return refuse('parent_still_open');
  }
  const next = transition(null, 'offer', contextOf(before, step, by.isSupervisor));
  if (!next.ok) return refuse(next.code);
  const { action: _, ...offer } = step;
  const referral: Referral = {
    ...offer,
    id: entry.referralId,
    state: next.state,
    offered: entry.at,
    sent: null,
    handing: null,
    refusal: null,
    received: null,
    barriers: [],
    feedback: null,
    steps: [{ action: 'offer', at: entry.at }],
  };
  return { ok: true, after: { ...before, referrals: [...before.referrals, referral] } };
}

/** Writes down what was agreed to, and moves the referral that it is for. */
export function giveConsent(before: Case, { consent, at, message }: EntryOf<'consent_given'>, by: Author): Applied {
  if ((consent.mode === 'message') !== (message !== undefined)) return refuse('message_not_quoted');
  if (before.consents.some(({ id }) => id === consent.id)) return refuse('id_taken');
  if (!isWorking(before.state)) return refuse('illegal_move');
  const referral = before.referrals.find(({ id }) => id === consent.referralId);
  if (referral === undefined) return refuse('unknown_referral');
  const context = contextOf(before, referral, by.isSupervisor);
  const next = transition(referral.state, 'consent', { ...context, consentFor: consent.recipient.entryId });
  if (!next.ok) return refuse(next.code);
  // The same office by another door is another recipient: its team here reads everything anew.
  if (consent.recipient.team !== referral.recipient.team) return refuse('other_recipient');
  const given = { ...consent, given: at, recordedBy: by.author, withdrawn: null };
  const after = replaceReferral(before, { ...stepped(referral, 'consent', at), state: next.state });
  return { ok: true, after: { ...after, consents: [...before.consents, given] } };
}

/** Ends a consent. A referral that stood on it is withdrawn with it, and what was already sent is to be recalled. */
export function withdrawConsent(before: Case, { consentId, at }: EntryOf<'consent_withdrawn'>, by: Author): Applied {
  const consent = before.consents.find(({ id }) => id === consentId);
  if (consent === undefined || consent.withdrawn !== null) return refuse('unknown_consent');
  const isNewest = before.consents.findLast(({ referralId }) => referralId === consent.referralId) === consent;
  const marked = before.consents.map((one) => (one === consent ? { ...one, withdrawn: at } : one));
  const after = { ...before, consents: marked };
  return { ok: true, after: isNewest ? stopSharing(after, consent.referralId, at, by) : after };
}

/**
 * Nothing of this referral is shared any more: its consents end, it is withdrawn where the table allows, and a task to
 * recall what was sent falls due the same day. The task bears the referral's id: there is one recall a referral.
 */
function stopSharing(before: Case, referralId: ReferralId, at: string, by: Author): Case {
  const referral = before.referrals.find(({ id }) => id === referralId);
  if (referral === undefined) return before;
  const ended = before.consents.map((consent) =>
    consent.referralId === referralId && consent.withdrawn === null ? { ...consent, withdrawn: at } : consent,
  );
  const next = transition(referral.state, 'withdraw', contextOf(before, referral, by.isSupervisor));
  const moved = next.ok ? replaceReferral(before, { ...stepped(referral, 'withdraw', at), state: next.state }) : before;
  const id: string = referralId;
  const recall: Task = { id: id as TaskId, kind: 'recall', due: dayOfInstant(at), set: at, done: null };
  const isNew = referral.sent !== null && !before.tasks.some((task) => task.id === recall.id);
  return { ...moved, consents: ended, tasks: isNew ? [...before.tasks, recall] : before.tasks };
}

/** The survivor withdrew altogether: every referral's sharing stops, and nothing is counted. */
export function stopAllSharing(before: Case, at: string, by: Author): Case {
  const stopped = before.referrals.reduce((folded, { id }) => stopSharing(folded, id, at, by), before);
  return judgeCounting({ ...stopped, countingConsent: false });
}

/**
 * Whether a step goes with how a referral was sent. Within the system a case is handed over once, so that nothing is printed
 * again, and that it arrived is no word of mouth: said by hand before, it would stand in the way for ever.
 */
export function suitsDelivery({ sent }: Pick<Referral, 'sent'>, action: ReferralAction): boolean {
  const isInside = sent?.delivery === INSIDE;
  // Printed again is the same letter: what bore no reference cannot be told to be the same.
  if (action === 'reprint') return !isInside && referenceOf({ sent }) !== null;
  if (action === 'acknowledge') return !isInside;
  return isInside || (action !== 'hand_over' && action !== 'arrive');
}

/** Of several who hand a case over within the system one goes on: whose word came first, until it is plain that they stopped. */
function refuseHanding({ handing }: Referral, step: ReferralStep, at: string): EntryRefusal | null {
  if (step.action === 'arrive')
    return handing === null || handing.arrived || handing.attempt !== step.attempt ? 'illegal_move' : null;
  if (step.action !== 'hand_over' || handing === null) return null;
  if (handing.arrived) return 'illegal_move';
  // A clock that is far off must not keep a case for as long.
  const since = Math.abs(Date.parse(at) - Date.parse(handing.at));
  return handing.attempt !== step.attempt && since < HAND_OVER_MINUTES * 60_000 ? 'being_handed_over' : null;
}

/** One step of a referral, or its offer. */
export function stepReferral(before: Case, entry: EntryOf<'referral'>, by: Author): Applied {
  const { step, at, referralId } = entry;
  if (step.action === 'offer') return offerReferral(before, entry, step, by);
  const referral = before.referrals.find(({ id }) => id === referralId);
  if (referral === undefined) return refuse('unknown_referral');
  const isHandedOver = HANDING_OVER.includes(step.action);
  if (isHandedOver && !isWorking(before.state)) return refuse('illegal_move');
  if (!suitsDelivery(referral, step.action)) return refuse('illegal_move');
  const sending = step.action === 'send' ? step : referral.sent;
  // Within the system only to a team that works in it.
  if (isHandedOver && sending?.delivery === INSIDE && referral.recipient.team === undefined)
    return refuse('illegal_move');
  const next = transition(referral.state, step.action, {
    ...contextOf(before, referral, by.isSupervisor),
    ...(isHandedOver && {
      ...(sending !== null && { sending }),
      liveConsent: liveConsent(before, referralId, dayOfInstant(at)),
    }),
  });
  if (!next.ok) return refuse(next.code);
  const handing = refuseHanding(referral, step, at);
  if (handing !== null) return refuse(handing);
  if (step.action === 'withdraw') return { ok: true, after: stopSharing(before, referralId, at, by) };
  const after: Referral = { ...stepped(referral, step.action, at), ...factsOf(referral, step, at), state: next.state };
  return { ok: true, after: replaceReferral(before, after) };
}

/** What a step adds to what is known of its referral. */
function factsOf(referral: Referral, step: EntryOf<'referral'>['step'], at: string): Partial<Referral> {
  const barriers =
    'barriers' in step && step.barriers !== undefined
      ? { barriers: [...new Set([...referral.barriers, ...step.barriers])] }
      : {};
  switch (step.action) {
    case 'send': {
      const { action: _, ...sent } = step;
      return { sent: { ...sent, at } };
    }
    case 'hand_over':
    case 'arrive':
      return { handing: { attempt: step.attempt, at, arrived: step.action === 'arrive' } };
    case 'reject':
      return { ...barriers, refusal: step.reason };
    case 'receive':
      return { ...barriers, received: step.degree };
    case 'miss':
      return { ...barriers, received: 'no' };
    case 'give_feedback': {
      const { action: _, ...feedback } = step;
      return { feedback };
    }
    default:
      return barriers;
  }
}
