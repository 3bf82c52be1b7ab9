/** Which rows of a long list stand in the page, and how much room the others take, px. */
export type VisibleRange = {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly before: number;
  readonly after: number;
};

/** Rows beyond either edge of the window: the next one is there before the focus moves to it. */
const BEYOND = 8;

/**
 * The rows between two heights of a list, px from its top; `heightOf` is of the row as it was last measured.
 */
export function visibleRange(
  count: number,
  heightOf: (at: number) => number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): VisibleRange {
  let total = 0;
  let first = -1;
  let last = 0;
  const starts = new Float64Array(count + 1);
  for (let at = 0; at < count; at += 1) {
    starts[at] = total;
    total += heightOf(at);
    if (total > top && first === -1) first = at;
    if ((starts[at] ?? 0) < bottom) last = at + 1;
  }
  starts[count] = total;
  // Above or below the window: its edge rows stay, so that whoever walks into it finds somebody there.
  const from = Math.max(0, (first === -1 ? count : first) - BEYOND);
  const to = Math.min(count, Math.max(last, from) + BEYOND);
  return { from, to, before: starts[from] ?? 0, after: total - (starts[to] ?? total) };
}
