import sodiumWasm from 'virtual:sodium-wasm';
import sealingWorker from './sealing-worker.ts?worker&url';
import type { Sealing } from './sender.ts';

// The report page's loader, under a kilobyte on the wire: everything heavier comes when the form is first touched, all
// of it at once, while the person reads the first question.

// Trusted Types: this one address may become a worker, and nothing else a script.
const policy = window.trustedTypes?.createPolicy('romduol-worker', {
  createScriptURL(address) {
    if (address !== sealingWorker) throw new TypeError('not the sealing worker');
    return address;
  },
});

let begun: Promise<Sealing> | undefined;

/** Milliseconds; 98 kB in that time is a line of 7 kbit/s. Who waits longer is asked how to go on. */
const PATIENCE = 120_000;

async function start(): Promise<Sealing> {
  const ask = (address: string): Promise<Response> => fetch(address, { signal: AbortSignal.timeout?.(PATIENCE) });
  const wasm = ask(sodiumWasm);
  const keyring = ask('/api/keyring');
  const address = policy?.createScriptURL(sealingWorker) ?? sealingWorker;
  const worker = new Worker(address as string, { type: 'module' });
  // Listened for from the start: a worker that cannot be loaded says so once, before anything is asked of it.
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('worker failed')));
  });
  // Refusals are met where these are awaited.
  for (const one of [wasm, keyring, broken]) one.catch(() => undefined);
  const { prepareSealing } = await import('./sender.ts');
  return prepareSealing({ worker, broken, wasm, keyring });
}

/** Begins once; a failure is forgotten, so that the next press of "Send" tries again. */
function begin(): Promise<Sealing> {
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
/** The page promises sealing in the browser only while nothing has contradicted it. */
function promise(sealed: boolean): void {
  show('sealed', sealed);
  show('bare', !sealed);
  show('failed', false);
}

let pressed: string | undefined;
const formOf = (event: Event): HTMLFormElement | null => (event.target as Element).closest('#report');

// Without WebAssembly (Tor Browser's safer settings) the page stays what it says it is: one that the server reads.
if (document.getElementById('report') !== null && window.WebAssembly && window.Worker) {
  show('recorder', navigator.mediaDevices !== undefined && 'MediaRecorder' in window);
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    pressed = (target as HTMLButtonElement).name;
    if (pressed === 'record')
      import('./record.ts').then(({ toggleRecording }) => toggleRecording()).catch(() => undefined);
    if (target.id === 'other-language' && begun !== undefined) {
      event.preventDefault();
      begun.then(({ switchLanguage }) => switchLanguage()).catch(() => undefined);
    }
  });
  for (const type of ['pointerdown', 'focusin', 'input']) {
    document.addEventListener(type, (event) => formOf(event) && begin().catch(() => undefined), { passive: true });
  }
  document.addEventListener('submit', (event) => {
    const form = formOf(event);
    // "bare" is the button of the notice that says what it does: only by it do words leave this page unsealed.
    if (form === null || pressed === 'bare') return;
    event.preventDefault();
    promise(true);
    begin()
      .then((sealing) => (pressed === 'switch' ? sealing.switchLanguage() : sealing.send(form)))
      .catch(() => {
        begun = undefined;
        promise(false);
        show('failed', true);
      });
  });
  promise(true);
}
