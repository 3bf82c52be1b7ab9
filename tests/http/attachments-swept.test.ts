import { sweep } from '@romduol/server/retention/sweep';
import { sodium } from '@romduol/shared/sealing/sodium';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp, send } from './fresh-app.ts';
import { fileCalls } from './file-calls.ts';

const DAY_MS = 86_400_000;
const UNKNOWN = '22222222-2222-4222-8222-222222222222';

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
  });
  afterAll(() => fresh.close());

  const rows: ReturnType<typeof query> = (text, ...values) => query(fresh.database.db)(text, ...values);
  const { at, put, announced } = fileCalls(() => fresh);

  test('what no report claims is swept away after a day; an erased case’s files go with it', async () => {
    const { token, file, report } = await announced();
    const [first = new Uint8Array()] = file.chunks;
    await put(at(file.object, 0), first, token);
    const lost = crypto.randomUUID();
    await rows`insert into attachments values (${lost}, ${UNKNOWN}, -1, 0, 0, 2, ${sodium().randomBytes(32)}, '2026-05-11')`;
    for (const object of [lost, crypto.randomUUID()])
      await rows`insert into attachment_chunks values (${object}, 0, ${first}, '2026-05-11')`;
    const left = async () => [
      (await rows<{ object_id: string }>`select distinct object_id from attachment_chunks`).length,
      (await rows`select from attachments where object_id = ${lost}`).length,
      (await rows`select from attachment_chunks where object_id = ${file.object}`).length,
    ];
    const before = await left();
    const sweepAfter = (days: number) => sweep(fresh.database.db, () => fresh.clock.now + days * DAY_MS);
    await sweepAfter(1);
    expect(await left()).toEqual(before);
    await sweepAfter(2);
    expect(await left()).toEqual([(before[0] ?? 0) - 2, 0, 1]);
    await rows`select erase_case(${report.caseId}::uuid)`;
    expect(await rows`select from attachment_chunks where object_id = ${file.object}`).toHaveLength(0);
  });

  test('bytes, tokens and places that make no sense are refused and do not fail the server', async () => {
    const { file } = await announced();
    const odd = fc.oneof(fc.constantFrom('', '%', '%00', '..', '-0', '1e3', '__proto__', file.object), fc.string());
    await fc.assert(
      fc.asyncProperty(odd, odd, odd, fc.uint8Array({ maxLength: 64 }), async (object, chunk, token, bytes) => {
        const path = `/api/attachments/${encodeURIComponent(object.replaceAll(/[\ud800-\udfff]/g, '?'))}/${encodeURIComponent(chunk.replaceAll(/[\ud800-\udfff]/g, '?'))}`;
        const header = token.replaceAll(/[^\x21-\x7e]/g, '-');
        expect((await put(path, bytes, header)).status).toBeLessThan(500);
        expect((await send(fresh.app, 'POST', path, { body: token })).status).toBeLessThan(500);
        const ofCase = await send(fresh.app, 'GET', path.replace('attachments', `cases/${UNKNOWN}/attachments`));
        expect(ofCase.status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
    expect(fresh.reported).toEqual([]);
  });
});
