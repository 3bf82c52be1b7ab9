import type { Timer } from '@romduol/server/web-security/timer';

/** Time that passes only when a test says so; whoever is due runs in the order of the moments. */
export function manualTimer(): Timer & { pass(milliseconds: number): Promise<void> } {
  let now = 0;
  let due: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds, run) {
      const one = { at: now + milliseconds, run };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
    async pass(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        const [first] = due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (first === undefined) break;
        due = due.filter((other) => other !== first);
        now = Math.max(now, first.at);
        first.run();
        // Promises that were kept go on before the next moment.
        await Promise.resolve();
      }
      now = until;
    },
  };
}
