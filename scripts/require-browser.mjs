import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, run } from './run-command.mjs';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** Whether there is a browser for the end-to-end tests: Playwright's own, the system's, or one that can be fetched now. */
export function requireBrowser() {
  const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test');
  const present = () => existsSync(chromium.executablePath()) || SYSTEM.some((file) => existsSync(file));
  if (present()) return true;
  console.log('No Chromium found; fetching the one that Playwright was made for.');
  if (run('playwright', ['install', 'chromium']) && present()) return true;
  console.error('The end-to-end tests need Chromium. Type: npx playwright install --with-deps chromium');
  return false;
}
