import type { CaseView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { fileWords } from '../messages/files.ts';
import { useSay } from '../words.tsx';
import { FileItem } from './file-item.tsx';

/** The files that came with the report. */
export function CaseFiles({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { acts } = useConsole();
  if (view.files.length === 0) return null;
  return (
    <section class="files" aria-labelledby="files-heading">
      <h3 id="files-heading">{say(fileWords.files)}</h3>
      <p class="hint">{say(fileWords.hint)}</p>
      <ul>
        {view.files.map((file, place) => (
          <li key={`${view.caseId} ${place}`}>
            <FileItem
              file={file}
              number={`${view.caseId.slice(0, 8)}-${place + 1}`}
              fetchFile={() => acts.openFile(view.caseId, place)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
