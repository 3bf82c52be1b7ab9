import type { CaseId } from '@romduol/shared/ids';
import { CHUNKS_TOGETHER, chunkCount, openAttachment, splitChunks } from '@romduol/shared/sealing/attachment';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { announceByReceipt, startUpload } from '@romduol/web/enhance/upload-files';
import { beforeAll, expect, test, vi } from 'vitest';
import { noise } from '../../files/samples.ts';

beforeAll(async () => useSodium(await loadSumoSodium()));

const LENGTH = 6_000_000;

/** Hands in one file over a line that breaks where `breaks` says so; what the other end then holds, request by request. */
async function handIn(breaks: (request: number) => boolean) {
  const content = new Uint8Array(noise(LENGTH));
  const caseId = crypto.randomUUID() as CaseId;
  const key = sodium().randomBytes(32);
  const file = { object: crypto.randomUUID(), length: LENGTH };
  const stored = new Map<number, Uint8Array>();
  const carried: number[] = [];
  const told: number[] = [];
  let upload: ReturnType<typeof startUpload> | undefined;
  await new Promise<void>((resolve, reject) => {
    upload = startUpload(
      {
        caseId,
        key,
        announcement: announceByReceipt(new Uint8Array(32)),
        files: [
          {
            ...file,
            async *content() {
              for (let at = 0; at < LENGTH; at += 100_000) yield content.subarray(at, at + 100_000);
            },
          },
        ],
      },
      {
        async send(path, request) {
          if (path === '/api/attachments') return new Response();
          const first = Number(path.split('/').at(-1));
          const parts = splitChunks(chunkCount(LENGTH), first, request.body as Uint8Array);
          if (parts === null) return new Response(null, { status: 400 });
          carried.push(parts.length);
          const breaking = breaks(carried.length);
          // The answer may be lost when all is stored already.
          for (const [at, part] of parts.entries()) stored.set(first + at, part.slice());
          if (breaking) throw new TypeError('the line broke');
          return new Response();
        },
        tell(progress) {
          told.push(progress.stored);
          if (progress.state === 'stored') resolve();
          if (progress.state === 'failed') reject(new Error('failed'));
          if (progress.state === 'dropped') setTimeout(() => upload?.retry());
        },
      },
    );
  });
  const opener = openAttachment({ caseId, place: 0, key }, LENGTH);
  const opened = Array.from({ length: chunkCount(LENGTH) }, (_, chunk) =>
    opener.open(stored.get(chunk) ?? new Uint8Array()),
  );
  opener.finish();
  return { carried, told, whole: Buffer.concat(opened).equals(content) };
}

test('on a quick line more chunks go together, and the file arrives whole', async () => {
  const { carried, told, whole } = await handIn(() => false);
  expect(whole).toBe(true);
  expect(carried[0]).toBe(1);
  expect(Math.max(...carried)).toBe(CHUNKS_TOGETHER);
  expect(carried.reduce((sum, count) => sum + count)).toBe(chunkCount(LENGTH));
  expect(told.at(-1)).toBe(chunkCount(LENGTH));
});

test('what went together and broke is sent again one by one: it might never go through otherwise', async () => {
  const { carried, told, whole } = await handIn((request) => request === 5);
  expect(carried[4]).toBeGreaterThan(1);
  expect(carried.slice(5)).toContain(1);
  expect(whole).toBe(true);
  expect(told.at(-1)).toBe(chunkCount(LENGTH));
});

test('on a slow line every chunk goes for itself', async () => {
  let now = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 3_000));
  try {
    const { carried, whole } = await handIn(() => false);
    expect(new Set(carried)).toEqual(new Set([1]));
    expect(whole).toBe(true);
  } finally {
    clock.mockRestore();
  }
});
