import { codesOf } from '../codebook/code-list.ts';
import { closingReason } from '../codebook/outcome.ts';
import { consentMode } from '../codebook/referral-lists.ts';
import { contactMode } from '../codebook/reply.ts';
import { CaseId, DirectoryEntryId, MemberId, RecordId, TeamId } from '../ids.ts';
import { z } from '../schema.ts';
import { IncidentRecord, OutcomeRecord } from '../statistics/coded-record.ts';
import { BundleId, BundleWish } from './bundle.ts';
import { ConsentId, Instant, ReferralId, TaskId, words } from './case-ids.ts';
import { GivenConsent, MessageQuote } from './consent.ts';
import { ReferralStep } from './referral.ts';
import { SafetyPlan } from './safety-plan.ts';
import { CaseState } from './states.ts';
import { NewTask } from './tasks.ts';
import { READERS_CHANGE } from './readers.ts';
import { Level, TriageReason } from './triage.ts';

/** Longest note, code points: 60 kB of Khmer, well within the 128 KiB of an entry. */
export const NOTE_MAX = 20_000;

const entry = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), at: Instant, ...shape });

const long = words(NOTE_MAX).min(1);
const comment = words(2_000).optional();
/** What a reporter answered on the return page, written down by whoever read it. */
const message = MessageQuote.optional();
const coded = { recordId: RecordId, revision: z.int().min(1) };

/**
 * What the log of a case is made of. Each is signed by its author, whose id and place in the log stand outside; an entry
 * says what was done, and only the fold says whether it was legal.
 */
export const CaseEntry = z.discriminatedUnion('kind', [
  /** Somebody opened the case; the first time it leaves `received`. `reason` where opening needed one. */
  entry('opened', { reason: comment }),
  entry('triaged', { level: Level, proposed: Level, reasons: z.array(TriageReason).readonly(), comment }),
  entry('assigned', { member: MemberId }),
  entry('status', {
    to: CaseState,
    closingReason: z.enum(codesOf(closingReason)).optional(),
    /** Of a duplicate: the case that goes on. */
    sameAs: CaseId.optional(),
    comment,
  }),
  /** Another case turned out to be the same; its report's words, so that nothing of them is lost here. */
  entry('merged', { from: CaseId, words: words(NOTE_MAX).optional() }),
  /** Another team of the organisation goes on; only its people read the case from here on. */
  entry('handed_over', { team: TeamId, reason: words(2_000).min(1) }),
  entry('note', { text: long }),
  entry('conference_note', { text: long }),
  /** `follows`: the place in the log of the plan that it was written from, 0 where there was none; absent where nobody said. */
  entry('safety_plan', { plan: SafetyPlan, follows: z.int().min(0).optional() }),
  entry('consent_given', { consent: GivenConsent, message }),
  entry('consent_withdrawn', { consentId: ConsentId, comment, message }),
  /** A later word on `consent_statistics`, which the report may have left blank. */
  entry('counting_consent', { answer: z.enum(['yes', 'no']), mode: z.enum(codesOf(consentMode)) }),
  /** Another organisation or team counts this case, or does so no longer. */
  entry('counted_elsewhere', { elsewhere: z.boolean() }),
  entry('referral', { referralId: ReferralId, step: ReferralStep, message }),
  z.discriminatedUnion('part', [
    entry('coded', { part: z.literal('incident'), ...coded, record: IncidentRecord }),
    entry('coded', { part: z.literal('outcome'), ...coded, record: OutcomeRecord }),
  ]),
  entry('task_set', { task: NewTask }),
  entry('task_done', { taskId: TaskId, comment }),
  entry('contact_attempt', { mode: z.enum(codesOf(contactMode)), reached: z.boolean(), comment }),
  /**
   * The first entry under a new key of the case: by which grants it was given out (their hashes, base64url), and to whom.
   * Only such an entry changes who reads; what is said beside it (who was added, what the conflict is) follows it.
   */
  entry('readers_changed', {
    grant: z.string().length(43),
    conversation: z.string().length(43),
    why: z.enum(READERS_CHANGE),
    readers: z.array(MemberId).min(1).max(64).readonly(),
    /** Of `recovered`: the card's signature over the grant, base64url. */
    card: z.string().length(86).optional(),
  }),
  entry('member_added', { member: MemberId }),
  entry('member_removed', { member: MemberId }),
  /** Somebody of the team, or an authority or service of the directory, is implicated in this case. */
  entry('conflict_declared', {
    about: z.discriminatedUnion('who', [
      z.strictObject({ who: z.literal('member'), member: MemberId }),
      z.strictObject({ who: z.literal('recipient'), entryId: DirectoryEntryId }),
    ]),
    reason: words(2_000),
  }),
  entry('closure_requested', { reason: z.enum(codesOf(closingReason)), keepEvidence: z.boolean(), comment }),
  entry('closure_approved', { comment }),
  entry('reopened', { reason: words(2_000) }),
  /** The whole case is to be handed over, as a file for one key; approved by another person, made once. */
  entry('bundle_requested', { bundle: BundleWish }),
  entry('bundle_approved', { bundleId: BundleId, comment }),
  entry('bundle_made', { bundleId: BundleId, hash: z.string().length(43) }),
]);
export type CaseEntry = z.output<typeof CaseEntry>;
export type EntryKind = CaseEntry['kind'];
export type EntryOf<K extends EntryKind> = Extract<CaseEntry, { kind: K }>;
