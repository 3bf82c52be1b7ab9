import type { FileProblem } from '@romduol/shared/casework/directory-csv';
import type { ImportProblem } from '@romduol/shared/casework/directory-row';
import { type Words, defineMessages } from '@romduol/shared/language/language';

/** Keeping the directory: verification rounds, what it covers, and the table of it. */
export const directoryWorkWords = defineMessages({
  round: { en: 'Verify', km: 'ផ្ទៀងផ្ទាត់' },
  roundTitle: { en: 'Verification round', km: 'ការផ្ទៀងផ្ទាត់' },
  roundHint: {
    en: 'Ask each whether this still holds, without saying why you ask. One key says so: V still right, E to change, N next.',
    km: 'សូមសួរស្ថាប័ននីមួយៗថាព័ត៌មាននេះនៅត្រឹមត្រូវឬទេ ដោយមិនប្រាប់មូលហេតុ។ ប្រើគ្រាប់ចុចតែមួយ៖ V នៅត្រឹមត្រូវ, E កែប្រែ, N បន្ទាប់។',
  },
  left: { en: '{count} to verify', km: 'នៅសល់ {count} ត្រូវផ្ទៀងផ្ទាត់' },
  roundDone: { en: 'Everything is verified.', km: 'បានផ្ទៀងផ្ទាត់ទាំងអស់។' },
  stillRight: { en: 'Still right', km: 'នៅត្រឹមត្រូវ' },
  change: { en: 'Change it', km: 'កែប្រែ' },
  next: { en: 'Next', km: 'បន្ទាប់' },
  coverage: { en: 'Gaps', km: 'កន្លែងខ្វះខាត' },
  coverageTitle: { en: 'Where help is missing', km: 'កន្លែងណាខ្វះជំនួយ' },
  coverageHint: {
    en: 'How many entries each province has that are verified, friendly, agreed to be listed and in use. This is for your own planning and is not published.',
    km: 'ចំនួនស្ថាប័នក្នុងខេត្តនីមួយៗ ដែលបានផ្ទៀងផ្ទាត់ រួសរាយរាក់ទាក់ យល់ព្រមឱ្យដាក់ក្នុងបញ្ជី និងកំពុងប្រើ។ សម្រាប់ការរៀបចំផ្ទៃក្នុងប៉ុណ្ណោះ មិនផ្សព្វផ្សាយទេ។',
  },
  gaps: { en: 'Nobody for this in: {provinces}', km: 'គ្មានអ្នកណាសម្រាប់ជំនួយនេះនៅ៖ {provinces}' },
  noGaps: { en: 'Every province has somebody for this.', km: 'គ្រប់ខេត្តមានអ្នកផ្តល់ជំនួយនេះ។' },
  overview: { en: 'Referrals', km: 'ការបញ្ជូន' },
  overviewTitle: { en: 'What became of referrals', km: 'លទ្ធផលនៃការបញ្ជូន' },
  internal: {
    en: 'Internal: true figures of the cases that you can open. Do not copy or publish them: small figures point at people. What may be published stands under Figures.',
    km: 'ផ្ទៃក្នុង៖ តួលេខពិតនៃករណីដែលអ្នកអាចបើក។ កុំចម្លង ឬផ្សព្វផ្សាយ៖ តួលេខតូចអាចបង្ហាញថាជានរណា។ អ្វីដែលអាចផ្សព្វផ្សាយ មាននៅក្រោម «តួលេខ»។',
  },
  readingCases: { en: 'Opening the summaries of the cases…', km: 'កំពុងបើកសេចក្តីសង្ខេបនៃករណី…' },
  noReferrals: { en: 'There is no referral yet.', km: 'មិនទាន់មានការបញ្ជូនទេ។' },
  bySector: { en: 'By kind of help', km: 'តាមប្រភេទជំនួយ' },
  byAuthority: { en: 'By kind of authority or service', km: 'តាមប្រភេទអាជ្ញាធរ ឬសេវា' },
  byRecipient: { en: 'By authority or service', km: 'តាមអាជ្ញាធរ ឬសេវានីមួយៗ' },
  needGaps: { en: 'What was needed and found nobody', km: 'ជំនួយដែលត្រូវការ តែរកអ្នកផ្តល់មិនបាន' },
  needGapsHint: {
    en: 'Cases, by kind of help and by the province of the report. Where the survivor said no, or an answer is still awaited, there is no gap.',
    km: 'ចំនួនករណី តាមប្រភេទជំនួយ និងខេត្តក្នុងរបាយការណ៍។ បើអ្នករងគ្រោះមិនយល់ព្រម ឬកំពុងរង់ចាំចម្លើយ មិនរាប់ជាកន្លែងខ្វះខាតទេ។',
  },
  noNeedGaps: { en: 'Nothing so far: all that was needed found somebody.', km: 'មិនទាន់មានទេ៖ គ្រប់ជំនួយដែលត្រូវការ មានអ្នកផ្តល់។' },
  needed: { en: 'Needed', km: 'ត្រូវការ' },
  nobodyTook: { en: 'Asked, but nobody took it on or gave it', km: 'បានស្នើ តែគ្មានអ្នកទទួល ឬផ្តល់' },
  nobodyThere: { en: 'Nobody in the directory', km: 'គ្មានក្នុងបញ្ជីសេវា' },
  noProvince: { en: 'No province named', km: 'មិនបានប្រាប់ខេត្ត' },
  sameAsCoded: {
    en: 'Kind of help, stage, refusal, barriers and training are the same that are proposed for the coded record when a case is closed.',
    km: 'ប្រភេទជំនួយ ដំណាក់កាល ការបដិសេធ ឧបសគ្គ និងកម្រិតបណ្តុះបណ្តាល គឺដូចគ្នានឹងអ្វីដែលស្នើសម្រាប់កំណត់ត្រាដាក់កូដ ពេលបិទករណី។',
  },
  unknownType: { en: 'No longer in the directory', km: 'លែងមានក្នុងបញ្ជីសេវា' },
  refusals: { en: 'Why they refused', km: 'មូលហេតុនៃការបដិសេធ' },
  barriers: { en: 'What stood in the way', km: 'ឧបសគ្គ' },
  nothingYet: { en: 'Nothing so far.', km: 'មិនទាន់មានទេ។' },
  kind: { en: 'Kind', km: 'ប្រភេទ' },
  table: { en: 'Table', km: 'តារាង' },
  tableTitle: { en: 'The directory as a table', km: 'បញ្ជីសេវាជាតារាង' },
  saveTable: { en: 'Save the table', km: 'រក្សាទុកតារាង' },
  saveHint: {
    en: 'The file is not sealed: it names people who help. Keep it where only members look, and delete it afterwards.',
    km: 'ឯកសារនេះមិនបានបិទត្រាទេ៖ វាមានឈ្មោះអ្នកដែលជួយ។ សូមទុកវានៅកន្លែងដែលមានតែសមាជិកមើល ហើយលុបវាចោលក្រោយប្រើ។',
  },
  open: { en: 'Read a table', km: 'អានតារាង' },
  openHint: {
    en: 'Nothing is changed before you have seen what would change. A table with a faulty row is not taken at all.',
    km: 'គ្មានអ្វីត្រូវបានផ្លាស់ប្តូរមុនពេលអ្នកបានឃើញអ្វីដែលនឹងប្តូរទេ។ តារាងដែលមានជួរខុស មិនត្រូវបានយកទាល់តែសោះ។',
  },
  problems: {
    en: '{count} faults. Mend them in the table and read it again.',
    km: 'មានកំហុស {count}។ សូមកែក្នុងតារាង ហើយអានម្តងទៀត។',
  },
  inRow: { en: 'Row {row}, {column}: {what}', km: 'ជួរ {row}, {column}៖ {what}' },
  ofRow: { en: 'Row {row}: {what}', km: 'ជួរ {row}៖ {what}' },
  preview: { en: '{added} new, {changed} changed, {same} as before', km: 'ថ្មី {added} កែប្រែ {changed} ដូចមុន {same}' },
  added: { en: 'new', km: 'ថ្មី' },
  changes: { en: 'changed: {columns}', km: 'កែប្រែ៖ {columns}' },
  take: { en: 'Seal and save all of it', km: 'បិទត្រា និងរក្សាទុកទាំងអស់' },
  nothingNew: { en: 'The table says what the directory says.', km: 'តារាងនេះដូចបញ្ជីសេវាស្រាប់។' },
  taken: { en: 'All of it was saved.', km: 'បានរក្សាទុកទាំងអស់។' },
});

export const fileProblemWords: Readonly<Record<FileProblem, Words>> = {
  not_a_table: {
    en: 'This file is no CSV table in UTF-8.',
    km: 'ឯកសារនេះមិនមែនជាតារាង CSV ក្នុងទម្រង់ UTF-8 ទេ។',
  },
  columns_missing: {
    en: 'Columns are missing. Save the table first and keep its heading.',
    km: 'ខ្វះជួរឈរ។ សូមរក្សាទុកតារាងសិន ហើយទុកក្បាលតារាងដដែល។',
  },
  too_many: { en: 'This is more than 5,000 rows.', km: 'មានលើសពី ៥.០០០ ជួរ។' },
  empty: { en: 'There is no row in this table.', km: 'គ្មានជួរក្នុងតារាងនេះទេ។' },
};

export const importProblemWords: Readonly<Record<ImportProblem['code'], Words>> = {
  missing: { en: 'this is needed', km: 'ត្រូវតែមាន' },
  unknown_code: { en: 'not a code of this list', km: 'មិនមែនជាកូដក្នុងបញ្ជីនេះ' },
  too_long: { en: 'too long', km: 'វែងពេក' },
  not_a_day: { en: 'not a day like 2026-01-31', km: 'មិនមែនជាថ្ងៃដូច 2026-01-31' },
  future_day: { en: 'a day in the future', km: 'ជាថ្ងៃអនាគត' },
  not_yes_or_no: { en: 'neither yes nor no', km: 'មិនមែន yes ឬ no' },
  no_name: { en: 'a name in one language is needed', km: 'ត្រូវការឈ្មោះយ៉ាងតិចជាភាសាមួយ' },
  name_without_role: { en: 'a name needs the office it goes with', km: 'ឈ្មោះត្រូវមានតួនាទីជាមួយ' },
  not_an_id: { en: 'not an id: leave it empty for a new entry', km: 'មិនមែនជាលេខសម្គាល់៖ ទុកទទេសម្រាប់ស្ថាប័នថ្មី' },
  id_twice: { en: 'the same entry stands in an earlier row', km: 'ស្ថាប័ននេះមានក្នុងជួរមុនរួចហើយ' },
  cells_differ: { en: 'more or fewer cells than the heading', km: 'ចំនួនក្រឡាមិនដូចក្បាលតារាង' },
};
