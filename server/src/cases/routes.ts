import { appendEntry, listCases, readCase, storeVaultWrap, storeVaultWraps } from '@romduol/shared/api/cases';
import { CaseId, Day } from '@romduol/shared/ids';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, snapshot, transaction } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { requireAgreement, requireCurrentKeyring, requireNext } from './continues.ts';
import {
  findCase,
  findCases,
  findLogEnd,
  holdCase,
  insertEntry,
  replaceSummary,
  replaceWrap,
  replaceWraps,
} from './store.ts';

export function mountCases(
  mount: Mount<SignedIn>,
  { db, changed }: { readonly db: Database; readonly changed: (caseId: CaseId) => void },
): void {
  mount.guarded(listCases, async ({ query: { after, only, limit } }, member) => {
    const page = { after: after === undefined ? null : readCursor(after), only: only ?? null, limit };
    const cases = await snapshot(db, (tx) => findCases(tx, member, page));
    const last = cases.at(-1);
    return { cases, next: last === undefined || cases.length < limit ? null : `${last.day}.${last.caseId}` };
  });

  mount.guarded(readCase, async ({ params: { caseId }, query: { from } }, member) => {
    // Log, summary and grants of one moment: else a colleague's writing would look like tampering.
    const found = await snapshot(db, (tx) => findCase(tx, member, caseId, { from }));
    if (found === null) throw new Refusal('not_found');
    return found;
  });

  mount.guarded(appendEntry, async ({ params: { caseId }, body: { entry, summary, act } }, member, call) => {
    const end = await findLogEnd(db, member, caseId);
    if (end === null) throw new Refusal('not_found');
    requireCurrentKeyring(entry, member);
    requireNext(end, entry);
    requireAgreement(caseId, entry, summary, member);
    try {
      await transaction(db, async (tx) => {
        if (!(await holdCase(tx, caseId))) throw new Refusal('not_found');
        await insertEntry(tx, caseId, entry, call.today);
        await replaceSummary(tx, caseId, summary, call.today);
        await recordAct(tx, { act: act ?? 'entry_appended', member: member.id, object: caseId, day: call.today });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'case_entries_pk') throw new Refusal('sequence_taken');
      throw error;
    }
    changed(caseId);
    call.created();
    return {};
  });

  mount.guarded(storeVaultWrap, async ({ params: { caseId }, body }, member) => {
    const end = await findLogEnd(db, member, caseId);
    if (end === null) throw new Refusal('not_found');
    if (body.epoch > end.epoch) throw new Refusal('bad_input');
    if (!(await replaceWrap(db, member, caseId, body))) throw new Refusal('not_found');
    return {};
  });

  mount.guarded(storeVaultWraps, async ({ body: { wraps } }, member) => ({
    kept: await replaceWraps(db, member, wraps),
  }));
}

function readCursor(after: string): { readonly day: Day; readonly caseId: CaseId } {
  const [day, caseId] = after.split('.');
  const read = { day: Day.safeParse(day), caseId: CaseId.safeParse(caseId) };
  if (!read.day.success || !read.caseId.success) throw new Refusal('bad_input');
  return { day: read.day.data, caseId: read.caseId.data };
}
