import type { Captured, CapturedCase } from './captured-case.ts';
import { isNoticed } from './captured-case.ts';
import { type Leaf, bitsOf, leavesOf, nameOf, turnBit, valueAt, withValue } from './leaves.ts';

/**
 * What the server says that nothing binds, and that decides nothing: days, counts and numbers of its own. A lie in one of
 * these is a lie about when or how much, shown as the server's word.
 */
/** Days, that of the team's first words among them, and one count: SECURITY.md says so. */
const SERVERS_WORD = [/(^|[ .])day$/, /\bconversation\.(?:fromReporter|answered)$/, / next$/] as const;

export type Outcome = { readonly turned: number; readonly unnoticed: readonly string[] };

/**
 * Turns bits of everything that a desk is served of a case, or of what is `only` so named; `every` of 1 turns all. At least
 * eight of each value.
 */
export async function turnBits(
  captured: Pick<Captured, 'look'>,
  { caseId, served }: CapturedCase,
  every: number,
  only: RegExp = /./,
): Promise<Outcome> {
  const unnoticed = new Set<string>();
  let turned = 0;
  const leaves = leavesOf(served).filter((one) => concerns(served, one, caseId) && only.test(nameOf(one)));
  for (const leaf of leaves) {
    const value = valueAt(served, leaf);
    const bits = bitsOf(value);
    const step = Math.max(1, Math.min(every, Math.floor(bits / 8)));
    for (let bit = 0; bit < bits; bit += step) {
      const changed = withValue(served, leaf, turnBit(value, bit));
      turned += 1;
      if (!(await isNoticed(() => captured.look(caseId, changed)))) unnoticed.add(nameOf(leaf));
    }
  }
  return { turned, unnoticed: [...unnoticed].sort() };
}

/** Whether a value of the queue is of this case: the other case's row is the other case's. */
function concerns(served: CapturedCase['served'], leaf: Leaf, caseId: string): boolean {
  const [list, at] = leaf.steps;
  if (list !== 'cases' || typeof at !== 'number') return true;
  return valueAt(served, { answer: leaf.answer, steps: ['cases', at, 'caseId'] }) === caseId;
}

export const isServersWord = (name: string): boolean => SERVERS_WORD.some((pattern) => pattern.test(name));
