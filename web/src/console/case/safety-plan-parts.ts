import type { PlanPart, SafetyPlan } from '@romduol/shared/casework/safety-plan';
import { formatDay } from '@romduol/shared/language/dates';
import { type Language, type Words, say } from '@romduol/shared/language/language';

/** The parts in the order in which they are talked through. */
export const SAFETY_PARTS: readonly { readonly part: PlanPart; readonly label: Words; readonly hint: Words }[] = [
  {
    part: 'risks',
    label: { en: 'Risks', km: 'ហានិភ័យ' },
    hint: { en: 'What may happen, when and where it is worst', km: 'អ្វីដែលអាចកើតឡើង ពេលណា និងកន្លែងណាគ្រោះថ្នាក់ជាងគេ' },
  },
  {
    part: 'warningSigns',
    label: { en: 'Warning signs', km: 'សញ្ញាព្រមាន' },
    hint: { en: 'How they notice that it begins', km: 'របៀបដែលគាត់ដឹងថាវាចាប់ផ្តើម' },
  },
  {
    part: 'safePeople',
    label: { en: 'Safe people', km: 'មនុស្សដែលទុកចិត្តបាន' },
    hint: { en: 'Who can be called, by day and by night', km: 'អ្នកដែលអាចទូរស័ព្ទបាន ទាំងថ្ងៃទាំងយប់' },
  },
  {
    part: 'safePlaces',
    label: { en: 'Safe places', km: 'កន្លែងមានសុវត្ថិភាព' },
    hint: { en: 'Where to go, and the way there', km: 'កន្លែងដែលត្រូវទៅ និងផ្លូវទៅទីនោះ' },
  },
  {
    part: 'transport',
    label: { en: 'Transport', km: 'មធ្យោបាយធ្វើដំណើរ' },
    hint: { en: 'How to leave, also at night', km: 'របៀបចាកចេញ ទោះនៅពេលយប់' },
  },
  {
    part: 'moneyAndDocuments',
    label: { en: 'Money and documents', km: 'ប្រាក់ និងឯកសារ' },
    hint: { en: 'What to take along, and where it lies', km: 'អ្វីដែលត្រូវយកទៅ និងកន្លែងទុក' },
  },
  {
    part: 'dependants',
    label: { en: 'Dependants', km: 'អ្នកក្នុងបន្ទុក' },
    hint: { en: 'Children, parents, animals', km: 'កូន ឪពុកម្តាយ សត្វចិញ្ចឹម' },
  },
  {
    part: 'phoneSafety',
    label: { en: 'Phone', km: 'ទូរស័ព្ទ' },
    hint: { en: 'Who else reads it, what to clear, a second number', km: 'អ្នកផ្សេងដែលអាចមើលបាន អ្វីដែលត្រូវលុប លេខទីពីរ' },
  },
  {
    part: 'codeWord',
    label: { en: 'Code word', km: 'ពាក្យសម្ងាត់' },
    hint: { en: 'A word that asks for help without saying so', km: 'ពាក្យមួយដែលមានន័យថាសុំជំនួយ ដោយមិនបាច់និយាយចំ' },
  },
  {
    part: 'selfHarm',
    label: { en: 'Thoughts of self-harm', km: 'គំនិតធ្វើបាបខ្លួនឯង' },
    hint: { en: 'What has helped, whom to call then', km: 'អ្វីដែលធ្លាប់ជួយ និងអ្នកដែលត្រូវហៅពេលនោះ' },
  },
];

const reviewOn = { en: 'Review on {day}', km: 'ពិនិត្យឡើងវិញ{day}' } as const;

/** The plan as one text, part by part. */
export function tellSafetyPlan(plan: SafetyPlan, language: Language): string {
  const parts = SAFETY_PARTS.flatMap(({ part, label }) => (plan[part] ? [`${label[language]}\n${plan[part]}`] : []));
  if (plan.reviewDay !== undefined) parts.push(say(reviewOn, language, { day: formatDay(plan.reviewDay, language) }));
  return parts.join('\n\n');
}
