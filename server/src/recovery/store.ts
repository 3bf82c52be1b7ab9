import type { CaseId, Day, MemberId } from '@romduol/shared/ids';
import type { Recovery } from '@romduol/shared/sealing/keyring';
import { type SQL, and, countDistinct, desc, gte, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../accounts/identify.ts';
import type { Sight } from '../cases/store.ts';
import type { Database } from '../database/database.ts';
import { anyOf, idList, rowsOf } from '../database/rows.ts';
import { auditLog } from '../database/schema.ts';

/**
 * What the organisation's recovery card may be used for: its cases of whose newest key it has a slot, and nobody who does
 * casework there has; none that its reporter is taking back. No other slot is handed out this way.
 */
export function cardSight(member: SignedIn, { kemId }: Recovery): Sight {
  const { keyring } = member.keyring;
  const teams = keyring.teams.filter(({ organisation }) => organisation === member.organisation).map(({ id }) => id);
  const readers = keyring.members.filter(
    ({ organisation, status, roles }) =>
      organisation === member.organisation &&
      status === 'active' &&
      roles.some((role) => role === 'caseworker' || role === 'supervisor'),
  );
  const held: SQL = sql`
    left join lateral (
      select epoch, slot from case_slots where case_id = r.case_id and kid = ${kemId}
        and epoch = (select coalesce(max(epoch), 0) from grants where purpose = 'case' and object = r.case_id::text)) s on true
    left join lateral (select null::int as epoch, null::bytea as wrap) w on true
    left join case_summaries m on m.case_id = r.case_id`;
  const visible: SQL = sql`s.slot is not null and r.team in ${anyOf(teams)}
    and not exists (select from case_slots other join member_keys k on k.kid = other.kid
      where other.case_id = r.case_id and other.epoch = s.epoch and k.member_id = any(${idList(readers.map(({ id }) => id))}))
    and not exists (select from withdrawals where case_id = r.case_id)`;
  return { held, visible };
}

export async function findLostCases(
  db: Database,
  { held, visible }: Sight,
  { after, limit }: { readonly after: CaseId | null; readonly limit: number },
): Promise<{ readonly cases: CaseId[]; readonly count: number }> {
  const rows = await rowsOf<{ case_id: CaseId }>(
    db,
    sql`select r.case_id from reports r ${held} where ${visible} order by r.case_id`,
  );
  const ids = rows.map(({ case_id }) => case_id);
  return { cases: ids.filter((id) => after === null || id > after).slice(0, limit), count: ids.length };
}

/**
 * What these members have asked for by the card since a day, or given on, each case once by member and day. To be handed a
 * case is enough: with the card in hand it is read.
 */
export async function findCardUses(
  db: Database,
  { members, since }: { readonly members: readonly MemberId[]; readonly since: Day },
): Promise<{ member: MemberId; day: Day; cases: number }[]> {
  const rows = await db
    .select({ member: auditLog.member, day: auditLog.day, cases: countDistinct(auditLog.object) })
    .from(auditLog)
    .where(
      and(
        inArray(auditLog.act, ['lost_case_read', 'case_recovered']),
        gte(auditLog.day, since),
        inArray(auditLog.member, [...members]),
      ),
    )
    .groupBy(auditLog.member, auditLog.day)
    .orderBy(desc(auditLog.day))
    .limit(100);
  return rows.map(({ member, day, cases }) => ({ member: member as MemberId, day: day as Day, cases }));
}
