import { UPLOAD_TOKEN_HEADER, announceFiles } from '@romduol/shared/api/attachments';
import { submitReport } from '@romduol/shared/api/reports';
import type { SealedReport } from '@romduol/shared/api/reports';
import { sealAttachment, uploadCheck, uploadToken } from '@romduol/shared/sealing/attachment';
import { sodium } from '@romduol/shared/sealing/sodium';
import { type FreshApp, send } from './fresh-app.ts';
import { makeReport } from './make-report.ts';

export const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' };

/** A file sealed for a report, as a browser would. */
function sealFile(report: SealedReport, key: Uint8Array, content: Uint8Array, place = 0) {
  const sealer = sealAttachment({ caseId: report.caseId, place, key });
  return { object: crypto.randomUUID(), chunks: [...sealer.push(content), ...sealer.finish()] };
}

/** Ways to hand in files and to read them again, on an app of the test's. */
export function fileCalls(app: () => FreshApp) {
  const at = (object: string, chunk: number | string): string => `/api/attachments/${object}/${chunk}`;
  const put = (
    path: string,
    bytes: Uint8Array | ReadableStream,
    token: Uint8Array | string,
    headers: Record<string, string> = SAME_ORIGIN,
  ) =>
    app().app.request(path, {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        [UPLOAD_TOKEN_HEADER]: typeof token === 'string' ? token : Buffer.from(token).toString('base64url'),
        ...(bytes instanceof Uint8Array ? { 'content-length': String(bytes.length) } : {}),
        ...headers,
      },
      body: bytes,
      duplex: 'half',
    } as RequestInit);
  const read = (path: string, lookup: unknown) => send(app().app, 'POST', path, { body: JSON.stringify({ lookup }) });
  const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());
  const errorIn = async (answer: Response): Promise<unknown> => [
    answer.status,
    ((await answer.json()) as { error: string }).error,
  ];

  /** A stored report with files that are announced and not yet handed in. */
  async function announced({ bytes = 300_000, team = 'phnom-penh', count = 1 } = {}) {
    const report = makeReport(app().people, app().keyring(), { team });
    await app().call(submitReport, { body: report });
    const key = sodium().randomBytes(32);
    const token = uploadToken(key);
    const content = sodium().randomBytes(bytes);
    const sealed = Array.from({ length: count }, (_, place) => sealFile(report, key, content, place));
    const files = sealed.map(({ object, chunks }) => ({ object, chunks: chunks.length }));
    const body = { lookup: report.lookup, direction: -1 as const, counter: 0, check: uploadCheck(token), files };
    await app().call(announceFiles, { body });
    const [file] = sealed;
    if (file === undefined) throw new Error('no file');
    return { report, key, token, content, file, body };
  }

  return { at, put, read, base64url, bytesOf, errorIn, announced };
}
