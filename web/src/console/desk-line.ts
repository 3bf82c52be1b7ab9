import { type Acts, type Port, READY, type Reply } from './desk-door.ts';

/** The desk refused, or the worker that held it is gone (`desk_ended`) or broke (`desk_failed`). */
export class Refusal extends Error {
  readonly code: string;
  /** A finer code, such as `no_live_consent` under `illegal_entry`. */
  readonly reason: string | null;
  constructor(code: string, reason: string | null = null) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.reason = reason;
  }
}

export type Line<A extends Acts> = {
  /** Each act, performed on the other side. Rejects with `Refusal` only. */
  readonly acts: A;
  /** Refuses everything under way and everything to come. */
  close(code: 'desk_ended' | 'desk_failed'): void;
};

type Waiting = { resolve(answer: unknown): void; reject(refusal: Refusal): void };

/** The page's end of the line to a desk behind `port`. Requests made before the other side spoke wait for it. */
export function connect<A extends Acts>(port: Port): Line<A> {
  const waiting = new Map<number, Waiting>();
  const unsent: unknown[] = [];
  let ready = false;
  let closed: 'desk_ended' | 'desk_failed' | null = null;
  let last = 0;

  port.addEventListener('message', ({ data }) => {
    if (data === READY) {
      ready = true;
      for (const request of unsent.splice(0)) port.postMessage(request);
      return;
    }
    const reply = data as Reply;
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) asker?.resolve(reply.answer);
    else asker?.reject(new Refusal(reply.code, reply.reason));
  });

  const ask = (act: string, given: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (closed !== null) {
        reject(new Refusal(closed));
        return;
      }
      last += 1;
      const request = { id: last, act, arguments: given };
      waiting.set(last, { resolve, reject });
      if (ready) port.postMessage(request);
      else unsent.push(request);
    });

  return {
    acts: new Proxy({} as A, {
      // A proxy that had a `then` would be taken for a promise wherever it is awaited.
      get: (_, act) =>
        typeof act === 'string' && act !== 'then' ? (...given: unknown[]) => ask(act, given) : undefined,
    }),
    close(code) {
      closed ??= code;
      unsent.length = 0;
      for (const { reject } of waiting.values()) reject(new Refusal(closed));
      waiting.clear();
    },
  };
}
