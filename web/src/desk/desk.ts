import type { CaseSummary } from '@romduol/shared/casework/summary';
import type { CaseId, MemberId } from '@romduol/shared/ids';
import type { VerifiedGrant } from '@romduol/shared/sealing/grant';
import type { Identity } from '@romduol/shared/sealing/identity';
import type { Keyring, Member } from '@romduol/shared/sealing/keyring';
import type { StatedMark, VerifiedStatement } from '@romduol/shared/sealing/statement';
import type { OrganisationSettings } from '@romduol/shared/site/organisation-settings';
import type { Caller } from './caller.ts';
import type { HandedIn } from './handed-in.ts';
import type { KeptLog } from './kept-log.ts';
import type { Keyrings } from './keyring.ts';

/** Epoch milliseconds. Injected, so that the demo can live through past quarters and tests can wait eight weeks. */
export type Clock = () => number;

/** The keys of a case that a member holds: the newest, and every one since the report's own (`all[epoch]`). */
export type HeldKey = {
  readonly epoch: number;
  readonly key: Uint8Array;
  readonly all: readonly Uint8Array[];
  /** Verified, epochs 1 and on. */
  readonly grants: readonly VerifiedGrant[];
};

/** How far a case's log was when this desk last verified it. */
export type SeenCase = { readonly seq: number; readonly head: Uint8Array };

/** A member's last statement, and what they have stated last of each case, by its tag. */
export type OwnStatements = {
  readonly last: VerifiedStatement;
  readonly stated: ReadonlyMap<string, StatedMark>;
};

/**
 * A member at work: signed in, unlocked, with a verified keyring. Everything secret hangs on this one value, so that
 * dropping it (and ending the worker it lives in) is what locking means.
 */
export type Desk = {
  readonly call: Caller;
  readonly clock: Clock;
  member: Member;
  readonly organisation: Keyring['organisations'][number];
  readonly identity: Identity;
  keyring: Keyring;
  /** The newest version whose changes the member has looked at: nothing is sealed under a later one before. */
  confirmed: Keyring;
  /** Pinned root public key, when the deployment's build carries one. */
  readonly pinnedRoot?: Uint8Array;
  /** Every version up to `keyring`, for what was written under earlier ones. */
  readonly keyrings: Keyrings;
  readonly caseKeys: Map<string, HeldKey>;
  /** By case: nothing older is believed afterwards. */
  readonly seen: Map<string, SeenCase>;
  /** The same from verified summaries, for cases whose log was not read. */
  readonly listed: Map<string, SeenCase>;
  /** Summaries as they were verified, with what they were made of: the same bytes need no second look. */
  readonly summaries: Map<string, { readonly of: Uint8Array; readonly summary: CaseSummary }>;
  /** Logs of the cases that were read last, as they were verified: what follows is all that is asked for again. */
  readonly logs: Map<CaseId, KeptLog>;
  /** The member's own statements: undefined until they were read, null where there are none. */
  stated?: OwnStatements | null;
  /** What the member has handed in of coded records, once that was read. */
  handedIn?: HandedIn;
  /** Head of the ledger of cohorts, once it was read. */
  ledgerHead?: Uint8Array;
  /** Keys held under grants, by purpose, object and epoch. */
  readonly grantedKeys: Map<string, Uint8Array>;
  /** KEM keys of members, checked against the keyring. */
  readonly memberKeys: Map<MemberId, Uint8Array>;
  /** What an administrator of the organisation has signed, as last read. */
  settings: OrganisationSettings;
  /** One of the member's passkeys opens their desk again after a lock. */
  quickUnlock: boolean;
};

/** Why the desk refuses before the server is asked. */
export type DeskRefusalCode =
  | 'not_a_member'
  | 'suspended'
  | 'not_permitted'
  | 'illegal_entry'
  | 'no_key'
  /** Nobody would be left who could open the case. */
  | 'no_reader_left'
  /** The reporter is taking the report back. */
  | 'withdrawn'
  | 'not_ripe'
  | 'too_few_records'
  | 'stopped'
  | 'already_released'
  | 'not_the_same_bytes'
  | 'own_signature'
  | 'no_directory_key'
  | 'no_statistics_key'
  | 'content_refused'
  | 'file_incomplete'
  | 'keyring_unconfirmed'
  /** A second factor waits to be given or set up. */
  | 'factor_needed'
  /** An act of the root key is needed, whose card is not at hand here. */
  | 'root_needed'
  | 'wrong_root_key'
  /** The words of another card than the organisation's recovery card. */
  | 'wrong_card'
  | 'wrong_passphrase'
  | 'weak_passphrase'
  /** What was typed has too few letters to be the code of an invitation. */
  | 'not_a_code'
  | 'proposal_gone'
  /** Taken away meanwhile, or never made to unlock. */
  | 'passkey_gone'
  /** Something that practice, without server and keys, leaves out. */
  | 'not_in_practice';

export class DeskRefusal extends Error {
  readonly code: DeskRefusalCode;
  /** A finer code from casework, such as `no_live_consent`. */
  readonly reason: string | null;
  constructor(code: DeskRefusalCode, reason: string | null = null) {
    super(reason === null ? code : `${code}: ${reason}`);
    this.name = 'DeskRefusal';
    this.code = code;
    this.reason = reason;
  }
}
