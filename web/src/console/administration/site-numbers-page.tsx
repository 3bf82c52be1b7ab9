import { formatDay } from '@romduol/shared/language/dates';
import { dueOf } from '@romduol/shared/site/help-numbers';
import { NUMBERS_ITEM } from '@romduol/shared/site/items';
import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { siteWords } from '../messages/site.ts';
import { TextField } from '../parts/fields.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { type Reading, useReading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';
import { EditionHistory } from './edition-history.tsx';
import {
  type NumberTyped,
  beginNumbers,
  changeRow,
  emptyRow,
  newestNumbers,
  problemsOf,
  readNumbers,
  saysOther,
  typedNumbers,
  verifierOf,
} from './numbers-draft.ts';
import { type Editions, SiteFrame } from './site-frame.tsx';
import { usePublish } from './use-publish.ts';

export function SiteNumbersPage() {
  const say = useSay();
  return (
    <SiteFrame title={say(siteWords.numbers)}>
      {(editions, reading) => <NumbersForm editions={editions} reading={reading} />}
    </SiteFrame>
  );
}

function NumbersForm({ editions, reading }: { readonly editions: Editions; readonly reading: Reading<Editions> }) {
  const say = useSay();
  const { acts, view } = useConsole();
  const publish = usePublish(reading);
  const [looked, setLooked] = useState(false);
  const [done, setDone] = useState(false);
  const draft = useDraft('site/numbers', () => beginNumbers(editions));
  const { rows, seen } = draft.value;
  const newest = newestNumbers(editions)?.number ?? 0;
  // Read beside the form, which does not wait for it: it only adds names.
  const history = useReading(`site/${NUMBERS_ITEM}/-/${newest}`, () => acts.siteHistory(NUMBERS_ITEM, '-'));
  const content = readNumbers({ rows });
  const other = content === null || saysOther(content, editions);
  const setRows = (next: readonly NumberTyped[]): void => {
    setDone(false);
    draft.set({ rows: next });
  };
  const acting = useAct(async () => {
    setLooked(true);
    setDone(false);
    if (content === null) return;
    const after = await publish([{ item: NUMBERS_ITEM, language: '-', after: newest, content }]);
    draft.set({ seen: newestNumbers(after)?.number ?? 0 });
    setLooked(false);
    setDone(true);
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void acting.run();
      }}
    >
      <div class="says">
        <p>{say(siteWords.numbersDo)}</p>
      </div>
      {seen !== newest ? (
        <div class="caution" role="alert">
          <p>{say(siteWords.changedMeanwhile)}</p>
        </div>
      ) : null}
      {rows.map((row) => (
        <NumberRow
          key={row.key}
          row={row}
          looked={looked}
          by={verifierOf(history.value ?? [], row)}
          onChange={(change) => setRows(rows.map((one) => (one.key === row.key ? changeRow(one, change) : one)))}
          onConfirm={() => setRows(rows.map((one) => (one.key === row.key ? { ...one, verified: view.today } : one)))}
          onRemove={() => setRows(rows.filter((one) => one.key !== row.key))}
        />
      ))}
      <p class="buttons">
        <button type="button" onClick={() => setRows([...rows, emptyRow()])}>
          {say(siteWords.addNumber)}
        </button>
      </p>
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button class="primary" disabled={acting.busy || !other}>
          {say(siteWords.publish)}
        </button>
        {other ? (
          <button type="button" class="quiet" onClick={() => draft.set(beginNumbers(editions))}>
            {say(siteWords.discard)}
          </button>
        ) : (
          <span class="quietly">{say(siteWords.unchanged)}</span>
        )}
      </p>
      {acting.busy ? <Waiting>{say(siteWords.publishing)}</Waiting> : null}
      <output>{done ? say(siteWords.published) : ''}</output>
      <EditionHistory
        item={NUMBERS_ITEM}
        language="-"
        title={say(siteWords.history)}
        newest={newest}
        onTakeUp={({ numbers }) => setRows(typedNumbers(numbers ?? []))}
      />
    </form>
  );
}

type RowProps = {
  readonly row: NumberTyped;
  readonly looked: boolean;
  /** Who confirmed it, once that is published. */
  readonly by: string | null;
  onChange(change: Partial<NumberTyped>): void;
  onConfirm(): void;
  onRemove(): void;
};

function NumberRow({ row, looked, by, onChange, onConfirm, onRemove }: RowProps) {
  const say = useSay();
  const language = useLanguage();
  const { view } = useConsole();
  const due = dueOf(row);
  const problems: ReadonlySet<string> = looked ? problemsOf(row) : new Set();
  const field = (name: 'nameEn' | 'nameKm' | 'noteEn' | 'noteKm' | 'hoursEn' | 'hoursKm') => ({
    label: say(siteWords[name]),
    lang: name.endsWith('Km') ? 'km' : 'en',
    maxLength: name.startsWith('note') ? 400 : 120,
    value: row[name],
    problem: problems.has(name.slice(0, -2)) ? say(siteWords.bothLanguages) : null,
    onInput: (value: string) => onChange({ [name]: value }),
  });
  const name = `${row.number} ${language === 'km' ? row.nameKm : row.nameEn}`;
  return (
    <fieldset class="card number-row">
      <legend>{name}</legend>
      <div class="row-of-fields">
        <TextField
          label={say(siteWords.number)}
          problem={problems.has('number') ? say(siteWords.numberWrong) : null}
          value={row.number}
          maxLength={24}
          onInput={(number) => onChange({ number })}
        />
        <TextField {...field('nameEn')} />
        <TextField {...field('nameKm')} />
        <TextField {...field('hoursEn')} />
        <TextField {...field('hoursKm')} />
      </div>
      <div class="row-of-fields">
        <TextField {...field('noteEn')} />
        <TextField {...field('noteKm')} />
      </div>
      <p class={due === null || due < view.today ? 'marks' : 'quietly'}>
        {row.verified === null || due === null
          ? say(siteWords.neverVerified)
          : [
              by === null
                ? say(siteWords.lastVerified, { day: formatDay(row.verified, language) })
                : say(siteWords.lastVerifiedBy, { day: formatDay(row.verified, language), by }),
              say(due < view.today ? siteWords.overdue : siteWords.due, { day: formatDay(due, language) }),
            ].join(' ')}
      </p>
      <p class="buttons">
        <button type="button" onClick={onConfirm}>
          {say(siteWords.confirm)}
        </button>
        <button type="button" class="quiet" onClick={onRemove}>
          {say(siteWords.removeNumber)}
        </button>
      </p>
    </fieldset>
  );
}
