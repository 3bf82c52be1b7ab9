import { uploadCheck, uploadToken } from '@romduol/shared/sealing/attachment';
import type { MessageKind } from '@romduol/shared/sealing/conversation';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { type ReceiptKeys, deriveReceipt, normaliseReceipt } from '@romduol/shared/sealing/receipt';
import { deriveSecondWord } from '@romduol/shared/sealing/second-word';
import { type OpenedFile, openTalkFile } from '@romduol/web/enhance/open-talk-file';
import { type OpenedTalk, answerOf, openTalk, openWords } from '@romduol/web/enhance/return-talk';
import { nextReply, readReply, sealReply, wasSent } from '@romduol/web/enhance/seal-reply';
import { AS_IS } from '@romduol/web/pages/form-fields';
import { ReturnPage, type ReturnView } from '@romduol/web/pages/return-page';
import type { VNode } from 'preact';
import type { SentField } from '../intake/parse-form.ts';
import { type FileSealing, type SealedChunk, sealFiles } from '../intake/seal-files.ts';
import type { ReturnAsk, ReturnTask, ReturnTold } from './return-messages.ts';

export type AnsweredReturn =
  | { readonly kind: 'page'; readonly status: 200 | 422; readonly page: VNode }
  | { readonly kind: 'file'; readonly file: OpenedFile; readonly first: Uint8Array };

export type ReturnAnswering = {
  /** Takes the files of a reply while the rest of the form is still on its way. */
  readonly files: FileSealing;
  /** What is answered when all of it has come. */
  readonly answer: (sent: readonly SentField[]) => Promise<AnsweredReturn>;
};

type Asking = (ask: ReturnAsk) => Promise<ReturnTold>;
type Standing = Extract<ReturnTold, { kind: 'stands' }>;
type TalkExtras = Omit<Extract<ReturnView, { view: 'talk' }>, 'view' | 'talk' | 'receipt'>;
/** What a receipt opens. `opened` is null where it opens nothing. */
type Found = { readonly keys: ReceiptKeys; readonly told: Standing; readonly opened: OpenedTalk | null };

/**
 * Answers a form of the return page: derives the receipt's keys, opens the conversation, does what was asked, draws what
 * then stands. In a thread that is ended afterwards. `ready` resolves when the library is there.
 */
export function answerReturn(
  task: ReturnTask,
  ready: Promise<void>,
  ask: Asking,
  handOut: (chunk: SealedChunk) => Promise<void>,
): ReturnAnswering {
  const draw = (view: ReturnView, status: 200 | 422 = 200): AnsweredReturn => ({
    kind: 'page',
    status,
    page: <ReturnPage deployment={task.deployment} language={task.language} view={view} />,
  });
  const standing = async (asked: ReturnAsk): Promise<Standing> => {
    const told = await ask(asked);
    if (told.kind !== 'stands') throw new Error('out of turn');
    return told;
  };

  let finding: { readonly receipt: string; readonly found: Promise<Found> } | undefined;
  /** Once for a form: its files are sealed for the place in the conversation that its message is going to have. */
  const find = (receipt: string): Promise<Found> => {
    if (finding?.receipt !== receipt) finding = { receipt, found: findOnce(receipt) };
    return finding.found;
  };
  async function findOnce(receipt: string): Promise<Found> {
    await ready;
    const keys = deriveReceipt(receipt, task.keyring.fingerprint);
    const told = await standing({ act: 'find', lookup: keys.lookup });
    return {
      keys,
      told,
      opened: told.conversation === null ? null : openOrNull(keys, told.conversation, task.keyring),
    };
  }

  const files = sealFiles(async (before) => {
    const receipt = normaliseReceipt(valueOf(before, 'receipt'));
    const opened = receipt === null ? null : (await find(receipt)).opened;
    return opened === null || !opened.talk.keyChecked
      ? null
      : { caseId: opened.conversation.caseId, key: nextReply(opened).key };
  }, handOut);

  async function answer(sent: readonly SentField[]): Promise<AnsweredReturn> {
    const typed = valueOf(sent, 'receipt');
    const receipt = normaliseReceipt(typed);
    if (receipt === null) return draw({ view: 'ask', problem: 'bad_receipt', typed }, 422);
    const { keys, told: found, opened } = await find(receipt);
    const { lookup } = keys;

    /** What is not found is shown under the same status and in the same length as what is. */
    const show = ({ conversation }: Standing, extras: TalkExtras = {}): AnsweredReturn => {
      if (conversation === null) return draw({ view: 'ask', problem: 'unknown', typed });
      const now = openOrNull(keys, conversation, task.keyring);
      if (now === null) return draw({ view: 'ask', problem: 'damaged', typed });
      return draw({ view: 'talk', talk: now.talk, receipt, ...extras });
    };

    if (opened === null) return show(found);
    const [act = '', file = ''] = valueOf(sent, 'act').split(' ');
    switch (act) {
      case 'reply':
        return reply({ keys, told: found, opened }, sent, show);
      case 'download': {
        const asked = openTalkFile(opened, file, async (object, chunk) => {
          const told = await ask({ act: 'chunk', lookup, object, chunk });
          return told.kind === 'chunk' ? told.bytes : null;
        });
        const first = asked === null ? null : await firstPiece(asked);
        if (asked === null || first === null) return show(found, { problem: 'damaged' });
        return { kind: 'file', file: asked, first };
      }
      case 'consent_give':
      case 'consent_refuse':
      case 'consent_withdraw':
      case 'feedback': {
        const said = answerOf(opened, act, (name) => valueOf(sent, name));
        if (said === null) return show(found, { notice: 'said' });
        if (!opened.talk.keyChecked) return show(found);
        const told = await send(keys, opened, said.text, said.kind);
        return show(told, told.refused === null ? { notice: 'said' } : { problem: 'changed' });
      }
      case 'words': {
        const word = valueOf(sent, 'word');
        if (word.trim() === '') return show(found, { problem: 'shown_wrong' });
        const second = deriveSecondWord(word, opened.conversation.caseId);
        const told = await standing({ act: 'second', lookup, second: second.lookup });
        if (told.refused !== null)
          return show(told, { problem: told.refused === 'too_many_attempts' ? 'word_often' : 'shown_wrong' });
        const consentId = valueOf(sent, 'consent');
        const texts = openWords(opened, consentId, second.kem);
        return show(told, texts === null ? { problem: 'shown_wrong' } : { shown: { consentId, texts } });
      }
      case 'withdraw':
        return show(await standing({ act: 'withdraw', lookup, withdrawal: keys.withdrawal, second: null }), {
          notice: 'done',
        });
      case 'undo':
        return show(await standing({ act: 'undo', lookup }), { notice: 'undone' });
      case 'erase': {
        const word = valueOf(sent, 'word');
        if (word.trim() === '') return show(found, { problem: 'word_empty' });
        const second = deriveSecondWord(word, opened.conversation.caseId).lookup;
        const told = await standing({ act: 'withdraw', lookup, withdrawal: keys.withdrawal, second });
        if (told.refused === null) return draw({ view: 'erased' });
        return show(told, { problem: told.refused === 'too_many_attempts' ? 'word_often' : 'word_wrong' });
      }
      default:
        return show(found);
    }
  }

  /** Once more, when the conversation was given a new key in between. Files would have to be sealed again. */
  async function send(
    keys: ReceiptKeys,
    opened: OpenedTalk,
    text: string,
    kind: MessageKind = 'words',
  ): Promise<Standing> {
    const sealed = (talk: OpenedTalk): ReturnAsk => {
      const message = sealReply(talk, text, { kind });
      return { act: 'send', lookup: keys.lookup, message, announced: null };
    };
    const told = await standing(sealed(opened));
    const again = told.conversation && openOrNull(keys, told.conversation, task.keyring);
    if (told.refused !== 'sequence_taken' || !again?.talk.keyChecked || again.talk.epoch <= opened.talk.epoch)
      return told;
    return standing(sealed(again));
  }

  async function reply(
    { keys, told, opened }: Found & { readonly opened: OpenedTalk },
    sent: readonly SentField[],
    show: (told: Standing, extras?: TalkExtras) => AnsweredReturn,
  ): Promise<AnsweredReturn> {
    const draft = valueOf(sent, 'reply');
    const asIs = sent.filter(([name]) => name === AS_IS).map(([name, value = '']) => [name, value] as const);
    const { notes, announced, problems = [], names } = await files.finish(asIs.length > 0);
    const again = { fields: asIs, problems, files: names };
    const read = readReply(draft, names.length > 0);
    if ('problem' in read) return show(told, { problem: read.problem, draft, files: again });
    if (problems.length > 0) return show(told, { draft, files: again });
    // Said on the page already, where there is no form to send.
    if (!opened.talk.keyChecked) return show(told, { draft });
    // They stood before the number in the form, as no browser sends it: nothing says whose they are.
    if (notes.length < names.length) return show(told, { problem: 'reply_empty', draft, files: again });
    if (wasSent(opened, Number(valueOf(sent, 'after')), read.text, notes)) return show(told, { notice: 'sent' });
    const now =
      notes.length === 0
        ? await send(keys, opened, read.text)
        : await standing({
            act: 'send',
            lookup: keys.lookup,
            message: sealReply(opened, read.text, { attachments: notes }),
            announced: { files: announced, check: uploadCheck(uploadToken(nextReply(opened).key)) },
          });
    return show(now, now.refused === null ? { notice: 'sent' } : { problem: 'changed', draft, files: again });
  }

  return { files, answer };
}

const valueOf = (sent: readonly SentField[], name: string): string => sent.find(([one]) => one === name)?.[1] ?? '';

/** Opened before anything is answered: what is damaged at once is said on the page. Null when it is. */
async function firstPiece({ pieces }: OpenedFile): Promise<Uint8Array | null> {
  try {
    return ((await pieces.next()).value as Uint8Array | undefined) ?? null;
  } catch (error) {
    if (error instanceof SealingError) return null;
    throw error;
  }
}

function openOrNull(
  keys: ReceiptKeys,
  conversation: NonNullable<Standing['conversation']>,
  keyring: Keyring,
): OpenedTalk | null {
  try {
    return openTalk(keys, conversation, keyring);
  } catch (error) {
    if (error instanceof SealingError) return null;
    throw error;
  }
}
