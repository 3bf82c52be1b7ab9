import { readTeamKeys } from '@romduol/shared/api/keyring';
import { type SealedReport, submitTakenReport } from '@romduol/shared/api/reports';
import { readHandedOver, writeAsked } from '@romduol/shared/casework/asks';
import type { ReferralId } from '@romduol/shared/casework/case-ids';
import { writeHandOverNote } from '@romduol/shared/casework/hand-over';
import { isExcluded } from '@romduol/shared/casework/readers';
import { HAND_OVER_MINUTES, INSIDE, type Referral } from '@romduol/shared/casework/referral';
import { handedOverAnswers, prepareHandingOver, type SendableReferral } from '@romduol/shared/casework/packet';
import { CaseId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import { sealReport } from '@romduol/shared/sealing/envelope';
import { SealingError } from '@romduol/shared/sealing/errors';
import { signHandOver } from '@romduol/shared/sealing/hand-over';
import { type Member, recipientKeys, recipientsOf, type Team } from '@romduol/shared/sealing/keyring';
import { deriveReceipt, formatReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { sealSharedWords } from '@romduol/shared/sealing/shared-words';
import { commitTo } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import { type Conversation, fetchConversation, sendToReporter } from './conversation.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { requireCurrent } from './keyring.ts';
import { type OpenCase, wasSupervisor } from './open-case.ts';
import { recordEntry, writeDownAnswers } from './record-entry.ts';

/** How the survivor gets the receipt of the new case: on the return page of this one, or read out now. */
export type ReceiptWay = 'page' | 'read_out';

export type GivenCase = {
  /** Handles of everybody who can read the new case. */
  readonly readers: readonly string[];
  /** In groups of four; null when it waits on the return page, where nobody but the survivor can open it. */
  readonly receipt: { readonly latin: string; readonly khmer: string } | null;
};

/** A report that begins the other organisation's case: the same again is the same case. */
type Made = { readonly report: SealedReport; readonly receipt: string; readonly readers: readonly Member[] };

/** What this desk has begun, kept until the case has arrived; nothing is made before the log has the attempt. */
type Begun = { readonly attempt: string; made: Made | null };

/**
 * Hands a case over to a team of another organisation here, by a referral that was sent for it: what was agreed to, sealed to
 * that team as any report is, with a note of where it comes from that its member signs. Nothing in it names the old case, and
 * nothing that is kept of the old case names the new one. Of several desks that try at once one goes on: whose word of it the
 * log has first. Throws `DeskRefusal` `illegal_entry` where the consent does not hold any more, the case was handed over
 * already or is being handed over elsewhere, `withdrawn`; `SealingError` `no_recipient` where nobody is left to read it.
 * Null where an attempt that broke off had handed it over and told the reporter: what was left of it was done now.
 */
export function makeGiveCase(
  desk: () => Desk,
): (caseId: CaseId, referralId: ReferralId, way: ReceiptWay) => Promise<GivenCase | null> {
  const waiting = new Map<ReferralId, Begun>();

  return async (caseId, referralId, way) => {
    requireCurrent(desk());
    // What the reporter has answered until now decides.
    const { open } = await writeDownAnswers(desk(), caseId);
    const conversation = await fetchConversation(desk(), open);
    if (conversation.view.withdrawal !== null) throw new DeskRefusal('withdrawn');
    const sendable = requireSent(desk(), open, referralId);
    const { handing } = sendable.referral;
    const step = (action: 'hand_over' | 'arrive', attempt: string): Promise<OpenCase> =>
      recordEntry(desk(), caseId, { kind: 'referral', referralId, step: { action, attempt } });
    const isTold = hasTold(conversation, referralId);
    const kept = waiting.get(referralId);
    // What somebody else has begun since is theirs, and the report that waits here belongs to nobody any more.
    const own = handing === null || handing.attempt === kept?.attempt ? kept : undefined;
    // Somebody told the reporter and got no further: the other case is there, and a second one would be one too many.
    if (isTold && handing !== null && own?.made == null) {
      await step('arrive', handing.attempt);
      waiting.delete(referralId);
      return null;
    }
    const team = otherTeam(desk(), sendable);
    const begun = own ?? { attempt: crypto.randomUUID(), made: null };
    waiting.set(referralId, begun);
    const { attempt } = begun;
    const newest = isOurs(desk(), handing, attempt) ? open : await step('hand_over', attempt);
    const made = (begun.made ??= await make(desk(), newest, requireSent(desk(), newest, referralId), team));
    await desk().call(submitTakenReport, { body: made.report });
    // Before it is written down that the case arrived, which nothing follows: a receipt that nobody was told is lost.
    if (way === 'page' && !isTold) await tellReporter(desk(), newest, conversation, sendable, made.receipt);
    await step('arrive', attempt);
    waiting.delete(referralId);
    const [latin, khmer] = (['latin', 'khmer'] as const).map((digits) => formatReceipt(made.receipt, digits));
    return {
      readers: made.readers.map(({ handle }) => handle),
      receipt: way === 'page' || latin === undefined || khmer === undefined ? null : { latin, khmer },
    };
  };
}

/** Whether the log has this desk's attempt as the one that goes on, and nobody else may begin another yet. */
const isOurs = (desk: Desk, handing: Referral['handing'], attempt: string): boolean =>
  handing?.attempt === attempt && desk.clock() - Date.parse(handing.at) < HAND_OVER_MINUTES * 60_000;

/** Whether the return page of this case has the receipt of the other one already. */
const hasTold = ({ view }: Conversation, referralId: ReferralId): boolean =>
  view.lines.some(
    ({ fromReporter, kind, oldKey, text }) =>
      !fromReporter && !oldKey && kind === 'handed_over' && readHandedOver(text)?.referralId === referralId,
  );

/** The referral as it was sent within the system, if what was agreed to still holds and nothing has arrived yet. */
function requireSent(desk: Desk, open: OpenCase, referralId: ReferralId): SendableReferral {
  const isSupervisor = wasSupervisor(desk, desk.member.id, desk.keyring.version);
  const ready = prepareHandingOver(open.case, referralId, { today: dayAt(desk.clock()), isSupervisor });
  if (!ready.ok) throw new DeskRefusal('illegal_entry', ready.code);
  const { referral } = ready.sendable;
  if (referral.sent?.delivery !== INSIDE || referral.handing?.arrived === true)
    throw new DeskRefusal('illegal_entry', 'illegal_move');
  return ready.sendable;
}

/** The team by the keyring of today, and of another organisation: within one's own a case is handed over as it is. */
function otherTeam(desk: Desk, { referral }: SendableReferral): Team {
  const team = desk.keyring.teams.find(({ id }) => id === referral.recipient.team);
  if (team === undefined || team.organisation === desk.organisation.id)
    throw new DeskRefusal('illegal_entry', 'illegal_move');
  return team;
}

async function make(desk: Desk, open: OpenCase, sendable: SendableReferral, team: Team): Promise<Made> {
  const { keyring, member } = desk;
  const { answers, contact } = handedOverAnswers(sendable, open.case, open.contact);
  const note = writeHandOverNote(sendable, { organisation: desk.organisation.id, day: dayAt(desk.clock()) });
  if (note === null) throw new DeskRefusal('illegal_entry', 'illegal_move');
  const everybody = recipientsOf(keyring, team.id);
  // Whoever must not read it here must not there: said of people of that organisation only, to keep the others unnamed.
  const excluded = keyring.members
    .filter((one) => one.organisation === team.organisation && isExcluded(open.case, one.id))
    .map(({ id }) => id);
  const readers = everybody.filter(({ id }) => !excluded.includes(id));
  if (readers.length === 0) throw new SealingError('no_recipient');
  const { keys } = await desk.call(readTeamKeys, { query: { team: team.id } });
  const caseId = CaseId.parse(crypto.randomUUID());
  const receipt = generateReceipt();
  const key = sodium().randomBytes(32);
  const begun = { caseId, commit: commitTo(key), keyringVersion: keyring.version };
  const report = sealReport({
    ...begun,
    key,
    team: team.id,
    recipients: recipientKeys(keyring, team, readers, keys),
    answers: { ...answers, ...(excluded.length > 0 && { strike_off: excluded }) },
    contact,
    sealedBy: 'console',
    receipt: deriveReceipt(receipt, keyring.fingerprint),
    handOver: signHandOver(begun, member.id, JSON.stringify(note), desk.identity.signing.secretKey),
  });
  return { report, receipt, readers };
}

/** Sealed to the reporter's own key: whoever else reads this conversation, or will, does not learn the receipt. */
async function tellReporter(
  desk: Desk,
  open: OpenCase,
  conversation: Conversation,
  { referral }: SendableReferral,
  receipt: string,
): Promise<void> {
  const conversationKey = caseKeys(open.held.key, open.held.epoch).conversation;
  const owner = { caseId: open.caseId, consentId: referral.id, conversationKey };
  const text = writeAsked({
    referralId: referral.id,
    recipient: referral.recipient.name,
    receipt: sealSharedWords(owner, open.stored.reporterKey, { receipt }),
  });
  await sendToReporter(desk, open, conversation, { kind: 'handed_over', text });
}
