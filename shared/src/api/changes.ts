import { CaseId } from '../ids.ts';
import { z } from '../schema.ts';

/** Ids in one event at most; what is more comes in the next. */
export const MOST_CHANGED = 100;

/** One event of the stream: cases of the member's in which something is new, and nothing of what. */
export const Changed = z.object({ cases: z.array(CaseId).max(MOST_CHANGED) });
export type Changed = z.output<typeof Changed>;

/** Streams that a member may have open at once: a few tabs on a few devices. */
export const MOST_STREAMS = 6;

/** Seconds between two signs of life on a stream in which nothing happens. */
export const HEARTBEAT = 20;

/**
 * A call whose answer never ends, of server-sent events: each is a `Changed` as JSON. Only the cases that the member could list are named. The stream ends when
 * the session does, and with 429 `too_many_attempts` it does not begin: the member has `MOST_STREAMS` already.
 */
export const followChanges = {
  method: 'get',
  path: '/api/changes',
  access: ['caseworker', 'supervisor'],
} as const;
