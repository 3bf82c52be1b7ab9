import { useEffect, useRef } from 'preact/hooks';
import type { CaseView, QueueRow } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';

type Talk = Pick<QueueRow, 'unanswered' | 'withdrawal'>;

/**
 * Reads an open case anew when a colleague has written to it, and its conversation when the reporter has. What one wrote oneself
 * is told of as well; its row says that it is here already.
 */
export function useLiveCase(view: CaseView, onLog: () => void, onTalk: () => void): void {
  const { acts, queue } = useConsole();
  const { caseId } = view;
  const seq = useRef(view.case.seq);
  seq.current = view.case.seq;
  const hear = useRef({ onLog, onTalk });
  hear.current = { onLog, onTalk };
  useEffect(() => {
    let talk: Talk | null = null;
    let dropped = false;
    const look = async (): Promise<void> => {
      const [row] = await acts.queueRows([caseId]);
      if (dropped) return;
      if (row === undefined) {
        // Taken off it, or it is gone: reading it again says so.
        hear.current.onLog();
        return;
      }
      if ((row.summary?.seq ?? 0) > seq.current) hear.current.onLog();
      const isSame = row.unanswered === talk?.unanswered && row.withdrawal?.day === talk.withdrawal?.day;
      // What stood when the case was opened has just been read.
      if (talk !== null && !isSame) hear.current.onTalk();
      talk = row;
    };
    const lookQuietly = (): void => void look().catch(() => undefined);
    lookQuietly();
    const stop = queue.onChange((caseIds) => {
      if (caseIds === null || caseIds.includes(caseId)) lookQuietly();
    });
    return () => {
      dropped = true;
      stop();
    };
  }, [caseId, queue]);
}
