import { appendEntry, listCases, readCase, storeVaultWrap } from '@romduol/shared/api/cases';
import type { SealedEntry, SealedSummary } from '@romduol/shared/api/cases';
import { CaseId, Day } from '@romduol/shared/ids';
import { entryHash, genesisHash } from '@romduol/shared/sealing/log';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { type LogEnd, findCase, findCases, findLogEnd, insertEntry, replaceSummary, replaceWrap } from './store.ts';

export function mountCases(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.guarded(listCases, async ({ query: { after, limit } }, member) => {
    const cases = await findCases(db, member, { after: after === undefined ? null : readCursor(after), limit });
    const last = cases.at(-1);
    return { cases, next: last === undefined || cases.length < limit ? null : `${last.day}.${last.caseId}` };
  });

  mount.guarded(readCase, async ({ params: { caseId } }, member) => {
    const found = await findCase(db, member, caseId);
    if (found === null) throw new Refusal('not_found');
    return found;
  });

  mount.guarded(appendEntry, async ({ params: { caseId }, body: { entry, summary } }, member, call) => {
    const end = await findLogEnd(db, member, caseId);
    if (end === null) throw new Refusal('not_found');
    requireCurrentKeyring(entry, member);
    requireNext(end, entry);
    requireAgreement(caseId, entry, summary, member);
    try {
      await transaction(db, async (tx) => {
        await insertEntry(tx, caseId, entry, call.today);
        await replaceSummary(tx, caseId, summary, call.today);
        await recordAct(tx, { act: 'entry_appended', member: member.id, object: caseId, day: call.today });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'case_entries_pk') throw new Refusal('sequence_taken');
      throw error;
    }
    call.created();
    return {};
  });

  mount.guarded(storeVaultWrap, async ({ params: { caseId }, body }, member) => {
    const end = await findLogEnd(db, member, caseId);
    if (end === null) throw new Refusal('not_found');
    if (body.epoch > end.epoch) throw new Refusal('bad_input');
    await replaceWrap(db, member, caseId, body);
    return {};
  });
}

function readCursor(after: string): { readonly day: Day; readonly caseId: CaseId } {
  const [day, caseId] = after.split('.');
  const read = { day: Day.safeParse(day), caseId: CaseId.safeParse(caseId) };
  if (!read.day.success || !read.caseId.success) throw new Refusal('bad_input');
  return { day: read.day.data, caseId: read.caseId.data };
}

function requireCurrentKeyring(entry: SealedEntry, { keyring: { keyring } }: SignedIn): void {
  const current = entry.keyringVersion === keyring.version && sodium().equal(entry.keyringHash, keyring.hash);
  if (!current) throw new Refusal('keyring_outdated');
}

/** The entry continues the log as it stands. What cannot be seen from outside, clients check; this spares them forks. */
function requireNext(end: LogEnd, entry: SealedEntry): void {
  if (entry.seq !== end.seq + 1) throw new Refusal('sequence_taken');
  const previous = end.head ?? genesisHash(end.report);
  if (entry.epoch !== end.epoch || !sodium().equal(entry.previous, previous)) throw new Refusal('bad_input');
}

/** Entry and summary are the caller's and belong together. */
function requireAgreement(caseId: CaseId, entry: SealedEntry, summary: SealedSummary, member: SignedIn): void {
  const agree =
    entry.author === member.id &&
    summary.author === member.id &&
    summary.seq === entry.seq &&
    summary.epoch === entry.epoch &&
    sodium().equal(summary.head, entryHash(caseId, entry));
  if (!agree) throw new Refusal('bad_input');
}
