import type { CaseId, MemberId, TeamId } from '@romduol/shared/ids';
import { sql } from 'drizzle-orm';
import type { SignedIn } from '../accounts/identify.ts';
import type { Database } from '../database/database.ts';
import { idList, rowsOf } from '../database/rows.ts';

/** A member's newest slot of a case. */
export type Seeing = {
  readonly member_id: MemberId;
  readonly case_id: CaseId;
  readonly team: TeamId;
  readonly epoch: number;
};

/** Which of the members hold a slot of which of the cases. */
export async function findSeeing(
  db: Database,
  cases: readonly CaseId[],
  members: readonly MemberId[],
): Promise<Seeing[]> {
  if (cases.length === 0 || members.length === 0) return [];
  return rowsOf<Seeing>(
    db,
    sql`select k.member_id, s.case_id, r.team, max(s.epoch)::int as epoch
      from case_slots s join member_keys k on k.kid = s.kid join reports r on r.case_id = s.case_id
      where s.case_id = any(${idList(cases)}) and k.member_id = any(${idList(members)})
      group by k.member_id, s.case_id, r.team`,
  );
}

/** As a queue lists it: their own teams' cases, and those that a colleague granted throughout the organisation. */
export function isListedFor(member: SignedIn, { team, epoch }: Seeing): boolean {
  if (member.teams.includes(team)) return true;
  const { teams } = member.keyring.keyring;
  return epoch > 0 && teams.some(({ id, organisation }) => id === team && organisation === member.organisation);
}
