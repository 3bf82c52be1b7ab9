import type { Hono } from 'hono';
import type { Day } from '@romduol/shared/ids';
import type { Environment } from '../environment.ts';
import type { FormThread, FormThreads } from '../intake/form-threads.ts';
import { type FormAnswer, takeBody } from '../intake/take-form.ts';
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
      const place = { threads, asker: flood.askerOf(c), now: flood.timer.now };
      const answer = await takeBody(c.req.raw.body, { kind: 'return', task }, place, (thread) =>
        serve(thread, talking, today),
      );
      if (answer.kind === 'page') return answerHtml(c, answer.html, answer.encoding, answer.status);
      // The body may not have been read to its end.
      c.header('connection', 'close');
      return answerTrouble(c, pages, answer.trouble);
    }),
  );
}

/** Lets the thread read the form, and does for it what it asks for. */
async function serve(thread: FormThread, talking: Talking, today: Day): Promise<FormAnswer> {
  for (;;) {
    const message = await thread.next();
    if (message.kind === 'page') return message;
    if (message.kind === 'refused') return { kind: 'trouble', trouble: message.trouble };
    if (message.kind !== 'ask') throw new Error('out of turn');
    thread.send({ kind: 'told', told: await tell(message.ask, talking, today) });
  }
}

async function tell(ask: ReturnAsk, talking: Talking, today: Day): Promise<ReturnTold> {
  let refused: ReturnTold['refused'] = null;
  try {
    await act(ask, talking, today);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused = error.code;
  }
  const found = await findByReceipt(talking.db, talking.secret, ask.lookup);
  return { refused, conversation: found?.conversation ?? null };
}

async function act(ask: ReturnAsk, talking: Talking, today: Day): Promise<void> {
  if (ask.act === 'withdraw') await withdraw(talking, ask, today);
  else if (ask.act === 'second') await checkSecondWord(talking, ask.lookup, ask.second);
  else if (ask.act === 'undo') await undoWithdrawal(talking, ask.lookup, today);
  else if (ask.act === 'send') {
    const { conversation, epoch } = await requireByReceipt(talking, ask.lookup);
    await addMessage(talking.db, { ...conversation, epoch }, ask.message, today);
  }
}
