import type { HandOverNote } from '@romduol/shared/casework/hand-over';
import type { Engagement } from '@romduol/shared/casework/engagement';
import type { PlannedTeam } from './founding.ts';
import type { InvitationPlan } from '@romduol/shared/api/invitations';
import type { KeyringChange } from '@romduol/shared/sealing/keyring-changes';
import type { DirectoryEntry } from '@romduol/shared/casework/directory';
import type { Proposal } from '@romduol/shared/casework/coding';
import type { CaseEntry } from '@romduol/shared/casework/entries';
import type { Case } from '@romduol/shared/casework/case';
import type { RetentionDates } from '@romduol/shared/casework/retention';
import type { CaseSummary } from '@romduol/shared/casework/summary';
import type { HeardMessage } from '@romduol/shared/casework/transcribe';
import type { TriageProposal } from '@romduol/shared/casework/triage';
import type { Role } from '@romduol/shared/api/contract';
import type { CaseId, Day, DirectoryEntryId, MemberId, TeamId } from '@romduol/shared/ids';
import type { Words } from '@romduol/shared/language/language';
import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import type { MessageKind } from '@romduol/shared/sealing/conversation';
import type { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import type { IncidentRecord, OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import type { FileProblem } from '../pages/form-fields.ts';

type Named<Id> = { readonly id: Id; readonly name: Words };

export type Colleague = {
  readonly id: MemberId;
  readonly handle: string;
  readonly teams: readonly TeamId[];
  readonly roles: readonly Role[];
  readonly publisher: boolean;
  readonly active: boolean;
};

export type DeskView = {
  readonly member: Colleague;
  readonly organisation: Named<string>;
  /** Whether other organisations stand on the same public pages. */
  readonly sharesPages: boolean;
  readonly teams: readonly Named<TeamId>[];
  /** Of every organisation: a province lies with one team of all. */
  readonly allTeams: readonly PlannedTeam[];
  readonly colleagues: readonly Colleague[];
  readonly keyring: {
    readonly version: number;
    readonly expires: Day;
    readonly expired: boolean;
    /** Past half of its life: an administrator's console may renew it. */
    readonly renewable: boolean;
  };
  /** The organisation has a recovery card. */
  readonly hasCard: boolean;
  /** What the member has yet to look at before their desk seals again. */
  readonly changes: readonly ChangeView[];
  /** One of the member's passkeys opens this desk again after a lock. */
  readonly quickUnlock: boolean;
  readonly today: Day;
  /** The root key's fingerprint in words, as on the public pages and posters. */
  readonly rootWords: readonly string[];
};

/** One change of the keyring, with the names that it is told by; null where there is none. */
export type ChangeView = {
  readonly version: number;
  readonly day: Day;
  readonly kind: KeyringChange['kind'];
  readonly organisation: Words | null;
  readonly team: Words | null;
  readonly member: {
    readonly handle: string;
    readonly roles: readonly Role[];
    readonly publisher: boolean;
    readonly teams: readonly Words[];
  } | null;
  /** Lets somebody read more, and there was nobody for a second signature. */
  readonly signedByOne: boolean;
};

/** An open invitation; `words` once it is answered. */
export type InvitationView = {
  readonly id: string;
  readonly plan: InvitationPlan;
  readonly expires: Day;
  readonly words: readonly string[] | null;
  /** Only the root key can name an administrator or an organisation. */
  readonly needsRoot: boolean;
};

/** An invitation as the invitee sees it. */
export type InvitedView = {
  readonly handle: string;
  readonly roles: readonly Role[];
  readonly publisher: boolean;
  readonly teams: readonly Words[];
  readonly organisation: Words;
  readonly expires: Day;
  readonly rootWords: readonly string[];
};

export type AnsweredView = { readonly handle: string; readonly words: readonly string[] };

/** The root key's public half: `key` as `ROOT_KEY` of a build takes it; `words` as on posters. */
export type RootView = {
  readonly key: string;
  readonly words: readonly string[];
  /** This console was built for it, and accepts no other. */
  readonly pinned: boolean;
};

/** A version of the keyring that waits for a second signature. */
export type ProposalView = {
  readonly id: string;
  readonly proposedBy: string;
  readonly own: boolean;
  readonly changes: readonly ChangeView[];
};

/** A reporter's wish to take the report back, until the day of erasure. */
export type WithdrawalView = {
  readonly day: Day;
  readonly eraseOn: Day;
  /** False: what was sent does not match what the reporter sealed, so it was not made with the receipt. */
  readonly genuine: boolean;
};

/** A file of a message; `arrived` when all of it is stored. */
export type MessageFile = Pick<AttachmentNote, 'name' | 'type' | 'length'> & { readonly arrived: boolean };

/** Files as a reporter will get them, cleaned and waiting to be sent: `id` names them while the desk lives. */
export type PreparedView = {
  readonly id: number;
  readonly files: readonly Pick<AttachmentNote, 'name' | 'type' | 'length'>[];
  readonly problems: readonly FileProblem[];
};

/** How much of the files is stored that are on their way to a reporter, in chunks. */
export type SendingView = { readonly stored: number; readonly chunks: number; readonly dropped: boolean };

export type MessageLine = {
  readonly fromReporter: boolean;
  readonly counter: number;
  readonly day: Day;
  readonly kind: MessageKind;
  /** Words, or the JSON of a typed message. */
  readonly text: string;
  /** The handle of the member who wrote it. */
  readonly by: string;
  /** It came under a key that was over: somebody who has lost access since could have written it. */
  readonly oldKey: boolean;
  /** The other side has written after it had this before it. False says nothing: they may have read it all the same. */
  readonly read: boolean;
  readonly files: readonly MessageFile[];
};

export type ConversationView = {
  /** In the order in which they can have been written. */
  readonly lines: readonly MessageLine[];
  /** Those that did not come under a key that was over, each with its hash, by which an entry quotes it. */
  readonly heard: readonly HeardMessage[];
  readonly withdrawal: WithdrawalView | null;
};

/** A line of the queue. `summary` is null for a case nobody has written to: then `answers` come from the report itself. */
export type QueueRow = {
  readonly caseId: CaseId;
  readonly team: TeamId;
  readonly day: Day;
  readonly summary: CaseSummary | null;
  /** The version of the keyring under which its newest key was given out. */
  readonly keyringVersion: number;
  /** Who can open it; empty for one that does not open. */
  readonly readers: readonly MemberId[];
  readonly answers: Answers | null;
  /** Another organisation here handed it over, with consent. */
  readonly handedOver: boolean;
  readonly proposal: TriageProposal | null;
  /** How many of the reporter's messages nobody has answered. */
  readonly unanswered: number;
  /** Day of the team's first words to the reporter, as the server has it. */
  readonly answered: Day | null;
  readonly withdrawal: WithdrawalView | null;
  /** A code, when the case cannot be opened or its summary does not verify: shown, never hidden. */
  readonly problem: string | null;
};

/** Some rows of the queue; `next` names the place after them, null at the end. */
export type QueuePage = { readonly rows: readonly QueueRow[]; readonly next: string | null };

export type LogLine = {
  readonly seq: number;
  readonly author: { readonly id: MemberId; readonly handle: string };
  readonly entry: CaseEntry | null;
};

/** Where a case comes from that another organisation here handed over, by whose signed word. */
export type HandOverView = Omit<HandOverNote, 'v' | 'organisation'> & {
  readonly organisation: Words;
  /** Handle of whoever signed it. */
  readonly author: string;
};

export type CaseView = {
  readonly caseId: CaseId;
  readonly team: TeamId;
  readonly day: Day;
  readonly sealedBy: 'browser' | 'server' | 'console';
  readonly handOver: HandOverView | null;
  readonly answers: Answers;
  /** Null once erased. */
  readonly contact: ContactAnswers | null;
  /** The report's files, in the order in which they were sent. */
  readonly files: readonly Pick<AttachmentNote, 'name' | 'type' | 'length'>[];
  /** `recipients_differ`, `keyring_not_current`, `hand_over_unproved`: what the survivor's page could not have known. */
  readonly flags: readonly string[];
  /** When contact details, and all of it, are erased; null while nobody has asked for that. */
  readonly erasure: RetentionDates | null;
  readonly case: Case;
  readonly log: readonly LogLine[];
  readonly proposal: TriageProposal;
  /** What the coding form starts from; the outcome's only once the case is about to close. */
  readonly proposedRecords: { readonly incident: Proposal<IncidentRecord>; readonly outcome: Proposal<OutcomeRecord> };
};

export type DirectoryView = {
  readonly entryId: DirectoryEntryId;
  readonly revision: number;
  readonly entry: DirectoryEntry;
};

export type EngagementView = { readonly revision: number; readonly engagement: Engagement };
