import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
const sectionOf = (heading: string): string => text.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
const testsIn = (part: string): string[] => part.match(/(?<=`)tests\/[^`]+(?=`)/g) ?? [];

test('each guarantee names tests that hold it, and every test named is there', () => {
  const guarantees = sectionOf('Guarantees')
    .split(/^(?=\d+\. )/m)
    .slice(1);
  expect(guarantees.length).toBeGreaterThanOrEqual(14);
  for (const guarantee of guarantees)
    expect([guarantee.slice(0, 60), testsIn(guarantee).length]).not.toEqual([guarantee.slice(0, 60), 0]);
  const named = testsIn(text);
  expect(named.filter((file) => !/\.(test|spec)\.tsx?$/.test(file) || !existsSync(join(ROOT, file)))).toEqual([]);
});

test('what is not promised, and what remains, is said as well', () => {
  for (const heading of ['Non-goals', 'Residual risks'])
    expect(sectionOf(heading).match(/^- \*\*/gm)?.length).toBeGreaterThan(4);
});
