import { parentPort, workerData } from 'node:worker_threads';
import type { CaseId } from '@romduol/shared/ids';
import { uploadCheck, uploadToken } from '@romduol/shared/sealing/attachment';
import { utf8 } from '@romduol/shared/sealing/bytes';
import { sealReport } from '@romduol/shared/sealing/envelope';
import { recipientKeys } from '@romduol/shared/sealing/keyring';
import { deriveReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { deriveSecondWord } from '@romduol/shared/sealing/second-word';
import { loadThinSodium } from '@romduol/shared/sealing/sodium-thin';
import { withStreams } from '@romduol/shared/sealing/sodium-thin-streams';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { type FormRead, readForm } from '@romduol/web/enhance/read-form';
import { AS_IS, TRAP } from '@romduol/web/pages/form-fields';
import type { FilledForm } from '@romduol/web/pages/filled-form';
import { ReceiptPage } from '@romduol/web/pages/receipt-page';
import { ReportPage } from '@romduol/web/pages/report-page';
import { padmeLength } from '@romduol/shared/sealing/padding';
import type { VNode } from 'preact';
import { type AnsweredReturn, answerReturn } from '../conversation/answer-return.tsx';
import type { ReturnAsk, ReturnTold } from '../conversation/return-messages.ts';
import { compressQuickly } from '../pages/compress.ts';
import { draw } from '../pages/draw.tsx';
import { receptionOf } from '../pages/reception.ts';
import type { FormTask, FromFormThread, ToFormThread } from './form-messages.ts';
import { type FormParser, type SentField, type TakeFiles, parseForm } from './parse-form.ts';
import { type FileSealing, type FilesOwner, type SealedChunk, type SealedFiles, sealFiles } from './seal-files.ts';

/*
 * The only place on the server where a person's words are read: for as long as it takes to seal them. This thread parses
 * the form, seals it by the functions that the browser uses, draws what is shown, and is ended after one form, with
 * everything it remembers. What goes out is sealed, or a page for the one who wrote it.
 */

if (parentPort === null) throw new Error('runs as a worker thread only');
const port = parentPort;
// Compiled once for all threads: the code is shared between them, with what the compiler has made better since.
const { wasm } = workerData as { readonly wasm: WebAssembly.Module };
const library = loadThinSodium(async (imports) => ({
  instance: await WebAssembly.instantiate(wasm, imports as WebAssembly.Imports),
})).then((thin) => useSodium(withStreams(thin)));

const say = (message: FromFormThread, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

function showPage({ encoding }: FormTask, status: 200 | 422, page: VNode): void {
  const html = new Uint8Array(compressQuickly(utf8(draw(page)), encoding));
  // Gzip has no quick way here; whoever takes only that gets the page as it is.
  say({ kind: 'page', status, encoding: encoding === 'br' ? 'br' : 'identity', html }, [html.buffer]);
}

function showForm(task: FormTask, status: 200 | 422, form: FilledForm): void {
  const { deployment, language, numbers, site, keyring, today } = task;
  const reception = receptionOf(keyring, today, site.closed);
  showPage(
    task,
    status,
    <ReportPage
      deployment={deployment}
      language={language}
      reception={reception}
      numbers={numbers}
      site={site}
      form={form}
    />,
  );
}

let task: FormTask;
let parser: FormParser;
let sealing: FileSealing;
/** The report's id and key: its files are sealed before it is. */
let owner: Promise<FilesOwner>;
let receipt: string;

async function drawOwner(): Promise<FilesOwner> {
  await library;
  return { caseId: crypto.randomUUID() as CaseId, key: sodium().randomBytes(32) };
}

/** One chunk at a time leaves, and the next when it is stored: nothing piles up between here and the database. */
let kept = (): void => undefined;
function handOut(chunk: SealedChunk): Promise<void> {
  say({ kind: 'file', ...chunk }, [chunk.bytes.buffer]);
  return new Promise((resolve) => {
    kept = resolve;
  });
}

function takeFields(sent: readonly SentField[]): Extract<FormRead, { ok: true }> | null {
  const typed = sent.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  if (sent.some(([name]) => name === 'switch')) {
    showForm(task, 200, { fields: typed, problems: [], files: files.names });
    return null;
  }
  const read = readForm(sent, { keyring: task.keyring, expired: task.today > task.keyring.expires }, files.problems);
  if (read.ok) return read;
  showForm(task, 422, { fields: typed, problems: read.problems, files: files.names });
  return null;
}

let read: Extract<FormRead, { ok: true }>;
let files: SealedFiles;

async function finish(sent: readonly SentField[]): Promise<void> {
  files = await sealing.finish(sent.some(([name]) => name === AS_IS));
  const taken = takeFields(sent);
  if (taken === null) return;
  read = taken;
  const trapped = sent.some(([name, value]) => name === TRAP && value !== '');
  say({ kind: 'team', team: read.team.id, trapped });
}

async function seal(keys: readonly Uint8Array[]): Promise<void> {
  const { caseId, key } = await owner;
  receipt = generateReceipt();
  const { secondWord } = read;
  const report = sealReport({
    caseId,
    team: read.team.id,
    keyringVersion: task.keyring.version,
    recipients: recipientKeys(task.keyring, read.team, read.recipients, keys),
    answers: read.answers,
    contact: read.contact,
    sealedBy: 'server',
    receipt: deriveReceipt(receipt, task.keyring.fingerprint),
    ...(secondWord !== null && { secondWord: deriveSecondWord(secondWord, caseId) }),
    key,
    attachments: files.notes,
  });
  say({ kind: 'sealed', report, files: files.announced, check: uploadCheck(uploadToken(key)) });
}

/** Nothing is said about what failed: it could quote what was typed. */
function fail(): void {
  process.exit(1);
}

/** The least bytes of an answer to a form of the return page: found and not found look alike. */
const RETURN_FLOOR = 32 * 1024;
let takeTold: (told: ReturnTold) => void;

function askStore(ask: ReturnAsk): Promise<ReturnTold> {
  say({ kind: 'ask', ask });
  return new Promise((resolve) => {
    takeTold = resolve;
  });
}

function sayReturned(answered: AnsweredReturn): void {
  if (answered.kind === 'file') {
    const { name, length, pieces } = answered.file;
    let next: Promise<Uint8Array | undefined> = Promise.resolve(answered.first);
    giveMore = async () => {
      const piece = await next;
      next = pieces.next().then(({ done, value }) => (done === true ? undefined : (value as Uint8Array)));
      next.catch(() => undefined);
      const bytes = piece === undefined ? null : new Uint8Array(piece);
      say({ kind: 'piece', bytes }, bytes === null ? [] : [bytes.buffer]);
    };
    say({ kind: 'download', name, length });
    return;
  }
  const { status, page } = answered;
  const drawn = utf8(draw(page));
  // Not compressed: what is drawn would tell its length again.
  const html = new Uint8Array(padmeLength(drawn.length, RETURN_FLOOR)).fill(0x20);
  html.set(drawn);
  say({ kind: 'page', status, encoding: 'identity', html }, [html.buffer]);
}

/** What is done when all of the form has come. */
let whenWhole: (sent: readonly SentField[]) => Promise<void> = finish;
/** Hands out the next piece of a file that is asked for. */
let giveMore: () => Promise<void> = async () => undefined;

function begin(contentType: string, takeFiles: TakeFiles): void {
  parser = parseForm(contentType, takeFiles);
  parser.fields.catch((reason: Error) =>
    say({ kind: 'refused', trouble: reason.message === 'too_large' ? 'too_large' : 'malformed' }),
  );
}

port.on('message', (message: ToFormThread) => {
  switch (message.kind) {
    case 'task':
      ({ task } = message);
      owner = drawOwner();
      owner.catch(() => undefined);
      sealing = sealFiles(() => owner, handOut);
      begin(task.contentType, sealing);
      break;
    case 'return': {
      const { files: replied, answer } = answerReturn(message.task, library, askStore, handOut);
      whenWhole = async (sent) => sayReturned(await answer(sent));
      begin(message.task.contentType, replied);
      break;
    }
    case 'chunk':
      parser.write(message.bytes).then(() => say({ kind: 'credit' }));
      break;
    case 'end':
      parser.end();
      // What is refused has been said already; whatever else fails ends the thread, and is answered as a fault.
      parser.fields
        .then(
          (sent) => whenWhole(sent),
          () => undefined,
        )
        .catch(fail);
      break;
    case 'kept':
      kept();
      break;
    case 'keys':
      seal(message.keys).catch(fail);
      break;
    case 'more':
      giveMore().catch(fail);
      break;
    case 'told':
      takeTold(message.told);
      break;
    case 'stored': {
      const { deployment, language } = task;
      showPage(task, 200, <ReceiptPage deployment={deployment} language={language} receipt={receipt} />);
      break;
    }
  }
});
