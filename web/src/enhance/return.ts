import sodiumWasm from 'virtual:sodium-wasm';
import type { Returning } from './return-screen.tsx';
import returnWorker from './return-worker.ts?worker&url';

// The return page's loader. Everything heavier comes when the number's field is first touched.

const policy = window.trustedTypes?.createPolicy('romduol-worker', {
  createScriptURL(address) {
    if (address !== returnWorker) throw new TypeError('not the return worker');
    return address;
  },
});

/** Milliseconds; as on the report page. */
const PATIENCE = 120_000;
let begun: Promise<Returning> | undefined;

async function start(): Promise<Returning> {
  // Browsers from before 2022 have no such signal, and give up in their own time.
  const ask = (address: string): Promise<Response> => fetch(address, { signal: AbortSignal.timeout?.(PATIENCE) });
  const wasm = ask(sodiumWasm);
  const keyring = ask('/api/keyring');
  const address = policy?.createScriptURL(returnWorker) ?? returnWorker;
  const worker = new Worker(address as string, { type: 'module' });
  addEventListener('pagehide', () => worker.terminate());
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('worker failed')));
  });
  for (const one of [wasm, keyring, broken]) one.catch(() => undefined);
  const { prepareReturn } = await import('./return-screen.tsx');
  return prepareReturn({ worker, broken, wasm, keyring });
}

/** Begins once; a failure is forgotten, so that the next attempt begins anew. */
function begin(): Promise<Returning> {
  if (begun === undefined) {
    begun = start().catch((reason: unknown) => {
      begun = undefined;
      throw reason;
    });
  }
  return begun;
}

const show = (id: string, shown: boolean): void => {
  document.getElementById(id)?.toggleAttribute('hidden', !shown);
};
/** The page promises that the number stays here only while nothing has contradicted it. */
function promise(sealed: boolean): void {
  show('sealed', sealed);
  show('bare', !sealed);
  show('failed', false);
}

const form = document.querySelector<HTMLFormElement>('form#return');
// Without WebAssembly (Tor Browser's safer settings) the page stays what it says it is: one that the server reads.
if (form !== null && window.WebAssembly && window.Worker) {
  for (const type of ['pointerdown', 'focusin', 'input']) {
    form.addEventListener(
      type,
      () =>
        begin().then(
          ({ typed }) => typed(),
          () => undefined,
        ),
      { passive: true },
    );
  }
  // Not by the event's own `submitter`, which Chromium 80 and Safari before 15.4 do not tell. Enter presses a button too.
  let pressed: HTMLButtonElement | null = null;
  document.addEventListener('click', ({ target }) => {
    pressed = (target as Element).closest('button');
    if (pressed?.name === 'record')
      import('./record.ts').then(({ toggleRecording }) => toggleRecording()).catch(() => undefined);
  });
  // Also for the forms that the script draws later: nothing is ever posted by the browser but by the button that says so.
  document.addEventListener('submit', (event) => {
    const target = event.target as HTMLFormElement;
    const button = pressed?.form === target ? pressed : null;
    if (target.id === 'leave' || button?.name === 'bare') return;
    event.preventDefault();
    promise(true);
    begin()
      .then(({ act }) => act(target, button?.value ?? 'open'))
      .catch(() => {
        begun = undefined;
        promise(false);
        show('failed', true);
      });
  });
  promise(true);
}
