import { ERROR_CODES } from '@romduol/shared/api/contract';
import { errorWords, sayError } from '@romduol/shared/language/errors';
import { defineMessages, isLanguage, say } from '@romduol/shared/language/language';
import { sealingErrorWords } from '@romduol/shared/language/sealing-errors';
import { describe, expect, test } from 'vitest';
import { expectBilingual, wordsIn } from './bilingual.ts';

const messages = defineMessages({
  due: { en: '{days} days left for {what}', km: 'នៅសល់ {days} ថ្ងៃសម្រាប់ {what}' },
  plain: { en: 'Nothing', km: 'គ្មាន' },
});

describe('say', () => {
  test('fills the places, numbers in the language’s own digits', () => {
    expect(say(messages.due, 'en', { days: 1200, what: 'a {days}' })).toBe('1,200 days left for a {days}');
    expect(say(messages.due, 'km', { days: 12, what: 'x' })).toBe('នៅសល់ ១២ ថ្ងៃសម្រាប់ x');
    expect(say(messages.plain, 'km')).toBe('គ្មាន');
  });

  test('is told by the compiler which values a message takes', () => {
    // @ts-expect-error a value is missing
    expect(say(messages.due, 'en', { days: 3 })).toContain('{what}');
    // @ts-expect-error this message has no places
    expect(say(messages.plain, 'en', { days: 3 })).toBe('Nothing');
  });
});

test('only the two languages are languages', () => {
  expect(['en', 'km', 'fr', '', null, 1].map(isLanguage)).toEqual([true, true, false, false, false, false]);
});

describe('errors', () => {
  test('every refusal of the API and of the sealing is said in both languages', () => {
    expect(Object.keys(errorWords).toSorted()).toEqual(Object.keys(ERROR_CODES).toSorted());
    for (const [where, words] of wordsIn({ errorWords, sealingErrorWords }, 'errors')) expectBilingual(words, where);
  });

  test('an unknown one is shown as a code and a request, in both languages', () => {
    expect(sayError('moon_fell', 'en', 'r-17')).toBe('Something went wrong (moon_fell, r-17).');
    expect(sayError('toString', 'km', 'r-17')).toContain('(toString, r-17)');
    expect(sayError('sequence_taken', 'km')).toBe(errorWords.sequence_taken.km);
    expect(sayError('bad_receipt', 'en')).toBe(sealingErrorWords.bad_receipt.en);
  });
});
