import { randomBytes } from 'node:crypto';
import type { SealedEntry } from '@romduol/shared/api/cases';
import type { Database } from '@romduol/server/database/database';
import {
  caseEntries,
  caseSlots,
  caseSummaries,
  reportContacts,
  reports,
  vaultWraps,
} from '@romduol/server/database/schema';
import { type Case, addEntry, newCase } from '@romduol/shared/casework/case';
import { CATEGORY, KH_PROVINCE } from '@romduol/shared/codebook/codes';
import type { CaseEntry } from '@romduol/shared/casework/entries';
import { summarise } from '@romduol/shared/casework/summary';
import type { CaseId, Day, TeamId } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import { Answers } from '@romduol/shared/questionnaire/answers';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import { openReport, sealReport } from '@romduol/shared/sealing/envelope';
import { entryHash, genesisHash, sealEntry } from '@romduol/shared/sealing/log';
import { sodium } from '@romduol/shared/sealing/sodium';
import { sealSummary } from '@romduol/shared/sealing/summary';
import type { Desk } from '@romduol/web/desk/desk';
import { wrapCaseKey } from '@romduol/web/desk/case-key';

const AT_ONCE = 250;
const AGES = ['u15', 'a15_17', 'a18_24', 'a25_34', 'a35_49'] as const;
const STORIES = [
  'My landlord found out and told the whole street. He wants money every week.',
  'ម្ចាស់ផ្ទះបានប្រាប់អ្នកជិតខាងទាំងអស់ ហើយទារលុយរាល់សប្តាហ៍។',
  'They stopped me at the market and took my telephone.',
  'ឪពុកម្តាយខ្ញុំបិទខ្ញុំក្នុងបន្ទប់អស់ពីរថ្ងៃ។',
] as const;

type Rows = {
  readonly reports: (typeof reports.$inferInsert)[];
  readonly contacts: (typeof reportContacts.$inferInsert)[];
  readonly slots: (typeof caseSlots.$inferInsert)[];
  readonly wraps: (typeof vaultWraps.$inferInsert)[];
  readonly entries: (typeof caseEntries.$inferInsert)[];
  readonly summaries: (typeof caseSummaries.$inferInsert)[];
};

export type Seeding = {
  readonly count: number;
  /** The newest case's day; the others go back from it, thirty a day. */
  readonly today: Day;
  /** Entries of each case's log; from a case's place among all. */
  readonly entries?: (at: number) => number;
  /** Whether the member has opened the case before. */
  readonly isWrapped?: (at: number) => boolean;
};

/**
 * Stores cases of the desk's first team as its member's colleagues would have: each sealed, folded and signed like any other,
 * only without a request for each. Answers their ids.
 */
export async function seedCases(db: Database, desk: Desk, seeding: Seeding): Promise<CaseId[]> {
  const ids: CaseId[] = [];
  for (let from = 0; from < seeding.count; from += AT_ONCE) {
    const rows: Rows = { reports: [], contacts: [], slots: [], wraps: [], entries: [], summaries: [] };
    for (let at = from; at < Math.min(from + AT_ONCE, seeding.count); at += 1)
      ids.push(addCase(desk, seeding, at, rows));
    await db.insert(reports).values(rows.reports);
    await db.insert(reportContacts).values(rows.contacts);
    await db.insert(caseSlots).values(rows.slots);
    if (rows.wraps.length > 0) await db.insert(vaultWraps).values(rows.wraps);
    for (let at = 0; at < rows.entries.length; at += AT_ONCE)
      await db.insert(caseEntries).values(rows.entries.slice(at, at + AT_ONCE));
    if (rows.summaries.length > 0) await db.insert(caseSummaries).values(rows.summaries);
  }
  return ids;
}

function addCase(desk: Desk, seeding: Seeding, at: number, rows: Rows): CaseId {
  const caseId = crypto.randomUUID() as CaseId;
  const day = addDays(seeding.today, -Math.floor(at / 30));
  const team = desk.member.teams[0] as TeamId;
  const answers = Answers.parse({
    codebook: 1,
    narrative: STORIES[at % STORIES.length],
    categories: [CATEGORY[at % CATEGORY.length], CATEGORY[(at * 7) % CATEGORY.length]].filter(
      (c, n, all) => all.indexOf(c) === n,
    ),
    province: KH_PROVINCE[at % KH_PROVINCE.length],
    age: AGES[at % AGES.length],
  });
  const key = sodium().randomBytes(32);
  const report = sealReport({
    caseId,
    team,
    keyringVersion: desk.keyring.version,
    recipients: [desk.identity.kem.publicKey],
    answers,
    contact: { contact_mode: 'receipt_only' },
    sealedBy: 'browser',
    receipt: RECEIPT,
    key,
  });
  const kids = report.slots.map((slot) => slot.slice(0, 16));
  const stored = { ...report, day, kids };
  rows.reports.push({
    caseId,
    team,
    day,
    keyringVersion: report.keyringVersion,
    sealedBy: report.sealedBy,
    commit: report.commit,
    nonce: report.body.nonce,
    body: report.body.ciphertext,
    reporterKey: report.reporterKey,
    kids: Buffer.concat(kids),
    reporterCopy: Buffer.concat([report.reporterCopy.nonce, report.reporterCopy.ciphertext]),
    receiptIndex: randomBytes(16),
    receiptCheck: randomBytes(32),
    secondCheck: randomBytes(32),
    requestHash: randomBytes(32),
  });
  rows.contacts.push({ caseId, ...report.contact });
  rows.slots.push(...report.slots.map((slot, n) => ({ caseId, epoch: 0, kid: kids[n] ?? slot, slot })));
  if (seeding.isWrapped?.(at) ?? true) {
    rows.wraps.push({ caseId, memberId: desk.member.id, epoch: 0, wrap: wrapCaseKey(desk, caseId, { epoch: 0, key }) });
  }
  const opened = openReport(stored, key, { expires: desk.keyring.expires, replacedOn: null });
  let folded = newCase({
    answers,
    received: day,
    withdrawalCheck: opened.withdrawalCheck,
    readers: [desk.member.id],
    sealedUnder: report.keyringVersion,
  });
  const { case: caseKey } = caseKeys(key, 0);
  const signing = { author: desk.member.id, caseKey, signing: desk.identity.signing };
  let previous = genesisHash(stored);
  const entries = entriesOf(desk, at, day, folded).slice(0, seeding.entries?.(at) ?? 5);
  for (let extra = entries.length; extra < (seeding.entries?.(at) ?? 0); extra += 1)
    entries.push({
      kind: 'note',
      text: `Spoke with her again, ${extra}. ${STORIES[extra % STORIES.length]}`,
      at: instant(day),
    });
  entries.forEach((content, n) => {
    folded = addEntry(folded, { seq: n + 1, author: desk.member.id, isSupervisor: true }, content);
    const head = {
      seq: n + 1,
      epoch: 0,
      author: desk.member.id,
      previous,
      keyringVersion: desk.keyring.version,
      keyringHash: desk.keyring.hash,
    };
    const entry: SealedEntry = sealEntry({ ...head, ...signing, caseId, content });
    rows.entries.push({ caseId, ...head, ...entry.sealed, day });
    previous = entryHash(caseId, entry);
  });
  if (entries.length > 0) {
    const head = { seq: entries.length, epoch: 0, head: previous, author: desk.member.id };
    const { sealed } = sealSummary({ ...head, ...signing, caseId, content: summarise(folded) });
    rows.summaries.push({ caseId, ...head, ...sealed, day });
  }
  return caseId;
}

const instant = (day: Day): string => `${day}T05:00:00.000Z`;

/** One in ten is open, one in fifty new; the rest are closed, as after years. */
function entriesOf(desk: Desk, at: number, day: Day, { proposal }: Case): CaseEntry[] {
  const when = { at: instant(day) };
  const level = proposal.level;
  const opened: CaseEntry[] = [
    { kind: 'opened', ...when },
    { kind: 'triaged', level, proposed: level, reasons: [], ...when },
    { kind: 'assigned', member: desk.member.id, ...when },
  ];
  if (at % 50 === 0) return opened.slice(0, 1);
  if (at % 10 === 0) return opened;
  return [
    ...opened,
    { kind: 'closure_requested', reason: 'needs_met', keepEvidence: false, ...when },
    { kind: 'closure_approved', ...when },
  ];
}

const RECEIPT = {
  get lookup() {
    return randomBytes(32);
  },
  kem: { publicKey: new Uint8Array(1216), secretKey: new Uint8Array(32) },
  copyKey: new Uint8Array(32).fill(3),
  withdrawal: new Uint8Array(32).fill(4),
};
