import type { PacketItem } from '../codebook/referral-lists.ts';
import type { Sector } from '../codebook/sector.ts';
import type { DirectoryEntryId } from '../ids.ts';
import type { ConsentId } from './case-ids.ts';
import type { LiveConsent } from './consent.ts';

export const REFERRAL_STATES = [
  'offered',
  'consent_given',
  'declined_by_survivor',
  'service_unavailable',
  'sent',
  'withdrawn',
  'accepted',
  'rejected',
  'no_response',
  'service_received',
  'not_received',
  'feedback',
  'closed',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

export const REFERRAL_ACTIONS = [
  'offer',
  'consent',
  'decline',
  'mark_unavailable',
  'send',
  'withdraw',
  'reprint',
  'hand_over',
  'arrive',
  'acknowledge',
  'accept',
  'reject',
  'mark_unanswered',
  'receive',
  'miss',
  'give_feedback',
  'close',
] as const;
export type ReferralAction = (typeof REFERRAL_ACTIONS)[number];

/** What must hold besides the state for a move to be made; each is refused with a code of its own. */
export type ReferralNeed =
  | 'mediation_allowed'
  | 'supervisor_for_mediation'
  | 'free_of_conflict'
  | 'consent_for_recipient'
  | 'live_consent';

export type ReferralMove = {
  /** null: there is no referral yet. */
  readonly from: ReferralState | null;
  readonly action: ReferralAction;
  readonly to: ReferralState;
  readonly needs?: readonly ReferralNeed[];
};

/** Every legal move of a referral. Screens, the fold and the tests read this table and nothing else. */
export const REFERRAL_MOVES: readonly ReferralMove[] = [
  {
    from: null,
    action: 'offer',
    to: 'offered',
    needs: ['free_of_conflict', 'mediation_allowed', 'supervisor_for_mediation'],
  },
  { from: 'offered', action: 'consent', to: 'consent_given', needs: ['consent_for_recipient'] },
  { from: 'offered', action: 'decline', to: 'declined_by_survivor' },
  { from: 'offered', action: 'mark_unavailable', to: 'service_unavailable' },
  // A consent may be renewed or narrowed before anything is sent.
  { from: 'consent_given', action: 'consent', to: 'consent_given', needs: ['consent_for_recipient'] },
  {
    from: 'consent_given',
    action: 'send',
    to: 'sent',
    needs: ['free_of_conflict', 'mediation_allowed', 'supervisor_for_mediation', 'live_consent'],
  },
  { from: 'consent_given', action: 'withdraw', to: 'withdrawn' },
  // Paper goes astray: the same again, while what it says may still be said.
  { from: 'sent', action: 'reprint', to: 'sent', needs: ['free_of_conflict', 'mediation_allowed', 'live_consent'] },
  {
    from: 'accepted',
    action: 'reprint',
    to: 'accepted',
    needs: ['free_of_conflict', 'mediation_allowed', 'live_consent'],
  },
  // Within the system: whoever's word of it comes first in the log hands it over, and that it arrived stands whatever came between.
  { from: 'sent', action: 'hand_over', to: 'sent', needs: ['free_of_conflict', 'mediation_allowed', 'live_consent'] },
  { from: 'sent', action: 'arrive', to: 'sent' },
  { from: 'accepted', action: 'arrive', to: 'accepted' },
  { from: 'withdrawn', action: 'arrive', to: 'withdrawn' },
  // The recipient has it. That is no answer yet, and the day by which one is due stays.
  { from: 'sent', action: 'acknowledge', to: 'sent' },
  { from: 'sent', action: 'accept', to: 'accepted' },
  { from: 'sent', action: 'reject', to: 'rejected' },
  { from: 'sent', action: 'mark_unanswered', to: 'no_response' },
  { from: 'sent', action: 'withdraw', to: 'withdrawn' },
  { from: 'accepted', action: 'receive', to: 'service_received' },
  { from: 'accepted', action: 'miss', to: 'not_received' },
  { from: 'accepted', action: 'withdraw', to: 'withdrawn' },
  { from: 'service_received', action: 'give_feedback', to: 'feedback' },
  { from: 'feedback', action: 'close', to: 'closed' },
  { from: 'rejected', action: 'close', to: 'closed' },
  { from: 'no_response', action: 'close', to: 'closed' },
  { from: 'not_received', action: 'close', to: 'closed' },
];

/** What gives the packet out of the house: never without a consent that holds at that moment. */
export const HANDING_OVER: readonly ReferralAction[] = ['send', 'reprint', 'hand_over'];

/** States after which another referral may be offered in this one's place. */
export const CHILD_AFTER: readonly ReferralState[] = [
  'service_unavailable',
  'rejected',
  'no_response',
  'not_received',
  'closed',
];

export type ReferralRefusal =
  /** The table has no such move from here. */
  | 'illegal_move'
  /** Never consented, withdrawn, over, or replaced by a newer consent. */
  | 'no_live_consent'
  | 'item_not_consented'
  /** The consent names somebody else than the referral does. */
  | 'other_recipient'
  | 'needs_supervisor'
  | 'mediation_not_offered'
  /** The recipient is implicated in this case. */
  | 'recipient_in_conflict';

/** What a move is judged by. All of it is folded from the case, never from what a screen believes. */
export type MoveContext = {
  readonly sector: Sector;
  readonly recipient: DirectoryEntryId;
  readonly isSupervisor: boolean;
  readonly mediationRuledOut: boolean;
  readonly conflicts: ReadonlySet<DirectoryEntryId>;
  /** Whom the consent in hand is for; for `consent` only. */
  readonly consentFor?: DirectoryEntryId;
  readonly liveConsent: LiveConsent | null;
  /** What is to be sent and under which consent; for `send`, and for `reprint` and `hand_over` what was. */
  readonly sending?: { readonly consentId: ConsentId; readonly items: readonly PacketItem[] };
};

const CHECKS: Readonly<Record<ReferralNeed, (context: MoveContext) => ReferralRefusal | null>> = {
  free_of_conflict: ({ conflicts, recipient }) => (conflicts.has(recipient) ? 'recipient_in_conflict' : null),
  mediation_allowed: ({ sector, mediationRuledOut }) =>
    sector === 'mediation' && mediationRuledOut ? 'mediation_not_offered' : null,
  supervisor_for_mediation: ({ sector, isSupervisor }) =>
    sector === 'mediation' && !isSupervisor ? 'needs_supervisor' : null,
  consent_for_recipient: ({ consentFor, recipient }) => (consentFor === recipient ? null : 'other_recipient'),
  live_consent: ({ liveConsent, sending }) => {
    if (liveConsent === null || sending === undefined || sending.consentId !== liveConsent.id) return 'no_live_consent';
    return sending.items.every((item) => liveConsent.items.includes(item)) ? null : 'item_not_consented';
  },
};

export type Transition =
  | { readonly ok: true; readonly state: ReferralState }
  | { readonly ok: false; readonly code: ReferralRefusal };

/** The next state of a referral, or why it may not go there. `from` is null for an offer. */
export function transition(from: ReferralState | null, action: ReferralAction, context: MoveContext): Transition {
  const move = REFERRAL_MOVES.find((one) => one.from === from && one.action === action);
  if (move === undefined) return { ok: false, code: 'illegal_move' };
  for (const need of move.needs ?? []) {
    const code = CHECKS[need](context);
    if (code !== null) return { ok: false, code };
  }
  return { ok: true, state: move.to };
}

/** What can be done with a referral in this state, needs aside: the buttons of its card. */
export function actionsFrom(from: ReferralState | null): readonly ReferralAction[] {
  return REFERRAL_MOVES.filter((move) => move.from === from).map(({ action }) => action);
}
