import { useCallback, useState } from 'preact/hooks';
import type { DeskActs } from '../../desk/acts.ts';
import { type Console, useConsole } from '../console-context.ts';

export type Draft<T> = {
  readonly value: T;
  set(change: Partial<T>): void;
  /** After it was recorded. */
  forget(): void;
};

/**
 * A form's fields, kept under `place` until they are recorded: in memory while the console is open, and sealed on the
 * server for when it was locked, closed, or is opened on another device.
 */
export function useDraft<T extends object>(place: string, initial: () => T): Draft<T> {
  const { drafts, acts } = useConsole();
  // One kept by an earlier edition of the console may lack a field.
  const [value, setValue] = useState<T>(() => ({ ...initial(), ...(drafts.get(place) as Partial<T> | undefined) }));
  const set = useCallback(
    (change: Partial<T>) => {
      setValue((before) => {
        const after = { ...before, ...change };
        // Back at where it began, there is nothing to keep.
        if (JSON.stringify(after) === JSON.stringify(initial())) forgetDraft({ drafts, acts }, place);
        else {
          drafts.set(place, after);
          keep(acts, place, after);
        }
        return after;
      });
    },
    [drafts, place],
  );
  const forget = useCallback(() => {
    forgetDraft({ drafts, acts }, place);
    setValue(initial());
    // `initial` is made anew with each rendering; only the place decides what it makes.
  }, [drafts, place]);
  return { value, set, forget };
}

/** What was typed in the place is recorded, or given up. */
export function forgetDraft({ drafts, acts }: Pick<Console, 'drafts' | 'acts'>, place: string): void {
  drafts.delete(place);
  keep(acts, place, undefined);
}

/** A draft that cannot be kept is still here; the desk tries again by itself. */
const keep = (acts: DeskActs, place: string, value: unknown): void =>
  void acts.noteDraft(place, value).catch(() => undefined);
