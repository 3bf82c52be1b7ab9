import { readFileSync, writeFileSync } from 'node:fs';
import { sodium } from '@romduol/shared/sealing/sodium';
import { announceByReceipt, startUpload } from '@romduol/web/enhance/upload-files';
import { openSealer, sendSealed } from '../intake/clients.ts';

const READ = 256 * 1024;

/** A file by its parts, as a browser reads one from a disk. */
async function* readParts(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += READ) yield content.subarray(at, at + READ);
}

export type Uploaded = {
  readonly receipt: string;
  /** Seconds from the first byte sealed to the last acknowledged. */
  readonly seconds: number;
  /** Requests that were sent, and those that failed. */
  readonly sent: number;
  readonly failed: number;
};

/**
 * Hands in a report and the file that follows it, by the uploader that browsers run. `by` is the address by which chunks go,
 * which may be another than the server's own.
 */
export async function uploadOne(
  origin: string,
  content: Uint8Array,
  { by = origin, type = 'video/mp4', narrative = 'with a film' } = {},
): Promise<Uploaded> {
  const seal = await openSealer(origin);
  const key = sodium().randomBytes(32);
  const note = { object: crypto.randomUUID(), name: 'film', type, length: content.length };
  const report = { answers: { codebook: 1 as const, narrative, province: 'KH-12' as const }, contact: {} };
  const { body, receipt, caseId, lookup } = seal(report, { key, attachments: [note] });
  if ((await sendSealed(origin, body)) !== 'stored') throw new Error('the report was not stored');
  let [sent, failed] = [0, 0];
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    startUpload(
      { caseId, key, announcement: announceByReceipt(lookup), files: [{ ...note, content: () => readParts(content) }] },
      {
        send: async (path, request) => {
          sent += 1;
          try {
            return await fetch(by + path, { ...request, headers: { ...(request.headers as object), origin } });
          } catch (reason) {
            failed += 1;
            throw reason;
          }
        },
        tell: ({ state }) => {
          if (state === 'stored') resolve();
          if (state === 'failed') reject(new Error('the file was refused'));
        },
      },
    );
  });
  return { receipt, sent, failed, seconds: (performance.now() - began) / 1000 };
}

const memoryOf = (pid: number, line: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) /
  1024;

/**
 * Watches a process's resident memory, MiB. Call what it answers for the most that it had above the first look. The system
 * keeps the peak, of which looking now and then would miss some.
 */
export function watchMemory(pid: number): () => number {
  const idle = memoryOf(pid, 'VmRSS');
  // proc(5): 5 sets the peak back to what is resident now.
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return () => memoryOf(pid, 'VmHWM') - idle;
}
