import { type BrowserContext, type Page, test as base, expect } from '@playwright/test';
import { type Deployment, NEUTRAL_SITE, SAMPLE_PLAN, startDeployment } from './deployment.ts';

/** About an answer's status, which tests look at themselves; or about a feature, refused, that this browser has not got. */
const HARMLESS = /^Failed to load resource: (the server responded with a status of|net::)|Unrecognized feature:/;

/** Collects what a page does that it must not: policy violations, errors, warnings, and calls to anybody else. */
function watch(page: Page, ours: readonly string[], wrongs: string[]): void {
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
    const { protocol, href, origin } = new URL(request.url());
    if (protocol !== 'blob:' && !ours.includes(origin) && href !== NEUTRAL_SITE) wrongs.push(`asked for ${href}`);
  });
}

/** Collects what any page of a context does that it must not; `ours` may still grow. */
export function watchAll(context: BrowserContext, ours: readonly string[], wrongs: string[]): void {
  for (const page of context.pages()) watch(page, ours, wrongs);
  context.on('page', (page) => watch(page, ours, wrongs));
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

type Watching = {
  /** Origins that pages may ask; a test adds what it starts. */
  readonly ours: string[];
  /** What the test expects to go wrong, as patterns; anything else that does fails it. */
  readonly expected: RegExp[];
  /** What went wrong so far in any page of the test. */
  readonly wrongs: string[];
  readonly guarded: undefined;
};

/* oxlint-disable no-empty-pattern -- Playwright reads a fixture's needs from this pattern, even when there are none. */

/** A test that any violation of a policy, script error or foreign request fails, in whichever context of the browser. */
export const watched = base.extend<Watching>({
  ours: ({}, use) => use([]),
  expected: ({}, use) => use([]),
  wrongs: ({}, use) => use([]),
  guarded: [
    async ({ browser, context, ours, expected, wrongs }, use) => {
      await context.route(NEUTRAL_SITE, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>Fair' }),
      );
      const hear = (one: BrowserContext): void => watchAll(one, ours, wrongs);
      hear(context);
      browser.on('context', hear);
      await use(undefined);
      browser.off('context', hear);
      const unexpected = wrongs.filter((wrong) => !expected.some((pattern) => pattern.test(wrong)));
      expect(unexpected).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * The same with a founded deployment, shared by the tests of one worker: they add reports to it and change nothing else. The
 * page starts at its origin.
 */
export const test = watched.extend<object, { readonly deployment: Deployment }>({
  deployment: [
    async ({}, use) => {
      const deployment = await startDeployment({ plan: SAMPLE_PLAN });
      await use(deployment);
      await deployment.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ deployment }, use) => use(deployment.origin),
  ours: ({ deployment, baseURL }, use) => use([deployment.origin, baseURL ?? deployment.origin]),
});

export { expect };
