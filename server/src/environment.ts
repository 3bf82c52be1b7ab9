import type { HttpBindings } from '@hono/node-server';

/** What hono knows of a request here. */
export type Environment = {
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** Random; stands in a refusal and in the log line of a fault, and nowhere else. */
    request: string;
  };
};
