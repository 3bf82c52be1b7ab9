import { existsSync } from 'node:fs';
import { chromium, defineConfig } from '@playwright/test';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const executablePath = existsSync(chromium.executablePath()) ? undefined : SYSTEM.find((file) => existsSync(file));
if (executablePath === undefined && !existsSync(chromium.executablePath())) {
  throw new Error('The end-to-end tests need Chromium. Type: npx playwright install --with-deps chromium');
}

const LONG = process.env['LONG_WALKS'] !== undefined;

/** Every test starts a server of its own worker's; nothing here listens, and nothing is fetched from anywhere else. */
export default defineConfig({
  testDir: 'tests/end-to-end',
  outputDir: 'dist/end-to-end',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  timeout: 120_000,
  // Keys are derived on purpose slowly, by browser and server; beside other work that takes longer than Playwright's 5 s.
  expect: { timeout: 20_000 },
  use: {
    channel: 'chromium',
    launchOptions: {
      // Chromium has no sandbox for root, which is who runs tests in a container.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    // `npm run test:long` takes the longest walks too.
    { name: 'script', testIgnore: LONG ? /\.(bare|phone)\.spec\.ts$/ : /\.(bare|phone|long)\.spec\.ts$/ },
    { name: 'bare', testMatch: /\.(bare|both)\.spec\.ts$/, use: { javaScriptEnabled: false } },
    {
      name: 'phone',
      testMatch: /\.phone\.spec\.ts$/,
      use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    },
  ],
});
