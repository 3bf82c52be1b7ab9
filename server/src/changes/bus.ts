import type { CaseId } from '@romduol/shared/ids';
import type { Broadcast } from '../database/broadcast.ts';

/** Milliseconds for which ids are gathered: an act that writes twice says so once, and no storm becomes one of messages. */
const GATHER = 250;
/** Ids in one message: PostgreSQL takes 8,000 bytes. */
const AT_ONCE = 200;

export type Heard = (caseIds: readonly CaseId[]) => void;

/** Tells every process on this database in which cases something has changed. A word that is lost is no harm: a reading shows all. */
export type Changes = {
  /** Call it when the change is committed: whoever hears of it looks at once. */
  tell(caseId: CaseId): void;
  /** Answers how to stop hearing. */
  hear(heard: Heard): () => void;
  close(): Promise<void>;
};

export function makeChanges(broadcast: Broadcast): Changes {
  const listeners = new Set<Heard>();
  const waiting = new Set<CaseId>();
  let timer: NodeJS.Timeout | undefined;
  // Nobody listens until somebody follows: an instance that only takes reports holds no connection for this.
  let listening: Promise<() => Promise<void>> | undefined;

  const send = (): void => {
    timer = undefined;
    const ids = [...waiting];
    waiting.clear();
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      broadcast.send(ids.slice(at, at + AT_ONCE).join()).catch(() => undefined);
    }
  };
  const spread = (text: string): void => {
    for (const heard of listeners) heard(text.split(',') as CaseId[]);
  };

  return {
    tell(caseId) {
      waiting.add(caseId);
      timer ??= setTimeout(send, GATHER).unref();
    },
    hear(heard) {
      listeners.add(heard);
      listening ??= broadcast.listen(spread).catch(() => {
        listening = undefined;
        return () => Promise.resolve();
      });
      return () => void listeners.delete(heard);
    },
    async close() {
      clearTimeout(timer);
      listeners.clear();
      await (
        await listening
      )?.();
    },
  };
}
