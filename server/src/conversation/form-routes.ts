import type { Context, Hono } from 'hono';
import type { ErrorCode } from '@romduol/shared/api/contract';
import type { Day } from '@romduol/shared/ids';
import { announce, readChunkByLookup, storeChunks } from '../attachments/store.ts';
import { transaction } from '../database/database.ts';
import type { Environment } from '../environment.ts';
import type { FormThread, FormThreads } from '../intake/form-threads.ts';
import { type Download, type FormAnswer, takeBody } from '../intake/take-form.ts';
import type { PageStore } from '../pages/page-store.ts';
import { answerHtml, answerPage, answerTrouble, languageOf } from '../pages/routes.tsx';
import { Refusal } from '../refusal.ts';
import type { FloodControl } from '../web-security/flood-control.ts';
import {
  type Talking,
  addMessage,
  checkSecondWord,
  requireByReceipt,
  undoWithdrawal,
  withdraw,
} from './conversation.ts';
import type { ReturnAsk, ReturnTold } from './return-messages.ts';
import { findByReceipt } from './store.ts';
import { streamFile } from './stream-file.ts';
import { inSlices } from './time-slices.ts';

export type ReturnFormDeps = {
  readonly talking: Talking;
  readonly pages: PageStore;
  readonly threads: FormThreads;
  readonly flood: FloodControl;
  /** Milliseconds; see `inSlices`. */
  readonly slice: number;
};

/** The return page's forms as a browser without script sends them. Neither receipt nor words reach this side. */
export function mountReturnForm(
  app: Hono<Environment>,
  { talking, pages, threads, flood, slice }: ReturnFormDeps,
): void {
  app.post('/:language{(?:en|km)}/return', (c) =>
    inSlices(slice, async () => {
      const { deployment, keyring, today } = await pages.inputs(languageOf(c));
      if (keyring === null) return answerPage(c, pages, 'return', languageOf(c), 503);
      const task = {
        contentType: c.req.header('content-type') ?? '',
        language: languageOf(c),
        deployment,
        keyring,
      };
      const answer = await takeBody(
        c.req.raw.body,
        { kind: 'return', task },
        {
          threads,
          asker: flood.askerOf(c),
          now: flood.timer.now,
          storeChunk: ({ object, chunk, bytes }) => storeChunks(talking.db, { object, chunk, parts: [bytes], today }),
          tell: (ask) => tell(ask, talking, today),
        },
        (thread) => serve(thread, (c.env as Environment['Bindings'] | undefined)?.outgoing),
      );
      if (answer.kind === 'download') return answerFile(c, answer);
      if (answer.kind === 'page') return answerHtml(c, answer.html, answer.encoding, answer.status);
      // The body may not have been read to its end.
      c.header('connection', 'close');
      return answerTrouble(c, pages, answer.trouble);
    }),
  );
}

/** What the thread has made of the form: a page, or a file that goes out as it is opened. */
async function serve(thread: FormThread, line: Environment['Bindings']['outgoing']): Promise<FormAnswer | Download> {
  const message = await thread.next();
  if (message.kind === 'page') return message;
  if (message.kind === 'refused') return { kind: 'trouble', trouble: message.trouble };
  if (message.kind !== 'download') throw new Error('out of turn');
  // It lasts as long as the line is slow: forms that are to be sealed must not wait for it.
  if (!(await thread.lengthen())) return { kind: 'trouble', trouble: 'busy' };
  return { ...message, content: streamFile(thread, line) };
}

/** A file to be saved: of no type that a browser would open, and with no rights at all should it be opened all the same. */
function answerFile(c: Context<Environment>, { name, length, content }: Download): Response {
  c.header('content-type', 'application/octet-stream');
  c.header('content-length', String(length));
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeRfc5987(name)}`);
  c.header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
  return c.body(content as ReadableStream<Uint8Array<ArrayBuffer>>);
}

const encodeRfc5987 = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

async function tell(ask: ReturnAsk, talking: Talking, today: Day): Promise<ReturnTold> {
  if (ask.act === 'chunk')
    return { kind: 'chunk', bytes: await readChunkByLookup(talking.db, talking.secret, ask.lookup, ask) };
  let refused: ErrorCode | null = null;
  try {
    await act(ask, talking, today);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused = error.code;
  }
  const found = await findByReceipt(talking.db, talking.secret, ask.lookup);
  return { kind: 'stands', refused, conversation: found?.conversation ?? null };
}

async function act(ask: Exclude<ReturnAsk, { act: 'chunk' }>, talking: Talking, today: Day): Promise<void> {
  if (ask.act === 'withdraw') await withdraw(talking, ask, today);
  else if (ask.act === 'second') await checkSecondWord(talking, ask.lookup, ask.second);
  else if (ask.act === 'undo') await undoWithdrawal(talking, ask.lookup, today);
  else if (ask.act === 'send') {
    const { conversation, epoch } = await requireByReceipt(talking, ask.lookup);
    const { message, announced } = ask;
    // Both or neither: a message that names files is never without them.
    await transaction(talking.db, async (tx) => {
      await addMessage(tx, { ...conversation, epoch }, message, today);
      const source = { caseId: conversation.caseId, direction: 0, counter: message.counter } as const;
      if (announced !== null) await announce(tx, source, { ...announced, today });
    });
    talking.changed(conversation.caseId);
  }
}
