import { queueWords } from '../messages/queue.ts';
import { useSay } from '../words.tsx';

const KEYS = [
  ['J', queueWords.keyNext],
  ['K', queueWords.keyPrevious],
  ['Enter', queueWords.keyOpen],
  ['/', queueWords.keySearch],
  ['Esc', queueWords.keyBack],
  ['?', queueWords.keyHelp],
] as const;

/** What the keys of the list do. Their names are those on the keyboard, in every language. */
export function KeysHelp() {
  const say = useSay();
  return (
    <section class="card keys-help" aria-labelledby="keys-heading">
      <h2 id="keys-heading">{say(queueWords.keysTitle)}</h2>
      <dl>
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
