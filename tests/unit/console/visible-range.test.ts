import { visibleRange } from '@romduol/web/console/queue/visible-range';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const list = fc.record({
  heights: fc.array(fc.integer({ min: 20, max: 200 }), { maxLength: 300 }),
  top: fc.integer({ min: -3_000, max: 40_000 }),
  window: fc.integer({ min: 100, max: 2_000 }),
});

it('puts every row that is seen into the page, and keeps the room of the others', () => {
  fc.assert(
    fc.property(list, ({ heights, top, window }) => {
      const heightOf = (at: number): number => heights[at] ?? 0;
      const { from, to, before, after } = visibleRange(heights.length, heightOf, { top, bottom: top + window });
      const sum = (part: readonly number[]): number => part.reduce((total, one) => total + one, 0);
      expect(before).toBe(sum(heights.slice(0, from)));
      expect(after).toBe(sum(heights.slice(to)));
      for (let at = 0, y = 0; at < heights.length; y += heightOf(at), at += 1) {
        const seen = y < top + window && y + heightOf(at) > top;
        expect(!seen || (at >= from && at < to)).toBe(true);
      }
    }),
  );
});

it('never holds more rows than the window and a few beyond it, however long the list', () => {
  const { from, to } = visibleRange(10_000, () => 60, { top: 300_000, bottom: 300_800 });
  expect(to - from).toBeLessThan(40);
});
