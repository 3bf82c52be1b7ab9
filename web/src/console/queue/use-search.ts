import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CaseView, ConversationView } from '../../desk/views.ts';
import { needsReason } from '../case/needs-reason.ts';
import { useConsole } from '../console-context.ts';
import type { QueueLine } from './queue-lines.ts';
import { type Found, makeSearchIndex, type SearchIndex } from './search-index.ts';
import { labelsOf, wordsOfCase } from './words-of-case.ts';

/** Among the console's readings: it outlives the screen, and goes with them at a lock. */
const PLACE = 'queue:index';

/** Looks for words in the lines, in new reports, and in the cases that were opened since the console was. Null: nothing is sought. */
export function useSearch(lines: readonly QueueLine[], text: string): Found | null {
  const { readings, view } = useConsole();
  const [index] = useState(() => {
    const kept = (readings.get(PLACE) as SearchIndex | undefined) ?? makeSearchIndex();
    readings.set(PLACE, kept);
    return kept;
  });
  const [taken, setTaken] = useState(0);
  useEffect(() => index.setLabels(labelsOf(view)), [view.teams, view.colleagues]);
  useEffect(() => {
    // What has left the list was handed to others, or erased.
    index.keepOnly(new Set(lines.map(({ caseId }) => caseId)));
    for (const { caseId, told } of lines) {
      const opened = readings.get(`case:${caseId}`) as CaseView | undefined;
      const talk = readings.get(`conversation:${caseId}`) as ConversationView | undefined;
      // One at whose door a reason is still to be given was not opened yet.
      if (opened !== undefined && !needsReason(opened, view)) index.setText(caseId, wordsOfCase(opened, talk));
      else if (told !== null) index.setText(caseId, told);
    }
    setTaken((n) => n + 1);
  }, [lines]);
  return useMemo(() => index.find(text), [text, taken, view]);
}
