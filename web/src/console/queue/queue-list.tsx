import { formatNumber } from '@romduol/shared/language/numerals';
import { useState } from 'preact/hooks';
import { queueWords } from '../messages/queue.ts';
import { useLanguage, useSay } from '../words.tsx';
import type { QueueLine } from './queue-lines.ts';
import { QueueRow } from './queue-row.tsx';

/** A list never stands longer in the page than a person scrolls: ten thousand rows would stop it from moving. */
const AT_ONCE = 100;

export function QueueList({
  heading,
  lines,
}: {
  readonly heading: string | null;
  readonly lines: readonly QueueLine[];
}) {
  const say = useSay();
  const language = useLanguage();
  const [most, setMost] = useState(AT_ONCE);
  return (
    <section class="rows">
      {heading === null ? null : (
        <h2>
          {heading} <span class="count">{formatNumber(lines.length, language)}</span>
        </h2>
      )}
      <ul>
        {lines.slice(0, most).map((line) => (
          <li key={line.caseId}>
            <QueueRow line={line} />
          </li>
        ))}
      </ul>
      {lines.length > most ? (
        <button type="button" class="more" onClick={() => setMost(most + AT_ONCE)}>
          {say(queueWords.more, { count: Math.min(AT_ONCE, lines.length - most) })}
        </button>
      ) : null}
    </section>
  );
}
