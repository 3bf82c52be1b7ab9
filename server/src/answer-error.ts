import type { ErrorCode } from '@romduol/shared/api/contract';
import type { Trouble } from '@romduol/web/pages/trouble-page';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { sqlState } from './database/violations.ts';
import type { Environment } from './environment.ts';
import { type Report, logLine, nameFault } from './log/log-line.ts';
import { Refusal } from './refusal.ts';

type AnswerTrouble = (c: Context<Environment>, trouble: Trouble) => Promise<Response>;

/**
 * Answers whatever was thrown: the API in its contract's words, a page with a page. A refusal says its code; what hono
 * itself throws is about a malformed request; anything else is our fault and is reported by the error's class and code
 * only: messages and stacks can hold what people wrote.
 */
export function answerError(report: Report, answerTrouble: AnswerTrouble) {
  return async (error: unknown, c: Context<Environment>): Promise<Response> => {
    const { code, status } = asRefusal(error);
    const request = c.get('request');
    if (code === 'internal') report(logLine`fault ${request} ${nameFault(error)}`);
    // The body may not have been read: the connection cannot carry another request after it.
    if (code === 'too_large') c.header('connection', 'close');
    // The page's script comes back by itself.
    if (code === 'busy') c.header('retry-after', '10');
    if (c.req.path.startsWith('/api/')) return c.json({ error: code, request }, status);
    try {
      return await answerTrouble(c, troubleOf(code));
    } catch (second) {
      report(logLine`fault ${request} ${nameFault(second)}`);
      return c.text('', 500);
    }
  };
}

function troubleOf(code: ErrorCode): Trouble {
  if (code === 'not_found' || code === 'too_large' || code === 'cross_site') return code;
  if (code === 'not_ready' || code === 'busy' || code === 'too_many_attempts') return 'busy';
  return code === 'internal' ? 'fault' : 'malformed';
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException && error.status < 500) return new Refusal('bad_input');
  const state = sqlState(error);
  // A check constraint, or a value that a column cannot hold: the database is stricter than the contract in places.
  if (state === '23514' || state?.startsWith('22') === true) return new Refusal('bad_input');
  return new Refusal('internal');
}
