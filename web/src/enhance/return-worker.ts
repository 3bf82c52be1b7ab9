import { dayAt } from '@romduol/shared/language/dates';
import { fromBase64url, toBase64url } from '@romduol/shared/sealing/bytes';
import { openConversation } from '@romduol/shared/sealing/conversation';
import { SealingError } from '@romduol/shared/sealing/errors';
import { type Keyring, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { type ReceiptKeys, deriveReceipt } from '@romduol/shared/sealing/receipt';
import { deriveSecondWord } from '@romduol/shared/sealing/second-word';
import { type ThinSodium, loadThinSodium } from '@romduol/shared/sealing/sodium-thin';
import { withStreams } from '@romduol/shared/sealing/sodium-thin-streams';
import { useSodium } from '@romduol/shared/sealing/sodium';
import type { ChosenFiles } from './chosen-files.ts';
import { PINNED } from '@romduol/shared/sealing/pinned-root';
import { decodeKeyring } from './decode-keyring.ts';
import type { FromReturner, ToReturner } from './return-messages.ts';
import { type OpenedTalk, answerOf, openTalk, openWords } from './return-talk.ts';
import { nextReply, sealReply } from './seal-reply.ts';

// Receipt and words are handled in here, and this worker is ended when the page is left: the library's memory keeps what
// it has seen, and ends with it. What goes out is sealed or follows from the receipt without telling it.

let library: Promise<ThinSodium>;
let keyring: Keyring;
let derived: { readonly digits: string; readonly keys: ReceiptKeys } | undefined;
let opened: OpenedTalk;
/** Those of the last reply, which follow it. */
let files: ChosenFiles | undefined;

async function loadLibrary(wasm: ReadableStream | ArrayBuffer): Promise<ThinSodium> {
  const response = new Response(wasm, { headers: { 'content-type': 'application/wasm' } });
  const thin = await loadThinSodium((imports) =>
    WebAssembly.instantiateStreaming(response, imports as WebAssembly.Imports),
  );
  // What it reads here it must open.
  useSodium(withStreams(thin));
  return thin;
}

const encode = (body: object): string =>
  JSON.stringify(body, (_, value: unknown) => (value instanceof Uint8Array ? toBase64url(value) : value));

function keysOf(digits: string): ReceiptKeys {
  if (derived?.digits !== digits) derived = { digits, keys: deriveReceipt(digits, keyring.fingerprint) };
  return derived.keys;
}

/** The keys that were derived last. Throws when none were. */
function keysAtHand(): ReceiptKeys {
  if (derived === undefined) throw new Error('out of turn');
  return derived.keys;
}

function open(served: string): FromReturner {
  const keys = keysAtHand();
  const { sealed } = JSON.parse(served) as { sealed: Record<'nonce' | 'ciphertext', string> };
  try {
    const conversation = openConversation(keys.lookup, {
      nonce: fromBase64url(sealed.nonce),
      ciphertext: fromBase64url(sealed.ciphertext),
    });
    if (conversation === null) return { kind: 'talk', talk: 'unknown' };
    opened = openTalk(keys, conversation, keyring);
    return { kind: 'talk', talk: opened.talk };
  } catch (error) {
    if (error instanceof SealingError) return { kind: 'talk', talk: 'damaged' };
    throw error;
  }
}

async function reply(text: string, fields: readonly (readonly [string, FormDataEntryValue])[]): Promise<FromReturner> {
  // A field for files in which nothing was chosen holds a file without a name.
  const chosen = fields.some(([, value]) => (value as File).name)
    ? await (await import('./chosen-files.ts')).readFiles(fields, await library)
    : undefined;
  if (chosen !== undefined && chosen.problems.length > 0) return { kind: 'problems', problems: chosen.problems };
  const { lookup } = keysAtHand();
  // One conversation throughout: it may be fetched anew while code is on its way, with another key.
  const talk = opened;
  const message = sealReply(talk, text, { attachments: chosen?.notes ?? [] });
  if (chosen !== undefined) {
    const { announceByReceipt } = await import('./upload-files.ts');
    const { caseId } = talk.conversation;
    chosen.aim({ caseId, key: nextReply(talk).key }, announceByReceipt(lookup, message.counter));
    files = chosen;
  }
  return { kind: 'body', body: encode({ lookup, message }), files: chosen?.names };
}

/** Fetches and opens a file of the team's; nothing of it is handed over before all of it has verified. */
async function fetchFile(name: string): Promise<FromReturner> {
  const { lookup } = keysAtHand();
  const { openTalkFile } = await import('./open-talk-file.ts');
  const file = openTalkFile(opened, name, async (object, chunk) => {
    const served = await fetch(`/api/attachments/${object}/${chunk}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: encode({ lookup }),
    });
    if (served.status >= 500) throw new Error('busy');
    return served.ok ? new Uint8Array(await served.arrayBuffer()) : null;
  });
  if (file === null) return { kind: 'file', file: 'damaged' };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for await (const piece of { [Symbol.asyncIterator]: () => file.pieces }) {
      parts.push(new Uint8Array(piece));
      length += piece.length;
      postMessage({ kind: 'fetched', percent: Math.floor((100 * length) / file.length) } satisfies FromReturner);
    }
  } catch (error) {
    // Whatever else fails here is the line.
    return { kind: 'file', file: error instanceof SealingError ? 'damaged' : 'dropped' };
  }
  return { kind: 'file', file: { name: file.name, content: new Blob(parts, { type: file.type }) } };
}

function withdraw(word: string | null): FromReturner {
  const { lookup, withdrawal } = keysAtHand();
  const second = word === null ? null : deriveSecondWord(word, opened.conversation.caseId).lookup;
  return { kind: 'body', body: encode({ lookup, withdrawal, second }) };
}

async function answer(message: ToReturner): Promise<FromReturner | undefined> {
  switch (message.kind) {
    case 'library':
      await (library = loadLibrary(message.wasm));
      return undefined;
    case 'keyring':
      await library;
      ({ keyring } = verifyKeyring(decodeKeyring(message.served), { today: dayAt(Date.now()), ...PINNED }));
      return { kind: 'ready' };
    case 'derive':
      return { kind: 'lookup', body: encode({ lookup: keysOf(message.digits).lookup }) };
    case 'open':
      return open(message.served);
    case 'reply':
      return reply(message.text, message.fields);
    case 'fetch':
      return fetchFile(message.name);
    case 'say': {
      const said = answerOf(opened, message.act, (name) => message.fields[name] ?? '');
      if (said === null) return { kind: 'said' };
      const sealed = sealReply(opened, said.text, { kind: said.kind });
      return { kind: 'body', body: encode({ lookup: keysAtHand().lookup, message: sealed }) };
    }
    case 'words': {
      const { kem } = deriveSecondWord(message.word, opened.conversation.caseId);
      return { kind: 'words', texts: openWords(opened, message.consentId, kem) };
    }
    case 'withdraw':
      return withdraw(message.word);
    default:
      return files?.take(message.kind);
  }
}

onmessage = ({ data }: MessageEvent<ToReturner>) => {
  // No reason is given: it could quote what was typed, and the page can only say that it did not work.
  const failed: FromReturner = { kind: 'failed' };
  answer(data).then(
    (message) => message && postMessage(message),
    () => postMessage(failed),
  );
};
