import { CaseId, Day } from '../ids.ts';
import { z } from '../schema.ts';
import { operation } from './contract.ts';

/** Days between asking for an erasure and the erasure: time in which a colleague sees it, and takes it back. */
export const NOTICE_DAYS = 14;

export const ErasureDates = z.object({ contactOn: Day.nullable(), contentOn: Day.nullable() });

/**
 * Asks for a closed case's contact details, and all of it, to be erased on a day; in the place of what was asked before. Two
 * nulls take it back. 400 for a day within the notice.
 */
export const setErasure = operation({
  method: 'put',
  path: '/api/cases/:caseId/erasure',
  access: ['caseworker', 'supervisor'],
  params: z.object({ caseId: CaseId }),
  body: ErasureDates,
});
