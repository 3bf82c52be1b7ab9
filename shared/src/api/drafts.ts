import { DraftId } from '../ids.ts';
import { z } from '../schema.ts';
import { Sealed, operation } from './contract.ts';

/** Longest sealed draft, bytes: a form's worth of words. */
const LONGEST = 64 * 1024;

/** How many drafts a member may keep at once. */
export const MOST_DRAFTS = 200;

/** What the member began to write and has not recorded, wherever they sat. */
export const listDrafts = operation({
  method: 'get',
  path: '/api/drafts',
  access: 'member',
  answer: z.object({ drafts: z.array(z.object({ draftId: DraftId, sealed: Sealed(LONGEST) })) }),
});

/** Keeps a draft, in the place of an earlier state of it. `too_large` when the member keeps too many. */
export const storeDraft = operation({
  method: 'put',
  path: '/api/drafts/:draftId',
  access: 'member',
  bodyLimit: 2 * LONGEST,
  params: z.object({ draftId: DraftId }),
  body: z.object({ sealed: Sealed(LONGEST) }),
});

/** Answers alike whether there was one or not. */
export const dropDraft = operation({
  method: 'delete',
  path: '/api/drafts/:draftId',
  access: 'member',
  params: z.object({ draftId: DraftId }),
});
