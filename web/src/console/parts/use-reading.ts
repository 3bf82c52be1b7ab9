import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { Refusal } from '../desk-line.ts';

export type Reading<T> = {
  readonly value: T | null;
  readonly refusal: unknown;
  /** Under way, be it the first time or again. */
  readonly busy: boolean;
  again(): void;
  /** An act answered how things stand now. */
  put(value: T): void;
};

/** It is no longer there for us: handed to others, or erased. */
const isGone = (refusal: unknown): boolean =>
  refusal instanceof Refusal && (refusal.code === 'not_found' || refusal.code === 'forbidden');

/** Drops what was read of it, also under its other names: with `case:` and an id goes the case's conversation. */
export function forget(readings: Map<string, unknown>, key: string): void {
  const [, of] = /:(.+)$/.exec(key) ?? [];
  for (const one of readings.keys())
    if (one === key || (of !== undefined && one.endsWith(`:${of}`))) readings.delete(one);
}

/**
 * Reads something when a screen opens and whenever `key` changes. What was read before stays while it is read again, and when
 * that fails; but what we may not read any more leaves the screen and the memory.
 */
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
        const value = await latest.current();
        // An answer that a later reading has overtaken would bring back what that one found gone.
        if (dropped) return;
        readings.set(key, value);
        finish(null);
      } catch (refusal) {
        if (isGone(refusal)) forget(readings, key);
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
