import type { MemberId } from '../ids.ts';
import type { MessageQuote } from './consent.ts';
import { giveConsent, stepReferral, stopAllSharing, withdrawConsent } from './apply-referral.ts';
import { stepBundle } from './bundle.ts';
import type { Case } from './case.ts';
import { judgeCounting, mayCount } from './counting.ts';
import type { CaseEntry, EntryOf } from './entries.ts';
import { type ReadersRefusal, refuseReaders } from './readers.ts';
import type { ReferralRefusal } from './referral-moves.ts';
import { type CaseMover, type CaseState, RESTING_STATES, moveCase } from './states.ts';
import { ATTEMPTS_BEFORE_UNREACHABLE } from './tasks.ts';

export type Author = {
  readonly author: MemberId;
  readonly isSupervisor: boolean;
  /** Whether a new key of the case begins with the entry. */
  readonly beginsEpoch?: boolean;
  /** By the keyring that the entry names: who does casework for the organisation. */
  readonly mayRead?: (member: MemberId) => boolean;
};

/** Why an entry is not applied. The console asks before it signs one; the fold asks again for every entry it reads. */
export type EntryRefusal =
  | ReferralRefusal
  | ReadersRefusal
  | 'unknown_referral'
  | 'unknown_consent'
  | 'unknown_task'
  | 'unknown_bundle'
  /** Whoever asked for a bundle does not approve it. */
  | 'own_request'
  /** A bundle that no supervisor has approved. */
  | 'not_approved'
  /** A consent by message quotes none, or one that is written down already. */
  | 'message_not_quoted'
  /** The id is taken by another referral, consent or task of this case. */
  | 'id_taken'
  /** The referral named as parent has not come to nothing. */
  | 'parent_still_open'
  /** Somebody else has just begun to hand the case over within the system. */
  | 'being_handed_over'
  /** A colleague has written another safety plan than the one that this one was written from. */
  | 'plan_changed'
  /** Fewer safe attempts to reach someone than closing as unreachable takes. */
  | 'too_few_attempts'
  /** A member who is implicated in this case cannot be put on it. */
  | 'member_in_conflict'
  /** The survivor has not agreed to be counted. */
  | 'no_counting_consent'
  /** Another organisation or team counts this case. */
  | 'counted_elsewhere'
  /** A coded record keeps its id, and its revisions follow one another. */
  | 'revision_out_of_order';

export type Applied = { readonly ok: true; readonly after: Case } | { readonly ok: false; readonly code: EntryRefusal };

const refuse = (code: EntryRefusal): Applied => ({ ok: false, code });

/** The reporter's message that an entry writes down; null for what a member writes of their own knowledge. */
export function quoteOf(entry: CaseEntry): MessageQuote | null {
  return 'message' in entry ? (entry.message ?? null) : null;
}

/** Where in the log the safety plan of now stands; 0 where there is none. */
export function placeOfPlan({ log }: Pick<Case, 'log'>): number {
  return log.findLast(({ entry }) => entry.kind === 'safety_plan')?.seq ?? 0;
}

/** The case after an entry, or why the entry is not legal now. Changes nothing in place. */
export function applyEntry(before: Case, entry: CaseEntry, by: Author): Applied {
  const quote = quoteOf(entry);
  if (quote !== null && before.quoted.includes(quote.hash)) return refuse('message_not_quoted');
  return applyUnquoted(before, entry, by);
}

function applyUnquoted(before: Case, entry: CaseEntry, by: Author): Applied {
  const done = (changes: Partial<Case>): Applied => ({ ok: true, after: { ...before, ...changes } });
  switch (entry.kind) {
    case 'opened':
      // Anybody of the team may open a case at any time; only the first opening moves it.
      return done({ state: moveCase(before.state, 'opened') ?? before.state });
    case 'triaged':
      return move(before, 'triaged', undefined, { level: entry.level });
    case 'assigned':
      if (before.conflicts.members.includes(entry.member)) return refuse('member_in_conflict');
      if (!before.readers.includes(entry.member)) return refuse('not_a_reader');
      return done({ assignee: entry.member, assignedAt: entry.at });
    case 'status':
      return setStatus(before, entry, by);
    case 'closure_requested':
      return requestClosure(before, entry);
    case 'closure_approved':
      return approveClosure(before, entry, by);
    case 'reopened':
      return move(before, 'reopened', undefined, { closing: null });
    case 'note':
    case 'conference_note':
      return done({});
    case 'safety_plan':
      if (entry.follows !== undefined && entry.follows !== placeOfPlan(before)) return refuse('plan_changed');
      return done({ safetyPlan: entry.plan });
    case 'consent_given':
      return giveConsent(before, entry, by);
    case 'consent_withdrawn':
      return withdrawConsent(before, entry, by);
    case 'counting_consent':
      if (before.state === 'withdrawn') return refuse('illegal_move');
      return done(judgeCounting({ ...before, countingConsent: entry.answer === 'yes' }));
    case 'counted_elsewhere':
      return done(judgeCounting({ ...before, countedElsewhere: entry.elsewhere }));
    case 'referral':
      return stepReferral(before, entry, by);
    case 'coded':
      return applyCoded(before, entry, by);
    case 'task_set':
      if (before.tasks.some(({ id }) => id === entry.task.id)) return refuse('id_taken');
      return done({ tasks: [...before.tasks, { ...entry.task, set: entry.at, done: null }] });
    case 'task_done':
      if (!before.tasks.some(({ id, done: when }) => id === entry.taskId && when === null))
        return refuse('unknown_task');
      return done({
        tasks: before.tasks.map((task) => (task.id === entry.taskId ? { ...task, done: entry.at } : task)),
      });
    case 'contact_attempt':
      return done({ attempts: [...before.attempts, { at: entry.at, reached: entry.reached }] });
    case 'readers_changed':
      return changeReaders(before, entry, by);
    case 'handed_over':
      if (before.state === 'withdrawn') return refuse('illegal_move');
      if (!followsNewReaders(before)) return refuse('no_new_key');
      return done({ team: entry.team, assignee: null, assignedAt: null });
    case 'merged':
      if (before.merged.includes(entry.from)) return refuse('id_taken');
      return done({ merged: [...before.merged, entry.from] });
    case 'member_added':
      if (before.conflicts.members.includes(entry.member)) return refuse('member_in_conflict');
      if (!before.readers.includes(entry.member)) return refuse('not_a_reader');
      return done({ members: [...new Set([...before.members, entry.member])] });
    case 'member_removed':
      if (before.readers.includes(entry.member)) return refuse('no_new_key');
      return done(takeOff(before, [entry.member]));
    case 'conflict_declared':
      return done(declareConflict(before, entry));
    case 'bundle_requested':
    case 'bundle_approved':
    case 'bundle_made':
      return stepBundle(before, entry, by);
  }
}

/** Whether the other team's key has just begun: whose place that was to decide, `refuseReaders` has judged. */
function followsNewReaders({ log }: Case): boolean {
  const last = log.at(-1)?.entry;
  return last?.kind === 'readers_changed' && last.why === 'handed_over';
}

function move(before: Case, by: CaseMover, to?: CaseState, changes: Partial<Case> = {}): Applied {
  const state = moveCase(before.state, by, to);
  return state === null ? refuse('illegal_move') : { ok: true, after: judgeCounting({ ...before, ...changes, state }) };
}

function setStatus(before: Case, { to, at, closingReason, sameAs }: EntryOf<'status'>, by: Author): Applied {
  const given = closingReason && { reason: closingReason, requested: at, closed: at, keepEvidence: false };
  const closing = RESTING_STATES.includes(to) ? (given ?? before.closing) : null;
  const moved = move(before, 'status', to, { closing, sameAs: to === 'duplicate' ? (sameAs ?? null) : null });
  return moved.ok && to === 'withdrawn' ? { ok: true, after: stopAllSharing(moved.after, at, by) } : moved;
}

function requestClosure(before: Case, entry: EntryOf<'closure_requested'>): Applied {
  const { reason, at, keepEvidence } = entry;
  const missed = before.attempts.length - 1 - before.attempts.findLastIndex(({ reached }) => reached);
  if (reason === 'unreachable' && missed < ATTEMPTS_BEFORE_UNREACHABLE) return refuse('too_few_attempts');
  return move(before, 'closure_requested', undefined, {
    closing: { reason, requested: at, closed: null, keepEvidence },
  });
}

function approveClosure(before: Case, { at }: EntryOf<'closure_approved'>, { isSupervisor }: Author): Applied {
  if (!isSupervisor) return refuse('needs_supervisor');
  const closing = before.closing === null ? null : { ...before.closing, closed: at };
  return move(before, 'closure_approved', undefined, { closing });
}

function applyCoded(before: Case, entry: EntryOf<'coded'>, { author }: Author): Applied {
  if (!before.countingConsent) return refuse('no_counting_consent');
  if (before.countedElsewhere) return refuse('counted_elsewhere');
  if (!mayCount(before)) return refuse('illegal_move');
  const { recordId, revision } = entry;
  const earlier = before.coded[entry.part];
  const follows =
    earlier === null ? revision === 1 : earlier.recordId === recordId && earlier.revision + 1 === revision;
  const other = before.coded[entry.part === 'incident' ? 'outcome' : 'incident'];
  if (!follows) return refuse('revision_out_of_order');
  if (other?.recordId === recordId) return refuse('id_taken');
  const coded =
    entry.part === 'incident'
      ? { ...before.coded, incident: { recordId, revision, record: entry.record, author, counts: true } }
      : { ...before.coded, outcome: { recordId, revision, record: entry.record, author, counts: true } };
  return { ok: true, after: { ...before, coded } };
}

function declareConflict(before: Case, { about }: EntryOf<'conflict_declared'>): Partial<Case> {
  const { members, recipients } = before.conflicts;
  if (about.who === 'recipient') {
    return { conflicts: { members, recipients: [...new Set([...recipients, about.entryId])] } };
  }
  return {
    conflicts: { recipients, members: [...new Set([...members, about.member])] },
    ...takeOff(before, [about.member]),
  };
}

/** Whoever does not read a case is neither on it nor its assignee. */
function takeOff(before: Case, gone: readonly MemberId[]): Partial<Case> {
  const isGone = (member: MemberId): boolean => gone.includes(member);
  const stays = before.assignee !== null && !isGone(before.assignee);
  return {
    members: before.members.filter((member) => !isGone(member)),
    assignee: stays ? before.assignee : null,
    assignedAt: stays ? before.assignedAt : null,
  };
}

function changeReaders(before: Case, entry: EntryOf<'readers_changed'>, by: Author): Applied {
  const refused = refuseReaders(before, entry, by);
  if (refused !== null) return refuse(refused);
  const { readers, why, grant, conversation } = entry;
  const gone = before.readers.filter((member) => !readers.includes(member));
  const { members, recipients } = before.conflicts;
  const conflicts =
    why === 'conflict' ? { recipients, members: [...new Set([...members, ...gone])] } : before.conflicts;
  const granted = { grant, conversation };
  return { ok: true, after: { ...before, ...takeOff(before, gone), readers, conflicts, granted } };
}
