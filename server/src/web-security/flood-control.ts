import type { Context } from 'hono';
import type { Environment } from '../environment.ts';
import { Refusal } from '../refusal.ts';
import { type Subnet, makePrefixOf } from './address-prefix.ts';
import { type Standing, UNTOLD, makeStanding } from './standing.ts';
import { type Timer, processTimer } from './timer.ts';
import { type Asker, type EndTurn, type Line, makeTurns } from './turns.ts';

/** Calls of the API that change something, at the same time: two batches of writes, and then some. */
const CALLS = 64;
/** Calls that may wait, each with a body already read. */
const CALLS_WAITING = 512;
/** A call costs a few milliseconds, a form that is sealed here some hundreds. */
const CALL_WEIGHT = 0.2;

/**
 * Keeps a flood of requests from silencing anybody: it slows and queues, and refuses only for a while, and only whoever
 * floods. There is no puzzle to solve. One for each process; the threads that seal forms use the same standing.
 */
export type FloodControl = {
  readonly standing: Standing;
  readonly timer: Timer;
  /** Who asks, as far as turns need to know. */
  askerOf(c: Context<Environment>): Asker;
  /** Waits for a turn of the API's. Take it when the body is there: a slow line must not hold one. Throws `Refusal` `busy`. */
  takeTurn(c: Context<Environment>): Promise<EndTurn>;
};

const lineOf = (outgoing: NonNullable<Environment['Bindings']['outgoing']>): Line => ({
  isBroken: () => outgoing.destroyed,
  onBreak(tell) {
    outgoing.once('close', tell);
    return () => outgoing.off('close', tell);
  },
});

export function makeFloodControl({
  trustedProxies,
  timer = processTimer,
}: {
  readonly trustedProxies: readonly Subnet[];
  readonly timer?: Timer;
}): FloodControl {
  const standing = makeStanding(timer);
  const prefixOf = makePrefixOf(trustedProxies);
  const calls = makeTurns({ places: CALLS, room: CALLS_WAITING, weight: CALL_WEIGHT, standing, timer });

  function askerOf(c: Context<Environment>): Asker {
    // A call that came by no connection has no environment at all: the demo fills itself that way.
    const { incoming, outgoing } = (c.env as Environment['Bindings'] | undefined) ?? {};
    const prefix = prefixOf(incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'));
    return { tag: prefix === null ? UNTOLD : standing.tagOf(prefix), line: outgoing && lineOf(outgoing) };
  }
  return {
    standing,
    timer,
    askerOf,
    async takeTurn(c) {
      const turn = await calls.take(askerOf(c));
      if (turn === null) throw new Refusal('busy');
      return turn;
    },
  };
}
