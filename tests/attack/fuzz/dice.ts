/** Random numbers that come again from the same seed, so that a failure can be looked at. Mulberry32, by Tommy Ettinger. */
export type Dice = {
  /** A whole number below `n`. */
  below(n: number): number;
  oneIn(n: number): boolean;
  pick<T>(values: readonly T[]): T;
};

export function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    oneIn: (n) => below(n) === 0,
    pick<T>(values: readonly T[]): T {
      const picked = values[below(values.length)];
      if (picked === undefined && values.length === 0) throw new RangeError('nothing to pick from');
      return picked as T;
    },
  };
}
