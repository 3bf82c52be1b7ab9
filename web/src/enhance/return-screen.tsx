import { isLanguage } from '@romduol/shared/language/language';
import { normaliseReceipt } from '@romduol/shared/sealing/receipt';
import { render } from 'preact';
import { type AskProblem, Erased } from '../pages/return-erased.tsx';
import { TalkView, type TalkViewProps } from '../pages/talk-view.tsx';
import type { FromReturner, ToReturner } from './return-messages.ts';
import { type Talk, readReply } from './return-talk.ts';

/** What the loader set going at the first touch. */
type Begun = {
  readonly worker: Worker;
  /** Rejects when the worker could not be loaded. */
  readonly broken: Promise<never>;
  readonly wasm: Promise<Response>;
  readonly keyring: Promise<Response>;
};

export type Returning = {
  /** Derives the keys while the person still types, as soon as the number is whole. */
  readonly typed: () => void;
  /** Does what a form's button says. Rejects when nothing can be opened in this browser. */
  readonly act: (form: HTMLFormElement, act: string) => Promise<void>;
};

const PATIENCE = 60_000;

type Answered<K extends FromReturner['kind']> = Extract<FromReturner, { kind: K }>;
type Shown = Omit<TalkViewProps, 'language' | 'talk' | 'receipt'>;

/** Null where there is no connection. */
async function post(path: string, body: string): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout?.(PATIENCE),
    });
  } catch {
    return null;
  }
}

function tell(progress: 'waiting' | 'sending' | 'dropped' | null): void {
  const place = document.getElementById('progress');
  if (place !== null) place.textContent = progress === null ? '' : (place.dataset[progress] ?? '');
}

function showProblem(problem: AskProblem | null): void {
  const box = document.getElementById('errors');
  const link = box?.querySelector('a');
  const field = document.getElementById('number');
  if (!box || !link) return;
  link.textContent = problem === null ? '' : (box.dataset[problem] ?? '');
  box.hidden = problem === null;
  if (problem === 'bad_receipt') field?.setAttribute('aria-invalid', 'true');
  else field?.removeAttribute('aria-invalid');
  if (problem !== null) box.focus();
}

export function prepareReturn({ worker, broken, wasm, keyring }: Begun): Returning {
  const main = document.querySelector('main') as HTMLElement;
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : 'en';
  /** What says how it goes lives outside what is drawn anew. */
  const progress = document.getElementById('progress');

  let turn: Promise<unknown> = Promise.resolve();
  /** One question after another, since answers carry no names. */
  function ask<K extends FromReturner['kind']>(message: ToReturner): Promise<Answered<K>> {
    const asked = turn.then(() => {
      const answer = new Promise<FromReturner>((resolve, reject) => {
        const hear = ({ data }: MessageEvent<FromReturner>): void => {
          if (data.kind === 'failed') reject(new Error('opening failed'));
          else resolve(data);
        };
        worker.addEventListener('message', hear, { once: true });
        worker.postMessage(message);
      });
      return Promise.race([answer, broken]);
    });
    turn = asked.catch(() => undefined);
    return asked as Promise<Answered<K>>;
  }

  async function start(): Promise<void> {
    const { body } = await wasm;
    const library = (given: ReadableStream | ArrayBuffer): void =>
      worker.postMessage({ kind: 'library', wasm: given } satisfies ToReturner, [given as Transferable]);
    if (body === null) throw new Error('no library');
    try {
      library(body);
    } catch {
      // Safari does not hand streams over.
      library(await new Response(body).arrayBuffer());
    }
    await ask({ kind: 'keyring', served: await (await keyring).text() });
  }
  const ready = start();
  ready.catch(() => undefined);

  let talk: Talk | null = null;
  let lookup = '';
  let busy = false;

  function draw(shown: Shown = {}): void {
    if (talk === null) return;
    // The page as it came was not drawn by Preact: it makes way once.
    if (main.querySelector('form#return') !== null) main.textContent = '';
    render(<TalkView language={language} talk={talk} receipt={null} {...shown} />, main);
    if (progress !== null) main.append(progress);
    tell(null);
    const focused = main.querySelector<HTMLElement>('#errors, #notice, #shared') ?? main.querySelector('h1');
    focused?.focus();
  }

  const digitsTyped = (): string | null =>
    normaliseReceipt(document.querySelector<HTMLInputElement>('#number')?.value ?? '');

  /** Fetches and opens. Null where there is no connection; the talk stays what it was unless there is a new one. */
  async function fetchTalk(): Promise<Talk | 'unknown' | 'damaged' | null> {
    const answer = await post('/api/conversation', lookup);
    if (answer === null) return null;
    if (!answer.ok) throw new Error('refused');
    const opened = await ask<'talk'>({ kind: 'open', served: await answer.text() });
    return opened.talk;
  }

  async function openFirst(): Promise<void> {
    const digits = digitsTyped();
    // Judged before anything is sent, even before the library is there.
    showProblem(digits === null ? 'bad_receipt' : null);
    if (digits === null) return;
    tell('waiting');
    await ready;
    ({ body: lookup } = await ask<'lookup'>({ kind: 'derive', digits }));
    const found = await fetchTalk();
    tell(null);
    if (found === null) return tell('dropped');
    if (typeof found === 'string') return showProblem(found);
    talk = found;
    draw();
    scrollTo(0, 0);
  }

  /** Sends, and shows what then stands. Problems are shown by the answer's status, which is given; null without connection. */
  async function sendAndShow(
    path: string,
    body: string,
    shownFor: (status: number) => Shown,
    draft = '',
  ): Promise<number | null> {
    tell('sending');
    const answer = await post(path, body);
    const now = answer === null ? null : await fetchTalk();
    if (answer === null || now === null) {
      tell('dropped');
      return null;
    }
    if (typeof now !== 'string') talk = now;
    draw({ ...shownFor(answer.status), ...(answer.ok ? {} : { draft }) });
    return answer.status;
  }

  /** Seals and sends a message; again when it was refused because the conversation has a new key since. */
  async function sendMessage({ epoch }: Talk, message: ToReturner, notice: 'sent' | 'said', draft = ''): Promise<void> {
    const sealed = await ask<'body' | 'said'>(message);
    if (sealed.kind === 'said') return draw({ notice });
    const shown = (status: number): Shown => (status < 300 ? { notice } : { problem: 'changed' });
    const status = await sendAndShow('/api/conversation/messages', sealed.body, shown, draft);
    if (status === 409 && talk?.keyChecked && talk.epoch > epoch) await sendMessage(talk, message, notice, draft);
  }

  async function actOnce(form: HTMLFormElement, act: string): Promise<void> {
    const typed = (name: string): string => String(new FormData(form).get(name) ?? '');
    if (talk === null) return openFirst();
    if (act === 'reply') {
      const draft = typed('reply');
      const read = readReply(draft);
      if ('problem' in read) return draw({ problem: read.problem, draft });
      return sendMessage(talk, { kind: 'reply', text: read.text }, 'sent', draft);
    }
    if (act === 'words') {
      const word = typed('word');
      if (word.trim() === '') return draw({ problem: 'shown_wrong' });
      tell('waiting');
      const { texts } = await ask<'words'>({ kind: 'words', consentId: typed('consent'), word });
      return draw(texts === null ? { problem: 'shown_wrong' } : { shown: { consentId: typed('consent'), texts } });
    }
    if (act === 'feedback' || act.startsWith('consent_')) {
      const given = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
      return sendMessage(talk, { kind: 'say', act, fields: Object.fromEntries(given) }, 'said');
    }
    if (act === 'undo') {
      return void (await sendAndShow('/api/conversation/withdrawal/undo', lookup, () => ({ notice: 'undone' })));
    }
    const word = act === 'erase' ? typed('word') : null;
    if (word?.trim() === '') return draw({ problem: 'word_empty' });
    const { body } = await ask<'body'>({ kind: 'withdraw', word });
    if (word === null)
      return void (await sendAndShow('/api/conversation/withdrawal', body, () => ({ notice: 'done' })));
    tell('sending');
    const answer = await post('/api/conversation/withdrawal', body);
    if (answer === null) return tell('dropped');
    if (!answer.ok) return draw({ problem: answer.status === 429 ? 'word_often' : 'word_wrong' });
    worker.terminate();
    render(<Erased language={language} />, main);
    main.querySelector('h1')?.focus();
  }

  return {
    typed() {
      const digits = talk === null ? digitsTyped() : null;
      if (digits !== null) ready.then(() => ask({ kind: 'derive', digits })).catch(() => undefined);
    },
    async act(form, act) {
      if (busy) return;
      busy = true;
      try {
        await actOnce(form, act);
      } finally {
        busy = false;
      }
    },
  };
}
