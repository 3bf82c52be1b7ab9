import type { FormThread } from '../intake/form-threads.ts';

/** Milliseconds in which nobody has read anything: whoever asked is gone, or holds a place that others wait for. */
const IDLE_MAX = 60_000;

/**
 * A file as its thread opens it, one piece at a time and the next when there is room: it is never whole anywhere on the
 * server. At a piece that does not verify the line breaks off, which the browser sees as a download that failed; without a
 * line the stream errors. The thread ends with the stream.
 */
export function streamFile(
  thread: Pick<FormThread, 'send' | 'next' | 'end'>,
  line: { destroy(): unknown } | undefined,
): ReadableStream<Uint8Array> {
  let idle: NodeJS.Timeout | undefined;
  const end = (): void => {
    clearTimeout(idle);
    thread.end();
  };
  const breakOff = (controller: ReadableStreamDefaultController<Uint8Array>, reason: unknown): void => {
    end();
    // No error where there is a line: what serves the stream prints it, with its stack, to our output.
    if (line === undefined) controller.error(reason);
    else line.destroy();
  };
  return new ReadableStream({
    async pull(controller) {
      clearTimeout(idle);
      try {
        thread.send({ kind: 'more' });
        const message = await thread.next();
        if (message.kind !== 'piece') throw new Error('out of turn');
        if (message.bytes === null) {
          end();
          controller.close();
          return;
        }
        controller.enqueue(message.bytes);
        idle = setTimeout(() => breakOff(controller, new Error('idle')), IDLE_MAX);
      } catch (reason) {
        breakOff(controller, reason);
      }
    },
    cancel: end,
  });
}
