import { formatDay } from '@romduol/shared/language/dates';
import type { ItemLanguage, SiteItem } from '@romduol/shared/site/items';
import { useState } from 'preact/hooks';
import type { SiteEditionView } from '../../desk/site-view.ts';
import { useConsole } from '../console-context.ts';
import { siteWords } from '../messages/site.ts';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useReading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';

type HistoryProps = {
  readonly item: SiteItem;
  readonly language: ItemLanguage;
  readonly title: string;
  /** The newest edition's number, so that a new one is read. */
  readonly newest: number;
  /** Takes an earlier edition up again; nothing is published by it. */
  onTakeUp?(edition: SiteEditionView): void;
};

/** Every edition of an item, fetched when it is opened. */
export function EditionHistory(props: HistoryProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="editions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.title}</summary>
      {open ? <Editions {...props} /> : null}
    </details>
  );
}

function Editions({ item, language: of, newest, onTakeUp }: HistoryProps) {
  const say = useSay();
  const language = useLanguage();
  const { acts } = useConsole();
  const { value, refusal, again, busy } = useReading(`site/${item}/${of}/${newest}`, () => acts.siteHistory(item, of));
  if (value === null) {
    return busy ? <Waiting>{say(siteWords.loading)}</Waiting> : <Trouble refusal={refusal} onRetry={again} />;
  }
  if (value.length === 0) return <p>{say(siteWords.noEditions)}</p>;
  return (
    <ol>
      {value.map((edition) => {
        const { number, day, author, length, text, numbers, vouchedFor } = edition;
        return (
          <li key={number}>
            {say(siteWords.edition, { number, day: formatDay(day, language), author })}
            {length === 0 ? ` – ${say(siteWords.takenBack)}` : null}
            {vouchedFor ? null : <span class="wrong"> {say(siteWords.notVouched)}</span>}
            {onTakeUp === undefined || (text ?? numbers) === null ? null : (
              <button type="button" class="quiet" onClick={() => onTakeUp(edition)}>
                {say(siteWords.takeUp)}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
