import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import type { QueueState } from './queue-store.ts';

/** The rows of the cases: what is here at once, and each change as it comes. */
export function useQueue(): QueueState & { again(): void } {
  const { queue } = useConsole();
  const [state, setState] = useState(queue.state);
  useEffect(() => {
    const look = (): void => setState(queue.state());
    const stop = queue.subscribe(look);
    queue.open();
    look();
    return stop;
  }, [queue]);
  return { ...state, again: queue.again };
}
