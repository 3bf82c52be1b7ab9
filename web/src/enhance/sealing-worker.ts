import type { CaseId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { fromBase64url } from '@romduol/shared/sealing/bytes';
import { encodeSealedReport, sealReport } from '@romduol/shared/sealing/envelope';
import { recipientKeys, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { PINNED } from '@romduol/shared/sealing/pinned-root';
import { type ReceiptKeys, deriveReceipt, formatReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { type ThinSodium, loadThinSodium } from '@romduol/shared/sealing/sodium-thin';
import { useSodium } from '@romduol/shared/sealing/sodium';
import type { ChosenFiles } from './chosen-files.ts';
import { decodeKeyring } from './decode-keyring.ts';
import { makeUuid } from './make-uuid.ts';
import type { FromSealer, ToSealer } from './messages.ts';
import { type FormRead, readForm } from './read-form.ts';

// Whatever touches a person's words after they leave the form happens in here, and the page ends this worker when the
// report is stored: the library's memory keeps what it has seen, and ends with it. No top-level await: messages that come
// during one are dropped.

let library: Promise<ThinSodium>;
let verified: ReturnType<typeof verifyKeyring>;
let receipt: string;
let receiptKeys: ReceiptKeys | undefined;
let read: Extract<FormRead, { ok: true }>;
let files: ChosenFiles | undefined;
let sealedOnce = false;

async function loadLibrary(wasm: ReadableStream | ArrayBuffer): Promise<ThinSodium> {
  const response = new Response(wasm, { headers: { 'content-type': 'application/wasm' } });
  const thin = await loadThinSodium((imports) =>
    WebAssembly.instantiateStreaming(response, imports as WebAssembly.Imports),
  );
  useSodium(thin);
  return thin;
}

function keysOfReceipt(): ReceiptKeys {
  if (receiptKeys === undefined) receiptKeys = deriveReceipt(receipt, verified.keyring.fingerprint);
  return receiptKeys;
}

function drawReceipt(): void {
  receipt = generateReceipt();
  receiptKeys = undefined;
}

async function takeKeyring(served: string): Promise<FromSealer> {
  await library;
  verified = verifyKeyring(decodeKeyring(served), { today: dayAt(Date.now()), ...PINNED });
  drawReceipt();
  // Once the answer is out, while the person still types: on a slow phone this takes most of a second.
  setTimeout(keysOfReceipt);
  return { kind: 'ready' };
}

async function takeForm(fields: readonly (readonly [string, FormDataEntryValue])[]): Promise<FromSealer> {
  // A field for files in which nothing was chosen holds a file without a name.
  files = fields.some(([, value]) => (value as File).name)
    ? await (await import('./chosen-files.ts')).readFiles(fields, await library)
    : undefined;
  const result = readForm(fields, verified, files?.problems);
  if (!result.ok) return { kind: 'problems', problems: result.problems };
  read = result;
  return { kind: 'team', team: read.team.id };
}

async function seal(served: string): Promise<FromSealer> {
  const { keys } = JSON.parse(served) as { keys: string[] };
  // What was sealed before may have arrived without its answer: under the same receipt this one would be refused.
  if (sealedOnce) drawReceipt();
  sealedOnce = true;
  const { answers, contact, team, recipients, secondWord } = read;
  const caseId = makeUuid() as CaseId;
  const report = sealReport({
    caseId,
    team: team.id,
    keyringVersion: verified.keyring.version,
    recipients: recipientKeys(verified.keyring, team, recipients, keys.map(fromBase64url)),
    answers,
    contact,
    sealedBy: 'browser',
    receipt: keysOfReceipt(),
    ...files?.draw(caseId, keysOfReceipt().lookup),
    ...(secondWord !== null && {
      secondWord: (await import('@romduol/shared/sealing/second-word')).deriveSecondWord(secondWord, caseId),
    }),
  });
  return {
    kind: 'sealed',
    body: encodeSealedReport(report),
    latin: formatReceipt(receipt, 'latin'),
    khmer: formatReceipt(receipt, 'khmer'),
    files: files?.names,
  };
}

async function answer(message: ToSealer): Promise<FromSealer | undefined> {
  if (message.kind === 'library') {
    await (library = loadLibrary(message.wasm));
    return undefined;
  }
  if (message.kind === 'keyring') return takeKeyring(message.served);
  if (message.kind === 'read') return takeForm(message.fields);
  return message.kind === 'seal' ? seal(message.served) : files?.take(message.kind);
}

onmessage = ({ data }: MessageEvent<ToSealer>) => {
  // No reason is given: it could quote what was typed, and the page can only say that it did not work.
  const failed: FromSealer = { kind: 'failed' };
  answer(data).then(
    (message) => message && postMessage(message),
    () => postMessage(failed),
  );
};
