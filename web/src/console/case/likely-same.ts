import type { Case } from '@romduol/shared/casework/case';
import { isExcluded } from '@romduol/shared/casework/readers';
import type { Answers } from '@romduol/shared/questionnaire/answers';
import type { CaseId, Day } from '@romduol/shared/ids';
import { daysBetween } from '@romduol/shared/language/dates';
import type { QueueRow } from '../../desk/views.ts';

/** Days between two reports of which the second may be the first sent again. */
const NEAR = 30;
const MOST = 12;
/** Points from which somebody is told of it unasked: more than place and age, which many share. */
const LIKELY = 5;

type Report = { readonly caseId: CaseId; readonly day: Day; readonly answers: Answers };

/** How much two reports have in common: nothing is decided by it, it only puts likely ones first. */
function likeness({ day, answers }: Report, row: QueueRow): number {
  const { province, age, categories = [] } = row.summary ?? row.answers ?? {};
  const shared = (answers.categories ?? []).filter((code) => (categories ?? []).includes(code)).length;
  const told = row.answers?.narrative;
  const sameWords = told !== undefined && told.trim() !== '' && told.trim() === answers.narrative?.trim();
  return (
    (sameWords ? 10 : 0) +
    (province && province === answers.province ? 2 : 0) +
    (age && age === answers.age ? 1 : 0) +
    Math.min(shared, 3) +
    (Math.abs(daysBetween(day, row.day)) <= NEAR ? 1 : 0)
  );
}

/** Other cases by how likely they are the same as this report, the likeliest first; `likely` of those that stand out. */
export function likelySame(
  report: Report,
  rows: readonly QueueRow[],
): { readonly all: readonly QueueRow[]; readonly likely: readonly QueueRow[] } {
  const scored = rows
    .filter(({ caseId, problem }) => caseId !== report.caseId && problem === null)
    .filter(({ summary }) => summary?.state !== 'duplicate' && summary?.state !== 'withdrawn')
    .map((row) => ({ row, points: likeness(report, row) }))
    .sort((a, b) => b.points - a.points || (a.row.day < b.row.day ? 1 : -1))
    .slice(0, MOST);
  return {
    all: scored.map(({ row }) => row),
    likely: scored.filter(({ points }) => points >= LIKELY).map(({ row }) => row),
  };
}

/** A duplicate's words, as far as they may go into the case that goes on: none where somebody reads it who must not read these. */
export function wordsToJoin(duplicate: Case, into: Pick<Case, 'readers'>): string | undefined {
  return into.readers.some((member) => isExcluded(duplicate, member)) ? undefined : duplicate.answers.narrative;
}
