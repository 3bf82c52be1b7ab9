import type { CaseId } from '@romduol/shared/ids';
import type { QueueRow } from '@romduol/web/desk/views';
import { RECEIVED } from '../casework/sample-case.ts';

export const rowId = (n: number): CaseId => `0000000${n}-0000-4000-8000-000000000000` as CaseId;

/** A row of the queue with nothing in it but `parts`. */
export const sampleRow = (n: number, parts: Partial<QueueRow> = {}): QueueRow => ({
  caseId: rowId(n),
  team: 'capital' as QueueRow['team'],
  day: RECEIVED,
  keyringVersion: 1,
  readers: [],
  summary: null,
  answers: null,
  handedOver: false,
  proposal: null,
  unanswered: 0,
  answered: null,
  withdrawal: null,
  problem: null,
  ...parts,
});
