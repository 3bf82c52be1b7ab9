import { CHUNK_CALLS, announceCaseFiles, announceFiles } from '@romduol/shared/api/attachments';
import { findPlaces } from '@romduol/server/attachments/store';
import { CHUNKS_TOGETHER, UPLOAD_MAX, chunkCount, openAttachment } from '@romduol/shared/sealing/attachment';
import { concat } from '@romduol/shared/sealing/bytes';
import { sodium } from '@romduol/shared/sealing/sodium';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp, send, signInAs } from './fresh-app.ts';
import type { Handle } from './people.ts';
import { SAME_ORIGIN, fileCalls } from './file-calls.ts';

const UNKNOWN = '22222222-2222-4222-8222-222222222222';

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
  });
  afterAll(() => fresh.close());

  const rows: ReturnType<typeof query> = (text, ...values) => query(fresh.database.db)(text, ...values);
  const { at, put, read, base64url, bytesOf, errorIn, announced } = fileCalls(() => fresh);

  test('a file arrives chunk by chunk, and opens for the caseworker and for the reporter', async () => {
    const { report, key, token, content, file } = await announced();
    expect(file.chunks).toHaveLength(chunkCount(content.length));
    for (const [chunk, bytes] of file.chunks.entries())
      expect((await put(at(file.object, chunk), bytes, token)).status).toBe(201);
    const cookie = await signInAs(fresh, 'sok.dara');
    const opener = openAttachment({ caseId: report.caseId, place: 0, key }, content.length);
    const parts: Uint8Array[] = [];
    for (const [chunk, bytes] of file.chunks.entries()) {
      const path = `/api/cases/${report.caseId}/attachments/${file.object}/${chunk}`;
      const answer = await send(fresh.app, 'GET', path, { cookie });
      expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
        'application/octet-stream',
        'no-store',
      ]);
      parts.push(opener.open(await bytesOf(answer)));
      expect(await bytesOf(await read(at(file.object, chunk), base64url(report.lookup)))).toEqual(bytes);
    }
    opener.finish();
    expect(Buffer.from(concat(...parts)).equals(content)).toBe(true);
    expect(await findPlaces(fresh.database.db, report.caseId)).toEqual([
      { object: file.object, direction: -1, counter: 0, chunks: file.chunks.length, received: file.chunks.length },
    ]);
  });

  test('what is sent again is answered alike, many times at once too, and other bytes are refused', async () => {
    const { token, file } = await announced();
    const [first = new Uint8Array(), second = new Uint8Array()] = file.chunks;
    const answers = await Promise.all(Array.from({ length: 6 }, () => put(at(file.object, 0), first, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    const changed = first.slice();
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(await errorIn(await put(at(file.object, 0), changed, token))).toEqual([409, 'already_exists']);
    expect((await put(at(file.object, 0), first, token)).status).toBe(200);
    expect((await put(at(file.object, 1), second, token)).status).toBe(201);
    expect(await rows`select from attachment_chunks where object_id = ${file.object}`).toHaveLength(2);
  });

  test('neighbours arrive together, are stored each for itself, and may be cut otherwise the next time', async () => {
    const { token, file } = await announced({ bytes: 1_800_000 });
    const { chunks } = file;
    const range = (from: number, to: number) => put(at(file.object, from), concat(...chunks.slice(from, to)), token);
    const stored = () => rows<{ chunk: number; ciphertext: Uint8Array }>`
      select chunk, ciphertext from attachment_chunks where object_id = ${file.object} order by chunk`;
    expect(chunks.length).toBeGreaterThan(CHUNKS_TOGETHER + 2);
    expect((await range(1, 3)).status).toBe(201);
    expect((await stored()).map(({ chunk }) => chunk)).toEqual([1, 2]);
    // What a line swallowed the answer to: some are there, some are not.
    expect((await range(0, CHUNKS_TOGETHER)).status).toBe(201);
    const again = await Promise.all(Array.from({ length: 5 }, () => range(0, CHUNKS_TOGETHER)));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await range(2, 3)).status).toBe(200);
    // Many at once, overlapping, each to its end.
    const overlapping = await Promise.all([3, 4, 5, 3, 4, 5].map((from) => range(from, from + CHUNKS_TOGETHER)));
    expect(overlapping.every(({ status }) => status === 200 || status === 201)).toBe(true);
    expect((await range(CHUNKS_TOGETHER, chunks.length)).ok).toBe(true);
    const all = await stored();
    expect(all.map(({ chunk }) => chunk)).toEqual(chunks.map((_, chunk) => chunk));
    for (const [chunk, { ciphertext }] of all.entries())
      expect(Buffer.from(ciphertext).equals(chunks[chunk] ?? new Uint8Array())).toBe(true);
  });

  test('together with one that is other than before, or has no place, nothing is taken for stored', async () => {
    const { token, file } = await announced({ bytes: 1_000_000 });
    const [first = new Uint8Array(), second = new Uint8Array(), ...rest] = file.chunks;
    const changed = second.slice();
    changed[7] = (changed[7] ?? 0) ^ 1;
    expect((await put(at(file.object, 1), second, token)).status).toBe(201);
    expect(await errorIn(await put(at(file.object, 0), concat(first, changed), token))).toEqual([
      409,
      'already_exists',
    ]);
    expect((await put(at(file.object, 0), concat(first, second), token)).ok).toBe(true);
    const answered = async (odd: Uint8Array) => (await put(at(file.object, 0), odd, token)).status;
    expect(await answered(concat(first, second).subarray(1))).toBe(400);
    expect(await answered(concat(first, second, new Uint8Array(1)))).toBe(400);
    expect(await answered(concat(second, first))).toBe(409);
    expect(await answered(concat(first, second, ...rest, second))).toBe(413);
    expect(
      (await put(at(file.object, file.chunks.length - 1), concat(...file.chunks.slice(-1), second), token)).status,
    ).toBe(400);
    const stored = await rows<{ ciphertext: Uint8Array }>`
      select ciphertext from attachment_chunks where object_id = ${file.object} order by chunk`;
    expect(
      stored.map(({ ciphertext }) => Buffer.from(ciphertext).equals(first) || Buffer.from(ciphertext).equals(second)),
    ).toEqual([true, true]);
  });

  test('the same announcement is answered alike, another one and a stranger’s are refused', async () => {
    const { body, report, file } = await announced({ count: 5 });
    await expect(fresh.call(announceFiles, { body })).resolves.toEqual({});
    const refused = (change: object) =>
      fresh.call(announceFiles, { body: { ...body, ...change } }).catch((e) => e.code);
    expect(await refused({ check: sodium().randomBytes(32) })).toBe('already_exists');
    expect(await refused({ files: body.files.slice(0, 4) })).toBe('already_exists');
    expect(await refused({ files: body.files.toReversed() })).toBe('already_exists');
    expect(await refused({ direction: 0, counter: 1 })).toBe('not_found');
    expect(await refused({ direction: 1, counter: 1 })).toBe('bad_input');
    expect(await refused({ counter: 1 })).toBe('not_found');
    // The half of the lookup that finds the row does not prove it.
    const half = concat(report.lookup.subarray(0, 16), sodium().randomBytes(16));
    expect(await refused({ lookup: half })).toBe('not_found');
    const six = JSON.stringify({
      lookup: base64url(report.lookup),
      direction: -1,
      counter: 0,
      check: base64url(body.check),
      files: Array.from({ length: 6 }, () => ({ object: crypto.randomUUID(), chunks: 1 })),
    });
    expect((await send(fresh.app, 'POST', announceFiles.path, { body: six })).status).toBe(400);
    // A name that another report's file has.
    const other = await announced();
    expect(
      await fresh
        .call(announceFiles, { body: { ...other.body, files: [{ object: file.object, chunks: 1 }] } })
        .catch((e) => e.code),
    ).toBe('already_exists');
  });

  test('only the token’s holder hands in, in places that there are, what fits there', async () => {
    const { token, file, key } = await announced();
    const [first = new Uint8Array(), second = new Uint8Array()] = file.chunks;
    const path = at(file.object, 0);
    expect(await errorIn(await put(path, first, sodium().randomBytes(32)))).toEqual([403, 'forbidden']);
    expect(await errorIn(await put(path, first, key))).toEqual([403, 'forbidden']);
    for (const odd of ['', 'x', base64url(token).slice(1)])
      expect(await errorIn(await put(path, first, odd))).toEqual([400, 'bad_input']);
    expect(await errorIn(await put(at(UNKNOWN, 0), first, token))).toEqual([404, 'not_found']);
    for (const chunk of ['450', '-1', '01', '1.0', 'x', '%00', '9999999999'])
      expect(await errorIn(await put(at(file.object, chunk), first, token))).toEqual([400, 'bad_input']);
    expect(await errorIn(await put(at('../x', 0), first, token))).toEqual([expect.any(Number), expect.any(String)]);
    // A place beyond the last, a chunk in another's place, and lengths off by one.
    expect(await errorIn(await put(at(file.object, 2), second, token))).toEqual([400, 'bad_input']);
    expect(await errorIn(await put(path, second, token))).toEqual([400, 'bad_input']);
    expect(await errorIn(await put(at(file.object, 1), first, token))).toEqual([400, 'bad_input']);
    for (const bytes of [first.subarray(1), second.subarray(1), new Uint8Array()])
      for (const chunk of [0, 1])
        expect(await errorIn(await put(at(file.object, chunk), bytes, token))).toEqual([400, 'bad_input']);
    const typed = { ...SAME_ORIGIN, 'content-type': 'application/json' };
    expect(await errorIn(await put(path, first, token, typed))).toEqual([400, 'bad_input']);
    expect(await rows`select from attachment_chunks where object_id = ${file.object}`).toHaveLength(0);
  });

  test('a body that is too long is refused, said or not', async () => {
    const { token, file } = await announced();
    const long = new Uint8Array(UPLOAD_MAX + 1);
    expect(await errorIn(await put(at(file.object, 0), long, token))).toEqual([413, 'too_large']);
    expect(await errorIn(await put(at(file.object, 0), new Blob([long]).stream(), token))).toEqual([413, 'too_large']);
    const proof = await send(fresh.app, 'POST', at(file.object, 0), { body: `{"x":"${'x'.repeat(2000)}"}` });
    expect(proof.status).toBe(413);
  });

  test('no other site hands in, reads or announces', async () => {
    const { token, file, report } = await announced();
    const [first = new Uint8Array()] = file.chunks;
    for (const headers of [{}, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }] as Record<string, string>[]) {
      expect(await errorIn(await put(at(file.object, 0), first, token, headers))).toEqual([403, 'cross_site']);
      const body = JSON.stringify({ lookup: base64url(report.lookup) });
      expect((await send(fresh.app, 'POST', at(file.object, 0), { body, headers })).status).toBe(403);
    }
    expect((await put(at(file.object, 0), first, token, { origin: 'http://127.0.0.1:3000' })).status).toBe(201);
  });

  test('a chunk is read by members who may see the case and by the receipt’s holder, and by nobody else', async () => {
    const { token, file, report } = await announced();
    const [first = new Uint8Array()] = file.chunks;
    await put(at(file.object, 0), first, token);
    const path = `/api/cases/${report.caseId}/attachments/${file.object}/0`;
    const ask = async (handle: Handle | null, where = path) =>
      (await send(fresh.app, 'GET', where, { cookie: handle === null ? '' : await signInAs(fresh, handle) })).status;
    expect(await ask(null)).toBe(401);
    for (const handle of ['sok.dara', 'chan.lina', 'vann.sopheap'] as const) expect(await ask(handle)).toBe(200);
    // Another team, another organisation.
    for (const handle of ['keo.rith', 'meas.phalla', 'tep.srey'] as const) expect(await ask(handle)).toBe(404);
    for (const handle of ['ly.bopha', 'noy.kosal', 'pich.rany'] as const) expect(await ask(handle)).toBe(403);
    expect(await ask('sok.dara', path.replace(/0$/, '1'))).toBe(404);
    expect(await ask('sok.dara', path.replace(/0$/, 'x'))).toBe(400);
    // Another case of the same member's does not lead to this file.
    const other = await announced();
    expect(await ask('sok.dara', path.replace(report.caseId, other.report.caseId))).toBe(404);
    expect((await read(at(file.object, 0), base64url(other.report.lookup))).status).toBe(404);
    expect((await read(at(file.object, 0), base64url(sodium().randomBytes(32)))).status).toBe(404);
    expect((await read(at(file.object, 0), 'x')).status).toBe(400);
  });

  test('a caseworker’s file needs a message of the case that they may see', async () => {
    const { report, body } = await announced();
    const files = [{ object: crypto.randomUUID(), chunks: 1 }];
    const input = { params: { caseId: report.caseId }, body: { counter: 1, check: body.check, files } };
    const announceAs = async (handle: Handle) =>
      (await fresh.as(handle))(announceCaseFiles, input).then(
        () => 'stored',
        (error) => error.code as string,
      );
    expect(await announceAs('sok.dara')).toBe('not_found');
    await rows`insert into messages values (${report.caseId}, 1, 1, 0, ${sodium().randomBytes(32)},
      ${sodium().randomBytes(24)}, ${sodium().randomBytes(1040)}, '2026-05-11')`;
    expect(await announceAs('keo.rith')).toBe('not_found');
    expect(await announceAs('sok.dara')).toBe('stored');
    expect(await announceAs('sok.dara')).toBe('stored');
  });
});

test('the calls that carry bytes are the ones that are tested here', () => {
  expect(Object.values(CHUNK_CALLS).map(({ method, path, access }) => [method, path, access])).toEqual([
    ['put', '/api/attachments/:object/:chunk', 'public'],
    ['post', '/api/attachments/:object/:chunk', 'public'],
    ['get', '/api/cases/:caseId/attachments/:object/:chunk', ['caseworker', 'supervisor']],
  ]);
});
