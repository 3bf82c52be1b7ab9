/**
 * Counted blocks as parts of the graph, in series: the sink of one is the source of the next. `═⇒` are parallel arcs.
 *
 *     one way    source ═cell⇒ sink
 *     nested     source ─outer→ node ═cell⇒ sink
 *     crossing   source ─row→ node ─cell→ node ─column→ sink;      split: source ═row⇒ hub ═column⇒ sink
 *     cascade    a chain per row, from one stage to the next (arc: reached the next, at least); at each stage the cell
 *                leaves it (arc: came so far and no further) and is gathered over the rows (arc: so far, all rows); the
 *                gathered join a second chain, last stage first (arc: reached this, all rows), which ends in the sink.
 *                Split: source ═row⇒ hub, and from it straight to the gathering.
 *                Records outside the cascade: source ─outside→ sink.
 *     answers    stand in the second chain, between stage `from` and the one before: those who reached the stage after
 *                it (first column) and those who stopped there (second) pass through the crossing and join again.
 */
import {
  columnTotals,
  outerTotals,
  reachedAtLeast,
  rowOf,
  rowTotals,
  type Cascade,
  type CountedBlock,
  type Crossing,
  type Nested,
} from './blocks.ts';
import type { Circulation } from './circulation.ts';

/** A block that was laid: how to read it back, and the arcs that a gate must read before the rest is rounded. */
export interface LaidBlock {
  /** The block with the flows that its arcs hold now. */
  read(): CountedBlock;
  /** All that entered the cascade, and all that reached the stage where the answers stand. */
  readonly entered: number | null;
  readonly answered: number | null;
}

/** Lays a block between two nodes of the graph. */
export function layBlock(graph: Circulation, source: number, sink: number, block: CountedBlock): LaidBlock {
  switch (block.shape) {
    case 'one_way': {
      const cells = block.cells.map((flow) => graph.addArc(source, sink, flow));
      return plain(() => ({ ...block, cells: graph.flowsOf(cells) }));
    }
    case 'nested': {
      const cells = layNested(graph, source, sink, block);
      return plain(() => ({ ...block, cells: graph.flowsOf(cells) }));
    }
    case 'two_way': {
      const columns = columnTotals(block.crossing).map((flow) => {
        const node = graph.addNode();
        graph.addArc(node, sink, flow);
        return node;
      });
      const read = layCrossing(graph, block.crossing, source, columns, 'from_rows');
      return plain(() => ({ ...block, crossing: read() }));
    }
    case 'cascade':
      return layCascade(graph, source, sink, block);
  }
}

const plain = (read: () => CountedBlock): LaidBlock => ({ read, entered: null, answered: null });

function layNested(graph: Circulation, source: number, sink: number, block: Nested): number[] {
  if (block.split) return block.cells.map((flow) => graph.addArc(source, sink, flow));
  const outer = outerTotals(block).map((flow) => {
    const node = graph.addNode();
    graph.addArc(source, node, flow);
    return node;
  });
  return block.cells.map((flow, i) => graph.addArc(outer[block.outerOf[i]!]!, sink, flow));
}

/** Lays a crossing between one node and the nodes of its columns; returns how to read it back. */
function layCrossing(
  graph: Circulation,
  crossing: Crossing,
  end: number,
  columns: readonly number[],
  direction: 'from_rows' | 'from_columns',
): () => Crossing {
  const addArc = (a: number, b: number, flow: number) =>
    direction === 'from_rows' ? graph.addArc(a, b, flow) : graph.addArc(b, a, flow);
  const hub = graph.addNode();
  const rows = rowTotals(crossing);
  if (crossing.split) {
    const arcs = rows.map((flow) => addArc(end, hub, flow));
    for (const [j, flow] of columnTotals(crossing).entries()) arcs.push(addArc(hub, columns[j]!, flow));
    return () => ({ ...crossing, cells: graph.flowsOf(arcs) });
  }
  const cells = rows.flatMap((flow, row) => {
    const node = graph.addNode();
    addArc(end, node, flow);
    return rowOf(crossing, row).map((cell, j) => addArc(node, columns[j]!, cell));
  });
  return () => ({ ...crossing, cells: graph.flowsOf(cells) });
}

/** As `layCrossing` from its rows, with a chain of cumulative arcs for each row. */
function layRowChains(graph: Circulation, crossing: Crossing, source: number, gathering: readonly number[]) {
  const cells: number[] = [];
  for (let row = 0; row < crossing.rows; row++) {
    const exact = rowOf(crossing, row);
    let before = source;
    for (const [k, reached] of reachedAtLeast(exact).entries()) {
      const node = graph.addNode();
      graph.addArc(before, node, reached);
      cells.push(graph.addArc(node, gathering[k]!, exact[k]!));
      before = node;
    }
  }
  return (): Crossing => ({ ...crossing, cells: graph.flowsOf(cells) });
}

function layCascade(graph: Circulation, source: number, sink: number, block: Cascade): LaidBlock {
  const { crossing, answers } = block;
  const exact = columnTotals(crossing);
  const reached = reachedAtLeast(exact);
  const gathering = exact.map(() => graph.addNode());
  const readCrossing = crossing.split
    ? layCrossing(graph, crossing, source, gathering, 'from_rows')
    : layRowChains(graph, crossing, source, gathering);
  const outside = graph.addArc(source, sink, block.outside);

  const reachedArcs: number[] = [];
  let readAnswers: (() => Crossing) | null = null;
  /** The arc of all that reached the stage after this one; it still needs an end, which the stage before gives it. */
  let later: { readonly node: number; readonly flow: number } | null = null;
  for (let k = exact.length - 1; k >= 0; k--) {
    const joined = graph.addNode();
    if (answers !== null && k === answers.from) {
      const columns = [graph.addNode(), graph.addNode()];
      if (later === null) throw new Error('answers after the last stage');
      reachedArcs[k + 1] = graph.addArc(later.node, columns[0]!, later.flow);
      graph.addArc(gathering[k]!, columns[1]!, exact[k]!);
      readAnswers = layCrossing(graph, answers.crossing, joined, columns, 'from_columns');
    } else {
      if (later !== null) reachedArcs[k + 1] = graph.addArc(later.node, joined, later.flow);
      graph.addArc(gathering[k]!, joined, exact[k]!);
    }
    later = { node: joined, flow: reached[k]! };
  }
  if (later === null) throw new Error('a cascade without stages');
  reachedArcs[0] = graph.addArc(later.node, sink, later.flow);

  return {
    read: () => ({
      ...block,
      crossing: readCrossing(),
      outside: graph.flowOf(outside),
      answers: answers === null || readAnswers === null ? null : { ...answers, crossing: readAnswers() },
    }),
    entered: reachedArcs[0],
    answered: answers === null ? null : reachedArcs[answers.from]!,
  };
}
