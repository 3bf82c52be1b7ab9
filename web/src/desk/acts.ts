import type { AuditCheck, AuditFilter, AuditLine, AuditPage } from './audit.ts';
import type { Field } from '@romduol/shared/questionnaire/read-answers';
import type { FreezeProgress } from './open-records.ts';
import type { TakenReport } from './take-report.ts';
import type { KeptDraft } from './drafts.ts';
import type { FoundingPlan } from './founding.ts';
import type { ReferralId } from '@romduol/shared/casework/case-ids';
import type { Engagement } from '@romduol/shared/casework/engagement';
import type { DirectoryEntry } from '@romduol/shared/casework/directory';
import type { BundleId } from '@romduol/shared/casework/bundle';
import type { CaseEntry } from '@romduol/shared/casework/entries';
import type { CohortName } from '@romduol/shared/api/statistics';
import type { CaseId, DirectoryEntryId } from '@romduol/shared/ids';
import type { NoticesView } from './notices.ts';
import type { NoticeWish } from '@romduol/shared/api/notifications';
import type { Acknowledgement } from '@romduol/shared/api/acknowledgements';
import type { ConsentDraft } from './asks.ts';
import type { BundleFile, BundleIndexes } from './bundle.ts';
import type { ChangeView } from './follow-changes.ts';
import type { GivenCase, ReceiptWay } from './give-case.ts';
import type { LetterCode } from './letters.ts';
import type { SealedFile } from './seal-file.ts';
import type { StatementMark } from './statements.ts';
import type { TendedCases } from './tend-cases.ts';
import type {
  CaseView,
  ConversationView,
  MessageLine,
  PreparedView,
  QueuePage,
  QueueRow,
  SendingView,
} from './views.ts';
import type { SiteActs } from './site-acts.ts';
import type { KeptReaders } from './keep-readers.ts';
import type { MemberActs } from './member-acts.ts';
import type { EnterActs } from './enter-acts.ts';
import type { DeskView, DirectoryView, EngagementView } from './views.ts';
import type { Counting } from '@romduol/shared/statistics/ledger';
import type { CohortsView, ProposalReview, ReleasePreview, ReleaseView } from './release-views.ts';

/**
 * Everything a screen of the console can ask for, and all that crosses from the worker that holds the keys to the page
 * that shows them. Arguments and answers are plain data. Refusals arrive as `{ code, reason }`: a `DeskRefusal`,
 * `ApiRefusal` or `SealingError` without its stack.
 */
export type DeskActs = EnterActs &
  MemberActs &
  SiteActs & {
    /**
     * Hands in what waits (coded records, shuffled) and states what was seen. The caller keeps the mark on the device and then
     * ends the worker, which is what locks.
     */
    prepareLock(): Promise<StatementMark | null>;
    signOut(): Promise<void>;
    /** How the desk stands now: it may have met a later keyring while it worked. */
    look(): Promise<DeskView>;
    /** Founds an empty deployment; answers the founder's passphrase and the root key to keep offline. */
    found(token: string, plan: FoundingPlan): Promise<FoundedView>;

    queue(): Promise<readonly QueueRow[]>;
    /** The list piece by piece, newest first: `after` is null for the first, then what the piece before named. */
    queuePage(after: string | null): Promise<QueuePage>;
    /** Some rows anew; what the member may not see any more is left out. */
    queueRows(caseIds: readonly CaseId[]): Promise<readonly QueueRow[]>;
    /** Resolves when something has changed in a case of the member's. Asked for again, it waits for the next. */
    changes(): Promise<ChangeView>;
    /** What the desk sees to behind the screens, once after it was opened; see `tendCases`. May take long. */
    tendCases(device: StatementMark | null): Promise<TendedCases>;
    /** How many cases have got a new key so far, while `tendCases` gives them; null when it does not. */
    rekeyed(): Promise<KeptReaders | null>;
    /** Seals what a survivor says on the telephone or in person, and hands it in; the same fields again are the same report. */
    takeReport(fields: readonly Field[]): Promise<TakenReport>;
    /** Hands a case over to a team of another organisation here, by a referral that was sent for it; see `makeGiveCase`. */
    giveCase(caseId: CaseId, referralId: ReferralId, way: ReceiptWay): Promise<GivenCase | null>;
    openCase(caseId: CaseId): Promise<CaseView>;
    /** A file of the report, or of a message, whole and verified; `place` as the view counts. */
    openFile(caseId: CaseId, place: number, message?: MessageName): Promise<Blob>;
    /** Checks the entry against the case's fold, seals, appends; answers the case as it then stands. */
    record(caseId: CaseId, entry: EntryDraft): Promise<CaseView>;

    /** The messages with the reporter. The first reading tells the reporter that somebody has opened the report. */
    conversation(caseId: CaseId): Promise<ConversationView>;
    /** With the files of this preparation, if any: answers when they are stored as well, or cannot be. */
    answer(caseId: CaseId, text: string, prepared?: number): Promise<ConversationView>;
    /** Cleans files that are to go to a reporter. `asIs`: those too from which nothing could be taken out. */
    prepareFiles(files: readonly File[], asIs: boolean): Promise<PreparedView>;
    /** Null while none are on their way. */
    sending(): Promise<SendingView | null>;
    /** Asks the reporter for a consent, or how a service was: answered on the return page. */
    askConsent(caseId: CaseId, draft: ConsentDraft): Promise<ConversationView>;
    askFeedback(caseId: CaseId, referralId: ReferralId): Promise<ConversationView>;
    /** Signs into the case what the reporter has answered there. */
    writeDownAnswers(caseId: CaseId): Promise<CaseView>;

    /** For a letter that is being written. */
    drawLetterCode(): Promise<LetterCode>;
    /** Lets the recipient of a letter answer by its code. */
    openLetterLink(code: LetterCode): Promise<void>;
    /** What recipients have claimed by the letters of this case. */
    claims(caseId: CaseId): Promise<readonly Acknowledgement[]>;
    /** Seals a text with age: for a recipient's public key, or under a passphrase that it answers. */
    sealFile(text: string, publicKey: string | null): Promise<SealedFile>;
    /** Makes an approved hand-over of the whole case, sealed for its key, and writes that down; see `makeBundle`. */
    makeBundle(caseId: CaseId, bundleId: BundleId, indexes: BundleIndexes): Promise<BundleFile>;

    directory(): Promise<readonly DirectoryView[]>;
    /** A new entry when `entryId` is null. */
    saveDirectoryEntry(entryId: DirectoryEntryId | null, entry: DirectoryEntry): Promise<readonly DirectoryView[]>;

    /** What was held with authorities and communities, newest first. */
    engagements(): Promise<readonly EngagementView[]>;
    saveEngagement(engagement: Engagement): Promise<readonly EngagementView[]>;
    /** Many at once or none of them; `read` is the directory as it was when they were written. */
    saveDirectoryEntries(
      entries: readonly DirectoryEntry[],
      read: readonly DirectoryView[],
    ): Promise<readonly DirectoryView[]>;

    cohorts(): Promise<CohortsView>;
    /** Decides how the first quarter that is not open yet is counted; those after it follow. */
    settleCounting(counting: Counting): Promise<CohortsView>;
    /** Freezes in the browser: opens the records, tabulates, rounds, gates. Nothing leaves until it is proposed. */
    preview(cohort: CohortName): Promise<ReleasePreview>;
    propose(cohort: CohortName): Promise<CohortsView>;
    /** Recomputes another publisher's proposal from the coded records and compares the bytes. */
    review(cohort: CohortName): Promise<ProposalReview>;
    /** How far the preview or review under way has come; null when there is none. */
    countingProgress(): Promise<FreezeProgress | null>;
    /** Ends it: refused with `stopped`, and nothing of it is kept. */
    stopCounting(): Promise<void>;
    countersign(cohort: CohortName): Promise<CohortsView>;
    releases(): Promise<readonly ReleaseView[]>;

    /** Where the member wishes to be told of something new. */
    notices(): Promise<NoticesView>;
    saveNotices(wish: NoticeWish | null): Promise<NoticesView>;

    /** What the member began to write and has not recorded. */
    drafts(): Promise<readonly KeptDraft[]>;
    /** Notes how a form stands; `undefined`: it is done with. */
    noteDraft(place: string, value: unknown): Promise<void>;

    /** What members did, newest first; older than `before` when it is given. */
    audit(filter: AuditFilter, before: number | null): Promise<AuditPage>;
    wholeAudit(filter: AuditFilter): Promise<readonly AuditLine[]>;
    checkAudit(): Promise<AuditCheck>;
  };

/** A message of a case, by its direction and its place there. */
export type MessageName = Pick<MessageLine, 'fromReporter' | 'counter'>;

/** An entry as a screen writes it: the desk adds the instant. */
export type EntryDraft = CaseEntry extends infer E ? (E extends CaseEntry ? Omit<E, 'at'> : never) : never;

export type FoundedView = {
  readonly handle: string;
  readonly passphrase: string;
  /** The root key's seed, base64url: printed and kept offline, never stored. */
  readonly rootSeed: string;
  /** In words, as on the public pages. */
  readonly fingerprint: string;
};
