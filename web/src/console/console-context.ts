import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DeskActs } from '../desk/acts.ts';
import type { DeskView } from '../desk/views.ts';
import type { QueueStore } from './queue/queue-store.ts';

/** What every screen behind the sign-in works with. Dropped whole at a lock. */
export type Console = {
  readonly acts: DeskActs;
  readonly view: DeskView;
  refresh(view: DeskView): void;
  /** What was typed and not yet recorded, by the place it was typed in. In memory only. */
  readonly drafts: Map<string, unknown>;
  /** What was read last, shown at once while it is read again. */
  readonly readings: Map<string, unknown>;
  /** The list of cases, kept up to date while the console is open. */
  readonly queue: QueueStore;
};

const ConsoleContext = createContext<Console | null>(null);
export const ConsoleProvider = ConsoleContext.Provider;

/** Null before anybody is at work. */
export const useConsoleIfOpen = (): Console | null => useContext(ConsoleContext);

export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  if (console === null) throw new Error('a screen outside the console');
  return console;
}
