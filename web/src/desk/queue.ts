import type { Answer } from '@romduol/shared/api/contract';
import { listCases } from '@romduol/shared/api/cases';
import { CaseSummary } from '@romduol/shared/casework/summary';
import { proposeLevel } from '@romduol/shared/casework/triage';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { Answers } from '@romduol/shared/questionnaire/answers';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import { SealingError } from '@romduol/shared/sealing/errors';
import { openSummary } from '@romduol/shared/sealing/summary';
import { holdCaseKey } from './case-key.ts';
import { countUnanswered, showListedWithdrawal } from './conversation.ts';
import { type Desk, DeskRefusal, type HeldKey } from './desk.ts';
import { requireCurrent } from './keyring.ts';
import { openStoredReport, readersAtFirst } from './open-case.ts';
import type { QueueRow } from './views.ts';

type ListedCase = Answer<typeof listCases>['cases'][number];

/**
 * Every case of the member's teams, from its summary, or from its report when nobody has written to it yet. One that
 * does not open or verify stays in the list with the reason: a case must not vanish because it was tampered with.
 */
export async function readQueue(desk: Desk): Promise<QueueRow[]> {
  requireCurrent(desk);
  const rows: QueueRow[] = [];
  for (let after: string | undefined; ;) {
    const page = await desk.call(listCases, { query: { limit: 200, ...(after === undefined ? {} : { after }) } });
    for (const listed of page.cases) rows.push(readRow(desk, listed));
    if (page.next === null) return rows;
    after = page.next;
  }
}

function readRow(desk: Desk, listed: ListedCase): QueueRow {
  const { caseId, team, day } = listed;
  const { conversation } = listed;
  const closed = { unanswered: conversation.fromReporter, withdrawal: null };
  const row = {
    caseId,
    team,
    day,
    readers: [],
    summary: null,
    answers: null,
    proposal: null,
    problem: null,
    ...closed,
  };
  try {
    const held = holdCaseKey(desk, listed, listed.access);
    const withdrawalBy = (check: string) => showListedWithdrawal(caseId, conversation, check);
    const unanswered = countUnanswered(caseId, conversation, held);
    if (listed.summary !== null) {
      const summary = readSummary(desk, listed, held);
      desk.listed.set(caseId, { seq: listed.summary.seq, head: listed.summary.head });
      return {
        ...row,
        summary,
        readers: summary.readers,
        unanswered,
        withdrawal: withdrawalBy(summary.withdrawalCheck),
      };
    }
    if (listed.report === null) throw new SealingError('malformed');
    const report = openStoredReport(desk, listed.report, held.all[0] ?? held.key);
    const answers = Answers.parse(report.answers);
    const withdrawal = withdrawalBy(toBase64url(report.withdrawalCheck));
    const readers = readersAtFirst(desk, listed.report);
    return { ...row, readers, answers, proposal: proposeLevel(answers), unanswered, withdrawal };
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
  const content = openSummary({
    caseId: listed.caseId,
    summary,
    caseKey: caseKeys(key, epoch).case,
    signerKey: author.signing,
  });
  return CaseSummary.parse(content);
}
