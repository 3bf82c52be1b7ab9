import { isLanguage, say } from '@romduol/shared/language/language';
import { uploadWords } from '../pages/words/upload.ts';
import type { ToUploader, UploadProgress } from './messages.ts';

type State = UploadProgress['state'] | 'waiting';

/** Where a reply's files are followed, and what is done when nothing is left to send. */
export type ReplyPlace = { readonly place: Element; readonly ended: () => void };

/**
 * How far each file is, and a button to wait or to go on: below the receipt, where the worker is ended when nothing is left
 * to send, or at the reply's own place.
 */
export function followUpload(worker: Worker, names: readonly string[], reply?: ReplyPlace): void {
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : 'en';
  const words = (key: Exclude<keyof typeof uploadWords, 'sending' | 'paused' | 'dropped'>) =>
    say(uploadWords[key], language);
  const describe = (state: State, percent: number): string =>
    state === 'waiting' || state === 'stored' || state === 'failed'
      ? say(uploadWords[state], language)
      : say(uploadWords[state], language, { percent });
  const add = <K extends keyof HTMLElementTagNameMap>(to: Node, tag: K, text = ''): HTMLElementTagNameMap[K] => {
    const made = document.createElement(tag);
    made.textContent = text;
    to.appendChild(made);
    return made;
  };

  const section = document.createElement('section');
  section.id = 'upload';
  const heading = add(section, 'h2', words('heading'));
  const warning = add(section, 'p', words(reply === undefined ? 'keepOpen' : 'keepOpenReply'));
  warning.className = 'n';
  const list = add(section, 'ul');
  const lines = names.map((name) => {
    const item = add(list, 'li');
    add(item, 'span', name || words('recording'));
    const bar = add(item, 'progress');
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', name || words('recording'));
    const status = add(item, 'span', describe('waiting', 0));
    return { bar, status, state: 'waiting' as State };
  });
  const button = add(section, 'button', words('pause'));
  button.type = 'button';
  button.className = 'q';
  // Told once at the end, not with every chunk.
  const outcome = add(section, 'output');
  const next = document.querySelector('.a');
  next?.setAttribute('hidden', '');
  if (reply === undefined) document.querySelector('.r')?.after(section);
  else {
    reply.place.textContent = '';
    reply.place.append(section);
  }

  let ask: ToUploader['kind'] = 'pause';
  button.addEventListener('click', () => worker.postMessage({ kind: ask } satisfies ToUploader));

  const end = (): void => {
    if (reply === undefined) worker.terminate();
    worker.removeEventListener('message', hear);
    button.remove();
    heading.remove();
    warning.remove();
    next?.removeAttribute('hidden');
    outcome.textContent = words(
      lines.every(({ state }) => state === 'stored')
        ? 'allStored'
        : reply === undefined
          ? 'someFailed'
          : 'someFailedReply',
    );
    reply?.ended();
  };
  const hear = ({ data }: MessageEvent<UploadProgress | { readonly kind: '' }>): void => {
    if (data.kind !== 'progress') return;
    const line = lines[data.place];
    if (line === undefined) return;
    const percent = Math.floor((100 * data.stored) / data.chunks);
    line.state = data.state;
    line.bar.value = percent;
    line.status.textContent = describe(data.state, percent);
    ask = data.state === 'paused' || data.state === 'dropped' ? 'resume' : 'pause';
    button.textContent = words(data.state === 'dropped' ? 'retry' : ask);
    if (lines.every(({ state }) => state === 'stored' || state === 'failed')) end();
  };
  worker.addEventListener('message', hear);
  worker.postMessage({ kind: 'upload' } satisfies ToUploader);
}
