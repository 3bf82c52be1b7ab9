import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@romduol/server/database/connect';
import { applyTombstones } from '@romduol/server/retention/erase';
import { sweepCases } from '@romduol/server/retention/sweep';
import { openTombstoneFile } from '@romduol/server/retention/tombstones';
import { answerReporter, sendMessage, withdrawReport } from '@romduol/shared/api/conversation';
import { storeVaultWrap } from '@romduol/shared/api/cases';
import { Day } from '@romduol/shared/ids';
import { keyId } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import { removeReader } from '@romduol/web/desk/change-readers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DatabaseKind, type FreshDatabase, freshDatabase, kinds } from '../../database/fresh.ts';
import { MIGRATIONS } from '../../database/servers.ts';
import { query } from '../../database/query.ts';
import { type FreshApp, freshApp } from '../../http/fresh-app.ts';
import { type HandedIn, handInFor } from '../../http/hand-in.ts';
import { openDesk } from '../../http/open-desk.ts';
import { filesIn } from '../canary/traces.ts';

/** Bytes of a run, and from the beginning of one to that of the next. */
const RUN = 24;
const STEP = 120;

const runsOf = (bytes: Uint8Array): Buffer[] =>
  Array.from({ length: Math.ceil((bytes.length - RUN) / STEP) }, (_, at) =>
    Buffer.from(bytes.subarray(at * STEP, at * STEP + RUN)),
  );

type Site = { readonly fresh: FreshApp; readonly folder: string; readonly dataDir: string };

describe.each(kinds)('after a withdrawal and the nightly job, on %s', (kind) => {
  let site: Site;
  beforeEach(async () => {
    site = await openSite(kind);
  });
  afterEach(async () => {
    await site.fresh.close();
    rmSync(site.folder, { recursive: true, force: true });
  });

  const ask = <Row = Record<string, never>>(text: TemplateStringsArray, ...values: unknown[]) =>
    query(site.fresh.database.db)<Row>(text, ...values);

  /** Reports with messages, a vault wrap and a second key; everything of each that lies in the database as random bytes. */
  async function fill(): Promise<{ given: HandedIn; runs: Buffer[] }> {
    const { fresh } = site;
    const given = await handInFor(fresh, undefined, { readers: ['sok.dara', 'chan.lina', 'vann.sopheap'] });
    const { caseId, lookup, report } = given;
    const [asked, answered] = [given.first(0, 'asked'), given.first(1, 'answered')];
    await fresh.call(sendMessage, { body: { lookup, message: asked } });
    const sok = await fresh.as('sok.dara');
    await sok(answerReporter, { params: { caseId }, body: { message: answered } });
    const wrap = sodium().randomBytes(72);
    await sok(storeVaultWrap, { params: { caseId }, body: { epoch: 0, wrap } });
    // A colleague is taken off: a new key of the case and of its conversation, with entries and a summary under it.
    const colleague = fresh.people['chan.lina'];
    await removeReader(await openDesk(fresh, 'vann.sopheap'), caseId, colleague.id);
    const granted = await ask<{ slot: Uint8Array }>`select slot from case_slots where case_id = ${caseId} and epoch > 0
      union all select slot from grant_slots where object = ${caseId}`;
    expect(granted).toHaveLength(3);
    const sealed = await ask<{
      bytes: Uint8Array;
    }>`select ciphertext as bytes from case_entries where case_id = ${caseId}
      union all select ciphertext from case_summaries where case_id = ${caseId}
      union all select previous_key from grants where object = ${caseId} and purpose = 'case'
      union all select signature from grants where object = ${caseId}
      union all select statement from grants where object = ${caseId}`;
    expect(sealed).toHaveLength(8);
    const own = keyId(colleague.identity.kem.publicKey);
    const kept = report.slots.filter((slot) => !sodium().equal(slot.subarray(0, 16), own));
    const slots = [...kept, ...granted.map(({ slot }) => slot)];
    const parts = [...slots, wrap, report.body.ciphertext, report.contact.ciphertext, report.reporterCopy.ciphertext];
    // The key id at the head of a slot is its owner's, and stays.
    const secret = parts.map((part, at) => (at < slots.length ? part.subarray(16) : part));
    const messages = [asked, answered].map((message) => message.sealed.ciphertext);
    return { given, runs: [...secret, ...messages, ...sealed.map(({ bytes }) => bytes)].flatMap(runsOf) };
  }

  const found = (runs: readonly Buffer[]): number => {
    const files = filesIn(site.dataDir);
    return runs.filter((run) => files.some(({ bytes }) => bytes.includes(run))).length;
  };

  test('no byte-run of what was erased is left in the data folder, and of what stays every one is', async () => {
    const { fresh } = site;
    const gone = [await fill(), await fill(), await fill()];
    const kept = [await fill(), await fill()];
    const goneRuns = gone.flatMap(({ runs }) => runs);
    const keptRuns = kept.flatMap(({ runs }) => runs);
    expect(goneRuns.length).toBeGreaterThan(150);
    for (const { given } of gone) {
      const { lookup, withdrawal } = given;
      await fresh.call(withdrawReport, { body: { lookup, withdrawal, second: null } });
    }
    await ask`checkpoint`;
    // The control: before the job they are there,
    // but for the few that lie across the end of one of the database's pieces.
    const nearlyAll = (runs: readonly Buffer[]): number => Math.floor(runs.length * 0.97);
    expect(found(goneRuns)).toBeGreaterThanOrEqual(nearlyAll(goneRuns));

    const erasing = { db: fresh.database.db, secret: fresh.secret, tombstones: fresh.tombstones };
    fresh.clock.now += 6 * 86_400_000;
    await sweepCases(fresh.database, erasing, () => fresh.clock.now);
    expect(found(goneRuns)).toBeGreaterThanOrEqual(nearlyAll(goneRuns));
    // The seventh day, at two in the morning in Cambodia.
    fresh.clock.now = Date.parse('2026-05-17T19:00:00Z');
    await sweepCases(fresh.database, erasing, () => fresh.clock.now);

    expect(found(goneRuns)).toBe(0);
    expect(found(keptRuns)).toBeGreaterThanOrEqual(nearlyAll(keptRuns));
    for (const { given } of gone) expect(await given.read()).toBeNull();
    for (const { given } of kept) expect((await given.read())?.messages).toHaveLength(2);
    const stones = await ask<{ month: string; withdrawal: Uint8Array }>`select month, withdrawal from tombstones`;
    expect(stones.map(({ month }) => month)).toEqual(['2026-05', '2026-05', '2026-05']);
    expect(fresh.tombstones.readAll()).toHaveLength(3);
    const acts = await ask<{ act: string; object: string | null }>`select act, object from audit_log
      where act in ('case_erased', 'tables_rewritten') order by number`;
    expect(acts).toEqual([
      ...Array.from({ length: 3 }, () => ({ act: 'case_erased', object: null })),
      { act: 'tables_rewritten', object: null },
    ]);
  });

  test('a restored backup forgets again before anything is served', async () => {
    const { fresh } = site;
    const [erased, stays] = [await fill(), await fill()];
    const file = openTombstoneFile(join(site.folder, 'tombstones'));
    const { caseId, withdrawal } = erased.given;
    file.append([{ caseHash: fresh.secret.tombstone(caseId), month: '2026-04', withdrawal }]);
    // A line that a loss of power cut: what it was about was not erased.
    const other = { caseHash: fresh.secret.tombstone(stays.given.caseId), month: '2026-04', withdrawal: null };
    file.append([other]);
    const path = join(site.folder, 'tombstones');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, -3));
    file.append([{ caseHash: sodium().randomBytes(16), month: '2026-03', withdrawal: null }]);
    expect(readFileSync(path, 'utf8')).not.toContain(caseId);

    const erasing = { db: fresh.database.db, secret: fresh.secret, tombstones: file };
    expect(await applyTombstones(erasing, Day.parse('2026-05-11'))).toBe(1);
    expect(await erased.given.read()).toBeNull();
    expect(await stays.given.read()).not.toBeNull();
    expect(await applyTombstones(erasing, Day.parse('2026-05-11'))).toBe(0);
    const [row] = await ask<{ n: number }>`select count(*)::int as n from tombstones`;
    expect(row?.n).toBe(2);
    // What another process erased comes into this one's file.
    const empty = openTombstoneFile(join(site.folder, 'other'));
    await applyTombstones({ ...erasing, tombstones: empty }, Day.parse('2026-05-11'));
    expect(empty.readAll()).toHaveLength(2);
  });

  test('two processes do not rewrite at once', async () => {
    const order: string[] = [];
    const { database } = site.fresh;
    const { promise: begun, resolve: begin } = withResolvers();
    const [first, second] = await Promise.all([
      database.maintain(async (run) => {
        order.push('first');
        begin();
        await run('select pg_sleep(3)');
      }),
      begun.then(() => database.maintain(async () => void order.push('second'))),
    ]);
    expect(first).toBe(true);
    // PGlite has one process, whose statements take turns.
    expect(second).toBe(kind === 'pglite');
    expect(order).toEqual(kind === 'pglite' ? ['first', 'second'] : ['first']);
  });
});

/** As newer platforms have it. */
function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((resolved) => {
    resolve = resolved;
  });
  return { promise, resolve: () => resolve() };
}

/** The server on a database whose files can be looked at. */
async function openSite(kind: DatabaseKind): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'romduol-erasure-'));
  if (kind === 'pglite') {
    const connection = await openDatabase({ databaseUrl: null, dataDir: folder, migrationsFolder: MIGRATIONS });
    await freshDatabase(kind).then((loaded) => loaded.close());
    await connection.migrate();
    const database: FreshDatabase = { ...connection, url: null };
    return { fresh: await freshApp(kind, { database }), folder, dataDir: folder };
  }
  const database = await freshDatabase(kind);
  const ask = query(database.db);
  // As SECURITY.md asks for; it is a setting of the whole server.
  await ask`alter system set wal_recycle = off`;
  await ask`select pg_reload_conf()`;
  const [setting] = await ask<{ data_directory: string }>`show data_directory`;
  const dataDir = setting?.data_directory ?? '';
  expect(readdirSync(dataDir)).toContain('pg_wal');
  return { fresh: await freshApp(kind, { database }), folder, dataDir };
}
