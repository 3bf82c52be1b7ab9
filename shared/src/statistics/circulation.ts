/**
 * Cycle cancelling on one directed graph: the random step of unbiased controlled rounding (L. H. Cox, "A constructive
 * procedure for unbiased controlled rounding", JASA 82, 1987).
 *
 * Every arc holds a flow, and at every node what comes in goes out. While some arc's flow is not a multiple of the base,
 * walk along such arcs until a node repeats: that is a cycle. Let d⁺ (d⁻) be the largest step round the cycle, forward
 * (back), before one of its arcs reaches a multiple. Step forward by d⁺ with probability d⁻/(d⁺+d⁻), else back by d⁻.
 *
 * - Conservation survives, because a whole cycle moves at once. So everything that added up still does.
 * - No arc ever passes a multiple of the base, and one that has reached a multiple never moves again. So each stays
 *   between the two multiples around its true flow (|error| < base), and a true multiple, 0 among them, never moves.
 * - The expected step is d⁺·d⁻/(d⁺+d⁻) − d⁻·d⁺/(d⁺+d⁻) = 0: every arc is a martingale, whatever the walk does.
 * - Each step brings at least one arc more to a multiple: there are at most as many steps as arcs.
 */

/** Where all randomness comes from. `below(m)` is uniform on 0 … m−1 (by rejection, never by remainder alone). */
export interface RandomStream {
  below(m: number): number;
}

export class Circulation {
  readonly #base: number;
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #flow: number[] = [];
  /** Arcs at each node, in order of their making: the walk's choices must not depend on anything else. */
  readonly #arcsAt: number[][] = [];

  constructor(base: number) {
    this.#base = base;
  }

  addNode(): number {
    return this.#arcsAt.push([]) - 1;
  }

  /** Adds an arc holding `flow` (an integer ≥ 0) and returns its index. */
  addArc(from: number, to: number, flow: number): number {
    const arc = this.#from.push(from) - 1;
    this.#to.push(to);
    this.#flow.push(flow);
    this.#arcsAt[from]!.push(arc);
    this.#arcsAt[to]!.push(arc);
    return arc;
  }

  flowOf(arc: number): number {
    return this.#flow[arc]!;
  }

  flowsOf(arcs: readonly number[]): number[] {
    return arcs.map((arc) => this.flowOf(arc));
  }

  /** Cancels cycles until `arc` holds a multiple of the base. Returns it. */
  settle(arc: number, stream: RandomStream): number {
    while (this.#residue(arc) !== 0) this.#cancelCycle(arc, stream);
    return this.flowOf(arc);
  }

  /** Cancels cycles until every arc holds a multiple of the base. */
  settleAll(stream: RandomStream): void {
    for (let arc = 0; arc < this.#flow.length; arc++) this.settle(arc, stream);
  }

  #residue(arc: number): number {
    return this.#flow[arc]! % this.#base;
  }

  /** Walks from `start` to the first repeated node and moves the cycle it closes, one step. */
  #cancelCycle(start: number, stream: RandomStream): void {
    const walked: number[] = [];
    const reachedAt = new Map<number, number>();
    let node = this.#from[start]!;
    let arc = start;
    while (!reachedAt.has(node)) {
      reachedAt.set(node, walked.length);
      if (walked.length > 0) arc = this.#nextArc(node, arc, stream);
      walked.push(arc);
      node = this.#otherEnd(arc, node);
    }
    this.#moveCycle(walked.slice(reachedAt.get(node)), node, stream);
  }

  #otherEnd(arc: number, node: number): number {
    return this.#from[arc] === node ? this.#to[arc]! : this.#from[arc]!;
  }

  /** Conservation forbids that exactly one arc at a node is off a multiple, so there is always a way on. */
  #nextArc(node: number, used: number, stream: RandomStream): number {
    const open = this.#arcsAt[node]!.filter((arc) => arc !== used && this.#residue(arc) !== 0);
    if (open.length === 0) throw new Error('flow is not conserved');
    return open.length === 1 ? open[0]! : open[stream.below(open.length)]!;
  }

  #moveCycle(cycle: readonly number[], start: number, stream: RandomStream): void {
    const base = this.#base;
    const signs: (1 | -1)[] = [];
    let node = start;
    let up = base;
    let down = base;
    for (const arc of cycle) {
      const along = this.#from[arc] === node;
      const residue = this.#residue(arc);
      up = Math.min(up, along ? base - residue : residue);
      down = Math.min(down, along ? residue : base - residue);
      signs.push(along ? 1 : -1);
      node = this.#otherEnd(arc, node);
    }
    const step = stream.below(up + down) < down ? up : -down;
    for (const [i, arc] of cycle.entries()) this.#flow[arc]! += signs[i]! * step;
  }
}
