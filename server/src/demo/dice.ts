/** Draws that are the same for the same seed, so that every demo tells the same stories. Never for keys or rounding. */
export type Dice = {
  /** A whole number from 0 to `below` − 1. */
  whole(below: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of these by weight. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** Up to `most` different ones, at least one, in the order of the list. */
  some<T>(from: readonly T[], most: number): T[];
  shuffle<T>(list: readonly T[]): T[];
};

/** Mulberry32 (T. Ettinger, public domain): small, and good enough to spread samples. */
export function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(fraction() * below);
  const at = <T>(list: readonly T[], index: number): T => {
    if (index < 0 || index >= list.length) throw new RangeError('nothing to draw from');
    return list[index] as T;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    return list.map(() => left.splice(whole(left.length), 1)[0] as T);
  };
  return {
    whole,
    chance: (probability) => fraction() < probability,
    pick: (from) => at(from, whole(from.length)),
    weighted(from) {
      let left = fraction() * from.reduce((sum, [, weight]) => sum + weight, 0);
      const found = from.find(([, weight]) => (left -= weight) < 0) ?? at(from, from.length - 1);
      return found[0];
    },
    some(from, most) {
      const count = 1 + whole(Math.min(most, from.length));
      const chosen = new Set(shuffle(from.map((_, index) => index)).slice(0, count));
      return from.filter((_, index) => chosen.has(index));
    },
    shuffle,
  };
}
