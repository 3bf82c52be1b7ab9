import { be32, be64, bytesOf, nameAt } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';

/** A box of ISO 14496-12: its type, and places in bytes of its head, its content and its end. */
export type Box = { readonly type: string; readonly at: number; readonly start: number; readonly end: number };

/** The box whose head, of 16 bytes where there are so many, is given; null when that is no head of a box. */
export function readBoxHead(head: Uint8Array, at: number, limit: number): Box | null {
  if (head.length < 8) return null;
  const size = be32(head, 0);
  const type = nameAt(head, 4);
  if (size === 0) return { type, at, start: at + 8, end: limit };
  if (size === 1) {
    const large = head.length < 16 ? 0 : be64(head, 8);
    return large < 16 ? null : { type, at, start: at + 16, end: at + large };
  }
  return size < 8 ? null : { type, at, start: at + 8, end: at + size };
}

/** In one box. Real ones hold a dozen. */
const MOST_BOXES = 10_000;

/** The boxes between two places in bytes that are in memory. Fewer than eight bytes at the end are no box. */
export function boxesIn(bytes: Uint8Array, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end;) {
    const box = readBoxHead(bytes.subarray(at, Math.min(at + 16, end)), at, end);
    if (box === null || box.end > end || boxes.length >= MOST_BOXES) throw new CannotClean('damaged');
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/** The first box at a path of types. */
export function findBox(bytes: Uint8Array, outer: Box, ...path: string[]): Box | null {
  let box: Box | undefined = outer;
  for (const type of path) {
    box = boxesIn(bytes, box.start, box.end).find((one) => one.type === type);
    if (box === undefined) return null;
  }
  return box;
}

/** What becomes of a box: it stays, it stays if a function that may rewrite it says so, or its own rules. */
export type Rule = 'keep' | ((bytes: Uint8Array, box: Box) => boolean) | Rules;
/** By type. A box without a rule becomes free space of the same length, all zeros: offsets stay right. */
export type Rules = ReadonlyMap<string, Rule>;

export function keep(...types: string[]): [string, Rule][] {
  return types.map((type) => [type, 'keep']);
}

/** Applies rules to the boxes between two places, in place. */
export function rewriteBoxes(bytes: Uint8Array, start: number, end: number, rules: Rules): void {
  let done = start;
  for (const box of boxesIn(bytes, start, end)) {
    const rule = rules.get(box.type);
    if (typeof rule === 'object') rewriteBoxes(bytes, box.start, box.end, rule);
    else if (rule !== 'keep' && (rule === undefined || !rule(bytes, box))) {
      bytes.fill(0, box.start, box.end);
      bytes.set(bytesOf('free'), box.at + 4);
    }
    done = box.end;
  }
  bytes.fill(0, done, end);
}
