import type { MiddlewareHandler } from 'hono';
import type { Environment } from '../environment.ts';
import { Refusal } from '../refusal.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from a page of ours. Browsers that send `Sec-Fetch-Site` say so
 * themselves, and no page can forge it; for others an exact `Origin` must be there. JSON is held to the same: which
 * requests a browser sends across sites without asking has changed before.
 */
export function isSameOrigin(headers: (name: string) => string | undefined, origins: readonly string[]): boolean {
  const site = headers('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = headers('origin');
  return origin !== undefined && origins.includes(origin);
}

export function refuseCrossSite(origins: () => readonly string[]): MiddlewareHandler<Environment> {
  return async (c, next) => {
    if (!SAFE.has(c.req.method) && !isSameOrigin((name) => c.req.header(name), origins()))
      throw new Refusal('cross_site');
    await next();
  };
}
