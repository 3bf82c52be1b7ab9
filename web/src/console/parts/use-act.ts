import { useCallback, useRef, useState } from 'preact/hooks';

export type Acting<A extends readonly unknown[]> = {
  readonly busy: boolean;
  /** What the last attempt was refused with. */
  readonly refusal: unknown;
  run(...given: A): Promise<void>;
};

/** Performs an act of the desk at a person's wish: one at a time, its refusal kept to be shown beside the button. */
export function useAct<A extends readonly unknown[]>(perform: (...given: A) => Promise<void>): Acting<A> {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const latest = useRef(perform);
  latest.current = perform;
  const under = useRef(false);
  const run = useCallback(async (...given: A) => {
    if (under.current) return;
    under.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      await latest.current(...given);
    } catch (refused) {
      setRefusal(refused);
    } finally {
      under.current = false;
      setBusy(false);
    }
  }, []);
  return { busy, refusal, run };
}
