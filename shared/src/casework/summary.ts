import { CATEGORY, AGE_ANSWER, NEED, PROVINCE_ANSWER } from '../codebook/codes.ts';
import { codesOf } from '../codebook/code-list.ts';
import { barrier, referralStage, refusalReason } from '../codebook/referral-lists.ts';
import { sector } from '../codebook/sector.ts';
import { Day, DirectoryEntryId, MemberId, RecordId, TeamId } from '../ids.ts';
import { dayOfInstant } from '../language/dates.ts';
import { z } from '../schema.ts';
import { toBase64url } from '../sealing/bytes.ts';
import type { Case, CodedPart } from './case.ts';
import { stageOfReferral } from './coding.ts';
import { NEXT_STEPS, lastDay, nextStepOf } from './next-step.ts';
import { isExcluded } from './readers.ts';
import { REFERRAL_STATES } from './referral-moves.ts';
import { CaseState } from './states.ts';
import { Level } from './triage.ts';
import { WorkDone, workDone } from './work-done.ts';

const CodedMark = z.object({ recordId: RecordId, revision: z.int().min(1), author: MemberId });

/** What a row of the queue needs: made from the fold with every entry, sealed beside the log, so that no log is read. */
export const CaseSummary = z.object({
  v: z.literal(1),
  seq: z.int().min(0),
  state: CaseState,
  /** The team it was handed to; null or absent: the report's own. */
  team: TeamId.nullable().optional(),
  /** It came from another organisation here, with consent. */
  handedOver: z.literal(true).optional(),
  /** Decided, or null; `proposed` is what the answers speak for. */
  level: Level.nullable(),
  proposed: Level,
  assignee: MemberId.nullable(),
  /** Day since which it is assigned to them. */
  assigned: Day.nullable(),
  /** Who reads the case, and of these whom somebody brought in. */
  readers: z.array(MemberId),
  members: z.array(MemberId),
  /** Readers who must not be: a new key is due. */
  excluded: z.array(MemberId),
  province: z.enum(PROVINCE_ANSWER).nullable(),
  age: z.enum(AGE_ANSWER).nullable(),
  categories: z.array(z.enum(CATEGORY)),
  /** What help was asked for; summaries from before gaps were counted do not say. */
  needs: z.array(z.enum(NEED)).optional(),
  received: Day,
  /** Day of the last entry that was applied; the day of receipt when there is none. */
  lastEntry: Day,
  next: z.object({ step: z.enum(NEXT_STEPS), due: Day.nullable() }),
  /** What an overview of referrals needs; summaries from before there was one hold state and sector only. */
  referrals: z.array(
    z.object({
      state: z.enum(REFERRAL_STATES),
      sector: z.enum(codesOf(sector)),
      stage: z.enum(codesOf(referralStage)).optional(),
      recipient: DirectoryEntryId.optional(),
      refusal: z.enum(codesOf(refusalReason)).optional(),
      barriers: z.array(z.enum(codesOf(barrier))).optional(),
    }),
  ),
  /** Who asked for a hand-over of the whole case that nobody has approved yet; absent where none waits. */
  bundlesAskedBy: z.array(MemberId).optional(),
  countingConsent: z.boolean(),
  /** Which records the case was coded into: at unlock the author's desk sends again what a crash kept back. */
  coded: z.object({ incident: CodedMark.nullable(), outcome: CodedMark.nullable() }),
  /** Entries that the fold set aside: shown, since somebody should look. */
  irregular: z.int().min(0),
  /** What supervisors look at; summaries from before they did have none of it. */
  work: WorkDone.optional(),
  /** The report's version of the keyring, so that nobody can make up another; summaries from before it mattered have none. */
  sealedUnder: z.int().optional(),
  /** base64url of the report's withdrawal check, so that a withdrawal can be judged without the report. */
  withdrawalCheck: z.string(),
});
export type CaseSummary = z.output<typeof CaseSummary>;

export function summarise(facts: Case): CaseSummary {
  const waiting = facts.state === 'withdrawn' ? [] : facts.bundles.filter(({ approved }) => approved === null);
  const { state, level, assignee, received, answers, seq, countingConsent } = facts;
  return {
    v: 1,
    seq,
    state,
    team: facts.team,
    ...(facts.handedOver && { handedOver: true as const }),
    level,
    proposed: facts.proposal.level,
    assignee,
    assigned: facts.assignedAt === null ? null : dayOfInstant(facts.assignedAt),
    readers: [...facts.readers],
    members: [...facts.members],
    excluded: facts.readers.filter((member) => isExcluded(facts, member)),
    province: answers.province ?? null,
    age: answers.age ?? null,
    categories: answers.categories ?? [],
    needs: answers.needs ?? [],
    received,
    lastEntry: lastDay(facts),
    next: nextStepOf(facts),
    referrals: facts.referrals.map((referral) => ({
      state: referral.state,
      sector: referral.sector,
      stage: stageOfReferral(referral),
      recipient: referral.recipient.entryId,
      ...(referral.refusal !== null && { refusal: referral.refusal }),
      ...(referral.barriers.length > 0 && { barriers: [...referral.barriers] }),
    })),
    ...(waiting.length > 0 && { bundlesAskedBy: waiting.map(({ requested }) => requested.by) }),
    countingConsent,
    coded: { incident: markOf(facts.coded.incident), outcome: markOf(facts.coded.outcome) },
    irregular: facts.irregular.length,
    work: workDone(facts),
    ...(facts.sealedUnder !== undefined && { sealedUnder: facts.sealedUnder }),
    withdrawalCheck: toBase64url(facts.withdrawalCheck),
  };
}

function markOf(part: CodedPart<unknown> | null): z.output<typeof CodedMark> | null {
  return part && { recordId: part.recordId, revision: part.revision, author: part.author };
}
