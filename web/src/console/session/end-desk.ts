import type { MemberId } from '@romduol/shared/ids';
import type { RunningDesk } from '../start-desk.ts';
import { keepMark } from './statement-mark.ts';

/** How long the desk may hand in what waits before it is ended all the same; what it kept back is sent next time. */
const HAND_IN_LIMIT_MS = 4_000;

/**
 * Has the desk hand in what waits, keeps on this device what it has stated, and does `then`; ends it after that, or when it has
 * taken too long. Never rejects.
 */
export async function endDesk(desk: RunningDesk, member: MemberId, then?: () => Promise<void>): Promise<void> {
  const work = async (): Promise<void> => {
    keepMark(member, await desk.acts.prepareLock());
    await then?.();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, HAND_IN_LIMIT_MS);
  });
  // A refusal changes nothing: the desk ends, and sends what it kept back when it is opened again.
  await Promise.race([work().catch(() => undefined), limit]);
  clearTimeout(timer);
  desk.end();
}
