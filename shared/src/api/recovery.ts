import { CaseId, Day, MemberId } from '../ids.ts';
import { z } from '../schema.ts';
import { NewEpoch, ServedCase } from './cases.ts';
import { bytes, operation } from './contract.ts';

/** Lost cases that one answer names at most. */
export const MOST_LOST = 200;

/**
 * Cases of the caller's organisation that only its recovery card still opens: no member who does casework holds a slot of
 * the newest key. In the order of their ids, those after `after`; `count` is of all.
 */
export const listLostCases = operation({
  method: 'get',
  path: '/api/recovery/cases',
  access: ['supervisor', 'administrator'],
  query: z.object({ after: CaseId.optional() }),
  answer: z.object({ cases: z.array(CaseId).max(MOST_LOST), count: z.int().min(0) }),
});

/** One of them, with the card's own slot and nobody else's. 404 for every other case. Each reading is written down. */
export const readLostCase = operation({
  method: 'get',
  path: '/api/recovery/cases/:caseId',
  access: ['supervisor'],
  params: z.object({ caseId: CaseId }),
  answer: ServedCase.extend({
    /** How many messages the conversation has: from the reporter, from the organisation. */
    messages: z.tuple([z.int().min(0), z.int().min(0)]),
  }),
});

/** A key that was drawn with the card in hand: `card` is its signature over the grant (`sealing/card-use.ts`). */
export const RecoveredEpoch = NewEpoch.extend({ card: bytes({ length: 64 }) });
export type RecoveredEpoch = z.output<typeof RecoveredEpoch>;

/**
 * Begins a key of such a case for members who are there; otherwise as `beginEpoch`. 400 where the
 * organisation's card of now has not signed it: who has no card replaces nothing.
 */
export const recoverCase = operation({
  method: 'post',
  path: '/api/recovery/cases/:caseId/epochs',
  access: ['supervisor'],
  bodyLimit: 1024 * 1024,
  params: z.object({ caseId: CaseId }),
  body: RecoveredEpoch,
});

/** Days for which every console tells of a use of the card. */
export const CARD_USE_DAYS = 14;

/**
 * Who of the caller's organisation has asked for cases that only the card opens, or given them on, lately: by day, the newest
 * first. Each case counts once a day.
 */
export const listCardUses = operation({
  method: 'get',
  path: '/api/recovery/uses',
  access: 'member',
  answer: z.object({ uses: z.array(z.object({ member: MemberId, day: Day, cases: z.int().min(1) })).max(100) }),
});
