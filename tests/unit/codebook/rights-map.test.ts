import { codesOf } from '@romduol/shared/codebook/code-list';
import { CODEBOOK } from '@romduol/shared/codebook/index';
import {
  INSTRUMENTS,
  MAPPED_LISTS,
  RIGHTS_STATUS,
  RIGHTS_VERSION,
  rightsOf,
  writeRights,
} from '@romduol/shared/codebook/rights-map';
import { describe, expect, test } from 'vitest';
import { expectBilingual } from '../language/bilingual.ts';

describe.each(MAPPED_LISTS)('%s', (list) => {
  const codes = codesOf(CODEBOOK[list]);

  test('every article is one that its instrument has, and none stands twice', () => {
    for (const code of codes) {
      for (const { instrument, articles } of rightsOf(list, code)) {
        expect(new Set(articles).size).toBe(articles.length);
        for (const article of articles) {
          expect(article, `${code} ${instrument}`).toMatch(/^[1-9]\d?(\(\d\))?(\([a-h]\))?$/);
          expect(Number.parseInt(article, 10)).toBeLessThanOrEqual(INSTRUMENTS[instrument].last);
        }
        const numbers = articles.map((article) => Number.parseInt(article, 10));
        expect(numbers, `${code} ${instrument}`).toEqual(numbers.toSorted((a, b) => a - b));
      }
    }
  });

  test('it is mapped: more than half of its codes are under some article, unless it is about age', () => {
    const mapped = codes.filter((code) => rightsOf(list, code).length > 0);
    expect(mapped.length).toBeGreaterThan(list === 'age_band' ? 0 : codes.length / 2);
  });
});

test('the lists that say what was done, where and by whom are mapped, and the sectors like the needs', () => {
  for (const list of ['incident_type', 'form', 'domain', 'authority_abuse', 'perpetrator_band', 'ground'] as const)
    expect(MAPPED_LISTS).toContain(list);
  expect(writeRights('outcome_sector', 'shelter')).toBe(writeRights('need', 'shelter'));
});

test('what says nothing about a right is under none', () => {
  for (const [list, code] of [
    ['incident_type', 'not_gbv'],
    ['form', 'none'],
    ['age_band', 'a25_34'],
    ['ground', 'pns'],
    ['no_such_list', 'rape'],
    ['incident_type', 'constructor'],
    ['incident_type', 'no_such_code'],
  ] as const)
    expect(writeRights(list, code)).toBe('');
});

test('articles are written as they are cited, instruments in one order', () => {
  expect(writeRights('incident_type', 'forced_marriage')).toBe(
    'CEDAW 16(1)(b), 16(2); ICCPR 23(3); ICESCR 10(1); CRC 19, 24(3); KH 45',
  );
});

test('the map has a version, says that counsel has not confirmed it, and names instruments in both languages', () => {
  expect(RIGHTS_VERSION).toBeGreaterThanOrEqual(1);
  expect(RIGHTS_STATUS.en).toContain('Awaiting confirmation by counsel');
  for (const words of [RIGHTS_STATUS, ...Object.values(INSTRUMENTS)]) expectBilingual(words, 'rights');
});
