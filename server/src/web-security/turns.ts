import { type Standing, type Tag, UNTOLD } from './standing.ts';
import type { Timer } from './timer.ts';

/** Longest wait for a turn, ms. Browsers' scripts and proxies give up after a minute: an answer must come before. */
const PATIENCE = 45_000;

/** The connection of the one who asks. No `AbortSignal`: each would outlive its request until the next major collection. */
export type Line = {
  readonly isBroken: () => boolean;
  /** Calls `tell` once when it breaks; what comes back calls that off. */
  readonly onBreak: (tell: () => void) => () => void;
};

export type Asker = { readonly tag: Tag; readonly line?: Line | undefined };

/** Ends a turn. Calling it again does nothing. */
export type EndTurn = () => void;

export type Turns = {
  /** Waits for a turn; null for whoever has gone, has waited too long, or must come back because too many wait. */
  take(asker: Asker): Promise<EndTurn | null>;
  readonly waiting: number;
};

export type TurnsOptions = {
  /** Turns at the same time. */
  readonly places: number;
  /** Requests that may wait, of everybody together: what they hold in memory is bounded by this. */
  readonly room: number;
  /** What a turn costs, in forms. */
  readonly weight: number;
  readonly standing: Standing;
  readonly timer: Timer;
};

type Waiter = { readonly tag: Tag; readonly settle: (turn: EndTurn | null) => void };

/**
 * Lets costly requests take turns. While there is a free place nobody waits. Otherwise places go round the prefixes that
 * wait, one turn each, however many requests each has: who floods waits behind everybody else's first request, and
 * loses none. No prefix has all of the places, so that another finds one at once. One that is far above its share has,
 * with all others like it, half of them, and pauses between turns.
 * When the room is full the newest request of the prefix that has most of them waiting must come back later.
 */
export function makeTurns({ places, room, weight, standing, timer }: TurnsOptions): Turns {
  /** In the order in which prefixes have their next turn. */
  const lines = new Map<Tag, Waiter[]>();
  const slowedPlaces = Math.max(1, Math.floor(places / 2));
  const ownPlaces = Math.max(1, places - 1);
  /** Turns under way, by prefix. */
  const held = new Map<Tag, number>();
  let waiting = 0;
  let busy = 0;
  let busySlowed = 0;
  let callOff = (): void => undefined;

  /** How long until a prefix may have a turn, as far as it depends on itself; Infinity when one of its own must end first. */
  function restOf(tag: Tag): number {
    if (tag !== UNTOLD && (held.get(tag) ?? 0) >= ownPlaces) return Infinity;
    if (busySlowed >= slowedPlaces && standing.pause(tag) > 0) return Infinity;
    return standing.untilNext(tag);
  }

  /** The prefix that is next; or how long until one that pauses may go on, Infinity when none does. */
  function next(): Tag | number {
    let soonest = Infinity;
    for (const tag of lines.keys()) {
      const rest = restOf(tag);
      if (rest === 0) return tag;
      soonest = Math.min(soonest, rest);
    }
    return soonest;
  }

  function beginFirst(tag: Tag): void {
    const line = lines.get(tag) ?? [];
    const waiter = line.shift();
    // To the end of the round, where it stands again only as long as it has more.
    lines.delete(tag);
    if (line.length > 0) lines.set(tag, line);
    waiting -= 1;
    waiter?.settle(begin(tag));
  }

  function begin(tag: Tag): EndTurn {
    busy += 1;
    const slowed = standing.pause(tag) > 0 ? 1 : 0;
    busySlowed += slowed;
    held.set(tag, (held.get(tag) ?? 0) + 1);
    standing.began(tag);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      busy -= 1;
      busySlowed -= slowed;
      const left = (held.get(tag) ?? 0) - 1;
      if (left > 0) held.set(tag, left);
      else held.delete(tag);
      handOut();
    };
  }

  function handOut(): void {
    callOff();
    for (let free = places - busy; free > 0; free -= 1) {
      const found = next();
      if (typeof found !== 'string') {
        if (found !== Infinity) callOff = timer.after(found, handOut);
        return;
      }
      beginFirst(found);
    }
  }

  function leave(waiter: Waiter): void {
    const line = lines.get(waiter.tag);
    const at = line?.indexOf(waiter) ?? -1;
    if (line === undefined || at < 0) return;
    line.splice(at, 1);
    if (line.length === 0) lines.delete(waiter.tag);
    waiting -= 1;
    waiter.settle(null);
  }

  function makeRoom(own: Tag): void {
    let longest = lines.get(own) ?? [];
    for (const line of lines.values()) if (line.length > longest.length) longest = line;
    const newest = longest.at(-1);
    if (newest !== undefined) leave(newest);
  }

  return {
    take({ tag, line: connection }) {
      standing.count(tag, weight);
      if (connection?.isBroken() === true) return Promise.resolve(null);
      // The most common of all: nobody waits.
      if (waiting === 0 && busy < places && restOf(tag) === 0) return Promise.resolve(begin(tag));
      return new Promise((resolve) => {
        const goAway = (): void => leave(waiter);
        const losePatience = timer.after(PATIENCE, goAway);
        const stopListening = connection?.onBreak(goAway);
        const waiter: Waiter = {
          tag,
          settle(turn) {
            losePatience();
            stopListening?.();
            resolve(turn);
          },
        };
        const line = lines.get(tag);
        if (line === undefined) lines.set(tag, [waiter]);
        else line.push(waiter);
        waiting += 1;
        handOut();
        if (waiting > room) makeRoom(tag);
      });
    },
    get waiting() {
      return waiting;
    },
  };
}
