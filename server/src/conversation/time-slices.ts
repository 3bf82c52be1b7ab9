/** Milliseconds. Long enough that finding a conversation, opening and sealing it fit into one on a busy machine. */
export const API_SLICE = 250;
/** The same for the page without script, where a thread derives the receipt's keys, or the second word's as well. */
export const PAGE_SLICE = 1000;

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Answers only at the end of a slice, so that how long the work took cannot be read from when it was done. The timer is
 * set before the work begins: set afterwards for what is left, its rounding to milliseconds would tell.
 */
export async function inSlices<T>(slice: number, work: () => Promise<T>): Promise<T> {
  if (slice === 0) return work();
  let end = sleep(slice);
  let done = false;
  const working = work().finally(() => {
    done = true;
  });
  // Thrown on when the slice has ended.
  working.catch(() => undefined);
  for (;;) {
    await end;
    if (done) return working;
    end = sleep(slice);
  }
}
