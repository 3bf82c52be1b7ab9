import { streamFile } from '@romduol/server/conversation/stream-file';
import { expect, test } from 'vitest';

type Thread = Parameters<typeof streamFile>[0] & { readonly ended: () => number };

/** Hands out one piece, and then fails as a thread does that was given a chunk which does not verify. */
function failingThread(): Thread {
  let pieces = 0;
  let ended = 0;
  return {
    send: () => undefined,
    next: () => {
      pieces += 1;
      return pieces === 1
        ? Promise.resolve({ kind: 'piece', bytes: new Uint8Array(3) })
        : Promise.reject(new Error('the form thread failed'));
    },
    end: () => {
      ended += 1;
    },
    ended: () => ended,
  };
}

test('a file that is damaged further on breaks the line off without an error for anybody to print', async () => {
  const thread = failingThread();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  // As a server does when the line has gone.
  const line = { destroy: () => void reader?.cancel() };
  reader = streamFile(thread, line).getReader();
  expect(await reader.read()).toEqual({ done: false, value: new Uint8Array(3) });
  expect(await reader.read()).toEqual({ done: true, value: undefined });
  await expect(reader.closed).resolves.toBeUndefined();
  expect(thread.ended()).toBeGreaterThan(0);
});

test('and errs where there is no line', async () => {
  const thread = failingThread();
  const reader = streamFile(thread, undefined).getReader();
  reader.closed.catch(() => undefined);
  await reader.read();
  await expect(reader.read()).rejects.toThrow('the form thread failed');
  expect(thread.ended()).toBeGreaterThan(0);
});
