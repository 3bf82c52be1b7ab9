import { type Words, defineMessages } from '@romduol/shared/language/language';

/**
 * The Declaration of Family Relationship: what to know and to bring. A sample, to be confirmed with counsel and gone over by
 * a native speaker.
 */
export const declarationWords = defineMessages({
  title: { en: 'Declaration of Family Relationship', km: 'សេចក្តីថ្លែងទំនាក់ទំនងគ្រួសារ' },
  what: {
    en: 'A contract between two people who live as a family, which commune authorities can witness. It is no marriage; it helps in hospitals, with property and with children. A lawyer helps to write it, the commune witnesses it: offer one referral for Legal help and one for Documents.',
    km: 'ជាកិច្ចសន្យារវាងមនុស្សពីរនាក់ដែលរស់នៅជាគ្រួសារ ដែលអាជ្ញាធរឃុំ សង្កាត់អាចធ្វើជាសាក្សី។ វាមិនមែនជាអាពាហ៍ពិពាហ៍ទេ តែជួយពេលនៅមន្ទីរពេទ្យ ក្នុងរឿងទ្រព្យសម្បត្តិ និងកូន។ មេធាវីជួយសរសេរ ហើយឃុំ សង្កាត់ធ្វើជាសាក្សី៖ សូមផ្តល់ជម្រើសបញ្ជូនមួយសម្រាប់ជំនួយផ្នែកច្បាប់ និងមួយសម្រាប់ឯកសារ។',
  },
  none: {
    en: 'We keep no list of couples. This sheet holds no name; the two of them keep the declaration.',
    km: 'យើងមិនរក្សាបញ្ជីគូស្នេហ៍ទេ។ សន្លឹកនេះគ្មានឈ្មោះទេ ហើយសេចក្តីថ្លែងនៅជាមួយអ្នកទាំងពីរ។',
  },
  bring: { en: 'Checklist', km: 'បញ្ជីត្រួតពិនិត្យ' },
  print: { en: 'Print the checklist', km: 'បោះពុម្ពបញ្ជីត្រួតពិនិត្យ' },
});

export const declarationSteps: readonly Words[] = [
  {
    en: 'Both want it freely, and know that they can refuse or stop.',
    km: 'ទាំងពីរនាក់ចង់បានដោយសេរី ហើយដឹងថាអាចបដិសេធ ឬឈប់បាន។',
  },
  {
    en: 'It is safe that the commune learns of them: who works there, who lives next door?',
    km: 'មានសុវត្ថិភាពដែលឃុំ សង្កាត់ដឹងអំពីពួកគេ៖ អ្នកណាធ្វើការនៅទីនោះ អ្នកណានៅជិតខាង?',
  },
  { en: 'Identity papers of both, or what they have instead.', km: 'អត្តសញ្ញាណប័ណ្ណទាំងពីរនាក់ ឬឯកសារជំនួស។' },
  { en: 'Family books or residence books, where there are any.', km: 'សៀវភៅគ្រួសារ ឬសៀវភៅស្នាក់នៅ បើមាន។' },
  {
    en: 'What it is to say: home, money, property, children, care in illness, what happens when one dies.',
    km: 'អ្វីដែលត្រូវសរសេរ៖ ទីលំនៅ ប្រាក់កាស ទ្រព្យសម្បត្តិ កូន ការថែទាំពេលឈឺ និងពេលម្នាក់ស្លាប់។',
  },
  { en: 'A lawyer has read it with both of them.', km: 'មេធាវីបានអានជាមួយអ្នកទាំងពីរ។' },
  { en: 'Two witnesses whom both trust.', km: 'សាក្សីពីរនាក់ដែលទាំងពីរទុកចិត្ត។' },
  { en: 'Two copies or more, one for each.', km: 'ច្បាប់ចម្លងពីរ ឬច្រើនជាងនេះ ម្នាក់មួយច្បាប់។' },
  {
    en: 'Thumbprints or signatures before the commune, and its stamp.',
    km: 'ស្នាមមេដៃ ឬហត្ថលេខា នៅមុខឃុំ សង្កាត់ និងត្រារបស់ឃុំ សង្កាត់។',
  },
  { en: 'A safe place for the papers.', km: 'កន្លែងមានសុវត្ថិភាពសម្រាប់ទុកឯកសារ។' },
];
