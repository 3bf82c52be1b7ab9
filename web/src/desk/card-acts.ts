import type { MemberId } from '@romduol/shared/ids';
import type { Desk } from './desk.ts';
import type { KeptReaders } from './keep-readers.ts';
import type { Outcome } from './keyring-work.ts';
import type { Signed } from './member-acts.ts';
import { type CardUse, countLost, drawCard, endCard, readCardUses, recoverCases, signCard } from './recovery.ts';

/** The part of the desk's acts that is about the organisation's recovery card. */
export type CardActs = {
  /** The words of a new card, which nobody has before it is signed. */
  drawCard(): Promise<readonly string[]>;
  /** As an administrator. */
  signCard(words: readonly string[]): Promise<Signed>;
  endCard(): Promise<Signed>;
  /** How many cases only the card opens. */
  countLost(): Promise<number>;
  /** As a supervisor: gives those cases to these members. */
  recoverCases(words: string, readers: readonly MemberId[]): Promise<KeptReaders>;
  /** How far that is; null when it is not under way. */
  recovering(): Promise<KeptReaders | null>;
  cardUses(): Promise<readonly CardUse[]>;
};

export function makeCardActs(desk: () => Desk, signed: (outcome: Outcome) => Signed): CardActs {
  let recovering: KeptReaders | null = null;
  return {
    drawCard: () => Promise.resolve(drawCard()),
    signCard: async (words) => signed(await signCard(desk(), words.join(' '))),
    endCard: async () => signed(await endCard(desk())),
    countLost: () => countLost(desk()),
    recoverCases: async (words, readers) => {
      try {
        return await recoverCases(desk(), { words, readers }, (kept) => {
          recovering = kept;
        });
      } finally {
        recovering = null;
      }
    },
    recovering: () => Promise.resolve(recovering),
    cardUses: () => readCardUses(desk()),
  };
}
