import { readCase, storeVaultWrap, type StoredReport } from '@romduol/shared/api/cases';
import type { Answer } from '@romduol/shared/api/contract';
import { foldCase, type Case } from '@romduol/shared/casework/case';
import type { CaseEntry } from '@romduol/shared/casework/entries';
import type { RetentionDates } from '@romduol/shared/casework/retention';
import type { CaseId, MemberId } from '@romduol/shared/ids';
import { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import { fromBase64url, toBase64url } from '@romduol/shared/sealing/bytes';
import { verifyCardUse } from '@romduol/shared/sealing/card-use';
import { checkTurns } from '@romduol/shared/sealing/case-epoch';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import { type OpenedReport, openReport } from '@romduol/shared/sealing/envelope';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { Turn, VerifiedGrant } from '@romduol/shared/sealing/grant';
import { genesisHash, verifyChain, type VerifiedEntry } from '@romduol/shared/sealing/log';
import { sodium } from '@romduol/shared/sealing/sodium';
import {
  doesCasework,
  holdCaseKey,
  memberByKid,
  openCasesGrant,
  organisationOf,
  readersOfGrant,
  wrapCaseKey,
} from './case-key.ts';
import type { Desk, HeldKey, SeenCase } from './desk.ts';
import { readHandOver } from './read-hand-over.ts';
import type { HandOverView } from './views.ts';
import { judgeSummary } from './judge-summary.ts';
import { entriesAfter, keepLog, type KeptLog, standsStill } from './kept-log.ts';
import { followKeyrings, requireCurrent } from './keyring.ts';

/** A case with everything verified: the report opened, the log a whole chain, its fold. */
export type OpenCase = {
  readonly caseId: CaseId;
  readonly stored: StoredReport;
  readonly held: HeldKey;
  readonly report: OpenedReport;
  readonly answers: Answers;
  /** Where it comes from, when another organisation handed it over. */
  readonly handOver: HandOverView | null;
  readonly contact: ContactAnswers | null;
  readonly entries: readonly VerifiedEntry[];
  readonly case: Case;
  /** Hash that the next entry is chained to. */
  readonly head: Uint8Array;
  /** Where each later key of the conversation begins. */
  readonly turns: readonly Turn[];
  readonly flags: readonly string[];
  /** The server keeps the member's own wrap of the newest key already. */
  readonly wrapKept: boolean;
  /** When the server is to erase it. */
  readonly erasure: RetentionDates | null;
};

export type Served = Answer<typeof readCase>;

/**
 * Fetches a case and believes nothing of it until it is verified. Throws `SealingError` when the report or the log has
 * been changed, or is served as it was earlier (`case_rolled_back`); `DeskRefusal` `no_key` when the member cannot open it.
 */
export async function openCase(desk: Desk, caseId: CaseId, how: Fetching = 'further'): Promise<OpenCase> {
  const open = await fetchCase(desk, caseId, how);
  await keepWrap(desk, open);
  return open;
}

/** `further`: of a log that this desk has just verified, only what came after it. `whole`: all of it, and nothing is kept. */
type Fetching = 'further' | 'whole';

/** The same without leaving a wrap of the key behind: for whoever is about to draw another. */
export async function fetchCase(desk: Desk, caseId: CaseId, how: Fetching = 'further'): Promise<OpenCase> {
  if (how === 'whole') return fetchAfter(desk, caseId, undefined);
  const known = desk.logs.get(caseId);
  try {
    const open = await fetchAfter(desk, caseId, known);
    keepLog(desk, open);
    return open;
  } catch (refusal) {
    desk.logs.delete(caseId);
    throw refusal;
  }
}

async function fetchAfter(desk: Desk, caseId: CaseId, known: KeptLog | undefined): Promise<OpenCase> {
  requireCurrent(desk);
  // What was seen before asking: an answer under way may be older than one that came meanwhile.
  const seen = desk.seen.get(caseId);
  const served = await desk.call(readCase, { params: { caseId }, query: { from: known?.entries.length } });
  // A whole, valid case, but another one: everything in it would verify.
  if (served.report.caseId !== caseId) throw new SealingError('damaged');
  await followIfBehind(desk, served);
  const held = holdCaseKey(desk, served.report, served.access);
  if (known === undefined) return verifyCase(desk, served, held, seen);
  // Something is another than when that was verified: then it is as if it never had been.
  if (!standsStill(desk, served.report, held, known)) return fetchAfter(desk, caseId, undefined);
  return verifyCase(desk, { ...served, entries: entriesAfter(served, known) }, held, seen, known.entries);
}

/** Leaves the member's own wrap with the server, so that the next opening needs no slot. */
export async function keepWrap(desk: Desk, { caseId, held, wrapKept }: OpenCase): Promise<void> {
  if (wrapKept) return;
  const body = { epoch: held.epoch, wrap: wrapCaseKey(desk, caseId, held) };
  await desk.call(storeVaultWrap, { params: { caseId }, body });
}

/** A colleague's desk may have followed the keyring further than this one. */
export async function followIfBehind(desk: Desk, { report, entries }: Served): Promise<void> {
  const versions = [report.keyringVersion, ...entries.map((entry) => entry.keyringVersion)];
  const newest = Math.max(...versions);
  if (newest > desk.keyring.version) desk.keyring = await followKeyrings(desk.call, desk.keyrings, desk.pinnedRoot);
  // Somebody wrote under a newer one than the server now hands out.
  if (newest > desk.keyring.version) throw new SealingError('keyring_rolled_back');
}

/**
 * Throws `SealingError` for whatever is not as it was signed. `seen`: how far this desk has seen the log before. `before`: how the
 * log begins, where it is verified already; `served` then holds what comes after.
 */
export function verifyCase(
  desk: Desk,
  served: Served,
  held: HeldKey,
  seen: SeenCase | undefined,
  before: readonly VerifiedEntry[] = [],
): OpenCase {
  const { report: stored } = served;
  const report = openStoredReport(desk, stored, held.all[0] ?? held.key);
  const answers = Answers.parse(report.answers);
  const keys = held.all.map((key, epoch) => caseKeys(key, epoch).case);
  const entries = verifyChain(
    stored,
    served.entries,
    (epoch) => keys[epoch],
    (version) => desk.keyrings.get(version),
    held.grants,
    before,
  );
  const head = entries.at(-1)?.hash ?? genesisHash(stored);
  requireNotOlder(desk, stored.caseId, entries, seen);
  const readers = readersAtFirst(desk, stored);
  const { handOver, flags } = readHandOver(desk, stored, report);
  const facts = {
    answers,
    received: stored.day,
    withdrawalCheck: report.withdrawalCheck,
    readers,
    sealedUnder: stored.keyringVersion,
    ...(handOver && { handedOver: true as const }),
  };
  const folded = foldCase(facts, entries, {
    isSupervisor: (author, version) => wasSupervisor(desk, author, version),
    mayRead: (member, version) => doesCasework(desk.keyrings.get(version)?.members.find(({ id }) => id === member)),
  });
  requireGranted(desk, stored, folded, held);
  return {
    caseId: stored.caseId,
    stored,
    held,
    report,
    answers,
    contact: report.contact && ContactAnswers.parse(report.contact),
    entries,
    case: folded,
    head,
    turns: verifyTurns(desk, served, folded, held),
    erasure: served.erasure,
    handOver,
    flags: [...report.flags, ...flags, ...judgeSummary(desk, served, { case: folded, entries, head, held })],
    wrapKept: served.access.wrap !== null,
  };
}

/** Whom the report was sealed to, by the keyring that it names; key ids that this keyring does not know name nobody. */
export function readersAtFirst(desk: Desk, stored: StoredReport): MemberId[] {
  const then = desk.keyrings.get(stored.keyringVersion);
  return stored.kids.flatMap((kid) => (then && memberByKid(then, kid)?.id) ?? []);
}

/** What this desk has verified once stands in what it is served later. */
function requireNotOlder(desk: Desk, caseId: CaseId, entries: readonly VerifiedEntry[], seen?: SeenCase): void {
  if (seen !== undefined) {
    const then = entries[seen.seq - 1];
    if (then === undefined || !sodium().equal(then.hash, seen.head)) throw new SealingError('case_rolled_back');
  }
  markSeen(desk, caseId, entries.at(-1));
}

export function markSeen(desk: Desk, caseId: CaseId, last: VerifiedEntry | undefined): void {
  if (last === undefined || last.seq < (desk.seen.get(caseId)?.seq ?? 0)) return;
  desk.seen.set(caseId, { seq: last.seq, head: last.hash });
}

/**
 * Every grant in the log was its author's to give, and to nobody who is excluded; who was no reader had the card: else the case is read no further, and
 * nothing is sealed under such a key. Throws `grant_refused`.
 */
function requireGranted(desk: Desk, stored: StoredReport, folded: Case, { grants, epoch }: HeldKey): void {
  const applied = folded.log.flatMap(({ entry }) => (entry.kind === 'readers_changed' ? [entry] : []));
  const asGranted = applied.every(({ readers }, at) => {
    const named = grants[at] === undefined ? [] : readersOfGrant(desk, stored.team, grants[at]);
    return [...named].sort().join() === [...readers].sort().join();
  });
  applied.forEach((entry, at) => requireCard(desk, stored, entry, grants[at]));
  if (applied.length !== epoch || !asGranted) throw new SealingError('grant_refused');
}

/** Throws `grant_refused`, `bad_signature` for a recovery that the organisation's card of then has not signed. */
function requireCard(
  { keyrings }: Desk,
  { team }: StoredReport,
  { why, card }: Extract<CaseEntry, { kind: 'readers_changed' }>,
  grant: VerifiedGrant | undefined,
): void {
  if (why !== 'recovered') return;
  const then = grant && keyrings.get(grant.keyringVersion);
  const organisation = then && organisationOf(then, team);
  const key = organisation && then.recoveries.get(organisation)?.signing;
  if (!grant || !key || card === undefined) throw new SealingError('grant_refused');
  verifyCardUse(grant, fromBase64url(card), key);
}

/** The turns of the conversation, from the grant that the log names. Throws `SealingError`. */
function verifyTurns(desk: Desk, { conversation, report }: Served, { granted }: Case, held: HeldKey): readonly Turn[] {
  if (granted === null) return [];
  if (conversation === null) throw new SealingError('chain_broken');
  const grant = openCasesGrant(desk, report.team, conversation);
  if (toBase64url(grant.hash) !== granted.conversation) throw new SealingError('chain_broken');
  checkTurns(grant, held.all);
  return grant.turns ?? [];
}

/** By the keyring that an entry names: who was a supervisor then. */
export function wasSupervisor(desk: Desk, author: MemberId, keyringVersion: number): boolean {
  const member = desk.keyrings.get(keyringVersion)?.members.find(({ id }) => id === author);
  return member?.roles.includes('supervisor') ?? false;
}

/** The report with what the reader knows of the keyring it was sealed under. */
export function openStoredReport(desk: Desk, stored: StoredReport, key: Uint8Array): OpenedReport {
  const then = desk.keyrings.get(stored.keyringVersion);
  const next = desk.keyrings.get(stored.keyringVersion + 1);
  return openReport(stored, key, then && { expires: then.expires, replacedOn: next?.day ?? null });
}
