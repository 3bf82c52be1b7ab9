import { dayOfInstant, formatInstant } from '@romduol/shared/language/dates';
import { formatNumber } from '@romduol/shared/language/numerals';
import { useState } from 'preact/hooks';
import type { CaseView, LogLine } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { caseWords } from '../messages/case.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useLanguage, useSay } from '../words.tsx';
import { tellEntry } from './tell-entry.ts';

/** Lines of a long log that are drawn at once: the newest. */
const DRAWN = 100;

/** The log as a story, oldest first: what came in, what was done, by whom. Of a long one the newest, and the others on demand. */
export function CaseLog({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const [all, setAll] = useState(false);
  const left = all ? 0 : Math.max(0, view.log.length - DRAWN);
  return (
    <section class="card log" aria-labelledby="log-heading">
      <h2 id="log-heading">{say(caseWords.story)}</h2>
      <p class="hint">{say(caseWords.signedLog)}</p>
      <ol>
        <li>
          <p class="did">
            <span>{say(caseWords.storyStart)}</span>
            <span class="at">{days.ago(view.day)}</span>
          </p>
        </li>
        {left === 0 ? null : (
          <li>
            <button type="button" class="quiet" onClick={() => setAll(true)}>
              {say(caseWords.earlierLines, { count: formatNumber(left, language) })}
            </button>
          </li>
        )}
        {view.log.slice(left).map((line) => (
          <Line key={line.seq} line={line} view={view} />
        ))}
      </ol>
      {view.log.length === 0 ? <p class="quietly">{say(caseWords.nothingYet)}</p> : null}
    </section>
  );
}

function Line({ line, view }: { readonly line: LogLine; readonly view: CaseView }) {
  const language = useLanguage();
  const days = useDayWords();
  const { view: desk } = useConsole();
  const { did, details, words } = tellEntry(line, view, desk, language);
  const at = line.entry?.at ?? null;
  return (
    <li class={words === null ? undefined : 'with-words'}>
      <p class="did">
        <span>{did}</span>
        {at === null ? null : (
          <time class="at" dateTime={at} title={formatInstant(at, language)}>
            {days.ago(dayOfInstant(at))}
          </time>
        )}
      </p>
      {details.map((detail, index) => (
        <p key={index} class="detail">
          {detail}
        </p>
      ))}
      {words === null ? null : (
        <blockquote class="words" lang={/[\u1780-\u17ff]/.test(words) ? 'km' : 'en'}>
          {words}
        </blockquote>
      )}
    </li>
  );
}
