import { isLanguage, say } from '@romduol/shared/language/language';
import { uploadWords } from '../pages/words/upload.ts';
import type { FromSealer, ToUploader, UploadProgress } from './messages.ts';

type State = UploadProgress['state'] | 'waiting';

/** Below the receipt: how far each file is, and a button to wait or to go on. Ends the worker when nothing is left to send. */
export function followUpload(worker: Worker, names: readonly string[]): void {
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : 'en';
  const words = (
    key: 'heading' | 'keepOpen' | 'allStored' | 'someFailed' | 'recording' | 'pause' | 'resume' | 'retry',
  ) => say(uploadWords[key], language);
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
  const warning = add(section, 'p', words('keepOpen'));
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
  document.querySelector('.r')?.after(section);
  const next = document.querySelector('.a');
  next?.setAttribute('hidden', '');

  let ask: ToUploader['kind'] = 'pause';
  button.addEventListener('click', () => worker.postMessage({ kind: ask } satisfies ToUploader));

  const end = (): void => {
    worker.terminate();
    button.remove();
    heading.remove();
    warning.remove();
    next?.removeAttribute('hidden');
    outcome.textContent = words(lines.every(({ state }) => state === 'stored') ? 'allStored' : 'someFailed');
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromSealer>) => {
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
  });
  worker.postMessage({ kind: 'upload' } satisfies ToUploader);
}
