import { Reference } from '@romduol/shared/api/acknowledgements';
import { ConsentId, ReferralId } from '@romduol/shared/casework/case-ids';
import { type Day, DirectoryEntryId, type TeamId } from '@romduol/shared/ids';
import type { Answers } from '@romduol/shared/questionnaire/answers';
import { deriveReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import type { Desk } from '@romduol/web/desk/desk';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { openTalk } from '@romduol/web/enhance/return-talk';
import type { FreshApp } from '../fresh-app.ts';
import { handInFor } from '../hand-in.ts';

const THERE = 'siem-reap' as TeamId;
/** Told in the report, of which the narrative and the age are agreed to. */
export const TOLD: Pick<Answers, 'narrative' | 'age' | 'categories' | 'province'> = {
  narrative: 'they put me out',
  age: 'a18_24',
  categories: ['disowned_evicted'],
  province: 'KH-12',
};
const CONTACT = { contact_mode: 'phone', contact_value: '012 345 678' } as const;

/** Why something was refused, or `done`. */
export const outcomeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (refusal: { code: string; reason?: string | null }) => refusal.reason ?? refusal.code,
  );

/** A case in work of the desk's team, whose referral within the system is offered to another organisation's. */
export async function offerInside(
  fresh: FreshApp,
  desk: () => Desk,
  more: Parameters<typeof handInFor>[2] = {},
  team: TeamId | null = THERE,
) {
  const receipt = deriveReceipt(generateReceipt(), fresh.keyring().fingerprint);
  const handed = await handInFor(fresh, receipt, { answers: TOLD, contact: CONTACT, ...more });
  const { caseId } = handed;
  const referralId = ReferralId.parse(crypto.randomUUID());
  const consentId = ConsentId.parse(crypto.randomUUID());
  const recipient = { entryId: DirectoryEntryId.parse(crypto.randomUUID()), name: 'Micro', ...(team && { team }) };
  const record = (entry: Parameters<typeof recordEntry>[2]) => recordEntry(desk(), caseId, entry);
  await record({ kind: 'opened' });
  await record({ kind: 'triaged', level: 'medium', proposed: 'medium', reasons: [] });
  const step = (one: Extract<Parameters<typeof record>[0], { kind: 'referral' }>['step']) =>
    record({ kind: 'referral', referralId, step: one });
  const sector = 'shelter' as const;
  await step({ action: 'offer', sector, recipient, training: 'trained', urgency: 'd3', reason: 'a bed' });
  const agree = (until: Day | null = null) =>
    record({
      kind: 'consent_given',
      consent: {
        id: consentId,
        referralId,
        recipient,
        items: ['reason', 'narrative', 'age'],
        purpose: 'to go on',
        mode: 'phone',
        by: 'survivor',
        until,
      },
    });
  const send = () =>
    step({
      action: 'send',
      consentId,
      items: ['reason', 'narrative', 'age'],
      delivery: 'inside',
      due: '2099-01-01' as Day,
      reference: Reference.parse('ABCDEFGH'),
    });
  const talk = async () => openTalk(receipt, (await handed.read()) as never, fresh.keyring());
  return { ...handed, referralId, consentId, record, step, agree, send, talk };
}
