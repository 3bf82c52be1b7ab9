import { pae } from '@romduol/shared/sealing/bytes';
import { label } from '@romduol/shared/sealing/labels';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Timer } from './timer.ts';

/** Stands for the part of the net that a request comes from; tells nothing of it to anybody without the day's key. */
export type Tag = string;

/** Requests whose origin cannot be told apart: through an unnamed proxy, through Tor, from this machine. Never slowed. */
export const UNTOLD: Tag = 'untold';
/** Requests that showed a sign of being made by a machine, wherever they come from. Always slowed. */
export const SLOW: Tag = 'slow';

/** Forms a minute from one prefix below which nobody is ever slowed: an operator's customers may share a prefix. */
const GENEROUS = 120;
/** Over how long requests are counted, ms; older ones fade. */
const MEMORY = 60_000;
/** Milliseconds between two turns for each further generous share, and at most: four turns a second are left to anybody. */
const STEP = 25;
const LONGEST_PAUSE = 250;
/** How long a key lives, ms. */
const DAY = 24 * 60 * 60_000;
/** Prefixes remembered at most: whoever commands many must not fill our memory. */
const REMEMBERED = 10_000;

type Count = { level: number; at: number; lastTurn: number };

/**
 * How much each part of the net has asked for lately. In this process's memory only: addresses are hashed under a random
 * key that is thrown away, with all counts, after a day, and nothing of it is written anywhere.
 */
export type Standing = {
  tagOf(prefix: Uint8Array): Tag;
  /** Counts a request that weighs as much as `weight` forms. */
  count(tag: Tag, weight: number): void;
  /** Milliseconds that must lie between two turns: 0 for whoever keeps to a generous share, growing with the excess. */
  pause(tag: Tag): number;
  /** Milliseconds until the next turn may begin. */
  untilNext(tag: Tag): number;
  /** A turn begins. */
  began(tag: Tag): void;
};

export function makeStanding(timer: Timer): Standing {
  let key = sodium().randomBytes(32);
  let madeAt = timer.now();
  const counts = new Map<Tag, Count>();

  function keyOfToday(): Uint8Array {
    if (timer.now() - madeAt >= DAY) {
      key = sodium().randomBytes(32);
      madeAt = timer.now();
      counts.clear();
    }
    return key;
  }
  const levelOf = ({ level, at }: Count): number => level * Math.exp((at - timer.now()) / MEMORY);

  function pause(tag: Tag): number {
    if (tag === SLOW) return LONGEST_PAUSE;
    const known = counts.get(tag);
    if (known === undefined) return 0;
    return Math.min(LONGEST_PAUSE, Math.max(0, STEP * (levelOf(known) / GENEROUS - 1)));
  }

  return {
    tagOf: (prefix) => Buffer.from(sodium().hash(16, pae(label('prefix'), prefix), keyOfToday())).toString('base64url'),
    count(tag, weight) {
      if (tag === UNTOLD) return;
      const known = counts.get(tag);
      // Set anew, so that the first in the map is the one longest untouched.
      counts.delete(tag);
      counts.set(tag, {
        level: (known === undefined ? 0 : levelOf(known)) + weight,
        at: timer.now(),
        lastTurn: known?.lastTurn ?? -Infinity,
      });
      if (counts.size > REMEMBERED) counts.delete(counts.keys().next().value ?? tag);
    },
    pause,
    untilNext(tag) {
      const rest = pause(tag);
      return rest === 0 ? 0 : Math.max(0, (counts.get(tag)?.lastTurn ?? -Infinity) + rest - timer.now());
    },
    began(tag) {
      const known = counts.get(tag);
      if (known !== undefined) known.lastTurn = timer.now();
    },
  };
}
