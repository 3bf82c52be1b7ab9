import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ASSETS = join(import.meta.dirname, '../../../web/dist/public/assets');

/**
 * Browsers inside apps grow old. Chromium 80 is the oldest that can start the sealing worker, a module; this is what public
 * scripts might be written in that came later. What stands behind `?.` is asked for first.
 */
const LATER = [
  /\.submitter\b/, // 81
  /\?\?=|\|\|=|&&=/, // 84
  /[{;]static\{/, // 94
  /\.replaceAll\(|Promise\.any\b|WeakRef\b/, // 85
  /\.replaceChildren\(/, // 86
  /\.at\(|\.randomUUID\(/, // 92
  /Object\.hasOwn\b/, // 93
  /\.findLast(?:Index)?\(|structuredClone\(/, // 98
  /AbortSignal\.timeout\(/, // 103
  /\.to(?:Sorted|Reversed|Spliced)\(/, // 110
];

const SCRIPTS =
  'leave in-app report sender sealing-worker second-word switch-language record receipt-aloud follow-upload chosen-files ' +
  'return return-screen return-worker open-talk-file';

test.each(SCRIPTS.split(' '))('%s asks for nothing newer than 2020', (name) => {
  // One for each worker that imports it.
  const files = readdirSync(ASSETS).filter((file) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file));
  expect(files).not.toEqual([]);
  const script = files.map((file) => readFileSync(join(ASSETS, file), 'utf8')).join('\n');
  expect(LATER.map((pattern) => pattern.exec(script)?.[0]).filter((found) => found !== undefined)).toEqual([]);
});

/** What public style sheets might say that came later, and what a build makes of style sheets when it writes them for old ones. */
const LATER_STYLES = [
  /width\s*[<>]/, // 104
  /:is\(|:where\(/, // 88
  /[{;]inset|(?:padding|margin)-(?:inline|block):/, // 87
  /:-webkit-any|:lang\(ae\)|BlinkMacSystemFont/,
];

const sheetNamed = (name: string): string => {
  const [file, ...others] = readdirSync(ASSETS).filter((one) => new RegExp(`^${name}-[\\w-]{8}\\.css$`).test(one));
  expect(others).toEqual([]);
  return readFileSync(join(ASSETS, file ?? ''), 'utf8');
};

test.each(['public', 'charts'])('the style sheet %s is served as it was written, for browsers of 2020', (name) => {
  const sheet = sheetNamed(name);
  expect(LATER_STYLES.map((pattern) => pattern.exec(sheet)?.[0]).filter((found) => found !== undefined)).toEqual([]);
});

test('letters do not grow by themselves on an iPhone held sideways, which knows that by this name only', () => {
  expect(sheetNamed('public')).toContain('-webkit-text-size-adjust:100%');
});
