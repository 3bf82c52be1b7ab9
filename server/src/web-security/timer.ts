/** Time that only ever goes forward, and waking up in it. Injected, so that tests decide how it passes. */
export type Timer = {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Runs once after so many milliseconds; what comes back calls that off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
};

/** This process's own. The wall clock would do harm: set forward, everybody would have waited too long. */
export const processTimer: Timer = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timeout = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timeout);
  },
};
