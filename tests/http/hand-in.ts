import { type Conversation, readConversation } from '@romduol/shared/api/conversation';
import { type SealedReport, submitReport } from '@romduol/shared/api/reports';
import type { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import { CaseId, TeamId } from '@romduol/shared/ids';
import { conversationKey } from '@romduol/shared/sealing/case-keys';
import { type Message, firstPrevious, openConversation, sealMessage } from '@romduol/shared/sealing/conversation';
import { sealReport } from '@romduol/shared/sealing/envelope';
import type { ReceiptKeys } from '@romduol/shared/sealing/receipt';
import { type KeyPair, sodium } from '@romduol/shared/sealing/sodium';
import type { FreshApp } from './fresh-app.ts';
import type { Handle } from './people.ts';

const bytes = (): Uint8Array => sodium().randomBytes(32);

/** A stored report with everything that its reporter and its readers hold. */
export type HandedIn = {
  readonly report: SealedReport;
  readonly receipt: ReceiptKeys;
  readonly caseId: CaseId;
  readonly key: Uint8Array;
  readonly lookup: Uint8Array;
  readonly withdrawal: Uint8Array;
  readonly second: { readonly lookup: Uint8Array; readonly kem: KeyPair };
  /** A message's content. */
  words(text: string, seen?: number): Message;
  /** The first message of a direction. */
  first(direction: 0 | 1, text: string): ReturnType<typeof sealMessage>;
  /** What the receipt finds now. */
  read(): Promise<Conversation | null>;
};

/** Keys such as a receipt gives, without the receipt. */
const drawKeys = (): ReceiptKeys => ({
  lookup: bytes(),
  kem: sodium().kemKeypair(bytes()),
  copyKey: bytes(),
  withdrawal: bytes(),
});

/** Hands in a report to the readers, sok.dara of Phnom Penh, under a receipt's keys and with some such as a second word gives. */
export async function handInFor(
  fresh: Pick<FreshApp, 'call' | 'people'>,
  receipt: ReceiptKeys = drawKeys(),
  {
    readers = ['sok.dara'],
    struckOff,
    answers = {},
    contact = { contact_mode: 'receipt_only' },
  }: {
    readonly readers?: readonly Handle[];
    readonly struckOff?: Handle;
    readonly answers?: Omit<Answers, 'codebook'>;
    readonly contact?: ContactAnswers;
  } = {},
): Promise<HandedIn> {
  const key = bytes();
  const second = { lookup: bytes(), kem: sodium().kemKeypair(bytes()) };
  const caseId = CaseId.parse(crypto.randomUUID());
  const report = sealReport({
    caseId,
    team: TeamId.parse('phnom-penh'),
    keyringVersion: 1,
    recipients: readers.map((handle) => fresh.people[handle].identity.kem.publicKey),
    answers: {
      codebook: 1,
      narrative: 'words',
      ...answers,
      ...(struckOff !== undefined && { strike_off: [fresh.people[struckOff].id] }),
    },
    contact,
    sealedBy: 'browser',
    receipt,
    secondWord: second,
    key,
  });
  await fresh.call(submitReport, { body: report });
  const words = (text: string, seen = 0): Message => ({ kind: 'words', text, seen, by: '', attachments: [] });
  const { lookup, withdrawal } = receipt;
  return {
    report,
    receipt,
    caseId,
    key,
    lookup,
    withdrawal,
    second,
    words,
    first: (direction, text) =>
      sealMessage(
        { caseId, direction, counter: 1, epoch: 0, previous: firstPrevious(report, direction) },
        conversationKey(key),
        words(text),
      ),
    async read() {
      const { sealed } = await fresh.call(readConversation, { body: { lookup } });
      return openConversation(lookup, sealed);
    },
  };
}
