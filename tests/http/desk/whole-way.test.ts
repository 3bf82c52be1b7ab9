import { keysWithoutReceipt } from '@romduol/server/demo/send-report';
import type { CaseId, DirectoryEntryId, OrganisationId, RecordId } from '@romduol/shared/ids';
import { ConsentId, ReferralId } from '@romduol/shared/casework/case-ids';
import { checkPublished } from '@romduol/shared/statistics/check-published';
import { seriesId } from '@romduol/shared/statistics/series';
import { addQuarters, quarterOf } from '@romduol/shared/language/dates';
import type { DeskActs } from '@romduol/web/desk/acts';
import type { CaseView } from '@romduol/web/desk/views';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { openOffice, type Office } from './office.ts';

const STORY = 'ពួកគេបានដេញខ្ញុំចេញពីផ្ទះ។ They threw my things into the road.\nខ្ញុំគ្មានកន្លែងទៅ។';
/** The quarter in which everything is told and coded, and a day on which it is ripe. */
const START = '2026-04-02';
const RIPE = '2026-08-26';

const id = (): string => crypto.randomUUID();
const answers = {
  codebook: 1,
  safe_now: 'unsure',
  categories: ['physical', 'disowned_evicted'],
  narrative: STORY,
  province: 'KH-3',
  perpetrators: ['parent'],
  needs: ['shelter', 'peer'],
  age: 'a18_24',
  consent_statistics: 'yes',
} as const;

describe.each(mainKinds)('the way of one report, on %s', (kind) => {
  let office: Office;
  let admin: DeskActs;
  let dara: DeskActs;
  let sophea: DeskActs;
  let vanna: DeskActs;
  let caseId: CaseId;
  let entryId: DirectoryEntryId;
  let view: CaseView;

  beforeAll(async () => {
    office = await openOffice(kind, START);
    admin = await office.console('admin');
    sophea = await office.console('sophea');
    vanna = await office.console('vanna');
    dara = await office.console('dara');
    caseId = await send();
  });
  afterAll(() => office.close());

  const send = (): Promise<CaseId> =>
    office.reporter.send(
      { answers, contact: { contact_mode: 'signal', contact_value: 'only at night' } } as never,
      keysWithoutReceipt(),
    );

  test('a caseworker of the team reads it word for word', async () => {
    const [row] = await dara.queue();
    expect(row).toMatchObject({ caseId, problem: null, summary: null, proposal: { level: 'high' } });
    view = await dara.openCase(caseId);
    expect(view.answers).toEqual(answers);
    expect(view.contact).toEqual({ contact_mode: 'signal', contact_value: 'only at night' });
    expect(view.flags).toEqual([]);
  });

  test('a caseworker of another team, or of another organisation, is served nothing of it', async () => {
    for (const handle of ['bopha', 'rith']) {
      const other = await office.console(handle);
      expect(await other.queue()).toEqual([]);
      await expect(other.openCase(caseId)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('it is triaged, noted, assigned and moved; what is not legal is refused before it is sealed', async () => {
    await expect(dara.record(caseId, { kind: 'closure_approved' })).rejects.toMatchObject({
      code: 'illegal_entry',
      reason: 'needs_supervisor',
    });
    await dara.record(caseId, { kind: 'opened' });
    const { proposal } = view;
    await dara.record(caseId, {
      kind: 'triaged',
      level: proposal.level,
      proposed: proposal.level,
      reasons: [...proposal.reasons],
    });
    await dara.record(caseId, { kind: 'assigned', member: (await dara.openCase(caseId)).log[0]!.author.id });
    await dara.record(caseId, { kind: 'note', text: 'ខ្ញុំបានទូរស័ព្ទទៅនាង។ Called back; safe tonight.' });
    view = await dara.record(caseId, { kind: 'status', to: 'plan' });
    expect(view.case.state).toBe('plan');
    expect(view.case.irregular).toEqual([]);
    expect((await dara.queue())[0]?.summary).toMatchObject({ state: 'plan', level: 'high' });
  });

  test('two colleagues in one case lose no word', async () => {
    const [a, b] = await Promise.all([
      dara.record(caseId, { kind: 'note', text: 'from dara' }),
      sophea.record(caseId, { kind: 'note', text: 'from sophea' }),
    ]);
    expect(Math.max(a.case.notes.length, b.case.notes.length)).toBe(3);
    const texts = (await sophea.openCase(caseId)).case.notes.map(({ entry }) => 'text' in entry && entry.text);
    expect(texts).toEqual(expect.arrayContaining(['from dara', 'from sophea']));
  });

  test('nothing is sent without consent; with it the referral goes to service received', async () => {
    const [saved] = await admin.saveDirectoryEntry(null, {
      entryId: id() as DirectoryEntryId,
      type: 'ngo',
      name: { en: 'A safe house', km: 'ផ្ទះសុវត្ថិភាព' },
      province: 'KH-3',
      sectors: ['shelter'],
      servesMinors: true,
      training: { level: 'trained', day: null },
      friendly: 'yes',
      agreedToBeListed: true,
      verified: null,
      retired: false,
    });
    entryId = saved!.entryId;
    expect((await dara.directory())[0]?.entry.name.en).toBe('A safe house');

    const referralId = ReferralId.parse(id());
    const recipient = { entryId, name: 'A safe house' };
    const step = (rest: object) => ({ kind: 'referral', referralId, step: rest }) as never;
    await dara.record(
      caseId,
      step({ action: 'offer', sector: 'shelter', recipient, training: 'trained', urgency: 'h24', reason: 'a bed' }),
    );
    const consentId = ConsentId.parse(id());
    const sending = step({ action: 'send', consentId, items: ['needs'], delivery: 'call', due: '2026-04-09' });
    await expect(dara.record(caseId, sending)).rejects.toMatchObject({ code: 'illegal_entry', reason: 'illegal_move' });
    await dara.record(caseId, {
      kind: 'consent_given',
      consent: {
        id: consentId,
        referralId,
        recipient,
        items: ['needs', 'age'],
        purpose: 'a bed',
        mode: 'phone',
        by: 'survivor',
        until: null,
      },
    });
    const more = step({
      action: 'send',
      consentId,
      items: ['needs', 'narrative'],
      delivery: 'call',
      due: '2026-04-09',
    });
    await expect(dara.record(caseId, more)).rejects.toMatchObject({ reason: 'item_not_consented' });
    await dara.record(caseId, sending);
    await dara.record(caseId, step({ action: 'accept' }));
    view = await dara.record(caseId, step({ action: 'receive', degree: 'full' }));
    expect(view.case.referrals[0]).toMatchObject({ state: 'service_received', received: 'full' });
  });

  test('coded records reach publishers only, and a ripe cohort is published once', async () => {
    const cohort = quarterOf(START as never);
    const name = { series: seriesId('north' as OrganisationId), kind: 'incident', cohort } as const;
    const { incident } = view.proposedRecords;
    const code = (recordId: string) =>
      ({
        kind: 'coded',
        part: 'incident',
        recordId: recordId as RecordId,
        revision: 1,
        record: {
          ...incident,
          type: incident.type ?? 'physical_assault',
          forms: ['eviction'],
          domain: 'family',
          perpetrator: 'parent',
          authorityAbuse: 'none',
          delay: incident.delay ?? 'unk',
          repeat: 'no',
        },
      }) as never;
    await dara.record(caseId, code(id()));
    for (let at = 0; at < 34; at += 1) {
      const other = await send();
      await dara.record(other, { kind: 'opened' });
      await dara.record(other, code(id()));
    }
    const refusing = await send();
    await dara.record(refusing, { kind: 'opened' });
    await dara.record(refusing, code(id()));
    await expect(sophea.preview(name)).rejects.toMatchObject({ code: 'not_ripe' });
    await dara.prepareLock();
    // Said after the record was handed in: it is taken back, by a revision like any other.
    await dara.record(refusing, { kind: 'counting_consent', answer: 'no', mode: 'phone' });
    await dara.prepareLock();
    // A colleague who recodes a case revises the same record, under their own key: it still counts once.
    const { recordId, record } = (await dara.openCase(caseId)).case.coded.incident ?? view.case.coded.incident!;
    await sophea.record(caseId, {
      kind: 'coded',
      part: 'incident',
      recordId,
      revision: 2,
      record: { ...record, repeat: 'yes' },
    });
    await sophea.prepareLock();

    office.setToday('2026-06-20');
    await (await office.console('admin')).renewKeyring(null);
    office.setToday(RIPE);
    [sophea, vanna] = [await office.console('sophea'), await office.console('vanna')];
    const { counted, release, authors } = await sophea.preview(name);
    expect(counted).toBe(35);
    expect([authors.missing, authors.unexpected]).toEqual([[], []]);
    expect(checkPublished(release)).toEqual([]);
    expect(release.total % 5).toBe(0);
    await sophea.propose(name);
    await expect(sophea.countersign(name)).rejects.toMatchObject({ code: 'own_signature' });
    expect(await vanna.review(name)).toMatchObject({ same: true, left: 0 });
    await vanna.countersign(name);

    const published = await (await office.console('chan')).releases();
    expect(published.map(({ release: one }) => one.cohort)).toEqual([cohort]);
    await expect(sophea.preview(name)).rejects.toMatchObject({ code: 'already_released' });
    expect(
      (await sophea.cohorts()).cohorts.find((one) => one.cohort === cohort && one.kind === 'incident')?.state,
    ).toBe('published');
    // What is counted is counted once: the next quarter finds nothing of it.
    office.setToday('2026-11-28');
    const late = await office.console('sophea');
    await expect(late.preview({ ...name, cohort: addQuarters(cohort, 1) })).rejects.toMatchObject({
      code: 'too_few_records',
    });
  });
});
