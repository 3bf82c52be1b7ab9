import type { FormThread } from '../intake/form-threads.ts';

/** Milliseconds in which nobody has read anything: whoever asked is gone, or holds a place that others wait for. */
const IDLE_MAX = 60_000;

/**
 * A file as its thread opens it, one piece at a time and the next when there is room: it is never whole anywhere on the
 * server. A piece that does not verify ends the stream with an error, which the browser sees as a download that broke off.
 * The thread ends with the stream.
 */
export function streamFile(thread: FormThread): ReadableStream<Uint8Array> {
  let idle: NodeJS.Timeout | undefined;
  const end = (): void => {
    clearTimeout(idle);
    thread.end();
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
        idle = setTimeout(() => {
          thread.end();
          controller.error(new Error('idle'));
        }, IDLE_MAX);
      } catch (reason) {
        end();
        controller.error(reason);
      }
    },
    cancel: end,
  });
}
