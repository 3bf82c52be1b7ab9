import type { ConsentId, ReferralId } from '@romduol/shared/casework/case-ids';
import { type ConsentAsk, writeAsked } from '@romduol/shared/casework/asks';
import { actionsFrom } from '@romduol/shared/casework/referral-moves';
import { packetText } from '@romduol/shared/casework/packet-text';
import { previewPacket } from '@romduol/shared/casework/preview-packet';
import type { PacketItem } from '@romduol/shared/codebook/referral-lists';
import type { CaseId, Day } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import { sealSharedWords } from '@romduol/shared/sealing/shared-words';
import { fetchConversation, sendToReporter } from './conversation.ts';
import { settleReaders } from './begin-epoch.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { openCase } from './open-case.ts';
import type { ConversationView } from './views.ts';

/** What a caseworker asks of a reporter, to be answered on the return page. */
export type ConsentDraft = {
  readonly consentId: ConsentId;
  readonly referralId: ReferralId;
  readonly items: readonly PacketItem[];
  readonly purpose: string;
  readonly until: Day | null;
};

/**
 * Asks the reporter whether this may be shared. The message names recipient, purpose and kinds of items; the words go
 * with it sealed for the second word, where one was chosen. Throws `DeskRefusal` `illegal_entry` where the referral takes
 * no consent, `withdrawn`.
 */
export async function askConsent(desk: Desk, caseId: CaseId, draft: ConsentDraft): Promise<ConversationView> {
  const open = await settleReaders(desk, await openCase(desk, caseId));
  const conversation = await fetchConversation(desk, open);
  if (conversation.view.withdrawal !== null) throw new DeskRefusal('withdrawn');
  const referral = open.case.referrals.find(({ id }) => id === draft.referralId);
  const lines = referral && previewPacket(open.case, open.contact, referral, draft.items, dayAt(desk.clock()));
  if (!referral || !lines || draft.items.length === 0) throw new DeskRefusal('illegal_entry', 'illegal_move');
  const { secondWordKey } = open.report;
  const owner = {
    caseId,
    consentId: draft.consentId,
    conversationKey: caseKeys(open.held.key, open.held.epoch).conversation,
  };
  const ask: ConsentAsk = {
    ...draft,
    recipient: referral.recipient,
    words: secondWordKey && sealSharedWords(owner, secondWordKey, packetText(draft.items, lines)),
  };
  await sendToReporter(desk, open, conversation, { kind: 'consent_ask', text: writeAsked(ask) });
  return (await fetchConversation(desk, open)).view;
}

/** Asks the reporter how a service was. Throws `DeskRefusal` `illegal_entry` before anything was received. */
export async function askFeedback(desk: Desk, caseId: CaseId, referralId: ReferralId): Promise<ConversationView> {
  const open = await settleReaders(desk, await openCase(desk, caseId));
  const referral = open.case.referrals.find(({ id }) => id === referralId);
  if (!referral || !actionsFrom(referral.state).includes('give_feedback'))
    throw new DeskRefusal('illegal_entry', 'illegal_move');
  const text = writeAsked({ referralId, recipient: referral.recipient.name });
  await sendToReporter(desk, open, await fetchConversation(desk, open), { kind: 'feedback_ask', text });
  return (await fetchConversation(desk, open)).view;
}
