import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyTombstones } from '@romduol/server/retention/erase';
import { sweepCases } from '@romduol/server/retention/sweep';
import { openTombstoneFile } from '@romduol/server/retention/tombstones';
import { answerReporter, sendMessage, withdrawReport } from '@romduol/shared/api/conversation';
import { announceFiles } from '@romduol/shared/api/attachments';
import { storeVaultWrap } from '@romduol/shared/api/cases';
import { Day } from '@romduol/shared/ids';
import { sealAttachment, uploadCheck, uploadToken } from '@romduol/shared/sealing/attachment';
import { keyId } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import { removeReader } from '@romduol/web/desk/change-readers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { fileCalls } from '../../http/file-calls.ts';
import { type HandedIn, handInFor } from '../../http/hand-in.ts';
import { openDesk } from '../../http/open-desk.ts';
import { type Site, findRuns, nearlyAll, openSite, runsEvery, runsOf } from './database-files.ts';

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

  /** Hands in a file of the report's; its stored pieces. */
  async function fillFile({ caseId, lookup }: HandedIn): Promise<Uint8Array[]> {
    const key = sodium().randomBytes(32);
    const sealer = sealAttachment({ caseId, place: 0, key });
    const chunks = [...sealer.push(sodium().randomBytes(300_000)), ...sealer.finish()];
    const object = crypto.randomUUID();
    const token = uploadToken(key);
    await site.fresh.call(announceFiles, {
      body: {
        lookup,
        direction: -1,
        counter: 0,
        check: uploadCheck(token),
        files: [{ object, chunks: chunks.length }],
      },
    });
    const { at, put } = fileCalls(() => site.fresh);
    for (const [place, chunk] of chunks.entries())
      expect((await put(at(object, place), chunk, token)).status).toBeLessThan(300);
    return chunks;
  }

  /**
   * A report with a file, messages, vault wraps and a second key: runs of everything of it that lies in the database as
   * random bytes, and of what a colleague who was taken off it had.
   */
  async function fill(): Promise<{ given: HandedIn; runs: Buffer[]; lost: Buffer[] }> {
    const { fresh } = site;
    const given = await handInFor(fresh, undefined, { readers: ['sok.dara', 'chan.lina', 'vann.sopheap'] });
    const { caseId, lookup, report } = given;
    const [asked, answered] = [given.first(0, 'asked'), given.first(1, 'answered')];
    await fresh.call(sendMessage, { body: { lookup, message: asked } });
    const sok = await fresh.as('sok.dara');
    await sok(answerReporter, { params: { caseId }, body: { message: answered } });
    const wrap = sodium().randomBytes(72);
    await sok(storeVaultWrap, { params: { caseId }, body: { epoch: 0, wrap } });
    const files = await fillFile(given);
    const lostWrap = sodium().randomBytes(72);
    const lina = await fresh.as('chan.lina');
    await lina(storeVaultWrap, { params: { caseId }, body: { epoch: 0, wrap: lostWrap } });
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
    const isOwn = (slot: Uint8Array): boolean => sodium().equal(slot.subarray(0, 16), own);
    const kept = report.slots.filter((slot) => !isOwn(slot));
    const lostSlots = report.slots.filter(isOwn).map((slot) => slot.subarray(16));
    const slots = [...kept, ...granted.map(({ slot }) => slot)];
    const parts = [...slots, wrap, report.body.ciphertext, report.contact.ciphertext, report.reporterCopy.ciphertext];
    // The key id at the head of a slot is its owner's, and stays.
    const secret = parts.map((part, at) => (at < slots.length ? part.subarray(16) : part));
    const messages = [asked, answered].map((message) => message.sealed.ciphertext);
    const runs = [...secret, ...messages, ...sealed.map(({ bytes }) => bytes)].flatMap(runsOf);
    const lost = [lostWrap, ...lostSlots].flatMap(runsOf);
    expect(lost.length).toBeGreaterThan(8);
    return { given, runs: [...runs, ...files.flatMap(runsEvery(4_000))], lost };
  }

  /** What the server does every so often, at this time. */
  async function sweepAt(now: number): Promise<void> {
    const { fresh } = site;
    fresh.clock.now = now;
    const erasing = { db: fresh.database.db, secret: fresh.secret, tombstones: fresh.tombstones };
    await sweepCases(fresh.database, erasing, () => now);
  }

  const found = (runs: readonly Buffer[]): number => findRuns(runs, site.dataDir).size;

  test('no byte-run of what was erased is left in the data folder, and of what stays every one is', async () => {
    const { fresh } = site;
    const gone = [await fill(), await fill(), await fill()];
    const kept = [await fill(), await fill()];
    const keptRuns = kept.flatMap(({ runs }) => runs);
    // Grants of cases that stay name the same members and the same keyring.
    const alike = new Set(keptRuns.map((run) => run.toString('hex')));
    const goneRuns = gone.flatMap(({ runs }) => runs).filter((run) => !alike.has(run.toString('hex')));
    expect(goneRuns.length).toBeGreaterThan(150);
    for (const { given } of gone) {
      const { lookup, withdrawal } = given;
      await fresh.call(withdrawReport, { body: { lookup, withdrawal, second: null } });
    }
    await ask`checkpoint`;
    // The control: before the job they are there.
    const before = found(goneRuns);
    expect(before).toBeGreaterThanOrEqual(nearlyAll(goneRuns));

    await sweepAt(fresh.clock.now + 6 * 86_400_000);
    expect(found(goneRuns)).toBeGreaterThanOrEqual(nearlyAll(goneRuns));
    // The seventh day, at two in the morning in Cambodia.
    await sweepAt(Date.parse('2026-05-17T19:00:00Z'));

    const after = findRuns(goneRuns, site.dataDir);
    console.log(
      `${kind}: of ${goneRuns.length} byte-runs of erased cases ${before} lay there before, ${after.size} after`,
    );
    expect([...after.values()]).toEqual([]);
    expect(found(keptRuns)).toBeGreaterThanOrEqual(nearlyAll(keptRuns));
    for (const { given } of gone) expect(await given.read()).toBeNull();
    for (const { given } of kept) expect((await given.read())?.messages).toHaveLength(2);
    const stones = await ask<{ month: string; withdrawal: Uint8Array }>`select month, withdrawal from tombstones`;
    expect(stones.map(({ month }) => month)).toEqual(['2026-05', '2026-05', '2026-05']);
    expect(fresh.tombstones.readAll()).toHaveLength(3);
    const acts = await ask<{ act: string; object: string | null }>`select act, object from audit_log
      where act in ('case_erased', 'tables_rewritten') order by number`;
    expect(acts).toEqual([
      // What colleagues lost who were taken off, by day: two nights had gone by.
      { act: 'tables_rewritten', object: null },
      ...Array.from({ length: 3 }, () => ({ act: 'case_erased', object: null })),
      { act: 'tables_rewritten', object: null },
    ]);
  });

  test('nor of the slots and wraps of whoever was taken off a case', async () => {
    const cases = [await fill(), await fill()];
    const lost = cases.flatMap((one) => one.lost);
    const kept = cases.flatMap(({ runs }) => runs);
    await ask`checkpoint`;
    // The control: taken out of the tables, they lie in their files.
    const before = found(lost);
    expect(before).toBeGreaterThanOrEqual(nearlyAll(lost));
    await sweepAt(Date.parse('2026-05-12T19:00:00Z'));
    const after = found(lost);
    console.log(
      `${kind}: of ${lost.length} byte-runs of withdrawn slots and wraps ${before} before the job, ${after} after`,
    );
    expect(after).toBe(0);
    expect(found(kept)).toBeGreaterThanOrEqual(nearlyAll(kept));
  });

  test('coded records lie in the order of their ids after each night, whenever they came', async () => {
    const { fresh } = site;
    const author = fresh.people['sok.dara'].id;
    await ask`insert into coded_records (record_id, organisation, revision, author, epoch, codebook, nonce, ciphertext, month)
      select gen_random_uuid(), 'rainbow', 1, ${author}::uuid, 1, 1, substring(sha256(n::text::bytea) from 1 for 24),
        sha256(n::text::bytea), '2026-05' from generate_series(1, 200) as n`;
    const laid = async (): Promise<string[]> =>
      (await ask<{ id: string }>`select record_id as id from coded_records order by ctid`).map(({ id }) => id);
    await sweepAt(Date.parse('2026-05-12T10:00:00Z'));
    const came = await laid();
    // The control: by day they lie as they came.
    expect(came).not.toEqual(came.toSorted());
    await sweepAt(Date.parse('2026-05-12T19:00:00Z'));
    expect(await laid()).toEqual(came.toSorted());
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
