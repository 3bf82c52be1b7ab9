import type { DeskActs } from '../desk/acts.ts';
import { type Line, connect } from './desk-line.ts';
import { startWorker } from './worker-address.ts';

/** A desk in a worker of its own. Ending it is what locking means: keys and everything opened go with its memory. */
export type RunningDesk = { readonly acts: DeskActs; end(): void };

/** Starts a worker. `onFailure` is called when it breaks down, after everything under way was refused. */
export function startDesk(onFailure: () => void): RunningDesk {
  const worker = startWorker('desk');
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
