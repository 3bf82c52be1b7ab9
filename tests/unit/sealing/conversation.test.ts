import type { SealedMessage } from '@romduol/shared/api/conversation';
import { conversationKey } from '@romduol/shared/sealing/case-keys';
import {
  type Message,
  firstPrevious,
  messageHash,
  openConversation,
  openMessage,
  openMessages,
  sealConversation,
  sealMessage,
} from '@romduol/shared/sealing/conversation';
import { SealingError } from '@romduol/shared/sealing/errors';
import { sodium } from '@romduol/shared/sealing/sodium';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sealTestReport } from './fixtures.ts';

const report = sealTestReport();
const { caseId } = report;
const key = sodium().randomBytes(32);
const keyOf = (epoch: number): Uint8Array | undefined => (epoch === 0 ? key : undefined);

/** Who writes, and how many of the other side's messages the writer has seen by then, as a share. */
const turns = fc.array(
  fc.record({
    direction: fc.constantFrom(0 as const, 1 as const),
    text: fc.string({ unit: 'grapheme', maxLength: 40 }),
    seen: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 12 },
);

type Turn = { readonly direction: 0 | 1; readonly text: string; readonly seen: number };
type Written = { readonly sealed: SealedMessage; readonly message: Message };

/** Seals turns in the order in which they are written; nobody forgets what they have seen. */
function write(given: readonly Turn[]): Written[] {
  const ends = [0, 1].map((direction) => ({ previous: firstPrevious(report, direction as 0 | 1), count: 0, seen: 0 }));
  return given.map(({ direction, text, seen }) => {
    const [own, other] = direction === 0 ? [ends[0], ends[1]] : [ends[1], ends[0]];
    if (own === undefined || other === undefined) throw new Error('two sides');
    own.seen = Math.max(own.seen, Math.floor(seen * other.count));
    own.count += 1;
    const place = { caseId, direction, counter: own.count, epoch: 0, previous: own.previous } as const;
    const message: Message = {
      kind: 'words',
      text: text.normalize('NFC'),
      seen: own.seen,
      by: direction === 0 ? '' : 'sok.dara',
      attachments: [],
    };
    const sealed = sealMessage(place, key, message);
    own.previous = messageHash(caseId, sealed);
    return { sealed, message };
  });
}

const open = (messages: readonly SealedMessage[]) => openMessages(report, messages, keyOf);
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'opened';
  } catch (error) {
    if (error instanceof SealingError) return error.code;
    throw error;
  }
};

describe('a conversation', () => {
  test('opens word for word, whatever order it is served in', () => {
    fc.assert(
      fc.property(turns, fc.infiniteStream(fc.nat()), (given, lots) => {
        const written = write(given);
        const served = written
          .map(({ sealed }) => ({ sealed, lot: lots.next().value ?? 0 }))
          .sort((a, b) => a.lot - b.lot)
          .map(({ sealed }) => sealed);
        const opened = open(served);
        expect(opened).toHaveLength(written.length);
        for (const direction of [0, 1] as const) {
          const texts = opened.filter((one) => one.direction === direction).map(({ message }) => message);
          expect(texts).toEqual(
            written.filter(({ sealed }) => sealed.direction === direction).map(({ message }) => message),
          );
        }
      }),
    );
  });

  test('puts a message after all that its writer had seen, and before all that had seen it', () => {
    fc.assert(
      fc.property(turns, (given) => {
        const opened = open(write(given).map(({ sealed }) => sealed));
        opened.forEach((later, at) => {
          const before = opened.slice(0, at);
          const own = before.filter(({ direction }) => direction === later.direction);
          const others = before.filter(({ direction }) => direction !== later.direction);
          expect(own.every(({ counter }) => counter < later.counter)).toBe(true);
          // Nothing that stands before has seen what stands after it.
          expect(others.every(({ message }) => message.seen < later.counter)).toBe(true);
        });
      }),
    );
  });

  test('is refused when a message was dropped from its middle, stands twice, or comes from another place', () => {
    const many = fc.array(fc.constant({ direction: 0 as const, text: 'x', seen: 0 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(many, fc.nat(), fc.nat(), (given, first, second) => {
        const sealed = write(given).map((one) => one.sealed);
        const [a, b] = [first % sealed.length, second % sealed.length];
        const without = sealed.filter((_, at) => at !== a % (sealed.length - 1));
        expect(codeOf(() => open(without))).toBe('chain_broken');
        const message = sealed[a] as SealedMessage;
        expect(codeOf(() => open([...sealed, message]))).toBe('chain_broken');
        if (a === b) return;
        // One message in the place of another: its number, its chain and its ciphertext, in every combination.
        const other = sealed[b] as SealedMessage;
        const swapped = sealed.map((one, at) => (at === a ? { ...one, sealed: other.sealed } : one));
        expect(codeOf(() => open(swapped))).not.toBe('opened');
        const renumbered = sealed.map((one, at) => (at === a ? { ...other, counter: one.counter } : one));
        expect(codeOf(() => open(renumbered))).not.toBe('opened');
      }),
    );
  });

  test('refuses a conversation whose end is missing, once the other side has seen it', () => {
    fc.assert(
      fc.property(fc.constantFrom(0 as const, 1 as const), fc.integer({ min: 1, max: 5 }), (direction, count) => {
        const own = Array.from({ length: count }, () => ({ direction, text: 'x', seen: 0 }));
        const answered = write([...own, { direction: direction === 0 ? 1 : 0, text: 'read', seen: 1 }]);
        expect(open(answered.map(({ sealed }) => sealed))).toHaveLength(count + 1);
        const cut = answered.filter((_, at) => at !== count - 1).map(({ sealed }) => sealed);
        expect(codeOf(() => open(cut))).toBe('chain_broken');
        // The control: what nobody has seen yet can be kept back.
        const unseen = write(own).map(({ sealed }) => sealed);
        expect(open(unseen.slice(0, -1))).toHaveLength(count - 1);
      }),
      { numRuns: 20 },
    );
  });

  test('cutting its newest message off leaves what was before', () => {
    const written = write([0, 1, 2].map((at) => ({ direction: 0 as const, text: String(at), seen: 0 })));
    expect(open(written.slice(0, 2).map(({ sealed }) => sealed))).toHaveLength(2);
  });

  test('a message is refused with any bit of it or of its place changed', () => {
    const [{ sealed } = { sealed: null }] = write([{ direction: 1, text: 'ជំរាបសួរ', seen: 0 }]);
    if (sealed === null) throw new Error('nothing written');
    const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
      bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    const judge = (changed: SealedMessage): string => codeOf(() => openMessage(caseId, changed, key));
    for (let bit = 0; bit < 24 * 8; bit += 1) {
      expect(judge({ ...sealed, sealed: { ...sealed.sealed, nonce: flipped(sealed.sealed.nonce, bit) } })).toBe(
        'damaged',
      );
    }
    for (let bit = 0; bit < 32 * 8; bit += 1) {
      expect(judge({ ...sealed, previous: flipped(sealed.previous, bit) })).toBe('damaged');
    }
    fc.assert(
      fc.property(fc.nat(sealed.sealed.ciphertext.length * 8 - 1), (bit) => {
        const ciphertext = flipped(sealed.sealed.ciphertext, bit);
        expect(judge({ ...sealed, sealed: { ...sealed.sealed, ciphertext } })).toBe('damaged');
      }),
    );
    expect(judge({ ...sealed, counter: 2 })).toBe('damaged');
    expect(judge({ ...sealed, direction: 0 })).toBe('damaged');
    expect(judge({ ...sealed, epoch: 1 })).toBe('damaged');
    expect(codeOf(() => openMessage(crypto.randomUUID() as never, sealed, key))).toBe('damaged');
    expect(judge(sealed)).toBe('opened');
  });

  test('a message under an epoch that the reader does not know is refused, and so is another’s key', () => {
    const [{ sealed } = { sealed: null }] = write([{ direction: 0, text: 'x', seen: 0 }]);
    if (sealed === null) throw new Error('nothing written');
    expect(codeOf(() => open([{ ...sealed, epoch: 1 }]))).toBe('chain_broken');
    expect(codeOf(() => openMessages(report, [{ ...sealed, epoch: 1 }], () => key))).toBe('damaged');
    expect(codeOf(() => openMessages(report, [sealed], () => conversationKey(key)))).toBe('damaged');
    // Played into the conversation of another report.
    expect(codeOf(() => openMessages(sealTestReport(), [sealed], () => key))).toBe('chain_broken');
  });

  test('a short message and a shorter one look alike', () => {
    const lengths = ['', 'yes', 'ក'.repeat(200)].map(
      (text) => write([{ direction: 0, text, seen: 0 }])[0]?.sealed.sealed.ciphertext.length,
    );
    expect(new Set(lengths).size).toBe(1);
  });
});

describe('what a receipt finds', () => {
  const conversation = {
    caseId,
    commit: report.commit,
    reporterCopy: report.reporterCopy,
    keys: null,
    messages: [],
    attachments: [],
    withdrawal: null,
  };

  test('opens for its lookup and for no other, and a changed answer for none', () => {
    const lookup = sodium().randomBytes(32);
    const sealed = sealConversation(lookup, conversation);
    expect(openConversation(lookup, sealed)).toEqual(conversation);
    expect(openConversation(sodium().randomBytes(32), sealed)).toBeNull();
    const ciphertext = sealed.ciphertext.map((byte, at) => (at === 5 ? byte ^ 1 : byte));
    expect(openConversation(lookup, { ...sealed, ciphertext })).toBeNull();
  });

  test('has one length while it is short', () => {
    const lengthOf = (count: number): number => {
      const given = Array.from({ length: count }, () => ({ direction: 1 as const, text: 'x', seen: 0 }));
      const messages = write(given).map(({ sealed }) => ({ ...sealed, day: '2026-05-11' as never }));
      return sealConversation(sodium().randomBytes(32), { ...conversation, messages }).ciphertext.length;
    };
    expect([lengthOf(0), lengthOf(1), lengthOf(8)]).toEqual([16_400, 16_400, 16_400]);
    expect(lengthOf(12)).toBeGreaterThan(16_400);
  });
});
