import { randomBytes } from 'node:crypto';
import { AttachmentPlaces } from '@romduol/shared/api/attachments';
import { listCases } from '@romduol/shared/api/cases';
import type { CaseId } from '@romduol/shared/ids';
import { openAttachment } from '@romduol/shared/sealing/attachment';
import { concat } from '@romduol/shared/sealing/bytes';
import { type OpenedReport, openReport } from '@romduol/shared/sealing/envelope';
import { unwrapKey } from '@romduol/shared/sealing/slot';
import { findPlaces } from '@romduol/server/attachments/store';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { samplePng, sampleWav, secretsIn } from '../files/samples.ts';
import { type FreshApp, freshApp, send, signInAs } from './fresh-app.ts';

type Part = readonly [name: string, value: string | File];
const file = (bytes: Uint8Array, name: string): File => new File([new Uint8Array(bytes)], name);

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    useSodium(await loadSumoSodium());
  });
  afterAll(() => fresh.close());

  const post = async (parts: readonly Part[], language = 'en') => {
    const form = new FormData();
    for (const [name, value] of parts) form.append(name, value);
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const answer = await fresh.app.request(`/${language}/report`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': request.headers.get('content-type') ?? '' },
      body: request.body,
      duplex: 'half',
    } as RequestInit);
    return { status: answer.status, html: await answer.text() };
  };
  const rows: ReturnType<typeof query> = (text, ...values) => query(fresh.database.db)(text, ...values);
  const chunksStored = async (): Promise<number> => (await rows`select from attachment_chunks`).length;

  /** The newest report as a caseworker opens it, with its files. */
  async function openNewest(): Promise<{ report: OpenedReport; files: Uint8Array[]; places: AttachmentPlaces[] }> {
    const call = await fresh.as('sok.dara');
    const known = (await call(listCases, { query: { limit: 100 } })).cases;
    const found = known.find(({ caseId }) => !seen.has(caseId));
    if (found?.report == null || found.access.slot === null) throw new Error('no new report');
    seen.add(found.caseId);
    const { caseId, commit, access } = found;
    const slots = [access.slot as Uint8Array];
    const keys = fresh.people['sok.dara'].identity.kem;
    const key = unwrapKey({ purpose: 'case', objectId: caseId, epoch: 0, commit, slots, keys });
    if (key === null) throw new Error('no slot');
    const report = openReport(found.report, key);
    const cookie = await signInAs(fresh, 'sok.dara');
    const files: Uint8Array[] = [];
    const places = await findPlaces(fresh.database.db, caseId);
    for (const [place, { object, length }] of report.attachments.entries()) {
      const opener = openAttachment({ caseId, place, key }, length);
      const parts: Uint8Array[] = [];
      for (let chunk = 0; chunk < (places[place]?.chunks ?? 0); chunk += 1) {
        const path = `/api/cases/${caseId}/attachments/${object}/${chunk}`;
        parts.push(opener.open(new Uint8Array(await (await send(fresh.app, 'GET', path, { cookie })).arrayBuffer())));
      }
      opener.finish();
      files.push(concat(...parts));
    }
    return { report, files, places };
  }
  const seen = new Set<CaseId>();

  test('files of a form without script are cleaned and sealed, and fields may come after them', async () => {
    const picture = samplePng(300_000);
    const { status, html } = await post([
      ['attachments', file(picture.bytes, 'ភាព 1.png')],
      ['narrative', 'after the file'],
      ['province', 'KH-12'],
      ['voice', file(sampleWav(50_000), 'at-home.wav')],
    ]);
    expect([status, /id="receipt"/.test(html)]).toEqual([200, true]);
    const { report, files, places } = await openNewest();
    expect(report.answers).toMatchObject({ narrative: 'after the file' });
    expect(report.attachments.map(({ name, type }) => [name, type])).toEqual([
      ['ភាព 1.png', 'image/png'],
      ['', 'audio/wav'],
    ]);
    expect(places.map(({ direction, counter, chunks, received }) => [direction, counter, chunks - received])).toEqual([
      [-1, 0, 0],
      [-1, 0, 0],
    ]);
    const [first = new Uint8Array(), second = new Uint8Array()] = files;
    expect(Buffer.from(first).includes(picture.pixels)).toBe(true);
    for (const secret of secretsIn(picture.bytes)) expect(Buffer.from(first).includes(secret)).toBe(false);
    expect(Buffer.from(second).equals(sampleWav(50_000))).toBe(true);
  });

  test('a recording alone is a whole report', async () => {
    expect(
      (
        await post([
          ['voice', file(sampleWav(400_000), 'x.wav')],
          ['province', 'KH-12'],
        ])
      ).status,
    ).toBe(200);
    const { report, files } = await openNewest();
    expect(report.answers).toEqual({ codebook: 1, province: 'KH-12' });
    expect(Buffer.from(files[0] ?? []).equals(sampleWav(400_000))).toBe(true);
  });

  test('what cannot be cleaned is asked about, and sent as it is when the person says so', async () => {
    const odd = randomBytes(70_000);
    const parts: Part[] = [
      ['attachments', file(odd, 'archive.xyz')],
      ['narrative', 'kept words'],
      ['province', 'KH-12'],
    ];
    const asked = await post(parts);
    expect(asked.status).toBe(422);
    expect(asked.html).toContain('kept words');
    expect(asked.html).toContain('Please choose these files again: archive.xyz');
    expect(asked.html).toMatch(/<fieldset id="as_is">/);
    const khmer = await post(parts, 'km');
    expect(khmer.html).toContain('សូមជ្រើសរើសឯកសារទាំងនេះម្តងទៀត៖ archive.xyz');
    const sent = await post([...parts, ['as_is', 'yes']]);
    expect(sent.status).toBe(200);
    const { report, files } = await openNewest();
    expect(report.attachments).toMatchObject([
      { name: 'archive.xyz', type: 'application/octet-stream', length: 70_000 },
    ]);
    expect(odd.equals(files[0] ?? new Uint8Array())).toBe(true);
  });

  test('a form with a mistake names its files, and what was sealed of them belongs to no report', async () => {
    const before = (await rows`select from attachments`).length;
    const chunks = await chunksStored();
    const { status, html } = await post([
      ['attachments', file(samplePng(1000).bytes, 'one.png')],
      ['contact_value', '0'.repeat(201)],
    ]);
    expect(status).toBe(422);
    expect(html).toContain('Please choose these files again: one.png');
    expect(html).toContain('0'.repeat(201));
    expect((await rows`select from attachments`).length).toBe(before);
    expect(await chunksStored()).toBe(chunks + 1);
  });

  test('a file that is too large, an empty one and a sixth are refused in words, with everything typed', async () => {
    const ask = async (parts: readonly Part[]) => {
      const { status, html } = await post([['narrative', 'kept words'], ...parts]);
      return [status, html.includes('kept words'), /<div id="errors"[^>]*>.*?<\/div>/s.exec(html)?.[0] ?? ''] as const;
    };
    const large = await ask([['attachments', file(new Uint8Array(10_000_001), 'film.mp4')]]);
    expect(large).toEqual([422, true, expect.stringContaining('Each may have 10 MB.')]);
    const empty = await ask([['voice', file(new Uint8Array(), 'nothing.wav')]]);
    expect(empty).toEqual([422, true, expect.stringContaining('empty or cannot be read')]);
    const six = Array.from({ length: 6 }, (_, at): Part => ['attachments', file(sampleWav(1000 + at), `${at}.wav`)]);
    expect(await ask(six)).toEqual([422, true, expect.stringContaining('We can take 5 files.')]);
  });

  test('a file under the name of a question is no answer', async () => {
    const { status, html } = await post([['narrative', file(sampleWav(100), 'x.wav')]]);
    expect([status, html.includes('A file cannot be taken here')]).toEqual([422, true]);
  });
});
