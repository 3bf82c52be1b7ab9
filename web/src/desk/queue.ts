import { MOST_ONLY, listCases, storeVaultWraps } from '@romduol/shared/api/cases';
import type { Answer } from '@romduol/shared/api/contract';
import { CaseSummary } from '@romduol/shared/casework/summary';
import { proposeLevel } from '@romduol/shared/casework/triage';
import type { CaseId } from '@romduol/shared/ids';
import { Answers } from '@romduol/shared/questionnaire/answers';
import { le64, pae, toBase64url, utf8 } from '@romduol/shared/sealing/bytes';
import { logKey } from '@romduol/shared/sealing/case-keys';
import { SealingError } from '@romduol/shared/sealing/errors';
import { sodium } from '@romduol/shared/sealing/sodium';
import { openSummary } from '@romduol/shared/sealing/summary';
import type { Caller } from './caller.ts';
import { holdCaseKey, versionOfKey, wrapCaseKey } from './case-key.ts';
import { countUnanswered, showListedWithdrawal } from './conversation.ts';
import { type Desk, DeskRefusal, type HeldKey } from './desk.ts';
import { requireCurrent } from './keyring.ts';
import { openStoredReport, readersAtFirst } from './open-case.ts';
import { readHandOver } from './read-hand-over.ts';
import type { QueuePage, QueueRow } from './views.ts';

export type Listed = Answer<typeof listCases>;
type ListedCase = Listed['cases'][number];

/** Cases a request: as many as fill a screen at once, then some that are worth sorting, the rest with few round trips. */
export const FIRST = 40;
const SECOND = 160;
const MORE = 500;
/** Nobody waits for these: each piece is over before anybody notices that it was under way. */
const BEHIND = 100;

/**
 * Every case of the member's teams, from its summary, or from its report when nobody has written to it yet. One that
 * does not open or verify stays in the list with the reason: a case must not vanish because it was tampered with.
 */
export function readQueue(desk: Desk): Promise<QueueRow[]> {
  return readWhole(makeQueueReader(desk));
}

/** The same in small pieces, before each of which `atRest` is waited for. */
export function readQueueBehind(desk: Desk, atRest: () => Promise<void>): Promise<QueueRow[]> {
  return readWhole(makeQueueReader(desk, undefined, BEHIND), atRest);
}

async function readWhole(reader: QueueReader, atRest: () => Promise<void> = async () => {}): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  for (let after: string | null = null; ;) {
    await atRest();
    const page = await reader.page(after);
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

export type QueueReader = {
  /** The rows after a place, null for the first. While they are opened the next are already on their way. */
  page(after: string | null): Promise<QueuePage>;
};

/** Asks for the first cases, sealed as they are: no key is needed before they come. */
export const askForFirst = (call: Caller): Promise<Listed> => call(listCases, { query: { limit: FIRST } });

/** `first`: the answer to `askForFirst`, where it was asked for before. `more`: how many rows a piece has after the first two. */
export function makeQueueReader(desk: Desk, first?: Promise<Listed>, more = MORE): QueueReader {
  let ahead: { readonly after: string | null; readonly listed: Promise<Listed> } | undefined = first && {
    after: null,
    listed: first,
  };
  const fetchPage = (after: string, limit: number): Promise<Listed> =>
    desk.call(listCases, { query: { limit, after } });
  return {
    async page(after) {
      requireCurrent(desk);
      const known = ahead?.after === after ? ahead.listed : undefined;
      const listed = await (known ?? (after === null ? askForFirst(desk.call) : fetchPage(after, more)));
      const { next } = listed;
      const limit = after === null ? Math.min(SECOND, more) : more;
      ahead = next === null ? undefined : { after: next, listed: fetchPage(next, limit) };
      // Refused only when somebody asks for it.
      ahead?.listed.catch(() => undefined);
      return { rows: openRows(desk, listed), next };
    },
  };
}

/** The rows of these cases as they stand now; those that the member may not see any more are left out. */
export async function readRows(desk: Desk, caseIds: readonly CaseId[]): Promise<QueueRow[]> {
  requireCurrent(desk);
  const rows: QueueRow[] = [];
  for (let at = 0; at < caseIds.length; at += MOST_ONLY) {
    const only = caseIds.slice(at, at + MOST_ONLY);
    rows.push(...openRows(desk, await desk.call(listCases, { query: { limit: MOST_ONLY, only } })));
  }
  return rows;
}

function openRows(desk: Desk, { cases }: Listed): QueueRow[] {
  const rows = cases.map((listed) => readRow(desk, listed));
  void keepWraps(desk, cases).catch(() => undefined);
  return rows;
}

/**
 * Keeps what was opened by a slot, so that the next unlocking needs no key encapsulation for it. Nothing depends on it: what
 * is not kept now is at the next reading.
 */
async function keepWraps(desk: Desk, cases: readonly ListedCase[]): Promise<void> {
  const wraps = cases.flatMap(({ caseId, access }) => {
    const held = desk.caseKeys.get(caseId);
    if (access.wrap !== null || held === undefined || held.epoch !== access.epoch) return [];
    return [{ caseId, epoch: held.epoch, wrap: wrapCaseKey(desk, caseId, held) }];
  });
  if (wraps.length > 0) await desk.call(storeVaultWraps, { body: { wraps } });
}

function readRow(desk: Desk, listed: ListedCase): QueueRow {
  const { caseId, team, day } = listed;
  const { conversation } = listed;
  const closed = { unanswered: conversation.fromReporter, answered: conversation.answered, withdrawal: null };
  const row = {
    caseId,
    team,
    day,
    keyringVersion: listed.keyringVersion,
    readers: [],
    summary: null,
    answers: null,
    handedOver: false,
    proposal: null,
    problem: null,
    ...closed,
  };
  try {
    const held = holdCaseKey(desk, listed, listed.access);
    const keyringVersion = versionOfKey(held, listed.keyringVersion);
    const withdrawalBy = (check: string) => showListedWithdrawal(caseId, conversation, check);
    const unanswered = countUnanswered(caseId, conversation, held);
    if (listed.summary !== null) {
      const summary = readSummary(desk, listed, held);
      if ((summary.sealedUnder ?? listed.keyringVersion) !== listed.keyringVersion) throw new SealingError('damaged');
      desk.listed.set(caseId, { seq: listed.summary.seq, head: listed.summary.head });
      return {
        ...row,
        keyringVersion,
        summary,
        handedOver: summary.handedOver === true,
        readers: summary.readers,
        unanswered,
        withdrawal: withdrawalBy(summary.withdrawalCheck),
      };
    }
    if (listed.report === null) throw new SealingError('malformed');
    // The report's seal binds both.
    const { team: sealedTo, keyringVersion: sealedBy } = listed.report;
    if (sealedTo !== team || sealedBy !== listed.keyringVersion) throw new SealingError('damaged');
    const report = openStoredReport(desk, listed.report, held.all[0] ?? held.key);
    const answers = Answers.parse(report.answers);
    const withdrawal = withdrawalBy(toBase64url(report.withdrawalCheck));
    const readers = readersAtFirst(desk, listed.report);
    const handedOver = readHandOver(desk, listed.report, report).handOver !== null;
    const opened = { keyringVersion, readers, answers, handedOver, proposal: proposeLevel(answers) };
    return { ...row, ...opened, unanswered, withdrawal };
  } catch (problem) {
    if (problem instanceof SealingError || problem instanceof DeskRefusal) return { ...row, problem: problem.code };
    return { ...row, problem: 'malformed' };
  }
}

function readSummary(desk: Desk, listed: ListedCase, { key, epoch }: HeldKey): CaseSummary {
  const { summary } = listed;
  // A summary under another key than the newest is one from before somebody was taken off.
  if (summary !== null && summary.epoch !== epoch) throw new SealingError('case_rolled_back');
  if (summary === null) throw new SealingError('malformed');
  const organisation = desk.keyring.teams.find((team) => team.id === listed.team)?.organisation;
  const author = desk.keyring.members.find((member) => member.id === summary.author);
  if (author === undefined || author.organisation !== organisation) throw new SealingError('unknown_signer');
  const { seq, head, sealed } = summary;
  // Everything that the opening depends on, so that nothing but the very same is taken as verified.
  const bound = [utf8(listed.caseId), key, author.signing, le64(seq), head, sealed.nonce, sealed.ciphertext];
  const of = sodium().hash(32, pae(...bound));
  const known = desk.summaries.get(listed.caseId);
  if (known !== undefined && sodium().equal(known.of, of)) return known.summary;
  const content = openSummary({ caseId: listed.caseId, summary, caseKey: logKey(key), signerKey: author.signing });
  const read = CaseSummary.parse(content);
  desk.summaries.set(listed.caseId, { of, summary: read });
  return read;
}
