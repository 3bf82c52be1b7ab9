import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole } from '../console-context.ts';

/** Where the last opened case is remembered, so that coming back finds it again. */
export const LAST_OPENED = 'queue:last';

/**
 * Moves through the rows as a mail client does: arrows or J and K, Enter by the link itself, / to search, ? for help. Letters count
 * only while nothing is being typed.
 */
export function useQueueKeys(
  list: RefObject<HTMLElement | null>,
  search: RefObject<HTMLElement | null>,
  onHelp: () => void,
): void {
  const { drafts } = useConsole();
  useEffect(() => {
    const rows = (): HTMLAnchorElement[] => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a.row') ?? [])];
    const move = (by: 1 | -1): void => {
      const all = rows();
      const at = all.findIndex((row) => row === document.activeElement);
      const next = at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by;
      all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
    };
    const press = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      const { activeElement } = document;
      const typing = activeElement?.matches('input, select, textarea') === true;
      const inList = activeElement?.matches('a.row') === true;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
      const letter = event.key === 'j' ? 1 : event.key === 'k' ? -1 : null;
      if (step !== null && (inList || activeElement === document.body || activeElement?.matches('h1') === true)) {
        event.preventDefault();
        move(step);
      } else if (typing) {
        if (event.key === 'Escape') (activeElement as HTMLElement).blur();
      } else if (letter !== null) {
        event.preventDefault();
        move(letter);
      } else if (event.key === '/') {
        event.preventDefault();
        search.current?.querySelector('input')?.focus();
      } else if (event.key === '?') {
        event.preventDefault();
        onHelp();
      }
    };
    const remember = (event: MouseEvent): void => {
      const row = (event.target as Element).closest<HTMLAnchorElement>('a.row');
      if (row !== null) drafts.set(LAST_OPENED, row.dataset['case']);
    };
    addEventListener('keydown', press);
    const element = document.getElementById('screen');
    element?.addEventListener('click', remember);
    return () => {
      removeEventListener('keydown', press);
      element?.removeEventListener('click', remember);
    };
  }, []);
}

/** Puts the focus back on the row that was opened last, once the rows stand. */
export function useReturnToRow(list: RefObject<HTMLElement | null>, standing: boolean): void {
  const { drafts } = useConsole();
  useEffect(() => {
    const last = drafts.get(LAST_OPENED);
    if (!standing || typeof last !== 'string') return;
    drafts.delete(LAST_OPENED);
    list.current?.querySelector<HTMLAnchorElement>(`a.row[data-case="${CSS.escape(last)}"]`)?.focus();
  }, [standing]);
}
