import { type Language, type Words, say } from '../language/language.ts';
import type { Problem, ProblemCode } from './read-answers.ts';

export const problemWords = {
  nothing_told: {
    en: 'Please choose what happened, or write a few words. One of them is enough.',
    km: 'សូមជ្រើសរើសអ្វីដែលបានកើតឡើង ឬសរសេរពីរបីពាក្យ។ មួយណាក៏គ្រប់គ្រាន់។',
  },
  too_long: {
    en: 'This is longer than we can take. Please shorten it to {max} characters. Nothing you wrote is lost.',
    km: 'អត្ថបទនេះវែងពេក។ សូមបំព្រួញឱ្យនៅត្រឹម {max} តួអក្សរ។ អ្វីដែលអ្នកបានសរសេរ មិនបាត់ទេ។',
  },
  unknown_choice: {
    en: 'One of these choices is not on the list. Please choose again.',
    km: 'មានជម្រើសមួយមិនមានក្នុងបញ្ជី។ សូមជ្រើសរើសម្តងទៀត។',
  },
  one_only: { en: 'Please choose one answer here.', km: 'សូមជ្រើសរើសចម្លើយតែមួយ។' },
  unknown_team: {
    en: 'This team no longer takes reports. Please choose another one.',
    km: 'ក្រុមនេះលែងទទួលរបាយការណ៍ហើយ។ សូមជ្រើសរើសក្រុមផ្សេង។',
  },
  nobody_left: {
    en: 'Nobody would be left to read this. Please untick someone, or choose another team.',
    km: 'នឹងគ្មាននរណាអាចអានរឿងនេះទេ។ សូមដោះធីកអ្នកណាម្នាក់ ឬជ្រើសរើសក្រុមផ្សេង។',
  },
  not_text: { en: 'A file cannot be taken here. Please write instead.', km: 'ទីនេះមិនអាចទទួលឯកសារបានទេ។ សូមសរសេរវិញ។' },
} as const satisfies Readonly<Record<ProblemCode, Words>>;

export function sayProblem(problem: Problem, language: Language): string {
  const words: Words = problemWords[problem.code];
  return problem.max === undefined ? say(words, language) : say(words, language, { max: problem.max });
}
