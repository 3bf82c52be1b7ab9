import { ConsentId, ReferralId } from '@romduol/shared/casework/case-ids';
import { type CaseId, type Day, DirectoryEntryId } from '@romduol/shared/ids';
import { addDays, dayAt } from '@romduol/shared/language/dates';
import { foundSample } from '@romduol/server/demo/found-sample';
import type { DeskActs } from '@romduol/web/desk/acts';
import { makeActs } from '@romduol/web/desk/make-acts';
import type { FetchBytes } from '@romduol/web/desk/open-file';
import { uploadOne } from '../attachments/upload.ts';
import { SAMPLE_PLAN } from '../../end-to-end/deployment.ts';
import { type Report, type Sealer, callerOf, openSealer, sendForm, sendSealed } from '../intake/clients.ts';

/** A founded server, and the means to put words into it. */
export type Sowing = {
  readonly origin: string;
  readonly seal: Sealer;
  readonly caseworker: DeskActs;
  readonly entryId: DirectoryEntryId;
  /** A word that stands nowhere else. */
  next(): string;
};

/**
 * Lets every canary take one way that words take through the system: reports, files of both kinds, note, case conference, safety plan,
 * referral, consent, directory. Answers everything that can be read of them at the end, opened by another member.
 */
export async function sowCanaries(
  site: { readonly origin: string; readonly foundingToken: string | null },
  next: () => string,
  ways: { readonly firstReport: 'form' | 'sealed'; readonly more?: (sowing: Sowing) => Promise<void> },
): Promise<string> {
  const { origin } = site;
  const { accounts } = await foundSample(callerOf(origin), Date.now, site.foundingToken ?? '', SAMPLE_PLAN);
  const signIn = async (handle: string): Promise<DeskActs> => {
    let cookie = '';
    const keep = (sent: string): void => {
      cookie = sent;
    };
    const fetchBytes: FetchBytes = async (path) => {
      const answer = await fetch(origin + path, { headers: { cookie } });
      return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
    };
    const acts = makeActs({ call: callerOf(origin, keep), fetchBytes, clock: Date.now });
    await acts.signIn(handle, accounts.find((account) => account.handle === handle)?.passphrase ?? '');
    return acts;
  };
  const report = (): Report => reportOf(next);

  const seal = await openSealer(origin);
  const file = (): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`a letter in which ${next()} stands`);
  if (ways.firstReport === 'form') await sendForm(origin, report(), [new File([file()], 'letter')], ['as_is']);
  else {
    await sendSealed(origin, seal(report()).body);
    await uploadOne(origin, file());
  }
  await sendSealed(origin, seal(report()).body);
  await uploadOne(origin, file());

  const admin = await signIn('admin');
  const [saved] = await admin.saveDirectoryEntry(null, {
    entryId: DirectoryEntryId.parse(crypto.randomUUID()),
    type: 'ngo',
    name: { en: `House ${next()}`, km: `ផ្ទះ ${next()}` },
    province: 'KH-12',
    focal: { role: 'Focal', name: next() },
    channel: `call ${next()}`,
    sectors: ['shelter'],
    servesMinors: true,
    training: { level: 'trained', day: null },
    friendly: 'yes',
    agreedToBeListed: true,
    verified: null,
    retired: false,
  });
  if (saved === undefined) throw new Error('the directory stayed empty');

  const caseworker = await signIn('sophea');
  const [row] = await caseworker.queue();
  if (row === undefined) throw new Error('no case arrived');
  await workOn(caseworker, row.caseId, saved.entryId, next);
  await ways.more?.({ origin, seal, caseworker, entryId: saved.entryId, next });
  return readEverything(await signIn('bopha'));
}

/** A report with five canaries. */
export const reportOf = (next: () => string): Report => ({
  answers: {
    codebook: 1,
    narrative: `They said ${next()} and then\nពួកគេនិយាយថា ${next()} ហើយ។`,
    identity_text: next(),
    province: 'KH-12',
  },
  contact: { contact_mode: 'signal', contact_value: next(), contact_safety: `after dark, ${next()}` },
});

/** Lets a case become one with notes, plan, referral and consent: six canaries. */
export async function workOn(
  acts: DeskActs,
  caseId: CaseId,
  entryId: DirectoryEntryId,
  next: () => string,
): Promise<void> {
  const today: Day = dayAt(Date.now());
  const referralId = ReferralId.parse(crypto.randomUUID());
  const consentId = ConsentId.parse(crypto.randomUUID());
  const recipient = { entryId, name: 'House' };
  const { proposal } = await acts.openCase(caseId);
  await acts.record(caseId, { kind: 'opened' });
  await acts.record(caseId, {
    kind: 'triaged',
    level: 'high',
    proposed: proposal.level,
    reasons: [...proposal.reasons],
  });
  await acts.record(caseId, { kind: 'note', text: `A note on ${next()}.` });
  await acts.record(caseId, { kind: 'conference_note', text: `ប្រជុំ៖ ${next()}` });
  await acts.record(caseId, { kind: 'safety_plan', plan: { risks: next() } });
  await acts.record(caseId, {
    kind: 'referral',
    referralId,
    step: { action: 'offer', sector: 'shelter', recipient, training: 'trained', urgency: 'h24', reason: next() },
  });
  await acts.record(caseId, {
    kind: 'consent_given',
    consent: {
      id: consentId,
      referralId,
      recipient,
      items: ['reason', 'needs'],
      purpose: `for ${next()} only`,
      mode: 'in_person',
      by: 'survivor',
      until: addDays(today, 30),
    },
  });
  await acts.record(caseId, {
    kind: 'referral',
    referralId,
    step: { action: 'send', consentId, items: ['needs'], delivery: 'call', due: addDays(today, 3), comment: next() },
  });
}

/** All that a supervisor reads, as one text. */
async function readEverything(acts: DeskActs): Promise<string> {
  const views = [];
  for (const { caseId } of await acts.queue()) {
    const view = await acts.openCase(caseId);
    const files = view.files.map(async (_, place) => (await acts.openFile(caseId, place)).text());
    views.push(view, await Promise.all(files), await acts.conversation(caseId));
  }
  return JSON.stringify([views, await acts.directory()]);
}
