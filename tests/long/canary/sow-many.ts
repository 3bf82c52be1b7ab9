import { sodium } from '@romduol/shared/sealing/sodium';
import { uploadOne } from '../../attack/attachments/upload.ts';
import { type Sowing, reportOf, workOn } from '../../attack/canary/sow-canaries.ts';
import { sendForm, sendSealed, withClients } from '../../attack/intake/clients.ts';

/** How many hand in at once. */
const CLIENTS = 4;

/** Writes to the team from the return page without script. */
async function replyByForm(origin: string, receipt: string, text: string): Promise<void> {
  const answer = await fetch(`${origin}/en/return`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ receipt, after: '0', reply: text, act: 'reply' }),
  });
  const page = await answer.text();
  if (answer.status !== 200 || !page.includes('Your message has been sent.'))
    throw new Error(`a reply was answered ${answer.status}`);
}

/**
 * So many further reports, by forms and sealed in turns: every fifth with a file, every other one with a reply. Then each case gets
 * a note, a message, and every other one a referral with its consent. With `throughServer` false nothing is sent that the
 * server itself opens or seals, no form and no reply: it always seals in earnest, which a control does not.
 */
export async function sowMany(
  { origin, seal, caseworker, entryId, next }: Sowing,
  count: number,
  { throughServer }: { readonly throughServer: boolean },
): Promise<void> {
  const file = (): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`a letter in which ${next()} stands`);
  const kinds = Array.from({ length: count }, (_, at) => at);
  await withClients(CLIENTS, kinds, async (at) => {
    const [byForm, withFile] = [throughServer && at % 2 === 0, at % 5 === 0];
    const receipt = byForm ? await handInForm(withFile) : await handInSealed(withFile);
    if (throughServer && at % 4 < 2) await replyByForm(origin, receipt, `I wish to add ${next()}`);
  });
  async function handInForm(withFile: boolean): Promise<string> {
    const files = withFile ? [new File([file()], 'letter')] : [];
    const receipt = await sendForm(origin, reportOf(next), files, withFile ? ['as_is'] : []);
    if (receipt === null) throw new Error('a form was lost');
    return receipt;
  }
  async function handInSealed(withFile: boolean): Promise<string> {
    if (withFile) return (await uploadOne(origin, file(), { narrative: `with a film of ${next()}` })).receipt;
    const { body, receipt } = seal(reportOf(next));
    if ((await sendSealed(origin, body)) !== 'stored') throw new Error('a report was not stored');
    return receipt;
  }
  const rows = await caseworker.queue();
  for (const [at, { caseId }] of rows.entries()) {
    await caseworker.record(caseId, { kind: 'note', text: `A further note: ${next()}` });
    await caseworker.answer(caseId, `We have read this, ${next()}. ${sodium().randomBytes(1)[0] ?? 0}`);
    if (at % 2 === 0) await workOn(caseworker, caseId, entryId, next);
  }
}
