import type { HttpBindings } from '@hono/node-server';
import type { RequestName } from './log/log-line.ts';

/** What hono knows of a request here. */
export type Environment = {
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** Random; stands in a refusal and in the log line of a fault, and nowhere else. */
    request: RequestName;
  };
};
