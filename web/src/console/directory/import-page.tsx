import { type Import, readDirectoryCsv, writeDirectoryCsv } from '@romduol/shared/casework/directory-csv';
import { type CsvColumn, type Row, rowOf } from '@romduol/shared/casework/directory-row';
import { nameOfEntry } from '@romduol/shared/casework/directory';
import { useId, useState } from 'preact/hooks';
import type { DirectoryView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { directoryWorkWords, fileProblemWords, importProblemWords } from '../messages/directory-work.ts';
import { directoryWords } from '../messages/directory.ts';
import { saveFile } from '../parts/save-file.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';

/** The directory out into a table and back, with what would change before anything does. */
export function ImportPage() {
  const say = useSay();
  const language = useLanguage();
  const { acts, view } = useConsole();
  const id = useId();
  const reading = useReading('directory', () => acts.directory());
  const known = reading.value;
  const [read, setRead] = useState<{ readonly table: Import; readonly against: readonly DirectoryView[] } | null>(null);
  const [taken, setTaken] = useState(false);
  const choosing = useAct(async (file: File) => {
    setTaken(false);
    // Judged against the directory as it stands now, not as it stood when the screen opened.
    const now = await acts.directory();
    reading.put(now);
    const entries = now.map(({ entry }) => entry);
    const table = readDirectoryCsv(await readUtf8(file), entries, view.today, () => crypto.randomUUID());
    setRead({ table, against: now });
  });
  const saving = useAct(async () => {
    if (read === null || !read.table.ok || read.table.problems.length > 0) return;
    reading.put(
      await acts.saveDirectoryEntries(
        read.table.changes.map(({ entry }) => entry),
        read.against,
      ),
    );
    setRead(null);
    setTaken(true);
  });
  return (
    <div class="directory">
      <p class="trail">
        <a href={linkTo({ screen: 'directory' })}>← {say(directoryWords.back)}</a>
      </p>
      <ScreenHeading>{say(directoryWorkWords.tableTitle)}</ScreenHeading>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {known === null ? (
        <Waiting>{say(directoryWords.reading)}</Waiting>
      ) : (
        <>
          <section class="card">
            <p class="hint">{say(directoryWorkWords.saveHint)}</p>
            <button
              type="button"
              onClick={() =>
                saveFile(
                  `directory-${view.today}.csv`,
                  'text/csv;charset=utf-8',
                  writeDirectoryCsv(known.map(({ entry }) => entry)),
                )
              }
            >
              {say(directoryWorkWords.saveTable)}
            </button>
          </section>
          <section class="card">
            <label for={id}>{say(directoryWorkWords.open)}</label>
            <p class="hint">{say(directoryWorkWords.openHint)}</p>
            <input
              id={id}
              type="file"
              accept=".csv,text/csv"
              // The same file, mended, is a choice too: browsers tell of a change of name only.
              onClick={(event) => (event.currentTarget.value = '')}
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file !== undefined) void choosing.run(file);
              }}
            />
            <Trouble refusal={choosing.refusal} />
            <Trouble refusal={saving.refusal} />
            {taken ? <output>{say(directoryWorkWords.taken)}</output> : null}
            {read === null ? null : <ReadTable read={read.table} busy={saving.busy} onTake={() => void saving.run()} />}
          </section>
        </>
      )}
    </div>
  );

  function ReadTable({ read: table, busy, onTake }: { readonly read: Import; readonly busy: boolean; onTake(): void }) {
    if (!table.ok) return <p class="wrong">{fileProblemWords[table.file][language]}</p>;
    if (table.problems.length > 0)
      return (
        <div role="alert">
          <p class="wrong">{say(directoryWorkWords.problems, { count: table.problems.length })}</p>
          <ul class="faults">
            {table.problems.map(({ row, column, code }, at) => {
              const what = importProblemWords[code][language];
              return (
                <li key={at}>
                  {column === null
                    ? say(directoryWorkWords.ofRow, { row, what })
                    : say(directoryWorkWords.inRow, { row, column, what })}
                </li>
              );
            })}
          </ul>
        </div>
      );
    if (table.changes.length === 0) return <output>{say(directoryWorkWords.nothingNew)}</output>;
    const added = table.changes.filter(({ before }) => before === null).length;
    return (
      <>
        <output>
          {say(directoryWorkWords.preview, { added, changed: table.changes.length - added, same: table.same })}
        </output>
        <ul class="changes">
          {table.changes.map(({ row, entry, before, columns }) => (
            <li key={row}>
              {nameOfEntry(entry, language)}:{' '}
              {before === null
                ? say(directoryWorkWords.added)
                : say(directoryWorkWords.changes, { columns: columns.join(', ') })}
              {before === null ? null : <Differences then={rowOf(before)} now={rowOf(entry)} columns={columns} />}
            </li>
          ))}
        </ul>
        <button type="button" class="primary" disabled={busy} onClick={onTake}>
          {say(directoryWorkWords.take)}
        </button>
      </>
    );
  }
}

/** What each changed column said, and would say. */
function Differences({
  then,
  now,
  columns,
}: {
  readonly then: Row;
  readonly now: Row;
  readonly columns: readonly CsvColumn[];
}) {
  return (
    <ul>
      {columns.map((column) => (
        <li key={column}>
          {column}: <del>{then[column] || '–'}</del> → <ins>{now[column] || '–'}</ins>
        </li>
      ))}
    </ul>
  );
}

/** UTF-8 and nothing else: what a spreadsheet wrote in another encoding would come out as other words. */
async function readUtf8(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    // An open quotation: no table.
    return '"';
  }
}
