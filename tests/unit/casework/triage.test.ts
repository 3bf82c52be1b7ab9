import { LEVELS, TRIAGE_REASONS, proposeLevel } from '@romduol/shared/casework/triage';
import type { Answers } from '@romduol/shared/questionnaire/answers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAnswers } from '../questionnaire/arbitrary-answers.ts';

const level = (answers: Omit<Answers, 'codebook'>) => proposeLevel({ codebook: 1, ...answers });

describe('same-day care is proposed', () => {
  test.each<[string, Omit<Answers, 'codebook'>]>([
    ['unsafe_now', { safe_now: 'no' }],
    ['sexual_within_72_hours', { categories: ['sexual'], when_band: 'h72' }],
    ['confinement', { categories: ['confined_or_cured'] }],
    ['confinement', { categories: ['confined_or_cured'], when_band: 'ongoing' }],
    ['under_18', { age: 'u15' }],
    ['under_18', { age: 'a15_17' }],
    ['suicide_words', { narrative: 'ខ្ញុំមិនចង់រស់ទៀតទេ' }],
    ['suicide_words', { narrative: 'I thought of killing myself.' }],
    ['suicide_words', { narrative: 'I want to end my life' }],
  ])('for %s', (reason, answers) => {
    const proposal = level(answers);
    expect(proposal.level).toBe('critical');
    expect(proposal.reasons).toContain(reason);
  });
});

test('what lies long back is not called an emergency', () => {
  expect(level({ categories: ['sexual'], when_band: 'y1_plus' })).toEqual({
    level: 'high',
    reasons: ['sexual_violence'],
  });
  expect(level({ categories: ['confined_or_cured'], when_band: 'y1_plus' })).toEqual({ level: 'low', reasons: [] });
  expect(level({ categories: ['physical'], when_band: 'y1_plus' })).toEqual({ level: 'medium', reasons: ['threats'] });
});

test('someone who wants to be heard, and no more, is answered within the week', () => {
  expect(level({ narrative: 'I was shouted at', needs: ['listen_only'] })).toEqual({ level: 'low', reasons: [] });
  expect(level({ narrative: 'I was shouted at', needs: ['legal'] })).toEqual({
    level: 'medium',
    reasons: ['wants_service'],
  });
});

test('money under threat is more than money', () => {
  expect(level({ categories: ['money_demanded'] }).level).toBe('medium');
  expect(level({ categories: ['money_demanded', 'online_or_outing'] }).reasons[0]).toBe('blackmail');
});

test('a level always has its reasons, the gravest first, and more answers never make a case less urgent', () => {
  const rank = (answers: Answers): number => LEVELS.indexOf(proposeLevel(answers).level);
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      const { level: proposed, reasons } = proposeLevel(answers);
      expect(reasons.length > 0).toBe(proposed !== 'low');
      expect(reasons).toEqual(TRIAGE_REASONS.filter((reason) => reasons.includes(reason)));
      expect(rank({ ...answers, safe_now: 'no' })).toBe(0);
      expect(rank({ ...answers, categories: [...(answers.categories ?? []), 'sexual'] })).toBeLessThanOrEqual(
        rank(answers),
      );
    }),
  );
});
