import { Refusal } from '../refusal.ts';

/** A request's body, which is read one way or the other. */
export type Body = {
  /** Whether the request says how long it is, and the parser holds it to that. */
  readonly saysLength: boolean;
  readonly pieces: () => AsyncIterable<Uint8Array>;
  readonly whole: () => Promise<ArrayBuffer>;
};

/** Reads a body into memory that is used again: what `use` is given is good until it has ended. */
export type ReadBody = <T>(body: Body, use: (bytes: Uint8Array) => Promise<T>) => Promise<T>;

/**
 * A film comes as a hundred bodies of a megabyte. In memory of their own, which the collector gives back late, they would
 * stand beside one another: here `count` kept buffers of `longest` bytes take them up in turn. When all are in use, or a body
 * does not say its length, it is read as any other is: nobody waits for a slow line, and saying that a long body comes
 * costs no more than what has come of it. Throws `Refusal` `too_large` for a body that is longer.
 */
export function keepBodies({ count, longest }: { readonly count: number; readonly longest: number }): ReadBody {
  const free: Uint8Array[] = [];
  let made = 0;
  const take = (): Uint8Array | undefined => {
    if (free.length === 0 && made < count) {
      made += 1;
      free.push(new Uint8Array(longest));
    }
    return free.pop();
  };
  return async (body, use) => {
    const buffer = body.saysLength ? take() : undefined;
    if (buffer === undefined) return use(new Uint8Array(await body.whole()));
    try {
      return await use(await fill(buffer, body.pieces()));
    } finally {
      free.push(buffer);
    }
  };
}

async function fill(buffer: Uint8Array, pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  let length = 0;
  for await (const piece of pieces) {
    if (length + piece.length > buffer.length) throw new Refusal('too_large');
    buffer.set(piece, length);
    length += piece.length;
  }
  return buffer.subarray(0, length);
}
