import { CODEBOOK } from '@romduol/shared/codebook/index';
import { codesOf } from '@romduol/shared/codebook/code-list';
import { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import { problemWords, sayProblem } from '@romduol/shared/questionnaire/problem-words';
import { anyTeamLabel, questionHints, questionLabels } from '@romduol/shared/questionnaire/question-words';
import { QUESTIONS } from '@romduol/shared/questionnaire/questions';
import { SECTIONS, confidentialityLimits, sectionMessages } from '@romduol/shared/questionnaire/sections';
import { CONTACT_QUESTIONS, SHAPE } from '@romduol/shared/questionnaire/shape';
import { describe, expect, test } from 'vitest';
import { expectBilingual, wordsIn } from '../language/bilingual.ts';

const ids = SHAPE.map(({ id }) => id);

test('every text of the page is in English and in Khmer', () => {
  const all = { questionLabels, questionHints, anyTeamLabel, SECTIONS, sectionMessages, problemWords, QUESTIONS };
  const found = [...wordsIn(all, 'page')];
  expect(found.length).toBeGreaterThan(200);
  for (const [where, words] of found) expectBilingual(words, where);
});

describe('the page', () => {
  test('asks every question once, in one order', () => {
    expect(SECTIONS.flatMap(({ questions }) => questions)).toEqual(ids);
    expect(Object.keys(QUESTIONS)).toEqual(ids);
  });

  test('puts safety first, and the limits of confidentiality before narrative and age', () => {
    expect(SECTIONS[0]?.questions[0]).toBe('safe_now');
    const limits = SECTIONS.findIndex(({ notice }) => notice === confidentialityLimits);
    const holding = (id: string): number => SECTIONS.findIndex(({ questions }) => questions.some((one) => one === id));
    expect(limits).toBeGreaterThanOrEqual(0);
    expect(limits).toBeLessThanOrEqual(holding('narrative'));
    expect(limits).toBeLessThan(holding('age'));
    expect(SECTIONS[holding('age')]?.notice).toBeDefined();
  });

  test('offers each choice with the label of its code', () => {
    const { province } = QUESTIONS;
    if (province.kind !== 'one') throw new Error('a province is one choice');
    expect(province.choices.map(({ code }) => code)).toEqual(codesOf(CODEBOOK.province_answer));
    expect(province.choices[11]?.label).toEqual({ en: 'Phnom Penh', km: 'ភ្នំពេញ' });
  });

  test('offers the safest reply and any team first', () => {
    const { contact_mode: mode, consent_statistics: consent } = QUESTIONS;
    expect('choices' in mode && mode.choices[0]?.code).toBe('receipt_only');
    expect('choices' in consent && consent.choices.map(({ code }) => code)).toEqual(['yes', 'no']);
  });
});

test('what is sealed has a place for every question and nothing else', () => {
  const contact: readonly string[] = CONTACT_QUESTIONS;
  expect(Object.keys(ContactAnswers.shape)).toEqual(contact);
  expect(Object.keys(Answers.shape)).toEqual(['codebook', ...ids.filter((id) => !contact.includes(id))]);
});

test('a problem says its limit in the reader’s digits', () => {
  const problem = { question: 'narrative', code: 'too_long', max: 5000 } as const;
  expect(sayProblem(problem, 'en')).toContain('5,000');
  expect(sayProblem(problem, 'km')).toContain('៥.០០០');
});
