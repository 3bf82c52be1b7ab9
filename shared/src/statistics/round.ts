/**
 * Keyed circulation rounding, and how it can be gated on a total that it draws itself.
 *
 * All blocks lie in series in one graph, closed by one arc of flow N (lay-block.ts); cycle cancelling
 * (circulation.ts) brings every arc to a multiple of the base b. Option lists are rounded apart.
 *
 * The question of order. Whether a crossed table may be published is read from the *published* total P; P is a result of
 * the rounding; and what is published decides which graph is rounded. Three ways that look right are not:
 * - round everything, look at P, round again in a smaller graph: P is drawn twice, and the second draw is a choice;
 * - draw P alone by a coin, then round the graph that P allows, conditioned on P: sound for one graph, but if P = ⌊N⌋
 *   leads to graph A and P = ⌈N⌉ to graph B, a margin's expectation is Pr⌊·E_A(· | ⌊N⌋) + Pr⌈·E_B(· | ⌈N⌉), and the two
 *   conditional means belong to different laws that need not meet in the truth: a bias on every threshold (measured on a
 *   small table: 7 standard errors over 20,000 seeds, where what is done here shows 1);
 * - gate on the true N: then what is published tells on which side of the threshold N lies.
 *
 * So: lay the graph of the *whole* programme, nothing gated, and cancel cycles only until the arcs that a gate reads
 * (N, and the referrals that entered the cascade or were sent) hold multiples. They never move again, so they are
 * published as they are, drawn once. Read the gate. Where it refuses a crossing, replace the block by its projection on its margins
 * (province by zone, a cross by its two one-way tables, a cascade by its row and its sectors), *with the flows that the
 * arcs hold now*, and go on cancelling in the smaller graph with the same stream until nothing is left.
 *
 * Why that is sound. Every arc of the projected graph is an arc of the whole one, so its flow is conserved, lies between
 * the multiples around its true value, and a multiple that was reached stays. Let X_t be an arc's flow after t steps.
 * Each step has expectation nought given all before it, in either graph, and the change of graph changes no flow: X_t is
 * a bounded martingale, and the choice of graph is a function of the past. It ends after at most as many steps as there
 * are arcs, so E(X_end) = X_0 by optional stopping: every total, margin and one-way cell is unbiased *whichever way the
 * gate falls*, on the threshold too. A crossed cell is unbiased as long as its table is published for both values of P;
 * on the threshold it is published for P = ⌈N⌉ only, and then its expectation is the one given that P, as is P's own: no
 * method can do better there, since to appear is to have been rounded up. The law of P is the coin's, up with
 * probability (N mod b)/b, being a martingale with two ends; which alternatives the programme has does not enter into it.
 *
 * Options (yes to one of several) are drawn each alone, up with probability (n mod b)/b, at most P: unbiased unless the
 * option meets the total. "No" is not published, so nothing there must add up.
 */
import { blockTotal, splitBlock, type CountedBlock, type Split } from './blocks.ts';
import { Circulation, type RandomStream } from './circulation.ts';
import { layBlock, type LaidBlock } from './lay-block.ts';

/** Multiples of what: 5 by default, 3 by an organisation's decision. */
export type Base = 3 | 5;

/** True counts of one cohort. Every block counts the same records; `options` are the yeses of each multi-answer list. */
export interface Counts {
  readonly total: number;
  readonly blocks: readonly CountedBlock[];
  readonly options: readonly (readonly number[])[];
}

/** What a gate may read: published totals, of all records and, where a block is a cascade, of those within it. */
export interface GateReading {
  readonly total: number;
  readonly blocks: readonly { readonly entered: number | null; readonly answered: number | null }[];
}

/** Opens the stream of one label under the cohort's seed: `(label) => chachaStream(seed, label)`. */
export type OpenStream = (label: string) => RandomStream;

/**
 * Rounds counts to multiples of `base`; blocks come back split as the gate said.
 * @param gate says for each block, from published figures alone, which crossings are split. Called once.
 */
export function roundCounts(
  counts: Counts,
  base: Base,
  open: OpenStream,
  gate: (reading: GateReading) => readonly Split[],
): Counts {
  const stream = open('circulation');
  const whole = layGraph(counts.blocks, counts.total, base);
  const total = whole.graph.settle(whole.total, stream);
  const settle = (arc: number | null) => (arc === null ? null : whole.graph.settle(arc, stream));
  const readings = whole.laid.map(({ entered, answered }) => ({
    entered: settle(entered),
    answered: settle(answered),
  }));

  const splits = gate({ total, blocks: readings });
  const parts = whole.laid.map((block, i) => splitBlock(block.read(), splits[i]!));
  const gated = layGraph(parts, total, base);
  gated.graph.settleAll(stream);
  return {
    total,
    blocks: gated.laid.map((block) => block.read()),
    options: counts.options.map((yes, i) => roundOptions(yes, base, total, open(`options/${i}`))),
  };
}

/** Rounds each yes alone, up with probability (n mod base)/base, never above the published total. */
export function roundOptions(yes: readonly number[], base: Base, total: number, stream: RandomStream): number[] {
  return yes.map((count) => {
    const over = count % base;
    const up = over !== 0 && stream.below(base) < over;
    return Math.min(total, count - over + (up ? base : 0));
  });
}

interface LaidGraph {
  readonly graph: Circulation;
  readonly total: number;
  readonly laid: readonly LaidBlock[];
}

/** Lays blocks in series between one node and the next, and closes the ring by the arc of the total. */
function layGraph(blocks: readonly CountedBlock[], total: number, base: number): LaidGraph {
  const graph = new Circulation(base);
  const start = graph.addNode();
  let source = start;
  const laid = blocks.map((block) => {
    if (blockTotal(block) !== total) throw new Error('a block does not count every record');
    const sink = graph.addNode();
    const here = layBlock(graph, source, sink, block);
    source = sink;
    return here;
  });
  if (source === start) throw new Error('a programme without blocks');
  return { graph, total: graph.addArc(source, start, total), laid };
}
