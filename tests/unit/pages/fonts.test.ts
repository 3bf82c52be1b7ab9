import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ASSETS = join(import.meta.dirname, '../../../web/dist/public/assets');

test('pages are read in fonts that the device has: nothing is fetched, nothing is missing where fonts are blocked', () => {
  const sheets = readdirSync(ASSETS).filter((file) => file.endsWith('.css'));
  expect(sheets.length).toBeGreaterThanOrEqual(2);
  for (const sheet of sheets) expect(readFileSync(join(ASSETS, sheet), 'utf8')).not.toMatch(/@font-face|@import|url\(/);
  expect(readdirSync(ASSETS).filter((file) => /\.(?:woff2?|ttf|otf|eot)$/.test(file))).toEqual([]);
});
