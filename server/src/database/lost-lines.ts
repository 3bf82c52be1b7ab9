import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';

/** What the driver or the system says of a statement whose line to the database broke. */
const LOST = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
/** Milliseconds from such an error until the line has closed. */
const CLOSES_WITHIN = 1000;

type Act = (tx: postgres.TransactionSql) => unknown;

/**
 * Has transactions say no more over a line that is lost. The driver itself would roll back over it: that throws where nobody
 * can catch it, which ends the program, or leaves words behind that the line's next user would send before their greeting.
 * The database rolls back by itself what it cannot hear the end of, and `begin` rejects as soon as the line has closed.
 */
export function keepOffLostLines(client: postgres.Sql): void {
  const begin = client.begin.bind(client) as (options: string, act: Act) => Promise<unknown>;
  const guarded = (options: string, act: Act): Promise<unknown> => {
    const line = { lost: false, tell: (): void => undefined };
    const lost = new Promise<void>((resolve) => {
      line.tell = resolve;
    });
    const whole = begin(options, async (tx) => {
      try {
        return await act(refuseOn(tx, line));
      } catch (error) {
        if (isOfLine(error)) await Promise.race([lost, sleep(CLOSES_WITHIN)]);
        if (line.lost) await new Promise(() => undefined);
        throw error;
      }
    });
    whole.catch(() => {
      line.lost = true;
      line.tell();
    });
    return whole;
  };
  client.begin = ((...given: [Act] | [string, Act]) =>
    given.length === 1 ? guarded('', given[0]) : guarded(...given)) as typeof client.begin;
}

/** The same, except that it runs no statement once the line is lost: it may by then be somebody else's. */
function refuseOn(tx: postgres.TransactionSql, line: { readonly lost: boolean }): postgres.TransactionSql {
  const check = (): void => {
    if (line.lost) throw new Error('the line to the database is lost');
  };
  return new Proxy(tx, {
    apply(target, self, given) {
      check();
      return Reflect.apply(target, self, given) as unknown;
    },
    get(target, name) {
      if (name === 'unsafe') check();
      return Reflect.get(target, name) as unknown;
    },
  });
}

function isOfLine(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && LOST.has(String(error.code))) || isOfLine(error.cause);
}
