import type { MessageKind } from '@romduol/shared/sealing/conversation';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { type ReceiptKeys, deriveReceipt, normaliseReceipt } from '@romduol/shared/sealing/receipt';
import { deriveSecondWord } from '@romduol/shared/sealing/second-word';
import {
  type OpenedTalk,
  answerOf,
  openTalk,
  openWords,
  readReply,
  sealReply,
  wasSent,
} from '@romduol/web/enhance/return-talk';
import { ReturnPage, type ReturnView } from '@romduol/web/pages/return-page';
import type { VNode } from 'preact';
import type { SentField } from '../intake/parse-form.ts';
import type { ReturnAsk, ReturnTask, ReturnTold } from './return-messages.ts';

export type AnsweredReturn = { readonly status: 200 | 422; readonly page: VNode };

type Asking = (ask: ReturnAsk) => Promise<ReturnTold>;
type TalkExtras = Omit<Extract<ReturnView, { view: 'talk' }>, 'view' | 'talk' | 'receipt'>;

/**
 * Answers a form of the return page: derives the receipt's keys, opens the conversation, does what was asked, draws what
 * then stands. In a thread that is ended afterwards. `ready` resolves when the library is there.
 */
export async function answerReturn(
  task: ReturnTask,
  sent: readonly SentField[],
  ready: Promise<void>,
  ask: Asking,
): Promise<AnsweredReturn> {
  const fieldOf = (name: string): string => sent.find(([one]) => one === name)?.[1] ?? '';
  const draw = (view: ReturnView, status: 200 | 422 = 200): AnsweredReturn => ({
    status,
    page: <ReturnPage deployment={task.deployment} language={task.language} view={view} />,
  });
  const typed = fieldOf('receipt');
  const receipt = normaliseReceipt(typed);
  if (receipt === null) return draw({ view: 'ask', problem: 'bad_receipt', typed }, 422);
  await ready;
  const keys = deriveReceipt(receipt, task.keyring.fingerprint);
  const { lookup } = keys;

  /** What is not found is shown under the same status and in the same length as what is. */
  const show = ({ conversation }: ReturnTold, extras: TalkExtras = {}): AnsweredReturn => {
    if (conversation === null) return draw({ view: 'ask', problem: 'unknown', typed });
    const opened = openOrNull(keys, conversation, task.keyring);
    if (opened === null) return draw({ view: 'ask', problem: 'damaged', typed });
    return draw({ view: 'talk', talk: opened.talk, receipt, ...extras });
  };

  /** Once more, when the conversation was given a new key in between. */
  const send = async (opened: OpenedTalk, text: string, kind?: MessageKind): Promise<ReturnTold> => {
    const told = await ask({ act: 'send', lookup, message: sealReply(opened, text, kind) });
    const again = told.conversation && openOrNull(keys, told.conversation, task.keyring);
    const isNewKey = again?.talk.keyChecked && again.talk.epoch > opened.talk.epoch;
    if (told.refused !== 'sequence_taken' || !isNewKey) return told;
    return ask({ act: 'send', lookup, message: sealReply(again, text, kind) });
  };

  const found = await ask({ act: 'find', lookup });
  const opened = found.conversation === null ? null : openOrNull(keys, found.conversation, task.keyring);
  if (opened === null) return show(found);
  switch (fieldOf('act')) {
    case 'reply': {
      const typedReply = fieldOf('reply');
      const read = readReply(typedReply);
      if ('problem' in read) return show(found, { problem: read.problem, draft: typedReply });
      // Said on the page already, where there is no form to send.
      if (!opened.talk.keyChecked) return show(found, { draft: typedReply });
      if (wasSent(opened, Number(fieldOf('after')), read.text)) return show(found, { notice: 'sent' });
      const told = await send(opened, read.text);
      return show(told, told.refused === null ? { notice: 'sent' } : { problem: 'changed', draft: typedReply });
    }
    case 'consent_give':
    case 'consent_refuse':
    case 'consent_withdraw':
    case 'feedback': {
      const said = answerOf(opened, fieldOf('act'), fieldOf);
      if (said === null) return show(found, { notice: 'said' });
      if (!opened.talk.keyChecked) return show(found);
      const told = await send(opened, said.text, said.kind);
      return show(told, told.refused === null ? { notice: 'said' } : { problem: 'changed' });
    }
    case 'words': {
      const word = fieldOf('word');
      if (word.trim() === '') return show(found, { problem: 'shown_wrong' });
      const second = deriveSecondWord(word, opened.conversation.caseId);
      const told = await ask({ act: 'second', lookup, second: second.lookup });
      if (told.refused !== null)
        return show(told, { problem: told.refused === 'too_many_attempts' ? 'word_often' : 'shown_wrong' });
      const texts = openWords(opened, fieldOf('consent'), second.kem);
      return show(
        told,
        texts === null ? { problem: 'shown_wrong' } : { shown: { consentId: fieldOf('consent'), texts } },
      );
    }
    case 'withdraw':
      return show(await ask({ act: 'withdraw', lookup, withdrawal: keys.withdrawal, second: null }), {
        notice: 'done',
      });
    case 'undo':
      return show(await ask({ act: 'undo', lookup }), { notice: 'undone' });
    case 'erase': {
      const word = fieldOf('word');
      if (word.trim() === '') return show(found, { problem: 'word_empty' });
      const second = deriveSecondWord(word, opened.conversation.caseId).lookup;
      const told = await ask({ act: 'withdraw', lookup, withdrawal: keys.withdrawal, second });
      if (told.refused === null) return draw({ view: 'erased' });
      return show(told, { problem: told.refused === 'too_many_attempts' ? 'word_often' : 'word_wrong' });
    }
    default:
      return show(found);
  }
}

function openOrNull(
  keys: ReceiptKeys,
  conversation: NonNullable<ReturnTold['conversation']>,
  keyring: Keyring,
): OpenedTalk | null {
  try {
    return openTalk(keys, conversation, keyring);
  } catch (error) {
    if (error instanceof SealingError) return null;
    throw error;
  }
}
