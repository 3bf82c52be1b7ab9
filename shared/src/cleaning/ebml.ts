import { byteAt } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import type { Source } from './readable-file.ts';

/** An element of EBML (RFC 8794): its id with the marker bits, and places in bytes. `end` null: it does not say how long. */
export type Element = { readonly id: number; readonly at: number; readonly start: number; readonly end: number | null };

/** A number of variable length: its value without the marker, its width in bytes, and whether all its bits are set. */
export function readVarint(bytes: Uint8Array, at: number): { value: number; width: number; isUnknown: boolean } {
  const first = byteAt(bytes, at);
  const width = Math.clz32(first) - 23;
  if (width > 8) throw new CannotClean('damaged');
  let value = first & (0xff >>> width);
  let isUnknown = value === 0xff >>> width;
  for (let next = 1; next < width; next += 1) {
    const byte = byteAt(bytes, at + next);
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { value, width, isUnknown };
}

/** The element at `at`, not to reach beyond `limit`. Null where the file ends inside its head. */
export async function readElement(source: Source, at: number, limit: number): Promise<Element | null> {
  const head = await source.read(at, Math.min(12, limit - at));
  const idWidth = Math.clz32(byteAt(head, 0)) - 23;
  if (idWidth > 4) throw new CannotClean('damaged');
  if (head.length <= idWidth) return null;
  if (head.length < idWidth + Math.clz32(byteAt(head, idWidth)) - 23) return null;
  const { value, width, isUnknown } = readVarint(head, idWidth);
  let id = 0;
  for (let index = 0; index < idWidth; index += 1) id = id * 256 + byteAt(head, index);
  const start = at + idWidth + width;
  return { id, at, start, end: isUnknown ? null : start + value };
}

const VOID = 0xec;

/** An element without meaning that takes exactly so many bytes, at least two: its head, and how many zeros follow. */
export function voidHead(length: number): { readonly head: Uint8Array; readonly zeros: number } {
  if (length < 2) throw new CannotClean('damaged');
  if (length < 2 + 126) return { head: Uint8Array.of(VOID, 0x80 | (length - 2)), zeros: length - 2 };
  const zeros = length - 9;
  const head = new Uint8Array(9);
  head.set([VOID, 0x01]);
  for (let at = 8, rest = zeros; at > 1; at -= 1, rest = Math.floor(rest / 256)) head[at] = rest % 256;
  return { head, zeros };
}

/** An element inside bytes that are in memory. */
type Child = { readonly id: number; readonly at: number; readonly start: number; readonly end: number };

/** In one element. An index of hours holds some ten thousand. */
const MOST_CHILDREN = 100_000;

/** The elements of which a master element's content consists. Throws `CannotClean` when they do not fill it exactly. */
export function childrenOf(content: Uint8Array): Child[] {
  const children: Child[] = [];
  for (let at = 0; at < content.length;) {
    const idWidth = Math.clz32(byteAt(content, at)) - 23;
    if (idWidth > 4) throw new CannotClean('damaged');
    const { value, width, isUnknown } = readVarint(content, at + idWidth);
    const start = at + idWidth + width;
    const end = start + value;
    if (isUnknown || end > content.length || children.length >= MOST_CHILDREN) throw new CannotClean('damaged');
    const id = content.subarray(at, at + idWidth).reduce((total, byte) => total * 256 + byte, 0);
    children.push({ id, at, start, end });
    at = end;
  }
  return children;
}

/** What becomes of an element: it stays, it stays if a function that may rewrite its content says so, or its own rules. */
export type Rule = 'keep' | ((content: Uint8Array) => boolean) | Rules;
/** By id. An element without a rule becomes void, of the same length, all zeros. */
export type Rules = ReadonlyMap<number, Rule>;

/** Applies rules to the content of a master element, in place. */
export function rewriteElements(content: Uint8Array, rules: Rules): void {
  for (const { id, at, start, end } of childrenOf(content)) {
    const rule = rules.get(id);
    const inner = content.subarray(start, end);
    if (rule === 'keep') continue;
    if (typeof rule === 'object') rewriteElements(inner, rule);
    else if (rule === undefined || !rule(inner)) {
      content.fill(0, at, end);
      content.set(voidHead(end - at).head, at);
    }
  }
}
