import type { QueueRow } from './views.ts';

/** Which coded records a case's summary speaks of: id, revision, author. */
export function codedMarks({ summary }: QueueRow) {
  return [summary?.coded.incident ?? null, summary?.coded.outcome ?? null].filter((mark) => mark !== null);
}
