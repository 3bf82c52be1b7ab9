import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Whether every rule is looked at, or only those on colours: no others can find anything new in another colour scheme. */
type Rules = 'all' | 'colours';
const FEWEST = { all: 10, colours: 0 } as const;

/**
 * What axe finds wrong with the page as it stands: each rule with the places. The page is looked at where it is, without
 * the second page and the reports of what passed that `@axe-core/playwright` makes of every look; frames are not entered.
 */
export async function violationsOn(
  page: Page,
  leftOut: readonly string[] = [],
  rules: Rules = 'all',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations, passed } = await page.evaluate(
    async ([exclude, only]) => {
      const checker = (window as unknown as { readonly axe: typeof axe }).axe;
      // What is far below is not laid out until it comes near, and what is not laid out is not looked at.
      for (const section of document.querySelectorAll('details')) section.style.contentVisibility = 'visible';
      const found = await checker.run(
        { exclude: [...exclude] },
        {
          resultTypes: ['violations'],
          iframes: false,
          ...(only === 'colours' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
        },
      );
      return {
        violations: found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        passed: found.passes.length,
      };
    },
    [leftOut, rules] as const,
  );
  expect(passed, 'rules that had something to look at').toBeGreaterThan(FEWEST[rules]);
  return violations;
}

/** Looks at the page as it stands, narrow and wide, light and dark: axe finds nothing and nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const rules = colorScheme === 'light' ? 'all' : 'colours';
      expect(await violationsOn(page, [], rules), `${width} ${colorScheme}`).toEqual([]);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `sideways scrolling at ${width}`).toBeLessThanOrEqual(0);
  }
}
