import type { DeriveRoot } from '../desk/sign-in.ts';
import { connect, type Line } from './desk-line.ts';
import passphraseWorker from './passphrase-worker.ts?worker&url';

type PassphraseActs = { readonly deriveRoot: DeriveRoot };
type Aside = { readonly line: Line<PassphraseActs>; end(): void };

/**
 * Works a passphrase's root out in a worker of its own, which is ended then: 128 MiB less in the desk for as long as it is open,
 * and time for the desk to ask the server meanwhile. Called in the desk's worker, so that the passphrase goes no further than it
 * did. The first is started at once; `end` ends it where it is not needed. `deriveRoot` rejects with `Refusal`, `desk_failed`
 * where the worker breaks down.
 */
export function makeDeriveAside(): { readonly deriveRoot: DeriveRoot; end(): void } {
  let ready: Aside | undefined = startAside();
  const end = (): void => {
    ready?.end();
    ready = undefined;
  };
  return {
    end,
    async deriveRoot(passphrase, parameters) {
      const aside = ready ?? startAside();
      ready = undefined;
      try {
        return await aside.line.acts.deriveRoot(passphrase, parameters);
      } finally {
        aside.end();
      }
    },
  };
}

function startAside(): Aside {
  const worker = new Worker(passphraseWorker, { type: 'module' });
  const line = connect<PassphraseActs>(worker);
  worker.addEventListener('error', () => line.close('desk_failed'));
  return {
    line,
    end() {
      worker.terminate();
      line.close('desk_ended');
    },
  };
}
