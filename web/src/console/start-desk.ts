import type { DeskActs } from '../desk/acts.ts';
import { type Line, Refusal, connect } from './desk-line.ts';
import { startWorker } from './worker-address.ts';

/** A desk in a worker of its own. Ending it is what locking means: keys and everything opened go with its memory. */
export type RunningDesk = { readonly acts: DeskActs; end(): void };

/** Starts practice instead: made-up cases in a worker that has no way to the server. What it has not got is refused. */
export function startPractice(onFailure: () => void): RunningDesk {
  const { acts, end } = startIn('practice', onFailure);
  const refuseMissing = (refusal: unknown): never => {
    throw refusal instanceof Refusal && refusal.code === 'unknown_act' ? new Refusal('not_in_practice') : refusal;
  };
  return {
    acts: new Proxy(acts, {
      get: (target, act) => {
        const perform = target[act as keyof DeskActs] as ((...given: unknown[]) => Promise<unknown>) | undefined;
        return perform && ((...given: unknown[]) => perform(...given).catch(refuseMissing));
      },
    }),
    end,
  };
}

/** Starts a worker. `onFailure` is called when it breaks down, after everything under way was refused. */
export const startDesk = (onFailure: () => void): RunningDesk => startIn('desk', onFailure);

function startIn(which: 'desk' | 'practice', onFailure: () => void): RunningDesk {
  const worker = startWorker(which);
  const line: Line<DeskActs> = connect(worker);
  worker.addEventListener('error', () => {
    worker.terminate();
    line.close('desk_failed');
    onFailure();
  });
  return {
    acts: line.acts,
    end() {
      worker.terminate();
      line.close('desk_ended');
    },
  };
}
