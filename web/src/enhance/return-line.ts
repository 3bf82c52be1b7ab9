import type { FromReturner, ToReturner } from './return-messages.ts';

/** What the loader set going at the first touch. */
export type Begun = {
  readonly worker: Worker;
  /** Rejects when the worker could not be loaded. */
  readonly broken: Promise<never>;
  readonly wasm: Promise<Response>;
  readonly keyring: Promise<Response>;
};

export type Answered<K extends FromReturner['kind']> = Extract<FromReturner, { kind: K }>;

/** The page's end of the line to the worker: one question after another, since answers carry no names. */
export type ReturnLine = {
  /** Resolves when the library is there and the keyring verified. */
  readonly ready: Promise<void>;
  readonly ask: <K extends FromReturner['kind']>(message: ToReturner) => Promise<Answered<K>>;
};

export function openReturnLine({ worker, broken, wasm, keyring }: Begun): ReturnLine {
  let turn: Promise<unknown> = Promise.resolve();
  function ask<K extends FromReturner['kind']>(message: ToReturner): Promise<Answered<K>> {
    const asked = turn.then(() => {
      const answer = new Promise<FromReturner>((resolve, reject) => {
        const hear = ({ data }: MessageEvent<FromReturner>): void => {
          // Said unasked, to whoever follows it.
          if (data.kind === 'progress' || data.kind === 'fetched') return;
          worker.removeEventListener('message', hear);
          if (data.kind === 'failed') reject(new Error('opening failed'));
          else resolve(data);
        };
        worker.addEventListener('message', hear);
        worker.postMessage(message);
      });
      return Promise.race([answer, broken]);
    });
    turn = asked.catch(() => undefined);
    return asked as Promise<Answered<K>>;
  }

  async function start(): Promise<void> {
    const { body } = await wasm;
    const library = (given: ReadableStream | ArrayBuffer): void =>
      worker.postMessage({ kind: 'library', wasm: given } satisfies ToReturner, [given as Transferable]);
    if (body === null) throw new Error('no library');
    try {
      library(body);
    } catch {
      // Safari does not hand streams over.
      library(await new Response(body).arrayBuffer());
    }
    await ask({ kind: 'keyring', served: await (await keyring).text() });
  }
  const ready = start();
  ready.catch(() => undefined);
  return { ready, ask };
}
