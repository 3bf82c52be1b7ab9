/** Acts are asked for by name and answered with plain data; both ends of the line are typed by the acts themselves. */
export type Acts = Readonly<Record<string, (...arguments_: never[]) => Promise<unknown>>>;

export type Request = { readonly id: number; readonly act: string; readonly arguments: readonly unknown[] };
export type Reply =
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  | { readonly id: number; readonly ok: false; readonly code: string; readonly reason: string | null };

/** A worker's own scope, a `Worker`, or one end of a `MessageChannel`. */
export type Port = {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
};

/** What the worker says first: a module worker drops what is posted before its handler stands. */
export const READY = 'ready';

/**
 * Answers requests that come in at `port` with the acts, and says that it is ready. A refusal crosses as its code and
 * reason, never as a stack or a message: those could hold what a person typed.
 */
export function openDoor(port: Port, acts: Acts): void {
  port.addEventListener('message', ({ data }) => {
    const request = data as Request;
    void answerRequest(acts, request).then((reply) => port.postMessage(reply));
  });
  port.postMessage(READY);
}

async function answerRequest(acts: Acts, { id, act, arguments: given }: Request): Promise<Reply> {
  try {
    const perform = Object.hasOwn(acts, act) ? acts[act] : undefined;
    if (perform === undefined) return { id, ok: false, code: 'unknown_act', reason: null };
    return { id, ok: true, answer: await perform(...(given as never[])) };
  } catch (refusal) {
    return { id, ok: false, code: codeIn(refusal, 'code') ?? 'unexpected', reason: codeIn(refusal, 'reason') };
  }
}

/** A snake_case code that an error carries; anything else about it stays in the worker. */
function codeIn(refusal: unknown, field: 'code' | 'reason'): string | null {
  if (typeof refusal !== 'object' || refusal === null) return null;
  const value = (refusal as Record<string, unknown>)[field];
  return typeof value === 'string' && /^[a-z][a-z0-9_]*$/.test(value) ? value : null;
}
