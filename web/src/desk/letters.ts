import {
  type Acknowledgement,
  LINK_DAYS,
  type Reference,
  listLinks,
  openLink as openLinkOperation,
  revokeLink,
} from '@romduol/shared/api/acknowledgements';
import type { Case } from '@romduol/shared/casework/case';
import type { ReferralState } from '@romduol/shared/casework/referral-moves';
import { addDays, dayAt } from '@romduol/shared/language/dates';
import { codeCheck, drawLetterCode } from '@romduol/shared/sealing/letter-code';
import { ApiRefusal } from './caller.ts';
import type { Desk } from './desk.ts';

/** States in which a letter's recipient has nothing more to say. */
const OVER: readonly ReferralState[] = ['withdrawn', 'closed'];

export type LetterCode = ReturnType<typeof drawLetterCode>;

/** A reference and code for a letter that is being written; the server learns of them when the letter is sent. */
export const drawCode = (): LetterCode => drawLetterCode();

/** Lets the recipient answer by the code. The same again is no error: an answer may have been lost on the way. */
export async function openLink(desk: Desk, { reference, code }: { reference: Reference; code: string }): Promise<void> {
  const expires = addDays(dayAt(desk.clock()), LINK_DAYS);
  try {
    await desk.call(openLinkOperation, { body: { reference, check: codeCheck(reference, code), expires } });
  } catch (refusal) {
    if (!(refusal instanceof ApiRefusal && refusal.code === 'already_exists')) throw refusal;
  }
}

/** What recipients have claimed by the links of this case's referrals: to be confirmed, not believed. */
export async function readClaims(desk: Desk, facts: Case): Promise<readonly Acknowledgement[]> {
  const ours = new Set(facts.referrals.map(({ sent }) => sent?.link?.reference));
  if ([...ours].every((reference) => reference === undefined)) return [];
  const { links } = await desk.call(listLinks);
  return links.filter(({ reference }) => ours.has(reference));
}

/** What survivors told in entries after `seq`: it feeds the directory, each word once, by whoever wrote it down. */
export const feedbackSince = (facts: Case, seq: number) =>
  facts.log.flatMap(({ seq: at, entry }) => {
    if (at <= seq || entry.kind !== 'referral' || entry.step.action !== 'give_feedback') return [];
    const recipient = facts.referrals.find(({ id }) => id === entry.referralId)?.recipient;
    return recipient === undefined ? [] : [{ entryId: recipient.entryId, feedback: entry.step }];
  });

/** Ends the links of referrals that are over: nobody answers for them any more. */
export async function endLinks(desk: Desk, facts: Case): Promise<void> {
  const over = facts.referrals.filter(({ state, sent }) => OVER.includes(state) && sent?.link !== undefined);
  if (over.length === 0) return;
  const open = (await readClaims(desk, facts)).filter(({ revoked }) => !revoked);
  for (const { sent } of over) {
    const link = open.find(({ reference }) => reference === sent?.link?.reference);
    if (link !== undefined) await desk.call(revokeLink, { params: { reference: link.reference } });
  }
}
