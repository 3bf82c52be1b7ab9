import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import { useEffect, useState } from 'preact/hooks';
import { FileFacts, callFile } from '../../pages/file-facts.tsx';
import { type ShownKind, canShow, kindOfFile, nameToSave } from '../../pages/file-kinds.ts';
import { fileWords } from '../messages/files.ts';
import { saveFile } from '../parts/save-file.ts';
import { Trouble } from '../parts/trouble.tsx';
import { PdfView } from '../pdf/pdf-view.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLanguage, useSay } from '../words.tsx';

type FileItemProps = {
  readonly file: Pick<AttachmentNote, 'name' | 'type' | 'length'>;
  /** What it is saved as when it has no name. */
  readonly number: string;
  /** Fetches it, whole and verified. */
  readonly fetchFile: () => Promise<Blob>;
};

/** A file with what can be done with it. It is opened in memory; it lies on a disk only when somebody wants that. */
export function FileItem({ file, number, fetchFile }: FileItemProps) {
  const say = useSay();
  const language = useLanguage();
  const kind = kindOfFile(file.type);
  const [shown, setShown] = useState<Opened | null>(null);
  const [asking, setAsking] = useState(false);
  // A blob lives as long as its address: it goes with the screen, and so with a lock.
  useEffect(() => (shown === null ? undefined : () => URL.revokeObjectURL(shown.address)), [shown]);
  const opening = useAct(async () => {
    const content = await fetchFile();
    const typed = new Blob([content], { type: file.type });
    setShown({ content: typed, address: URL.createObjectURL(typed) });
  });
  const saving = useAct(async () => {
    const content = await fetchFile();
    saveFile(nameToSave(file.name, file.type, number), 'application/octet-stream', content);
    setAsking(false);
  });
  const busy = opening.busy || saving.busy;
  return (
    <>
      <p>
        <FileFacts language={language} file={file} />
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
      {shown === null || !canShow(kind) ? null : <Shown kind={kind} opened={shown} name={callFile(file, language)} />}
    </>
  );
}

type Opened = { readonly content: Blob; readonly address: string };
type ShownProps = { readonly kind: ShownKind; readonly opened: Opened; readonly name: string };

function Shown({ kind, opened: { content, address }, name }: ShownProps) {
  const say = useSay();
  const [failed, setFailed] = useState(false);
  const onError = (): void => setFailed(true);
  if (failed) return <p class="caution">{say(fileWords.cannotShow)}</p>;
  if (kind === 'pdf') return <PdfView content={content} name={name} />;
  if (kind === 'image') return <img src={address} alt={name} onError={onError} />;
  /* oxlint-disable jsx-a11y/media-has-caption -- what a reporter recorded has none */
  if (kind === 'audio') return <audio src={address} controls aria-label={name} onError={onError} />;
  return <video src={address} controls aria-label={name} onError={onError} />;
}
