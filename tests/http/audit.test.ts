import { type Act, listAudit, readAuditChain } from '@romduol/shared/api/audit';
import { signOut } from '@romduol/shared/api/accounts';
import { signIn } from '@romduol/shared/api/second-factor';
import type { Day } from '@romduol/shared/ids';
import { sodium } from '@romduol/shared/sealing/sodium';
import { checkAudit, readAudit, readWholeAudit } from '@romduol/web/desk/audit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp, send } from './fresh-app.ts';
import { openDesk } from './open-desk.ts';

const EVERYTHING = { act: null, member: null, from: null, to: null };
const FIRST_DAY = '2026-05-11' as Day;
const NEXT_DAY = '2026-05-12' as Day;

describe.each(kinds)('the audit log on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    await fresh.as('sok.dara');
    await fresh.as('tep.srey');
    fresh.clock.now += 24 * 60 * 60 * 1000;
  });
  afterAll(() => fresh.close());

  const refuseSignIn = (handle: string) =>
    send(fresh.app, 'POST', signIn.path, {
      body: JSON.stringify({ handle, auth: Buffer.from(sodium().randomBytes(32)).toString('base64url') }),
    });
  const actsOf = async (act: Act | null): Promise<(string | null)[]> => {
    const auditor = await openDesk(fresh, 'pich.rany');
    return (await readWholeAudit(auditor, { ...EVERYTHING, act })).map(({ by }) => by);
  };

  test('shows an auditor what members of the organisation did, newest first, and nobody else’s', async () => {
    const auditor = await openDesk(fresh, 'pich.rany');
    const { lines, next } = await readAudit(auditor, EVERYTHING, null);
    expect(next).toBeNull();
    expect(lines[0]).toMatchObject({ by: 'pich.rany', act: 'signed_in', day: NEXT_DAY });
    expect(lines).toContainEqual(expect.objectContaining({ by: 'sok.dara', act: 'signed_in', day: FIRST_DAY }));
    expect(lines.map(({ by }) => by)).not.toContain('tep.srey');
    expect(lines.map(({ number }) => number)).toEqual(lines.map(({ number }) => number).toSorted((a, b) => b - a));
  });

  test('answers by act, by member and by day, and a page at a time', async () => {
    const auditor = await openDesk(fresh, 'pich.rany');
    const dara = fresh.people['sok.dara'].id;
    expect((await readAudit(auditor, { ...EVERYTHING, member: dara }, null)).lines).toHaveLength(1);
    expect((await readAudit(auditor, { ...EVERYTHING, member: dara, from: NEXT_DAY }, null)).lines).toEqual([]);
    expect((await readAudit(auditor, { ...EVERYTHING, member: dara, to: FIRST_DAY }, null)).lines).toHaveLength(1);
    const { rows, next } = await auditor.call(listAudit, { query: { limit: 1, act: 'signed_in' } });
    expect(rows).toHaveLength(1);
    const older = await auditor.call(listAudit, { query: { limit: 1, act: 'signed_in', before: next ?? 0 } });
    expect(older.rows[0]?.number).toBeLessThan(rows[0]?.number ?? 0);
  });

  test.each(['sok.dara', 'vann.sopheap', 'ly.bopha', 'noy.kosal'] as const)('is not for %s', async (handle) => {
    const call = await fresh.as(handle);
    await expect(call(listAudit, { query: { limit: 1 } })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(call(readAuditChain, { query: { after: 0, limit: 1 } })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('holds failed sign-ins to names that exist, and no others', async () => {
    expect((await refuseSignIn('sok.dara')).status).toBe(401);
    expect((await refuseSignIn('nobody.here')).status).toBe(401);
    await expect.poll(() => actsOf('sign_in_failed')).toEqual(['sok.dara']);
  });

  test('holds that somebody signed out', async () => {
    const call = await fresh.as('noy.kosal');
    await call(signOut);
    expect(await actsOf('signed_out')).toEqual(['noy.kosal']);
  });

  test('is followed from its first act to its last, over acts that are not shown', async () => {
    const auditor = await openDesk(fresh, 'pich.rany');
    const { rows } = await auditor.call(readAuditChain, { query: { after: 0, limit: 1000 } });
    expect(rows.some(({ said }) => said === null)).toBe(true);
    expect(await checkAudit(auditor)).toEqual({
      count: rows.length,
      broken: null,
      head: Buffer.from(rows.at(-1)?.hash ?? []).toString('hex'),
    });
  });

  test('shows at which act it was tampered with', async () => {
    const auditor = await openDesk(fresh, 'pich.rany');
    const [mine] = (await readAudit(auditor, { ...EVERYTHING, member: fresh.people['sok.dara'].id }, null)).lines;
    const tamper = async (act: Act): Promise<void> => {
      await query(fresh.database.db)`alter table audit_log disable trigger audit_log_immutable`;
      await query(fresh.database.db)`update audit_log set act = ${act} where number = ${mine?.number}`;
      await query(fresh.database.db)`alter table audit_log enable trigger audit_log_immutable`;
    };
    await tamper('signed_out');
    expect(await checkAudit(auditor)).toMatchObject({ broken: mine?.number });
    await tamper(mine?.act ?? 'signed_in');
    expect(await checkAudit(auditor)).toMatchObject({ broken: null });
  });
});
