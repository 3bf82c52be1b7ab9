import type { Caller } from '@romduol/web/desk/caller';
import type { Desk } from '@romduol/web/desk/desk';
import type fc from 'fast-check';

/** The same, each of whose requests leaves, and each of whose answers arrives, when the scheduler says. */
export function scheduledCall(call: Caller, scheduler: fc.Scheduler): Caller {
  // A turn cannot be refused, as a request can: the scheduler would leave a refusal that it passes on unheard elsewhere.
  const turn = (): Promise<void> => scheduler.schedule(Promise.resolve());
  return async (...request) => {
    await turn();
    try {
      return await call(...request);
    } finally {
      await turn();
    }
  };
}

/** A member's desk, as after a lock, whose every request and answer the scheduler lets pass. */
export const scheduledDesk = (desk: Desk, scheduler: fc.Scheduler): Desk => ({
  ...desk,
  seen: new Map(desk.seen),
  listed: new Map(desk.listed),
  caseKeys: new Map(desk.caseKeys),
  logs: new Map(desk.logs),
  call: scheduledCall(desk.call, scheduler),
});
