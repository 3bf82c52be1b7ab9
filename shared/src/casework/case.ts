import type { ClosingReason } from '../codebook/outcome.ts';
import type { CaseId, Day, DirectoryEntryId, MemberId, RecordId, TeamId } from '../ids.ts';
import type { Answers } from '../questionnaire/answers.ts';
import type { VerifiedEntry } from '../sealing/log.ts';
import type { IncidentRecord, OutcomeRecord } from '../statistics/coded-record.ts';
import { type Author, type EntryRefusal, applyEntry, quoteOf } from './apply-entry.ts';
import type { Bundle } from './bundle.ts';
import type { Instant } from './case-ids.ts';
import type { Consent } from './consent.ts';
import { CaseEntry } from './entries.ts';
import type { Referral } from './referral.ts';
import type { SafetyPlan } from './safety-plan.ts';
import type { CaseState } from './states.ts';
import type { Task } from './tasks.ts';
import { type Level, type TriageProposal, proposeLevel } from './triage.ts';

/** What a case begins with: the opened report and the day the server took it in. */
export type ReportFacts = {
  readonly answers: Answers;
  readonly received: Day;
  /** From the sealed body; each summary carries it on. */
  readonly withdrawalCheck: Uint8Array;
  /** Whom the report was sealed to: who reads the case until that is changed. */
  readonly readers: readonly MemberId[];
  /** Version of the keyring that the report was sealed by, which says whether its first key went to a recovery card. */
  readonly sealedUnder?: number;
  /** Another organisation here handed it over, with consent. */
  readonly handedOver?: true;
};

/** An entry that was applied, for reading the case as a story. */
export type LogLine = { readonly seq: number; readonly author: MemberId; readonly entry: CaseEntry };

/** An entry that was not applied, and why. It stays in the log and on the screen; it changes nothing. */
export type Irregular = {
  readonly seq: number;
  readonly author: MemberId;
  readonly code: EntryRefusal | 'unreadable';
};

export type CodedPart<R> = {
  readonly recordId: RecordId;
  readonly revision: number;
  readonly record: R;
  readonly author: MemberId;
  /** False once the survivor's word, or another case about them, has taken it out of the statistics. */
  readonly counts: boolean;
};

/** Why a case rests or is to rest; `closed` is null until a supervisor approved. */
export type Closing = {
  readonly reason: ClosingReason;
  readonly requested: Instant;
  readonly closed: Instant | null;
  readonly keepEvidence: boolean;
};

/** A case as its log tells it. */
export type Case = ReportFacts & {
  readonly state: CaseState;
  /** What the answers speak for; `level` is what a person decided. */
  readonly proposal: TriageProposal;
  readonly level: Level | null;
  readonly assignee: MemberId | null;
  /** When it was assigned to them; null while it is to nobody. */
  readonly assignedAt: Instant | null;
  /** The grants of the newest key, by hash, base64url; null while the report's own key is in use. */
  readonly granted: { readonly grant: string; readonly conversation: string } | null;
  /** Brought in besides the team's own. */
  readonly members: readonly MemberId[];
  readonly notes: readonly LogLine[];
  readonly safetyPlan: SafetyPlan | null;
  readonly referrals: readonly Referral[];
  readonly consents: readonly Consent[];
  /** Hashes of the reporter's messages that entries have written down. */
  readonly quoted: readonly string[];
  readonly tasks: readonly Task[];
  readonly attempts: readonly { readonly at: Instant; readonly reached: boolean }[];
  readonly conflicts: { readonly members: readonly MemberId[]; readonly recipients: readonly DirectoryEntryId[] };
  /** Whether the survivor lets this case be counted; a blank is no. */
  readonly countingConsent: boolean;
  /** Another organisation or team counts it: one survivor is one record. */
  readonly countedElsewhere: boolean;
  readonly coded: {
    readonly incident: CodedPart<IncidentRecord> | null;
    readonly outcome: CodedPart<OutcomeRecord> | null;
  };
  readonly closing: Closing | null;
  /** Hand-overs of the whole case. */
  readonly bundles: readonly Bundle[];
  /** The team that it was handed to; null while it is with the report's own. */
  readonly team: TeamId | null;
  /** Cases that were the same as this one, and the one that a duplicate belongs to. */
  readonly merged: readonly CaseId[];
  readonly sameAs: CaseId | null;
  readonly log: readonly LogLine[];
  readonly irregular: readonly Irregular[];
  /** Place of the last entry, applied or not; 0 when there is none. */
  readonly seq: number;
};

/** A case that nobody has written to. */
export function newCase(report: ReportFacts): Case {
  return {
    ...report,
    state: 'received',
    proposal: proposeLevel(report.answers),
    level: null,
    assignee: null,
    assignedAt: null,
    granted: null,
    members: [],
    notes: [],
    safetyPlan: null,
    referrals: [],
    consents: [],
    quoted: [],
    tasks: [],
    attempts: [],
    conflicts: { members: [], recipients: [] },
    countingConsent: report.answers.consent_statistics === 'yes',
    countedElsewhere: false,
    coded: { incident: null, outcome: null },
    closing: null,
    bundles: [],
    team: null,
    merged: [],
    sameAs: null,
    log: [],
    irregular: [],
    seq: 0,
  };
}

export type FoldOptions = {
  /** By the keyring that the entry itself names: who was a supervisor then, not who is one now. */
  readonly isSupervisor: (author: MemberId, keyringVersion: number) => boolean;
  /** The same for who did casework for the organisation. */
  readonly mayRead?: (member: MemberId, keyringVersion: number) => boolean;
};

/**
 * Folds a verified log over its report. An entry that cannot be read, or that is not legal where it stands, goes to
 * `irregular` with the reason and changes nothing else.
 */
export function foldCase(report: ReportFacts, entries: readonly VerifiedEntry[], options: FoldOptions): Case {
  let folded = newCase(report);
  for (const { seq, author, content, keyringVersion, beginsEpoch = false } of entries) {
    const isSupervisor = options.isSupervisor(author, keyringVersion);
    const mayRead = (member: MemberId): boolean => options.mayRead?.(member, keyringVersion) ?? true;
    folded = addEntry(folded, { seq, author, isSupervisor, beginsEpoch, mayRead }, content);
  }
  return folded;
}

/** One step of the fold: the entry applied, or set aside as irregular. */
export function addEntry(before: Case, by: Author & { readonly seq: number }, content: unknown): Case {
  const { seq, author } = by;
  const refused = (code: Irregular['code']): Case => ({
    ...before,
    irregular: [...before.irregular, { seq, author, code }],
    seq,
  });
  const parsed = CaseEntry.safeParse(content);
  if (!parsed.success) return refused('unreadable');
  const applied = applyEntry(before, parsed.data, by);
  if (!applied.ok) return refused(applied.code);
  const line: LogLine = { seq, author, entry: parsed.data };
  const quote = quoteOf(parsed.data);
  const isNote = parsed.data.kind === 'note' || parsed.data.kind === 'conference_note';
  return {
    ...applied.after,
    notes: isNote ? [...before.notes, line] : before.notes,
    quoted: quote === null ? before.quoted : [...before.quoted, quote.hash],
    log: [...before.log, line],
    seq,
  };
}
