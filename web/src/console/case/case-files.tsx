import { useEffect, useState } from 'preact/hooks';
import type { CaseView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { fileWords } from '../messages/files.ts';
import { saveFile } from '../parts/save-file.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useSay } from '../words.tsx';
import { type ShownKind, canShow, kindOfFile, nameToSave } from './file-kinds.ts';

type ReportFile = CaseView['files'][number];

/** The files that came with the report. Each is opened in memory; it lies on a disk only when somebody wants that. */
export function CaseFiles({ view }: { readonly view: CaseView }) {
  const say = useSay();
  if (view.files.length === 0) return null;
  return (
    <section class="files" aria-labelledby="files-heading">
      <h3 id="files-heading">{say(fileWords.files)}</h3>
      <p class="hint">{say(fileWords.hint)}</p>
      <ul>
        {view.files.map((file, place) => (
          <li key={`${view.caseId} ${place}`}>
            <OneFile view={view} file={file} place={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type FileProps = { readonly view: CaseView; readonly file: ReportFile; readonly place: number };

function OneFile({ view, file, place }: FileProps) {
  const say = useSay();
  const { acts } = useConsole();
  const kind = kindOfFile(file.type);
  const [shown, setShown] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  // A blob lives as long as its address: it goes with the screen, and so with a lock.
  useEffect(() => (shown === null ? undefined : () => URL.revokeObjectURL(shown)), [shown]);
  const opening = useAct(async () => {
    const content = await acts.openFile(view.caseId, place);
    setShown(URL.createObjectURL(new Blob([content], { type: file.type })));
  });
  const saving = useAct(async () => {
    const content = await acts.openFile(view.caseId, place);
    const name = nameToSave(file.name, file.type, `${view.caseId.slice(0, 8)}-${place + 1}`);
    saveFile(name, 'application/octet-stream', content);
    setAsking(false);
  });
  const busy = opening.busy || saving.busy;
  const name = file.name === '' ? say(fileWords.recording) : file.name;
  return (
    <>
      <p>
        <b class="words">{name}</b> · {say(fileWords[kind])} · <FileSize length={file.length} />
      </p>
      <p class="buttons">
        {!canShow(kind) ? null : shown === null ? (
          <button type="button" disabled={busy} onClick={() => opening.run()}>
            {say(fileWords.open)}
          </button>
        ) : (
          <button type="button" onClick={() => setShown(null)}>
            {say(fileWords.close)}
          </button>
        )}
        {asking ? null : (
          <button type="button" disabled={busy} onClick={() => setAsking(true)}>
            {say(fileWords.save)}
          </button>
        )}
      </p>
      {kind === 'pdf' ? <p class="hint">{say(fileWords.pdfHint)}</p> : null}
      <output>{busy ? say(fileWords.opening) : ''}</output>
      <Trouble refusal={opening.refusal ?? saving.refusal} />
      {asking ? (
        <div class="caution">
          <p>{say(fileWords.saveWarning)}</p>
          <button type="button" disabled={busy} onClick={() => saving.run()}>
            {say(fileWords.saveAnyway)}
          </button>
          <button type="button" disabled={busy} onClick={() => setAsking(false)}>
            {say(fileWords.cancel)}
          </button>
        </div>
      ) : null}
      {shown === null || !canShow(kind) ? null : <Shown kind={kind} address={shown} name={name} />}
    </>
  );
}

function FileSize({ length }: { readonly length: number }) {
  const say = useSay();
  const megabytes = length / 1_000_000;
  return (
    <>
      {megabytes < 1
        ? say(fileWords.kilobytes, { count: Math.ceil(length / 1000) })
        : say(fileWords.megabytes, { count: Math.round(megabytes * 10) / 10 })}
    </>
  );
}

type ShownProps = { readonly kind: ShownKind; readonly address: string; readonly name: string };

function Shown({ kind, address, name }: ShownProps) {
  const say = useSay();
  const [failed, setFailed] = useState(false);
  const onError = (): void => setFailed(true);
  if (failed) return <p class="caution">{say(fileWords.cannotShow)}</p>;
  if (kind === 'image') return <img src={address} alt={name} onError={onError} />;
  /* oxlint-disable jsx-a11y/media-has-caption -- what a reporter recorded has none */
  if (kind === 'audio') return <audio src={address} controls aria-label={name} onError={onError} />;
  return <video src={address} controls aria-label={name} onError={onError} />;
}
