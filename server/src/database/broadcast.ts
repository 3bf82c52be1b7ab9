import type { PGlite } from '@electric-sql/pglite';
import type postgres from 'postgres';

/** What one process says so that all processes on the same database hear it, itself among them. Nothing of it is kept. */
export type Broadcast = {
  /** At most 7,900 bytes. What is lost with a broken connection is not said again. */
  send(text: string): Promise<void>;
  /** Answers how to stop listening. */
  listen(heard: (text: string) => void): Promise<() => Promise<void>>;
};

const CHANNEL = 'romduol_changes';

/** Opens a connection of its own with the first that listens, and opens it again when it breaks. */
export const broadcastBy = (client: postgres.Sql): Broadcast => ({
  send: async (text) => void (await client.notify(CHANNEL, text)),
  async listen(heard) {
    const { unlisten } = await client.listen(CHANNEL, heard);
    return unlisten;
  },
});

/** There is one process: what it says, it hears. */
export function broadcastWithin(engine: Pick<PGlite, 'closed'>): Broadcast {
  const listeners = new Set<(text: string) => void>();
  return {
    async send(text) {
      if (!engine.closed) for (const heard of listeners) heard(text);
    },
    async listen(heard) {
      listeners.add(heard);
      return async () => void listeners.delete(heard);
    },
  };
}
