import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

/** Looks at the page as it stands, narrow and wide, light and dark: axe finds nothing and nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of [320, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(found, `${width} ${colorScheme}`).toEqual([]);
      expect(passes.length).toBeGreaterThan(10);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `sideways scrolling at ${width}`).toBeLessThanOrEqual(0);
    }
  }
}
