import { useCallback, useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';

export type Draft<T> = {
  readonly value: T;
  set(change: Partial<T>): void;
  /** After it was recorded. */
  forget(): void;
};

/**
 * A form's fields, kept under `place` when the person looks elsewhere and comes back, until they are recorded or the
 * console is locked.
 */
export function useDraft<T extends object>(place: string, initial: () => T): Draft<T> {
  const { drafts } = useConsole();
  const [value, setValue] = useState<T>(() => (drafts.get(place) as T | undefined) ?? initial());
  const set = useCallback(
    (change: Partial<T>) => {
      setValue((before) => {
        const after = { ...before, ...change };
        drafts.set(place, after);
        return after;
      });
    },
    [drafts, place],
  );
  const forget = useCallback(() => {
    drafts.delete(place);
    setValue(initial());
    // `initial` is made anew with each rendering; only the place decides what it makes.
  }, [drafts, place]);
  return { value, set, forget };
}
