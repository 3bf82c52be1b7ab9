import { formatNumber } from '@romduol/shared/language/numerals';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../words.tsx';
import type { QueueLine } from './queue-lines.ts';
import { QueueRow } from './queue-row.tsx';
import { visibleRange } from './visible-range.ts';

/** A row's height before any has been measured, px. */
const GUESS = 62;

/**
 * Rows of cases. Only those in the window stand in the page: ten thousand would stop it from moving. Their heights are
 * measured as they come, for a phone's rows wrap. `until`: a case to scroll to when the list is drawn first.
 */
export function QueueList({
  heading,
  lines,
  until,
}: {
  readonly heading: string | null;
  readonly lines: readonly QueueLine[];
  readonly until?: string | undefined;
}) {
  const language = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const [heights] = useState(() => new Map<string, number>());
  const average = heights.size === 0 ? GUESS : [...heights.values()].reduce((sum, one) => sum + one, 0) / heights.size;
  const heightOf = (at: number): number => heights.get(lines[at]?.caseId ?? '') ?? average;
  const [view, setView] = useState({ top: 0, bottom: innerHeight });
  const look = useCallback(() => {
    const top = -(list.current?.getBoundingClientRect().top ?? 0);
    // In steps: not every pixel is worth a drawing.
    const next = { top: Math.floor(top / GUESS) * GUESS, bottom: Math.ceil((top + innerHeight) / GUESS) * GUESS };
    setView((before) => (before.top === next.top && before.bottom === next.bottom ? before : next));
  }, []);
  useEffect(() => {
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, []);
  useLayoutEffect(() => {
    const at = until === undefined ? -1 : lines.findIndex(({ caseId }) => caseId === until);
    if (at === -1 || list.current === null) return;
    const above = lines.slice(0, at).reduce((sum, _, n) => sum + heightOf(n), 0);
    scrollTo(0, list.current.getBoundingClientRect().top + scrollY + above - innerHeight / 2);
  }, []);
  // Another list above may have grown, so where this one begins is asked anew with each drawing.
  useLayoutEffect(() => {
    let grew = false;
    for (const row of list.current?.children ?? []) {
      const { height } = row.getBoundingClientRect();
      const id = (row as HTMLElement).dataset['id'] ?? '';
      if (height > 0 && heights.get(id) !== height) {
        heights.set(id, height);
        grew = true;
      }
    }
    if (grew) setView((before) => ({ ...before }));
    look();
  });
  const { from, to, before, after } = visibleRange(lines.length, heightOf, view);
  return (
    <section class="rows">
      {heading === null ? null : (
        <h2>
          {heading} <span class="count">{formatNumber(lines.length, language)}</span>
        </h2>
      )}
      <ul ref={list} style={{ paddingTop: `${before}px`, paddingBottom: `${after}px` }}>
        {lines.slice(from, to).map((line, n) => (
          <li key={line.caseId} data-id={line.caseId} aria-setsize={lines.length} aria-posinset={from + n + 1}>
            <QueueRow line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}
