import { defineMessages } from '@romduol/shared/language/language';

export const statisticsWords = defineMessages({
  heading: { en: 'Published figures', km: 'តួលេខដែលបានផ្សព្វផ្សាយ' },
  lead: {
    en: 'What people told us, counted so that nobody can be recognised. Only those who said yes are counted.',
    km: 'អ្វីដែលមនុស្សបានប្រាប់យើង ត្រូវបានរាប់ដោយមិនឱ្យនរណាម្នាក់អាចត្រូវគេស្គាល់។ យើងរាប់តែអ្នកដែលបានយល់ព្រមប៉ុណ្ណោះ។',
  },
  none: {
    en: 'Nothing has been published yet. A period is published eight weeks after its end at the earliest.',
    km: 'មិនទាន់មានអ្វីត្រូវបានផ្សព្វផ្សាយនៅឡើយទេ។ រយៈពេលនីមួយៗអាចផ្សព្វផ្សាយបានយ៉ាងលឿនប្រាំបីសប្តាហ៍ក្រោយពេលវាចប់។',
  },
  incident: { en: 'Reports received', km: 'របាយការណ៍ដែលបានទទួល' },
  outcome: { en: 'What became of cases', km: 'លទ្ធផលនៃសំណុំរឿង' },
  total: { en: '{total} in all, from {from} to {to}', km: 'សរុប {total} ចាប់ពី{from} ដល់{to}' },
  whole: { en: 'All tables of this period', km: 'តារាងទាំងអស់នៃរយៈពេលនេះ' },
  all: { en: 'Everything published, newest first', km: 'អ្វីៗដែលបានផ្សព្វផ្សាយ ពីថ្មីទៅចាស់' },
  downloads: { en: 'Download', km: 'ទាញយក' },
  charts: { en: 'Each chart as a picture', km: 'គំនូសតាងនីមួយៗជារូបភាព' },
  rightsInFiles: {
    en: 'Every file says what to know of the figures, and which articles of the treaties and of the Constitution each code may be read under; counsel has not confirmed these yet.',
    km: 'ឯកសារនីមួយៗប្រាប់អ្វីដែលត្រូវដឹងអំពីតួលេខ និងមាត្រានៃសន្ធិសញ្ញា និងរដ្ឋធម្មនុញ្ញ ដែលអាចពាក់ព័ន្ធនឹងកូដនីមួយៗ។ មេធាវីមិនទាន់បានបញ្ជាក់មាត្រាទាំងនេះនៅឡើយទេ។',
  },
  more: { en: 'More figures', km: 'តួលេខផ្សេងទៀត' },
  overTime: { en: 'These figures over time', km: 'តួលេខទាំងនេះតាមពេលវេលា' },
  sumOf: { en: 'Sum: {what}', km: 'ផលបូក៖ {what}' },
  sums: { en: 'Sums and lines over time', km: 'ផលបូក និងការប្រែប្រួលតាមពេលវេលា' },
  year: { en: 'year {year}', km: 'ឆ្នាំ{year}' },
  tick: { en: '{year} Q{quarter}', km: 'ត្រីមាស {quarter} {year}' },
  totalLine: { en: 'All', km: 'សរុប' },
  change: { en: 'Change', km: 'ការប្រែប្រួល' },
  compared: {
    en: 'Compared: {after} with {before}.',
    km: 'ប្រៀបធៀប៖ {after} ជាមួយ {before}។',
  },
  rule: {
    en: '“Rose” or “fell” stands only where rounding and chance do not explain the difference; about 1 such mark in 20 is still chance, more if reports cluster.',
    km: 'ពាក្យ «កើនឡើង» ឬ «ថយចុះ» ប្រើតែពេលដែលការបង្គត់ និងភាពចៃដន្យមិនអាចពន្យល់ភាពខុសគ្នាបាន។ ប្រហែល ១ ក្នុងចំណោម ២០ នៅតែជារឿងចៃដន្យ ហើយច្រើនជាងនេះ បើរបាយការណ៍មកជាក្រុម។',
  },
  notComparable: {
    en: 'No two of these releases are of periods that can be compared yet, so nothing is said of a change.',
    km: 'មិនទាន់មានរយៈពេលពីរដែលអាចប្រៀបធៀបគ្នាបានទេ ដូច្នេះយើងមិននិយាយអំពីការប្រែប្រួលទេ។',
  },
  onlyOne: {
    en: 'Only one period has been published. With the next, a line is drawn here.',
    km: 'ទើបតែផ្សព្វផ្សាយបានរយៈពេលមួយប៉ុណ្ណោះ។ ពេលមានរយៈពេលបន្ទាប់ បន្ទាត់នឹងត្រូវគូសនៅទីនេះ។',
  },
  back: { en: 'All published figures', km: 'តួលេខទាំងអស់ដែលបានផ្សព្វផ្សាយ' },
  withheld: { en: 'Not published', km: 'មិនបានផ្សព្វផ្សាយ' },
  instead: { en: 'Instead: {tables}.', km: 'ជំនួសដោយ៖ {tables}។' },
  notSummed: {
    en: 'Not all of these releases have this table.',
    km: 'មិនមែនការផ្សព្វផ្សាយទាំងអស់នេះសុទ្ធតែមានតារាងនេះទេ។',
  },
  published: { en: 'Published on {day}.', km: 'បានផ្សព្វផ្សាយនៅ{day}។' },
  cite: { en: 'To cite', km: 'សម្រាប់យោង' },
  citation: {
    en: '{organisation}: {kind}, {quarter}. Release {number}, {day}. Fingerprint',
    km: '{organisation}៖ {kind} {quarter}។ ការផ្សព្វផ្សាយលើកទី {number} {day}។ លេខសម្គាល់',
  },
  address: { en: 'Address:', km: 'អាសយដ្ឋាន៖' },
  stays: {
    en: 'This address and these figures stay as they are.',
    km: 'អាសយដ្ឋាន និងតួលេខនេះនឹងមិនផ្លាស់ប្តូរទេ។',
  },
  grows: {
    en: 'A sum grows when more is published: cite the releases it is made of.',
    km: 'ផលបូកកើនឡើង ពេលមានការផ្សព្វផ្សាយថ្មី៖ សូមយោងទៅការផ្សព្វផ្សាយដែលវាផ្សំឡើង។',
  },
});

/** What each kind of file is good for; its name in Latin letters stands beside it. */
export const formatWords = defineMessages({
  csv: { en: 'All figures in one table', km: 'តួលេខទាំងអស់ក្នុងតារាងតែមួយ' },
  'hxl.csv': { en: 'The same, with tags for humanitarian data', km: 'ដូចគ្នា មានស្លាកសម្រាប់ទិន្នន័យមនុស្សធម៌' },
  xlsx: { en: 'Spreadsheet, a sheet a table', km: 'សៀវភៅតារាង សន្លឹកមួយក្នុងមួយតារាង' },
  json: { en: 'For statistical programs', km: 'សម្រាប់កម្មវិធីស្ថិតិ' },
  zip: {
    en: 'Everything in one package, with the signed files',
    km: 'អ្វីៗទាំងអស់ក្នុងកញ្ចប់តែមួយ រួមទាំងឯកសារដែលបានចុះហត្ថលេខា',
  },
  html: { en: 'Report to print', km: 'របាយការណ៍សម្រាប់បោះពុម្ព' },
});
