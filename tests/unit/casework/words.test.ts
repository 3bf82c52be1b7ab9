import * as advice from '@romduol/shared/casework/advice-words';
import { CODING_PROBLEMS } from '@romduol/shared/casework/check-coding';
import { NEXT_STEPS } from '@romduol/shared/casework/next-step';
import { REFERRAL_ACTIONS, REFERRAL_STATES } from '@romduol/shared/casework/referral-moves';
import * as referralWords from '@romduol/shared/casework/referral-words';
import { CASE_STATES } from '@romduol/shared/casework/states';
import { TRIAGE_REASONS } from '@romduol/shared/casework/triage';
import * as words from '@romduol/shared/casework/words';
import { expect, test } from 'vitest';
import { expectBilingual, wordsIn } from '../language/bilingual.ts';

test('every state, step, reason and refusal is said in English and in Khmer', () => {
  const all = [...wordsIn({ ...words, ...referralWords, ...advice }, 'casework')];
  expect(all.length).toBeGreaterThan(140);
  for (const [where, pair] of all) expectBilingual(pair, where);
});

test('the words follow the lists they are for', () => {
  expect(Object.keys(words.stateWords)).toEqual([...CASE_STATES]);
  expect(Object.keys(words.nextStepWords)).toEqual([...NEXT_STEPS]);
  expect(Object.keys(referralWords.referralStateWords)).toEqual([...REFERRAL_STATES]);
  expect(Object.keys(referralWords.referralActionWords)).toEqual([...REFERRAL_ACTIONS]);
  expect(Object.keys(advice.triageReasonWords)).toEqual([...TRIAGE_REASONS]);
  expect(Object.keys(advice.codingProblemWords)).toEqual([...CODING_PROBLEMS]);
});
