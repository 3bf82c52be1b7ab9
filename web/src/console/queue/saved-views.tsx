import { useEffect, useRef, useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { queueWords } from '../messages/queue.ts';
import { TextField } from '../parts/fields.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useSay } from '../words.tsx';
import type { Filter, View } from './queue-lines.ts';

/** How somebody looks at the queue: one of its lists, narrowed down. */
export type Look = { readonly view: View; readonly filter: Filter };
type Saved = Look & { readonly id: string; readonly name: string };

/** A name's longest, and how many of them anybody keeps apart. */
const NAME_MAX = 40;
const MOST = 20;

const PLACE = 'kept/queue-views';

/** Looks that the member gave a name, sealed for them alone like what they began to write, but kept for good. */
export function SavedViews({ look, onChoose }: { readonly look: Look; onChoose(look: Look): void }) {
  const say = useSay();
  const { acts, drafts } = useConsole();
  const kept = useDraft<{ views: readonly Saved[] }>(PLACE, () => ({ views: [] }));
  /** The view that is getting another name, or a new one; null: nothing is being named. */
  const [naming, setNaming] = useState<Saved | 'new' | null>(null);
  const [name, setName] = useState('');
  const place = useRef<HTMLDivElement>(null);
  /** What was pressed goes: whoever works by keyboard stays where they were. */
  const [toFocus, setToFocus] = useState<string | null>(null);
  useEffect(() => {
    if (toFocus === null) return;
    place.current?.querySelector<HTMLElement>(toFocus)?.focus();
    setToFocus(null);
  }, [toFocus]);
  const { views } = kept.value;
  const isShown = (one: Saved): boolean => one.view === look.view && isSameFilter(one.filter, look.filter);
  const shown = views.find(isShown);
  const save = (): void => {
    const called = name.trim();
    if (called === '') return;
    if (naming === 'new') {
      const others = views.filter((one) => one.name !== called);
      kept.set({ views: [...others, { ...look, id: crypto.randomUUID(), name: called }] });
    } else if (naming !== null) {
      const others = views.filter((one) => one.name !== called || one.id === naming.id);
      kept.set({ views: others.map((one) => (one.id === naming.id ? { ...one, name: called } : one)) });
    }
    endNaming('[aria-pressed=true]');
  };
  const beginNaming = (what: Saved | 'new'): void => {
    setNaming(what);
    setName(what === 'new' ? '' : what.name);
    setToFocus('input');
  };
  const endNaming = (focused: string): void => {
    setNaming(null);
    setName('');
    setToFocus(focused);
  };
  // What nobody goes on with is erased after a while: looking at it is going on with it.
  useEffect(() => {
    if (views.length > 0 && !drafts.has(`${PLACE}/seen`)) {
      drafts.set(`${PLACE}/seen`, true);
      void acts.noteDraft(PLACE, kept.value).catch(() => undefined);
    }
  }, []);
  return (
    <div class="saved-views" ref={place}>
      {views.length === 0 ? null : (
        <ul aria-label={say(queueWords.saved)}>
          {views.map((one) => (
            <li key={one.id}>
              <button type="button" aria-pressed={one === shown} onClick={() => onChoose(one)}>
                {one.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {naming !== null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextField label={say(queueWords.saveName)} maxLength={NAME_MAX} value={name} onInput={setName} />
          <button class="primary" disabled={name.trim() === ''}>
            {say(queueWords.save)}
          </button>
          <button type="button" onClick={() => endNaming('button.quiet')}>
            {say(queueWords.saveNot)}
          </button>
        </form>
      ) : shown !== undefined ? (
        <>
          <button type="button" class="quiet" onClick={() => beginNaming(shown)}>
            {say(queueWords.rename, { name: shown.name })}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              kept.set({ views: views.filter(({ id }) => id !== shown.id) });
              setToFocus('button');
            }}
          >
            {say(queueWords.unsave, { name: shown.name })}
          </button>
        </>
      ) : views.length < MOST ? (
        <button type="button" class="quiet" onClick={() => beginNaming('new')}>
          {say(queueWords.saveLook)}
        </button>
      ) : null}
    </div>
  );
}

const isSameFilter = (a: Filter, b: Filter): boolean =>
  (Object.keys(b) as (keyof Filter)[]).every((key) => (a[key] ?? '') === b[key]);
