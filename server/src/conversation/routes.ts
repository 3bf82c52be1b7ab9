import {
  answerReporter,
  type Conversation,
  readCaseConversation,
  readConversation,
  sendMessage,
  undoWithdrawal as undoWithdrawalOperation,
  withdrawReport,
} from '@romduol/shared/api/conversation';
import { listWithdrawn } from '@romduol/shared/api/statistics';
import type { CaseId, Day } from '@romduol/shared/ids';
import { sealConversation } from '@romduol/shared/sealing/conversation';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { NO_CASE, findPlaces } from '../attachments/store.ts';
import { isVisible } from '../cases/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { addMessage, requireByReceipt, type Talking, undoWithdrawal, withdraw } from './conversation.ts';
import { findByReceipt, findOfCase, findWithdrawn, type Standing } from './store.ts';
import { inSlices } from './time-slices.ts';

/** Sealed where nothing was found, under a key that nobody has: the same work, and bytes that look the same. */
const decoy = (): Conversation => ({
  caseId: NO_CASE,
  commit: new Uint8Array(32),
  reporterCopy: { nonce: new Uint8Array(24), ciphertext: new Uint8Array(48) },
  keys: null,
  messages: [],
  attachments: [],
  withdrawal: null,
});

/** The reporter's way back, and the caseworkers' side of it. `slice`: milliseconds, see `inSlices`. */
export function mountConversation(
  mount: Mount<SignedIn>,
  { talking, slice }: { readonly talking: Talking; readonly slice: number },
): void {
  const { db, secret } = talking;

  mount.open(readConversation, ({ body: { lookup } }) =>
    inSlices(slice, async () => {
      const found = await findByReceipt(db, secret, lookup);
      return found === null
        ? { sealed: sealConversation(sodium().randomBytes(32), decoy()) }
        : { sealed: sealConversation(lookup, found.conversation) };
    }),
  );

  mount.open(sendMessage, ({ body: { lookup, message } }, call) =>
    inSlices(slice, async () => {
      if (message.direction !== 0) throw new Refusal('bad_input');
      const { conversation, epoch } = await requireByReceipt(talking, lookup);
      if ((await addMessage(db, { ...conversation, epoch }, message, call.today)) === 'stored') {
        talking.changed(conversation.caseId);
        call.created();
      }
      return {};
    }),
  );

  mount.open(withdrawReport, ({ body }, call) =>
    inSlices(slice, async () => ({ eraseOn: await withdraw(talking, body, call.today) })),
  );

  mount.open(undoWithdrawalOperation, ({ body: { lookup } }, call) =>
    inSlices(slice, async () => {
      await undoWithdrawal(talking, lookup, call.today);
      return {};
    }),
  );

  mount.guarded(readCaseConversation, async ({ params: { caseId } }, member) => {
    const { messages, withdrawal } = await requireVisible(db, member, caseId);
    return { messages: [...messages], withdrawal, attachments: await findPlaces(db, caseId) };
  });

  mount.guarded(answerReporter, async ({ params: { caseId }, body: { message } }, member, call) => {
    if (message.direction !== 1) throw new Refusal('bad_input');
    const standing = await requireVisible(db, member, caseId);
    const answered = await transaction(db, async (tx) => {
      const added = await addMessage(tx, standing, message, call.today);
      if (added === 'stored') await recordAnswer(tx, member, caseId, call.today);
      return added;
    });
    if (answered === 'stored') {
      talking.changed(caseId);
      call.created();
    }
    return {};
  });

  mount.guarded(listWithdrawn, async () => ({ withdrawals: await findWithdrawn(db) }));
}

const recordAnswer = (tx: Database, member: SignedIn, caseId: CaseId, day: Day): Promise<void> =>
  recordAct(tx, { act: 'message_sent', member: member.id, object: caseId, day });

/** Throws `not_found` for a case that is none of the member's. */
async function requireVisible(db: Database, member: SignedIn, caseId: CaseId): Promise<Standing> {
  const standing = (await isVisible(db, member, caseId)) ? await findOfCase(db, caseId) : null;
  if (standing === null) throw new Refusal('not_found');
  return standing;
}
