import type { Clock } from '../mount.ts';

/** Attempts in a row without success before a handle rests, and for how long, ms. */
const ATTEMPTS = 10;
const REST = 5 * 60_000;
/** Handles remembered at most: whoever tries many must not fill our memory. */
const REMEMBERED = 10_000;

/**
 * Slows guessing at one handle. In this process's memory only: nothing about who tried what is written anywhere. It is
 * the second line; the first is that a guess costs the guesser Argon2id over 128 MiB and passphrases have 77 bits.
 */
export type Throttle = {
  /** Counts an attempt before it is judged, so that many at once are counted too. False while the handle rests. */
  attempt(handle: string): boolean;
  succeeded(handle: string): void;
};

export function makeThrottle(clock: Clock): Throttle {
  const attempts = new Map<string, { count: number; last: number }>();
  return {
    attempt(handle) {
      const known = attempts.get(handle);
      const count = known !== undefined && clock() - known.last < REST ? known.count : 0;
      if (count >= ATTEMPTS) return false;
      // Set anew, so that the first in the map is the one longest untouched.
      attempts.delete(handle);
      attempts.set(handle, { count: count + 1, last: clock() });
      if (attempts.size > REMEMBERED) attempts.delete(attempts.keys().next().value ?? handle);
      return true;
    },
    succeeded: (handle) => void attempts.delete(handle),
  };
}
