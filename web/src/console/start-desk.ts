import type { DeskActs } from '../desk/acts.ts';
import { type Line, connect } from './desk-line.ts';
import workerAddress from './desk-worker.ts?worker&url';

/** A desk in a worker of its own. Ending it is what locking means: keys and everything opened go with its memory. */
export type RunningDesk = { readonly acts: DeskActs; end(): void };

// Under Trusted Types a worker's address is a script URL: this policy passes one constant and nothing else.
const policy = window.trustedTypes?.createPolicy('romduol-worker', {
  createScriptURL(url) {
    if (url !== workerAddress) throw new TypeError('not a script of ours');
    return url;
  },
});

/** Starts a worker. `onFailure` is called when it breaks down, after everything under way was refused. */
export function startDesk(onFailure: () => void): RunningDesk {
  const address = policy?.createScriptURL(workerAddress) ?? workerAddress;
  // The types of the platform do not yet say that a worker takes a trusted address.
  const worker = new Worker(address as string, { type: 'module' });
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
