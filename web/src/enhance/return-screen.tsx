import { isLanguage, say } from '@romduol/shared/language/language';
import { normaliseReceipt } from '@romduol/shared/sealing/receipt';
import { render } from 'preact';
import { AS_IS } from '../pages/form-fields.ts';
import { Erased } from '../pages/return-erased.tsx';
import { TalkView, type TalkViewProps } from '../pages/talk-view.tsx';
import { talkFileWords } from '../pages/words/talk-files.ts';
import { EMPTY_FORM, type FilledForm } from '../pages/filled-form.ts';
import { type Answered, type Begun, openReturnLine } from './return-line.ts';
import type { FromReturner, ToReturner } from './return-messages.ts';
import { post, showProblem, tell } from './return-page-parts.ts';
import type { Talk } from './return-talk.ts';
import { readReply } from './seal-reply.ts';

export type Returning = {
  /** Derives the keys while the person still types, as soon as the number is whole. */
  readonly typed: () => void;
  /** Does what a form's button says. Rejects when nothing can be opened in this browser. */
  readonly act: (form: HTMLFormElement, act: string) => Promise<void>;
};

type Shown = Omit<TalkViewProps, 'language' | 'talk' | 'receipt'>;

export function prepareReturn(begun: Begun): Returning {
  const { worker } = begun;
  const main = document.querySelector('main') as HTMLElement;
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : 'en';
  /** What says how it goes lives outside what is drawn anew. */
  const progress = document.getElementById('progress');

  const { ready, ask } = openReturnLine(begun);

  let talk: Talk | null = null;
  let lookup = '';
  let busy = false;
  /** What is drawn, and above it how far the files of a reply are. */
  const place = document.createElement('div');
  const following = document.createElement('div');
  const sounds = new Map<string, string>();
  /** A reply as it was sealed; nothing once something in its form has changed. The same again arrives once. */
  let sealed: Answered<'body'> | undefined;
  let uploading = false;
  for (const type of ['input', 'change']) main.addEventListener(type, () => (sealed = undefined));

  function draw(shown: Shown = {}, quietly = false): void {
    if (talk === null) return;
    // The page as it came was not drawn by Preact: it makes way once.
    if (!place.isConnected) main.textContent = '';
    main.append(following, place);
    render(<TalkView language={language} talk={talk} receipt={null} sounds={sounds} {...shown} />, place);
    if (progress !== null) main.append(progress);
    const canRecord = navigator.mediaDevices !== undefined && 'MediaRecorder' in window;
    document.getElementById('recorder')?.toggleAttribute('hidden', !canRecord);
    if (quietly) return;
    tell(null);
    const focused = place.querySelector<HTMLElement>('#errors, #notice, #shared') ?? place.querySelector('h1');
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
  async function sendAndShow(path: string, body: string, shownFor: (status: number) => Shown): Promise<number | null> {
    tell('sending');
    const answer = await post(path, body);
    const now = answer === null ? null : await fetchTalk();
    if (answer === null || now === null) {
      tell('dropped');
      return null;
    }
    if (typeof now !== 'string') talk = now;
    draw(shownFor(answer.status));
    return answer.status;
  }

  /** Seals and sends an answer; again when it was refused because the conversation has a new key since. */
  async function sendAnswer({ epoch }: Talk, message: ToReturner): Promise<void> {
    const answered = await ask<'body' | 'said'>(message);
    if (answered.kind === 'said') return draw({ notice: 'said' });
    const shown = (status: number): Shown => (status < 300 ? { notice: 'said' } : { problem: 'changed' });
    const status = await sendAndShow('/api/conversation/messages', answered.body, shown);
    if (status === 409 && talk?.keyChecked && talk.epoch > epoch) await sendAnswer(talk, message);
  }

  /** Shows that a file has arrived, without taking anybody from what they are writing. */
  async function showArrived(): Promise<void> {
    uploading = false;
    const now = busy ? null : await fetchTalk().catch(() => null);
    if (now === null || typeof now === 'string' || busy) return;
    talk = now;
    draw({}, true);
  }

  async function reply(form: HTMLFormElement, { epoch }: Talk): Promise<void> {
    const fields = [...new FormData(form)];
    const chosen = fields.filter(([, value]) => typeof value !== 'string' && value.name !== '');
    const asIs = fields.filter(([name]) => name === AS_IS).map(([name, value]) => [name, String(value)] as const);
    const draft = String(fields.find(([name]) => name === 'reply')?.[1] ?? '');
    const filled = (files: Partial<FilledForm>): Shown => ({ draft, files: { ...EMPTY_FORM, fields: asIs, ...files } });
    const read = readReply(draft, chosen.length > 0);
    if ('problem' in read) return draw({ problem: read.problem, ...filled({}) });
    if (uploading && chosen.length > 0) return draw({ problem: 'uploading', ...filled({}) });
    tell('sending');
    if (sealed === undefined) {
      const answer = await ask<'body' | 'problems'>({ kind: 'reply', text: read.text, fields: [...chosen, ...asIs] });
      if (answer.kind === 'problems') return draw(filled({ problems: answer.problems }));
      sealed = answer;
    }
    const { body, files } = sealed;
    // Fetched before the message goes out: afterwards nothing but the upload itself may need a connection.
    const follow = files && (await import('./follow-upload.ts')).followUpload;
    const status = await sendAndShow('/api/conversation/messages', body, (answered) => {
      sealed = undefined;
      if (answered >= 300)
        return { problem: 'changed', ...filled({ files: chosen.map(([, file]) => (file as File).name) }) };
      if (follow !== undefined) {
        uploading = true;
        follow(worker, files ?? [], { place: following, ended: () => void showArrived() });
      }
      return { notice: 'sent' };
    });
    // The conversation has a new key since: sealed again under that, with its files.
    if (status === 409 && talk?.keyChecked && talk.epoch > epoch && form.isConnected) await reply(form, talk);
  }

  /** Plays a sound in the page, which leaves nothing on the device, or offers a file to be saved. */
  async function fetchFile(name: string, isHeard: boolean): Promise<void> {
    const follow = ({ data }: MessageEvent<FromReturner>): void => {
      if (data.kind === 'fetched' && progress !== null)
        progress.textContent = say(talkFileWords.fetching, language, { percent: data.percent });
    };
    worker.addEventListener('message', follow);
    tell('waiting');
    const { file } = await ask<'file'>({ kind: 'fetch', name });
    worker.removeEventListener('message', follow);
    if (file === 'dropped') return tell('dropped');
    if (file === 'damaged') return draw({ problem: file });
    const address = URL.createObjectURL(isHeard ? file.content : new Blob([file.content]));
    if (isHeard) {
      sounds.set(name, address);
      draw({}, true);
      tell(null);
      place.querySelector<HTMLElement>('audio')?.focus();
      return;
    }
    const link = document.createElement('a');
    link.href = address;
    link.download = file.name;
    link.click();
    // A browser reads the blob after the click returns.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    if (progress !== null) progress.textContent = say(talkFileWords.fetched, language);
  }

  async function actOnce(form: HTMLFormElement, act: string): Promise<void> {
    const typed = (name: string): string => String(new FormData(form).get(name) ?? '');
    if (talk === null) return openFirst();
    if (act === 'reply') return reply(form, talk);
    const [verb, name = ''] = act.split(' ');
    if (verb === 'download' || verb === 'listen') return fetchFile(name, verb === 'listen');
    if (act === 'words') {
      const word = typed('word');
      if (word.trim() === '') return draw({ problem: 'shown_wrong' });
      tell('waiting');
      const { texts } = await ask<'words'>({ kind: 'words', consentId: typed('consent'), word });
      return draw(texts === null ? { problem: 'shown_wrong' } : { shown: { consentId: typed('consent'), texts } });
    }
    if (act === 'feedback' || act.startsWith('consent_')) {
      const given = [...new FormData(form)].map(([field, value]) => [field, String(value)]);
      return sendAnswer(talk, { kind: 'say', act, fields: Object.fromEntries(given) });
    }
    if (act === 'undo') {
      return void (await sendAndShow('/api/conversation/withdrawal/undo', lookup, () => ({ notice: 'undone' })));
    }
    // Named, so that nothing else is ever taken for it.
    if (act !== 'withdraw' && act !== 'erase') return;
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
    following.remove();
    render(<Erased language={language} />, place);
    place.querySelector('h1')?.focus();
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
