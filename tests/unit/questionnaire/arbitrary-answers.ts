import type { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import { SHAPE, isContactQuestion } from '@romduol/shared/questionnaire/shape';
import fc from 'fast-check';

/** Text such as people type: Khmer, Latin, emoji, broken lines, in the normal form that a report keeps. */
const text = (max: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.constantFrom('ខ្ញុំ', 'ត្រូវគេ', 'វាយ', '\u200b', '។', ' ', '\n', 'é', 'e\u0301', '😀', 'A', '<b>', '"', '០១២'),
      { minLength: 1, maxLength: Math.min(max, 40) },
    )
    .map((parts) => [...parts.join('').normalize('NFC')].slice(0, max).join(''))
    .filter((one) => /[^\s\u200b]/.test(one));

const answered: Record<string, fc.Arbitrary<unknown>> = {};
const contacts: Record<string, fc.Arbitrary<unknown>> = {};
for (const shape of SHAPE) {
  const into = isContactQuestion(shape.id) ? contacts : answered;
  if (shape.kind === 'text') into[shape.id] = text(shape.max);
  else if (shape.kind === 'one') into[shape.id] = fc.constantFrom(...shape.codes);
  else if (shape.kind === 'many') into[shape.id] = fc.subarray([...shape.codes] as string[], { minLength: 1 });
  else if (shape.kind === 'members')
    into[shape.id] = fc.uniqueArray(fc.uuid({ version: 4 }), { minLength: 1, maxLength: 5 });
  else into[shape.id] = fc.constantFrom('any', 'siem-reap', 'phnom-penh-2');
}

/** Answers with any questions skipped but the one thing that a report needs. */
export const arbitraryAnswers = fc
  .record(answered, { requiredKeys: [] })
  .filter((given) => 'narrative' in given || 'categories' in given)
  .map((given) => ({ codebook: 1, ...given }) as Answers);

export const arbitraryContact = fc.record(contacts, { requiredKeys: [] }).map((given) => given as ContactAnswers);
