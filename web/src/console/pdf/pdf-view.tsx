import { useEffect, useRef, useState } from 'preact/hooks';
import { fileWords } from '../messages/files.ts';
import { Waiting } from '../parts/trouble.tsx';
import { startWorker } from '../worker-address.ts';
import { useSay } from '../words.tsx';
import type { FromPdf, ToPdf } from './pdf-messages.ts';

/** Milliseconds for opening or for one page: a PDF may be made so that drawing it never ends. */
const PATIENCE = 60_000;
/** How many times as wide as its place a page is drawn. */
const SIZES = [1, 1.5, 2.25] as const;

type Drawn = { readonly picture: ImageBitmap; readonly text: string };

/** A PDF's pages, one at a time, drawn by a worker that lives as long as they are shown. */
export function PdfView({ content, name }: { readonly content: Blob; readonly name: string }) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  const ask = useRef<(message: ToPdf) => void>(() => undefined);
  const [pages, setPages] = useState(0);
  const [page, setPage] = useState(1);
  const [size, setSize] = useState(0);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [failed, setFailed] = useState<'locked' | 'broken' | null>(null);

  useEffect(() => {
    const started = startWorker('pdf');
    let unanswered = 0;
    let patience: ReturnType<typeof setTimeout>;
    const fail = (why: 'locked' | 'broken'): void => {
      clearTimeout(patience);
      started.terminate();
      setFailed(why);
    };
    ask.current = (message) => {
      clearTimeout(patience);
      patience = setTimeout(() => fail('broken'), PATIENCE);
      unanswered += 1;
      started.postMessage(message);
    };
    started.addEventListener('error', () => fail('broken'));
    started.addEventListener('message', ({ data }: MessageEvent<FromPdf>) => {
      unanswered -= 1;
      if (data.kind === 'failed') return fail(data.why);
      // A page that somebody has turned since: its picture would stand under the next one's number.
      if (unanswered > 0) {
        if (data.kind === 'drawn') data.picture.close();
        return;
      }
      clearTimeout(patience);
      if (data.kind === 'opened') setPages(data.pages);
      else setDrawn(data);
    });
    ask.current({ kind: 'open', content });
    return () => {
      clearTimeout(patience);
      started.terminate();
    };
  }, [content]);

  useEffect(() => {
    if (pages === 0) return;
    const width = (place.current?.clientWidth ?? 600) * devicePixelRatio * (SIZES[size] ?? 1);
    setDrawn(null);
    ask.current({ kind: 'draw', page, width });
  }, [pages, page, size]);

  if (failed !== null)
    return <p class="caution">{say(failed === 'locked' ? fileWords.pdfLocked : fileWords.pdfBroken)}</p>;
  return (
    <section class="pdf" aria-label={name}>
      <p class="hint">{say(fileWords.pdfHint)}</p>
      {pages === 0 ? null : (
        <p class="buttons">
          <button type="button" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {say(fileWords.pageBefore)}
          </button>
          <output>{say(fileWords.page, { page, pages })}</output>
          <button type="button" disabled={page === pages} onClick={() => setPage(page + 1)}>
            {say(fileWords.pageAfter)}
          </button>
          <button type="button" disabled={size === SIZES.length - 1} onClick={() => setSize(size + 1)}>
            {say(fileWords.larger)}
          </button>
          <button type="button" disabled={size === 0} onClick={() => setSize(size - 1)}>
            {say(fileWords.smaller)}
          </button>
        </p>
      )}
      <div class="pdf-page" ref={place}>
        {drawn === null ? (
          <Waiting>{say(fileWords.drawing)}</Waiting>
        ) : (
          <Picture drawn={drawn} size={SIZES[size] ?? 1} name={`${name}, ${say(fileWords.page, { page, pages })}`} />
        )}
      </div>
      {drawn === null || drawn.text.trim() === '' ? null : (
        <details>
          <summary>{say(fileWords.pageText)}</summary>
          <p class="words">{drawn.text}</p>
        </details>
      )}
    </section>
  );
}

function Picture({ drawn, size, name }: { readonly drawn: Drawn; readonly size: number; readonly name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const shown = canvas.current;
    if (shown === null) return;
    shown.width = drawn.picture.width;
    shown.height = drawn.picture.height;
    // Given away: it can be shown once.
    shown.getContext('bitmaprenderer')?.transferFromImageBitmap(drawn.picture);
  }, [drawn]);
  useEffect(() => {
    if (canvas.current !== null) canvas.current.style.width = `${size * 100}%`;
  }, [size]);
  return (
    <figure>
      <canvas ref={canvas}>{name}</canvas>
    </figure>
  );
}
