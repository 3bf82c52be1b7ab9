import type { Day } from '@romduol/shared/ids';

/** The clock of a deployment that is given a past: it stands where it is put, and moves a little with each act. */
export type SampleClock = {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Nine in the morning in Cambodia. */
  beginDay(day: Day): void;
  /** An act takes seconds, so that a busy day ends before a session does. */
  tick(): void;
  /** From now on the machine's own time. */
  letGo(): void;
};

const NINE_IN_CAMBODIA = 2 * 60 * 60_000;
const ACT = 5000;

export function makeSampleClock(machine: () => number): SampleClock {
  let held: number | null = machine();
  return {
    now: () => held ?? machine(),
    beginDay(day) {
      held = Date.parse(day) + NINE_IN_CAMBODIA;
    },
    tick() {
      if (held !== null) held += ACT;
    },
    letGo() {
      held = null;
    },
  };
}
