import { type Page, test as base, expect } from '@playwright/test';
import { type Deployment, NEUTRAL_SITE, SAMPLE_PLAN, startDeployment } from './deployment.ts';

/** About an answer's status, which tests look at themselves; or about a feature, refused, that this browser has not got. */
const HARMLESS = /^Failed to load resource: (the server responded with a status of|net::)|Unrecognized feature:/;

/** Collects what a page does that it must not: policy violations, errors, warnings, and calls to anybody else. */
export function watch(page: Page, origin: string, wrongs: string[] = []): string[] {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !HARMLESS.test(message.text())) wrongs.push(message.text());
  });
  // What a worker's own policy stops, Chromium tells nobody but the worker.
  page.on('worker', (worker) => {
    const listen = (): void =>
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        console.error(`worker violates ${effectiveDirective}: ${blockedURI}`);
      });
    // It may have ended already.
    worker.evaluate(listen).catch(() => undefined);
  });
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('request', (request) => {
    const { protocol, href } = new URL(request.url());
    const ours = href.startsWith(`${origin}/`) || href === NEUTRAL_SITE;
    if (protocol !== 'blob:' && !ours) wrongs.push(`asked for ${href}`);
  });
  return wrongs;
}

/**
 * Goes back and says where that led: a redirection to a site that this machine cannot reach, or must not, shows only in the
 * answer that named it.
 */
export async function goBack(page: Page): Promise<string | undefined> {
  let leads: string | undefined;
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) leads = response.headers()['location'] ?? response.url();
  });
  await page.goBack().catch(() => undefined);
  return leads;
}

type Fixtures = {
  /** What the test expects to go wrong, as patterns; anything else that does fails it. */
  readonly expected: RegExp[];
  /** What went wrong so far in any page of the test. */
  readonly wrongs: string[];
  readonly guarded: undefined;
};

/* oxlint-disable no-empty-pattern -- Playwright reads a fixture's needs from this pattern, even when there are none. */

/**
 * A test with a founded deployment, shared by the tests of one worker: they add reports to it and change nothing else. The
 * page starts at its origin, and any violation of a policy, script error or foreign request fails the test.
 */
export const test = base.extend<Fixtures, { readonly deployment: Deployment }>({
  deployment: [
    async ({}, use) => {
      const deployment = await startDeployment({ plan: SAMPLE_PLAN });
      await use(deployment);
      await deployment.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ deployment }, use) => use(deployment.origin),
  expected: ({}, use) => use([]),
  wrongs: ({}, use) => use([]),
  guarded: [
    async ({ context, baseURL, deployment, expected, wrongs }, use) => {
      await context.route(NEUTRAL_SITE, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>Fair' }),
      );
      context.on('page', (page) => watch(page, baseURL ?? deployment.origin, wrongs));
      await use(undefined);
      const unexpected = wrongs.filter((wrong) => !expected.some((pattern) => pattern.test(wrong)));
      expect(unexpected).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
