import { DeskRefusal } from './desk.ts';
import type { FreezeProgress } from './open-records.ts';

export type Counting = {
  /** One at a time: a later one stops the one before. Refused with `stopped` once `stop` was called. */
  run<T>(count: (tell: (progress: FreezeProgress) => void) => Promise<T>): Promise<T>;
  progress(): FreezeProgress | null;
  stop(): void;
};

/** A freeze or a review under way. An act has one answer only, so whoever waits asks how far it has come. */
export function openCounting(): Counting {
  let current: { progress: FreezeProgress; stopped: boolean } | null = null;
  const stop = (): void => {
    if (current !== null) current.stopped = true;
  };
  return {
    async run(count) {
      stop();
      const own: NonNullable<typeof current> = { progress: { step: 'opening', records: 0 }, stopped: false };
      current = own;
      const tell = (progress: FreezeProgress): void => {
        if (own.stopped) throw new DeskRefusal('stopped');
        own.progress = progress;
      };
      try {
        const counted = await count(tell);
        // Stopped after the last page: what was counted is thrown away all the same.
        if (own.stopped) throw new DeskRefusal('stopped');
        return counted;
      } finally {
        if (current === own) current = null;
      }
    },
    progress: () => current?.progress ?? null,
    stop,
  };
}
