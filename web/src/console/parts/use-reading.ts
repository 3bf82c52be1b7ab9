import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';

export type Reading<T> = {
  readonly value: T | null;
  readonly refusal: unknown;
  /** Under way, be it the first time or again. */
  readonly busy: boolean;
  again(): void;
  /** An act answered how things stand now. */
  put(value: T): void;
};

/** Reads something when a screen opens and whenever `key` changes. What was read before stays while it is read again. */
export function useReading<T>(key: string, read: () => Promise<T>): Reading<T> {
  const { readings } = useConsole();
  const [, redraw] = useState(0);
  const [round, setRound] = useState(0);
  const [state, setState] = useState<{ busy: boolean; refusal: unknown }>({ busy: true, refusal: null });
  const latest = useRef(read);
  latest.current = read;
  const put = useCallback(
    (value: T) => {
      readings.set(key, value);
      redraw((n) => n + 1);
    },
    [key],
  );
  useEffect(() => {
    let dropped = false;
    setState({ busy: true, refusal: null });
    const finish = (refusal: unknown): void => {
      if (!dropped) setState({ busy: false, refusal });
    };
    const readNow = async (): Promise<void> => {
      try {
        readings.set(key, await latest.current());
        finish(null);
      } catch (refusal) {
        finish(refusal);
      }
    };
    void readNow();
    return () => {
      dropped = true;
    };
  }, [key, round]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  return { value: (readings.get(key) as T | undefined) ?? null, ...state, again, put };
}
