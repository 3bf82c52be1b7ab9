import type { MemberId } from '@romduol/shared/ids';
import type { DeskActs } from '../../desk/acts.ts';
import { keepMark } from './statement-mark.ts';

export type RunningDesk = { readonly acts: DeskActs; end(): void };

/** How long the desk may hand in what waits before it is ended all the same; what it kept back is sent next time. */
const HAND_IN_LIMIT_MS = 4_000;

/** Has the desk hand in what waits, and keeps on this device what it has stated. */
export async function handIn({ acts }: RunningDesk, member: MemberId): Promise<void> {
  keepMark(member, await acts.prepareLock());
}

/** Ends the desk when the work is done, or has taken too long. */
export async function endAfter(desk: RunningDesk, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, HAND_IN_LIMIT_MS);
  });
  // A refusal changes nothing: the desk ends, and sends what it kept back when it is opened again.
  await Promise.race([work.catch(() => undefined), limit]);
  clearTimeout(timer);
  desk.end();
}
