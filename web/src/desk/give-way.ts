/** Longest that something behind the screens stands back at a time, in milliseconds: a line that is down must not end it. */
const MOST_MS = 2_000;

export type GiveWay = {
  /** The same acts; while one of them is under way that is not `behind`, somebody waits for it. */
  watch<A extends object>(acts: A, behind: readonly (keyof A)[]): A;
  /** Resolves when nobody waits for anything, and whatever has been asked for meanwhile has begun. */
  atRest(): Promise<void>;
};

/** A desk does one thing at a time: what it sees to by itself goes on piece by piece, and between two of them people come first. */
export function makeGiveWay(): GiveWay {
  let waitedFor = 0;
  const standing = new Set<() => void>();
  const goOn = (): void => {
    if (waitedFor > 0) return;
    for (const one of standing) one();
    standing.clear();
  };
  const end = (): void => {
    waitedFor -= 1;
    // A message that has come is looked at only between two turns.
    if (waitedFor === 0) setTimeout(goOn);
  };
  const watched =
    <G extends unknown[], T>(act: (...given: G) => Promise<T>) =>
    async (...given: G): Promise<T> => {
      waitedFor += 1;
      try {
        return await act(...given);
      } finally {
        end();
      }
    };
  return {
    watch: (acts, behind) =>
      Object.fromEntries(
        Object.entries(acts).map(([name, act]) => [
          name,
          (behind as readonly string[]).includes(name) ? act : watched(act),
        ]),
      ) as typeof acts,
    async atRest() {
      await new Promise((resolve) => setTimeout(resolve));
      if (waitedFor === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, MOST_MS);
        standing.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}
