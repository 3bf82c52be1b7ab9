import { nameOfEntry, verificationRound } from '@romduol/shared/casework/directory';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { directoryWorkWords } from '../messages/directory-work.ts';
import { directoryWords } from '../messages/directory.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { EntryCard } from './directory-page.tsx';

/** One entry after another, the longest unverified first; a key for each answer. */
export function RoundPage() {
  const say = useSay();
  const language = useLanguage();
  const { acts, view } = useConsole();
  const reading = useReading('directory', () => acts.directory());
  const [passed, setPassed] = useState<readonly string[]>([]);
  const round = verificationRound(
    (reading.value ?? []).map(({ entry }) => entry),
    view.today,
  );
  const entry = round.find(({ entryId }) => !passed.includes(entryId)) ?? round[0];
  const known = reading.value?.find(({ entryId }) => entryId === entry?.entryId);
  const acting = useAct(async () => {
    if (entry === undefined || reading.value === null) return;
    reading.put(await acts.saveDirectoryEntries([{ ...entry, verified: view.today }], reading.value));
  });
  const goOn = (): void => {
    if (entry === undefined) return;
    // Once through, the round begins anew.
    setPassed(
      round.every(({ entryId }) => entryId === entry.entryId || passed.includes(entryId))
        ? []
        : [...passed, entry.entryId],
    );
  };
  useKeys({
    v: () => void acting.run(),
    n: goOn,
    e: () => {
      if (entry !== undefined) location.hash = linkTo({ screen: 'directory_entry', entryId: entry.entryId });
    },
  });
  return (
    <div class="directory">
      <p class="trail">
        <a href={linkTo({ screen: 'directory' })}>← {say(directoryWords.back)}</a>
      </p>
      <ScreenHeading>{say(directoryWorkWords.roundTitle)}</ScreenHeading>
      <p class="hint">{say(directoryWorkWords.roundHint)}</p>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      <Trouble refusal={acting.refusal} />
      <output>{reading.value === null ? '' : say(directoryWorkWords.left, { count: round.length })}</output>
      {reading.value === null ? (
        <Waiting>{say(directoryWords.reading)}</Waiting>
      ) : entry === undefined || known === undefined ? (
        <p>{say(directoryWorkWords.roundDone)}</p>
      ) : (
        <section class="one-entry" aria-label={nameOfEntry(entry, language)}>
          <EntryCard one={known} />
          <dl class="standing">
            {(
              [
                [directoryWords.focalRole, entry.focal?.role],
                [directoryWords.channel, entry.channel],
                [directoryWords.hours, entry.hours],
                [directoryWords.cost, entry.cost],
              ] as const
            ).map(([words, value]) =>
              value === undefined ? null : (
                <div key={words.en}>
                  <dt>{say(words)}</dt>
                  <dd class="words">{value}</dd>
                </div>
              ),
            )}
          </dl>
          <p class="buttons">
            <button type="button" class="primary" disabled={acting.busy} onClick={() => void acting.run()}>
              {say(directoryWorkWords.stillRight)} <kbd>V</kbd>
            </button>
            <a class="button" href={linkTo({ screen: 'directory_entry', entryId: entry.entryId })}>
              {say(directoryWorkWords.change)} <kbd>E</kbd>
            </a>
            <button type="button" onClick={goOn}>
              {say(directoryWorkWords.next)} <kbd>N</kbd>
            </button>
          </p>
        </section>
      )}
    </div>
  );
}

/** Letters count only while nothing is being typed. */
function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || event.repeat) return;
      if (document.activeElement?.matches('input, select, textarea') === true) return;
      latest.current[event.key.toLowerCase()]?.();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
