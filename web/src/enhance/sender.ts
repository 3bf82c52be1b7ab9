import type { FromSealer, Sealed, ToSealer } from './messages.ts';
import { hideProblems, showProblems } from './problems.ts';

/** What the loader set going at the first touch. */
type Begun = {
  readonly worker: Worker;
  /** Rejects when the worker could not be loaded. */
  readonly broken: Promise<never>;
  readonly wasm: Promise<Response>;
  readonly keyring: Promise<Response>;
};

export type Sealing = {
  /** Seals the form and hands it in, showing progress, problems or the receipt. Rejects when it could not be sealed. */
  readonly send: (form: HTMLFormElement) => Promise<void>;
  readonly switchLanguage: () => Promise<void>;
};

/** First pause before sending again, milliseconds; each one after is twice as long. */
const FIRST_PAUSE = 1_000;
const TRIES = 4;
const PATIENCE = 60_000;

type Progress = 'preparing' | 'locking' | 'sending' | 'retrying' | 'dropped';

function tell(progress: Progress | null): void {
  const place = document.getElementById('progress');
  if (place !== null) place.textContent = progress === null ? '' : (place.dataset[progress] ?? '');
}

/** Null when there is no connection for as long as it is worth waiting: the same request may be repeated later. */
async function request(address: string, body?: string): Promise<Response | null> {
  for (let tried = 1, pause = FIRST_PAUSE; ; tried += 1, pause *= 2) {
    try {
      const response = await fetch(address, {
        // Browsers from before 2022 have no such signal, and give up in their own time.
        signal: AbortSignal.timeout?.(PATIENCE),
        ...(body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      });
      if (response.status < 500) return response;
      pause = Math.max(pause, Number(response.headers.get('retry-after')) * 1000 || 0);
    } catch {
      // Dropped; the server takes the same bytes again for the same report.
    }
    if (tried === TRIES) return null;
    tell('retrying');
    await new Promise((resume) => setTimeout(resume, pause));
  }
}

/** Puts the receipt in the form's place, and with the form what was typed goes. Offers to hear it read. */
function showReceipt({ latin, khmer }: Sealed): void {
  const main = document.querySelector('main');
  const template = document.querySelector<HTMLTemplateElement>('#sent');
  document.title = document.getElementById('progress')?.dataset['title'] ?? '';
  if (main === null || template === null) return;
  const card = template.content.cloneNode(true) as DocumentFragment;
  const digits = [latin, khmer];
  card.querySelectorAll('.r p').forEach((line, at) => {
    line.textContent = digits[at] ?? '';
  });
  // What was typed goes with the form.
  main.textContent = '';
  main.append(card);
  main.querySelector('h1')?.focus();
  scrollTo(0, 0);
  import('./receipt-aloud.ts').then(({ offerAloud }) => offerAloud()).catch(() => undefined);
}

export function prepareSealing({ worker, broken, wasm, keyring }: Begun): Sealing {
  function ask(message: ToSealer): Promise<FromSealer> {
    const answer = new Promise<FromSealer>((resolve, reject) => {
      const hear = ({ data }: MessageEvent<FromSealer>): void => {
        if (data.kind === 'failed') reject(new Error(data.kind));
        else resolve(data);
      };
      worker.addEventListener('message', hear, { once: true });
      worker.postMessage(message);
    });
    return Promise.race([answer, broken]);
  }

  async function start(): Promise<FromSealer> {
    const { body } = await wasm;
    const library = (given: ReadableStream | ArrayBuffer): void =>
      worker.postMessage({ kind: 'library', wasm: given } satisfies ToSealer, [given as Transferable]);
    if (body === null) throw new Error('failed');
    try {
      library(body);
    } catch {
      // Safari does not hand streams over.
      library(await new Response(body).arrayBuffer());
    }
    return ask({ kind: 'keyring', served: await (await keyring).text() });
  }
  const ready = start();
  ready.catch(() => undefined);

  /** What stands in the form, sealed; nothing once something in it has changed. */
  let sealed: Sealed | undefined;
  for (const type of ['input', 'change']) document.addEventListener(type, () => (sealed = undefined));
  let busy = false;

  async function sendOnce(form: HTMLFormElement): Promise<void> {
    tell('preparing');
    await ready;
    tell('locking');
    if (sealed === undefined) {
      const read = (await ask({ kind: 'read', fields: [...new FormData(form)] })) as Extract<
        FromSealer,
        { kind: 'problems' | 'team' }
      >;
      hideProblems();
      if (read.kind === 'problems') {
        tell(null);
        return showProblems(read.problems);
      }
      const keys = await request(`/api/keyring/keys?team=${read.team}`);
      if (keys === null) return tell('dropped');
      sealed = (await ask({ kind: 'seal', served: await keys.text() })) as Sealed;
    }
    // Kept by another name: whoever goes on typing changes nothing about what is on its way.
    const sent = sealed;
    // Fetched before the report goes out: afterwards nothing but the upload itself may need a connection.
    const follow = sent.files && (await import('./follow-upload.ts')).followUpload;
    tell('sending');
    const answer = await request('/api/reports', sent.body);
    if (answer === null) return tell('dropped');
    if (!answer.ok) throw new Error('failed');
    showReceipt(sent);
    if (follow === undefined) worker.terminate();
    else follow(worker, sent.files ?? []);
  }

  return {
    async send(form) {
      if (busy) return;
      busy = true;
      try {
        await sendOnce(form);
      } catch (reason) {
        worker.terminate();
        tell(null);
        throw reason;
      } finally {
        busy = false;
      }
    },
    // Needs a connection anyway.
    switchLanguage: async () => (await import('./switch-language.ts')).switchLanguage(),
  };
}
