import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODEBOOK } from '@romduol/shared/codebook/index';
import { widthInEm, wrapLabel } from '@romduol/web/charts/wrap-label';

test('lines break at spaces', () => {
  expect(wrapLabel('Denial of resources, opportunities or services', 17.5)).toEqual([
    'Denial of resources,',
    'opportunities or services',
  ]);
  expect(wrapLabel('Rape', 17.5)).toEqual(['Rape']);
  expect(wrapLabel('', 17.5)).toEqual(['']);
});

test('a Khmer run without a space breaks between clusters, never within one', () => {
  const text = 'ការបំពានតាមអនឡាញឬគេប្រាប់អ្នកដទៃអំពីខ្ញុំដោយខ្ញុំមិនយល់ព្រម';
  const lines = wrapLabel(text, 10);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join('')).toBe(text);
  // No line begins with a vowel, a sign or a subscript, nor ends with what calls for one.
  for (const line of lines) expect(line).not.toMatch(/^[\u17B4-\u17D3]|\u17D2$/u);
});

test('a Khmer cluster counts once, with all that is stacked on it', () => {
  expect(widthInEm('ស្ត្រី')).toBeCloseTo(widthInEm('ស'));
  expect(widthInEm('ខ្ញុំ')).toBeCloseTo(widthInEm('ក'));
});

test('every label of the codebook fits its lines and keeps its words', () => {
  for (const { codes } of Object.values(CODEBOOK)) {
    for (const { en, km } of codes) {
      for (const label of [en, km]) {
        const lines = wrapLabel(label, 17.5);
        expect(lines.join(' ').replaceAll(' ', '')).toBe(label.replaceAll(' ', ''));
        for (const line of lines) expect(widthInEm(line)).toBeLessThanOrEqual(17.5);
      }
    }
  }
});

test('no text is lost, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, em) => {
      expect(wrapLabel(text, em).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
