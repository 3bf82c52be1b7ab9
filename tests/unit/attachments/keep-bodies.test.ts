import { keepBodies } from '@romduol/server/attachments/keep-bodies';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const LONGEST = 1000;

async function* come(pieces: readonly Uint8Array[], breaks: boolean): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    await Promise.resolve();
    yield piece;
  }
  if (breaks) throw new Error('the line broke');
}

/** Reads a body and takes its time over it. Answers what it read, and in which memory. */
function openReader(count: number) {
  const read = keepBodies({ count, longest: LONGEST });
  return (pieces: readonly Uint8Array[], { saysLength = true, breaks = false } = {}) =>
    read(
      {
        saysLength,
        pieces: () => come(pieces, breaks),
        whole: async () => new Uint8Array(Buffer.concat(pieces)).buffer,
      },
      async (bytes) => {
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        return { bytes: bytes.slice(), memory: bytes.buffer };
      },
    );
}

test('bodies are read whole and never mixed, in a few pieces of memory that are used again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(
        fc.record({
          pieces: fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 5 }),
          saysLength: fc.boolean(),
          breaks: fc.boolean(),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      async (count, bodies) => {
        const read = openReader(count);
        const memories = new Set<ArrayBufferLike>();
        // Some of them find no memory that is free: they are read as any other is, and never break off.
        const outcomes = await Promise.allSettled(bodies.map(({ pieces, ...how }) => read(pieces, how)));
        for (const [at, outcome] of outcomes.entries()) {
          const { pieces, saysLength, breaks } = bodies[at] ?? { pieces: [] };
          const whole = outcome.status === 'fulfilled' && Buffer.concat(pieces).equals(outcome.value.bytes);
          expect(whole || (outcome.status === 'rejected' && saysLength === true && breaks === true)).toBe(true);
          if (outcome.status === 'fulfilled' && outcome.value.memory.byteLength === LONGEST)
            memories.add(outcome.value.memory);
        }
        expect(memories.size).toBeLessThanOrEqual(count);
        // Whatever came of them, all the memory is there again.
        const again = await Promise.all(Array.from({ length: count }, () => read([new Uint8Array(3)])));
        expect(again.map(({ memory }) => memory.byteLength)).toEqual(again.map(() => LONGEST));
        expect(new Set([...memories, ...again.map(({ memory }) => memory)]).size).toBeLessThanOrEqual(count);
      },
    ),
  );
});

test('a body that is longer than the longest is refused, and what does not say its length is not', async () => {
  const read = openReader(1);
  const pieces = [new Uint8Array(LONGEST), new Uint8Array(1)];
  await expect(read(pieces)).rejects.toMatchObject({ code: 'too_large' });
  expect((await read(pieces, { saysLength: false })).bytes).toHaveLength(LONGEST + 1);
});
