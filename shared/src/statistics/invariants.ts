/**
 * What a rounding promises, checked each time one is made. A broken promise is a bug in this house and never bad luck,
 * so it throws, and nothing is published; it is never a reason to draw again.
 */
import { blockTotal, columnTotals, figuresOf, reachedAtLeast, rowTotals, splitBlock, sum } from './blocks.ts';
import type { CountedBlock, Split } from './blocks.ts';
import type { Base, Counts } from './round.ts';

export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}

function hold(condition: boolean, promise: string): void {
  if (!condition) throw new BrokenInvariant(promise);
}

/** Checks rounded counts against the true ones: the same programme's, in the same order. */
export function checkRounding(truth: Counts, rounded: Counts, base: Base): void {
  hold(truth.blocks.length === rounded.blocks.length, 'every block is rounded');
  checkFigures([truth.total], [rounded.total], base);
  for (const [i, block] of rounded.blocks.entries()) {
    checkFigures(figuresOf(splitBlock(truth.blocks[i]!, splitOf(block))), figuresOf(block), base);
    hold(blockTotal(block) === rounded.total, 'every block adds up to the total');
    checkMargins(block);
  }
  for (const [i, options] of truth.options.entries()) {
    checkFigures(options, rounded.options[i] ?? [], base);
    hold(
      rounded.options[i]!.every((yes) => yes <= rounded.total),
      'no option exceeds the total',
    );
  }
}

/** Each figure is a multiple of the base, less than the base off the truth, and nought where the truth is. */
function checkFigures(truth: readonly number[], published: readonly number[], base: Base): void {
  hold(truth.length === published.length, 'every figure is published');
  for (const [i, value] of published.entries()) {
    const exact = truth[i]!;
    hold(value >= 0 && value % base === 0, 'every value is a multiple of the base');
    hold(Math.abs(value - exact) < base, 'every value is less than the base off the truth');
    hold(exact !== 0 || value === 0, 'a true nought stays nought');
  }
}

/** Where margins are kept beside each other rather than summed from cells, they must meet. */
function checkMargins(block: CountedBlock): void {
  if (block.shape === 'two_way') {
    hold(sum(rowTotals(block.crossing)) === sum(columnTotals(block.crossing)), 'rows and columns share their total');
  }
  if (block.shape !== 'cascade') return;
  const exact = columnTotals(block.crossing);
  const reached = reachedAtLeast(exact);
  hold(sum(rowTotals(block.crossing)) === reached[0], 'rows add up to those who entered the cascade');
  hold(
    reached.every((value, k) => k === 0 || value <= reached[k - 1]!),
    'a cascade never increases',
  );
  if (block.answers === null) return;
  const { from, crossing } = block.answers;
  const [further, stopped] = columnTotals(crossing);
  hold(further === reached[from + 1] && stopped === exact[from], 'answers are those of the cascade');
  hold(sum(rowTotals(crossing)) === reached[from], 'answers add up to those who reached their stage');
}

function splitOf(block: CountedBlock): Split {
  switch (block.shape) {
    case 'one_way':
      return { crossing: false, answers: false };
    case 'nested':
      return { crossing: block.split, answers: false };
    case 'two_way':
      return { crossing: block.crossing.split, answers: false };
    case 'cascade':
      return { crossing: block.crossing.split, answers: block.answers?.crossing.split ?? false };
  }
}
