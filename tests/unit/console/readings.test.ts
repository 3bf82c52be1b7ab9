import { forget } from '@romduol/web/console/parts/use-reading';
import { expect, test } from 'vitest';

test('with a case that may not be read any more goes everything that was read of it, and nothing else', () => {
  const kept = ['case:b', 'conversation:b', 'queue:index', 'directory', 'site', 'letter:c'];
  const readings = new Map<string, unknown>(
    ['case:a', 'conversation:a', 'claims:a', ...kept].map((key) => [key, `words of ${key}`]),
  );
  forget(readings, 'case:a');
  expect([...readings.keys()]).toEqual(kept);
  forget(readings, 'directory');
  forget(readings, 'never read');
  expect([...readings.keys()]).toEqual(kept.filter((key) => key !== 'directory'));
});
