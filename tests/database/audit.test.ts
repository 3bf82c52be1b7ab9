import { findBrokenAudit, recordAct } from '@romduol/server/audit/store';
import { transaction } from '@romduol/server/database/database';
import { rowsOf } from '@romduol/server/database/rows';
import type { Act } from '@romduol/shared/api/audit';
import type { Day, MemberId } from '@romduol/shared/ids';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase, kinds } from './fresh.ts';

const MEMBER = '11111111-1111-4111-8111-111111111111' as MemberId;

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase(kind);
  });
  afterAll(() => fresh.close());

  const record = (act: Act, object?: string) =>
    transaction(fresh.db, (tx) =>
      recordAct(tx, { act, member: MEMBER, day: '2026-05-11' as Day, ...(object === undefined ? {} : { object }) }),
    );

  test('acts that are written at once stand in one unbroken chain', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, at) => record('entry_appended', `case-${at}`)));
    const rows = await rowsOf<{ number: number }>(fresh.db, sql`select number from audit_log order by number`);
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(await findBrokenAudit(fresh.db)).toBeNull();
  });

  test('a row that was changed behind the trigger is found', async () => {
    await record('signed_in');
    const tamper = async (statement: ReturnType<typeof sql>): Promise<void> => {
      await rowsOf(fresh.db, sql`alter table audit_log disable trigger audit_log_immutable`);
      await rowsOf(fresh.db, statement);
      await rowsOf(fresh.db, sql`alter table audit_log enable trigger audit_log_immutable`);
    };
    const [row] = await rowsOf<{ object: string }>(fresh.db, sql`select object from audit_log where number = 7`);
    await tamper(sql`update audit_log set object = 'case-99' where number = 7`);
    expect(await findBrokenAudit(fresh.db)).toBe(7);
    await tamper(sql`update audit_log set object = ${row?.object} where number = 7`);
    expect(await findBrokenAudit(fresh.db)).toBeNull();
    await tamper(sql`delete from audit_log where number = 12`);
    expect(await findBrokenAudit(fresh.db)).toBe(12);
  });

  test('an act whose transaction fails is not written down', async () => {
    const before = await rowsOf(fresh.db, sql`select from audit_log`);
    const failed = transaction(fresh.db, async (tx) => {
      await recordAct(tx, { act: 'signed_in', member: null, day: '2026-05-11' as Day });
      throw new Error('failed after all');
    });
    await expect(failed).rejects.toThrow('failed after all');
    expect(await rowsOf(fresh.db, sql`select from audit_log`)).toHaveLength(before.length);
  });
});
