import { readCaseConversation } from '@romduol/shared/api/conversation';
import type { CaseId } from '@romduol/shared/ids';
import { type Desk, DeskRefusal } from './desk.ts';

/**
 * Refuses what would share or count a report that its reporter is taking back, at the moment of writing it down. Also
 * when the withdrawal does not match the report: whoever doubts it asks the reporter before going on.
 */
export async function requireNotWithdrawn(desk: Desk, caseId: CaseId): Promise<void> {
  const { withdrawal } = await desk.call(readCaseConversation, { params: { caseId } });
  if (withdrawal !== null) throw new DeskRefusal('withdrawn');
}
