import { formatNumber, fromKhmerDigits, toKhmerDigits } from '@romduol/shared/language/numerals';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('digits go to Khmer and back', () => {
  expect(toKhmerDigits('0123456789 km')).toBe('០១២៣៤៥៦៧៨៩ km');
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9 a-z-]*$/), (text) => {
      expect(fromKhmerDigits(toKhmerDigits(text))).toBe(text);
    }),
  );
});

test('numbers are grouped as each language groups them', () => {
  expect(formatNumber(1234567, 'en')).toBe('1,234,567');
  expect(formatNumber(1234567, 'km')).toBe('១.២៣៤.៥៦៧');
  expect(formatNumber(-1234.5, 'en')).toBe('-1,234.5');
  expect(formatNumber(-1234.5, 'km')).toBe('-១.២៣៤,៥');
  expect(formatNumber(0, 'km')).toBe('០');
  expect(formatNumber(999, 'en')).toBe('999');
});

test('English grouping is that of the platform', () => {
  fc.assert(
    fc.property(fc.integer(), (n) => {
      expect(formatNumber(n, 'en')).toBe(n.toLocaleString('en-US'));
    }),
  );
});
