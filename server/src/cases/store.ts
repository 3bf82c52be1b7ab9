import type { SealedEntry, SealedSummary, StoredReport } from '@romduol/shared/api/cases';
import type { Answer } from '@romduol/shared/api/contract';
import type { listCases, readCase } from '@romduol/shared/api/cases';
import type { CaseId, Day } from '@romduol/shared/ids';
import { type SQL, and, asc, eq, gte, sql } from 'drizzle-orm';
import type { SignedIn } from '../accounts/identify.ts';
import { plainBytes } from '../database/columns.ts';
import { type Database, transaction } from '../database/database.ts';
import { anyOf, idList, rowsOf } from '../database/rows.ts';
import { findCaseGrants, findConversationGrant } from '../grants/store.ts';
import { caseEntries, caseSummaries, erasures, vaultWraps } from '../database/schema.ts';
import { type CaseRow, type ListedRow, accessOf, conversationOf, entryOf, reportOf, summaryOf } from './rows.ts';

/**
 * What a member may see: cases for which they hold a slot. One that came with the report counts for the member's own teams
 * only; one that a colleague granted counts throughout the organisation, whose other teams' people may be brought in.
 */
const visibleTo = (member: SignedIn): SQL => {
  const { teams } = member.keyring.keyring;
  const organisation = teams.filter((team) => team.organisation === member.organisation).map(({ id }) => id);
  return sql`s.slot is not null
    and (r.team in ${anyOf(member.teams)} or (s.epoch > 0 and r.team in ${anyOf(organisation)}))`;
};

/** Which cases `r` somebody may see, and by which slots `s` and wraps `w`. */
export type Sight = { readonly held: SQL; readonly visible: SQL };

const ownSight = (member: SignedIn): Sight => ({ held: heldBy(member), visible: visibleTo(member) });

/** The member's newest slot and wrap of each case `r`, and its summary. */
const heldBy = (member: SignedIn): SQL => sql`
  left join lateral (
    select epoch, slot from case_slots where case_id = r.case_id
      and kid in (select kid from member_keys where member_id = ${member.id}::uuid)
    order by epoch desc limit 1) s on true
  left join lateral (
    select epoch, wrap from vault_wraps where case_id = r.case_id and member_id = ${member.id}::uuid
    order by epoch desc limit 1) w on true
  left join case_summaries m on m.case_id = r.case_id`;

const held = sql`s.epoch as slot_epoch, s.slot, w.epoch as wrap_epoch, w.wrap, m.seq, m.epoch as summary_epoch, m.head,
  m.author, m.nonce as summary_nonce, m.ciphertext as summary_ciphertext`;
const report = sql`r.case_id, r.team, to_char(r.day, 'YYYY-MM-DD') as day, r.keyring_version, r.sealed_by, r.commit,
  r.nonce, r.reporter_key, r.kids, c.nonce as contact_nonce, c.ciphertext as contact_ciphertext`;

const conversation = sql`(select coalesce(max(counter), 0) from messages
    where case_id = r.case_id and direction = 0)::int as from_reporter,
  (select to_char(day, 'YYYY-MM-DD') from messages where case_id = r.case_id and direction = 1 and counter = 2) as answered,
  a.direction, a.counter, a.epoch as message_epoch, a.previous, a.nonce as message_nonce,
  a.ciphertext as message_ciphertext, to_char(a.day, 'YYYY-MM-DD') as message_day, d.withdrawal,
  to_char(d.day, 'YYYY-MM-DD') as withdrawn_on, to_char(d.erase_on, 'YYYY-MM-DD') as erase_on`;

type Cursor = { readonly day: Day; readonly caseId: CaseId };

/** One page of the queue, newest first; a case without a summary comes with its report. */
export async function findCases(
  db: Database,
  member: SignedIn,
  page: { readonly after: Cursor | null; readonly only: readonly CaseId[] | null; readonly limit: number },
): Promise<Answer<typeof listCases>['cases']> {
  const after =
    page.after === null ? sql`true` : sql`(r.day, r.case_id) < (${page.after.day}::date, ${page.after.caseId}::uuid)`;
  const only = page.only === null ? sql`true` : sql`r.case_id = any(${idList(page.only)})`;
  const rows = await rowsOf<ListedRow>(
    db,
    sql`select ${report}, case when m.seq is null then r.body end as body, ${held}, ${conversation}
      from reports r ${heldBy(member)} left join report_contacts c on c.case_id = r.case_id and m.seq is null
        left join withdrawals d on d.case_id = r.case_id left join lateral (select * from messages
          where case_id = r.case_id and direction = 1 order by counter desc limit 1) a on true
      where ${visibleTo(member)} and ${after} and ${only} order by r.day desc, r.case_id desc limit ${page.limit}`,
  );
  const grants = await findCaseGrants(
    db,
    rows.filter(({ slot_epoch }) => (slot_epoch ?? 0) > 0).map((row) => row.case_id),
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    team: row.team,
    day: row.day,
    commit: plainBytes(row.commit),
    keyringVersion: row.keyring_version,
    access: accessOf(row, grants.get(row.case_id) ?? []),
    report: row.body === null ? null : reportOf({ ...row, body: row.body }),
    summary: summaryOf(row),
    conversation: conversationOf(row),
  }));
}

/** A case with its log, from entry `from` on; null where there is none that the member may see, or `sight` gives. */
export async function findCase(
  db: Database,
  member: SignedIn,
  caseId: CaseId,
  { sight = ownSight(member), from = 1 }: { readonly sight?: Sight; readonly from?: number | undefined } = {},
): Promise<Answer<typeof readCase> | null> {
  const [row] = await rowsOf<CaseRow & { body: Uint8Array }>(
    db,
    sql`select ${report}, r.body, ${held} from reports r ${sight.held}
      left join report_contacts c on c.case_id = r.case_id
      where r.case_id = ${caseId}::uuid and ${sight.visible}`,
  );
  if (row === undefined) return null;
  return {
    report: reportOf(row),
    access: accessOf(row, (await findCaseGrants(db, [caseId])).get(caseId) ?? []),
    entries: await readEntries(db, caseId, from),
    summary: summaryOf(row),
    conversation: await findConversationGrant(db, caseId),
    erasure: await findErasure(db, caseId),
  };
}

async function findErasure(db: Database, caseId: CaseId): Promise<Answer<typeof readCase>['erasure']> {
  const [row] = await db
    .select({ contactOn: erasures.contactOn, contentOn: erasures.contentOn })
    .from(erasures)
    .where(eq(erasures.caseId, caseId));
  return row === undefined ? null : { contactOn: row.contactOn as Day | null, contentOn: row.contentOn as Day | null };
}

/** Whether the member may see the case at all. */
export async function isVisible(db: Database, member: SignedIn, caseId: CaseId): Promise<boolean> {
  const rows = await rowsOf(
    db,
    sql`select from reports r ${heldBy(member)} where r.case_id = ${caseId}::uuid and ${visibleTo(member)}`,
  );
  return rows.length > 0;
}

async function readEntries(db: Database, caseId: CaseId, from: number): Promise<SealedEntry[]> {
  const rows = await db
    .select()
    .from(caseEntries)
    .where(and(eq(caseEntries.caseId, caseId), gte(caseEntries.seq, from)))
    .orderBy(asc(caseEntries.seq));
  return rows.map(entryOf);
}

/** Where a case's log stands, for whoever wants to write to it. `head` is null before the first entry. */
export type LogEnd = {
  readonly seq: number;
  readonly head: Uint8Array | null;
  readonly epoch: number;
  readonly report: Pick<StoredReport, 'caseId' | 'commit' | 'body' | 'kids'>;
};

export async function findLogEnd(
  db: Database,
  member: SignedIn,
  caseId: CaseId,
  sight: Sight = ownSight(member),
): Promise<LogEnd | null> {
  const [row] = await rowsOf<CaseRow & { body: Uint8Array; granted: number }>(
    db,
    sql`select ${report}, r.body, ${held}, (select coalesce(max(epoch), 0) from grants
        where purpose = 'case' and object = r.case_id::text)::int as granted
      from reports r ${sight.held} left join report_contacts c on c.case_id = r.case_id
      where r.case_id = ${caseId}::uuid and ${sight.visible}`,
  );
  if (row === undefined) return null;
  return {
    seq: row.seq ?? 0,
    head: row.head === null ? null : plainBytes(row.head),
    epoch: row.granted,
    report: reportOf(row),
  };
}

/**
 * Holds the report's row until the transaction ends; false when the case is gone. Whoever writes to a case takes it first:
 * of two writers one waits, instead of each for what the other holds.
 */
export async function holdCase(tx: Database, caseId: CaseId): Promise<boolean> {
  const rows = await rowsOf(tx, sql`select from reports where case_id = ${caseId}::uuid for update`);
  return rows.length > 0;
}

export async function insertEntry(tx: Database, caseId: CaseId, entry: SealedEntry, day: Day): Promise<void> {
  const { sealed, ...head } = entry;
  await tx.insert(caseEntries).values({ caseId, ...head, ...sealed, day });
}

export async function replaceSummary(tx: Database, caseId: CaseId, summary: SealedSummary, day: Day): Promise<void> {
  const { sealed, ...head } = summary;
  const values = { ...head, ...sealed, day };
  await tx
    .insert(caseSummaries)
    .values({ caseId, ...values })
    .onConflictDoUpdate({ target: caseSummaries.caseId, set: values });
}

/**
 * Keeps a member's wrap beside their slot of the same epoch; false when there is none, because a new key has just been
 * given to others only.
 */
export async function replaceWrap(
  db: Database,
  member: SignedIn,
  caseId: CaseId,
  { epoch, wrap }: { readonly epoch: number; readonly wrap: Uint8Array },
): Promise<boolean> {
  return transaction(db, async (tx) => {
    await holdCase(tx, caseId);
    const slots = await rowsOf(
      tx,
      sql`select from case_slots where case_id = ${caseId}::uuid and epoch = ${epoch}::int
        and kid in (select kid from member_keys where member_id = ${member.id}::uuid)`,
    );
    if (slots.length === 0) return false;
    await tx
      .insert(vaultWraps)
      .values({ caseId, memberId: member.id, epoch, wrap })
      .onConflictDoUpdate({ target: [vaultWraps.caseId, vaultWraps.memberId, vaultWraps.epoch], set: { wrap } });
    return true;
  });
}

/** The same for many cases; gives how many were kept. */
export async function replaceWraps(
  db: Database,
  member: SignedIn,
  wraps: readonly { readonly caseId: CaseId; readonly epoch: number; readonly wrap: Uint8Array }[],
): Promise<number> {
  const given = JSON.stringify(
    wraps.map(({ caseId, epoch, wrap }) => ({ case_id: caseId, epoch, wrap: Buffer.from(wrap).toString('hex') })),
  );
  return transaction(db, async (tx) => {
    // In one order, so that two desks at it never wait for each other.
    await rowsOf(
      tx,
      sql`select from reports where case_id in (select case_id from jsonb_to_recordset(${given}::jsonb) as g(case_id uuid))
        order by case_id for update`,
    );
    const kept = await rowsOf(
      tx,
      sql`insert into vault_wraps (case_id, member_id, epoch, wrap)
        select distinct on (g.case_id, g.epoch) g.case_id, ${member.id}::uuid, g.epoch, decode(g.wrap, 'hex')
        from jsonb_to_recordset(${given}::jsonb) as g(case_id uuid, epoch int, wrap text)
          join case_slots s on s.case_id = g.case_id and s.epoch = g.epoch
            and s.kid in (select kid from member_keys where member_id = ${member.id}::uuid)
        on conflict (case_id, member_id, epoch) do update set wrap = excluded.wrap returning 1 as kept`,
    );
    return kept.length;
  });
}
