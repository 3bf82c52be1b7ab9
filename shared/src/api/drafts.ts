import { DraftId } from '../ids.ts';
import { z } from '../schema.ts';
import { Sealed, bytes, operation } from './contract.ts';

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

/** Nonces of the states of a draft that whoever replaces or drops it has seen, or may have sent: no other is touched. */
export const MOST_SEEN = 32;

/**
 * Keeps a draft, in the place of an earlier state of it. `sequence_taken` where another device has gone on with it, whose words
 * would go; `too_large` when the member keeps too many.
 */
export const storeDraft = operation({
  method: 'put',
  path: '/api/drafts/:draftId',
  access: 'member',
  bodyLimit: 2 * LONGEST,
  params: z.object({ draftId: DraftId }),
  body: z.object({ sealed: Sealed(LONGEST), over: z.array(bytes({ length: 24 })).max(MOST_SEEN) }),
});

/** Answers alike whether there was one or not. What another device has made of it stays. `over`: base64url, with points between. */
export const dropDraft = operation({
  method: 'delete',
  path: '/api/drafts/:draftId',
  access: 'member',
  params: z.object({ draftId: DraftId }),
  query: z.object({ over: z.string().regex(new RegExp(String.raw`^[\w-]{32}(?:\.[\w-]{32}){0,${MOST_SEEN - 1}}$`)) }),
});
