import type { SumErrorCode } from '@romduol/shared/statistics/figures';
import { type Words, defineMessages } from '@romduol/shared/language/language';

export const workspaceWords = defineMessages({
  periods: { en: '1. Periods', km: '១. រយៈពេល' },
  periodsHint: {
    en: 'Several of one kind are summed, with their possible differences.',
    km: 'រយៈពេលច្រើននៃប្រភេទតែមួយ ត្រូវបូកបញ្ចូលគ្នា រួមទាំងកម្រិតលម្អៀង។',
  },
  tables: { en: '2. Tables and charts', km: '២. តារាង និងគំនូសតាង' },
  allTables: { en: 'All', km: 'ទាំងអស់' },
  noTables: { en: 'None', km: 'គ្មាន' },
  languages: { en: '3. Languages of charts and report', km: '៣. ភាសានៃគំនូសតាង និងរបាយការណ៍' },
  english: { en: 'English', km: 'ភាសាអង់គ្លេស' },
  khmer: { en: 'Khmer', km: 'ភាសាខ្មែរ' },
  oneLanguage: { en: 'Choose at least one language.', km: 'សូមជ្រើសរើសភាសាយ៉ាងតិចមួយ។' },
  download: { en: '4. Download', km: '៤. ទាញយក' },
  chosen: {
    en: '{total} in all, from {from} to {to}; up to {error} off the truth.',
    km: 'សរុប {total} ចាប់ពី{from} ដល់{to}។ អាចខុសពីការពិតដល់ {error}។',
  },
  charts: { en: 'All charts as SVG', km: 'គំនូសតាងទាំងអស់ជា SVG' },
  pictures: { en: 'All charts as PNG', km: 'គំនូសតាងទាំងអស់ជា PNG' },
  making: { en: 'Making the files…', km: 'កំពុងបង្កើតឯកសារ…' },
  asSvg: { en: 'SVG, {language}', km: 'រូប SVG {language}' },
  asPng: { en: 'PNG, {language}', km: 'រូប PNG {language}' },
  everything: { en: 'All releases as one table (CSV)', km: 'ការផ្សព្វផ្សាយទាំងអស់ជាតារាងតែមួយ (CSV)' },
  notSummed: {
    en: 'Not in every chosen period, so not in the sum: {tables}',
    km: 'មិនមានក្នុងរយៈពេលដែលបានជ្រើសទាំងអស់ ដូច្នេះមិនមានក្នុងផលបូក៖ {tables}',
  },
  preview: { en: 'What will be in the files', km: 'អ្វីដែលនឹងមានក្នុងឯកសារ' },
});

/** Why chosen periods cannot be added; nothing chosen is no error but a beginning. */
export const sumWords: Readonly<Record<SumErrorCode, Words>> = {
  nothing: { en: 'Choose at least one period.', km: 'សូមជ្រើសរើសរយៈពេលយ៉ាងតិចមួយ។' },
  other_kind: {
    en: 'Incidents and outcomes count different things and cannot be added. Choose periods of one kind.',
    km: 'ហេតុការណ៍ និងលទ្ធផល រាប់របស់ផ្សេងគ្នា ហើយមិនអាចបូកបញ្ចូលគ្នាទេ។ សូមជ្រើសរើសរយៈពេលនៃប្រភេទតែមួយ។',
  },
  other_base: {
    en: 'These periods were rounded to different multiples and cannot be added.',
    km: 'រយៈពេលទាំងនេះត្រូវបានបង្គត់ទៅពហុគុណផ្សេងគ្នា ហើយមិនអាចបូកបញ្ចូលគ្នាទេ។',
  },
  other_codebook: {
    en: 'These periods were coded by different versions of the codebook and cannot be added.',
    km: 'រយៈពេលទាំងនេះបានដាក់កូដតាមសៀវភៅកូដកំណែផ្សេងគ្នា ហើយមិនអាចបូកបញ្ចូលគ្នាទេ។',
  },
  counted_twice: {
    en: 'One period is chosen twice.',
    km: 'រយៈពេលមួយត្រូវបានជ្រើសរើសពីរដង។',
  },
};
