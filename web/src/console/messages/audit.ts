import type { Act } from '@romduol/shared/api/audit';
import { type Words, defineMessages } from '@romduol/shared/language/language';

export const auditWords = defineMessages({
  title: { en: 'Audit log', km: 'កំណត់ត្រាសវនកម្ម' },
  intro: {
    en: 'Who did what, by day. What was written or read is sealed and is not here. Nothing in this log can be changed or taken out.',
    km: 'អ្នកណាបានធ្វើអ្វី តាមថ្ងៃ។ អ្វីដែលបានសរសេរ ឬអាន ត្រូវបានបិទត្រា ហើយមិននៅទីនេះទេ។ គ្មានអ្វីក្នុងកំណត់ត្រានេះអាចកែ ឬដកចេញបានឡើយ។',
  },
  act: { en: 'Act', km: 'សកម្មភាព' },
  anyAct: { en: 'Every act', km: 'គ្រប់សកម្មភាព' },
  member: { en: 'Who', km: 'អ្នកណា' },
  anyone: { en: 'Everybody', km: 'ទាំងអស់គ្នា' },
  from: { en: 'From day', km: 'ចាប់ពីថ្ងៃ' },
  to: { en: 'To day', km: 'ដល់ថ្ងៃ' },
  nobody: { en: 'no member', km: 'គ្មានសមាជិក' },
  reading: { en: 'Reading the log…', km: 'កំពុងអានកំណត់ត្រា…' },
  none: { en: 'Nothing here fits the filter.', km: 'គ្មានអ្វីត្រូវនឹងតម្រងនេះទេ។' },
  shown: { en: '{count} acts are shown.', km: 'បង្ហាញសកម្មភាព {count}។' },
  shownOne: { en: '1 act is shown.', km: 'បង្ហាញសកម្មភាព ១។' },
  older: { en: 'Show older', km: 'បង្ហាញចាស់ជាងនេះ' },
  save: { en: 'Save as a table', km: 'រក្សាទុកជាតារាង' },
  saveDoes: {
    en: 'Saves every act that fits the filter as a file on this device. It names colleagues: keep it where only auditors look.',
    km: 'រក្សាទុកគ្រប់សកម្មភាពដែលត្រូវនឹងតម្រង ជាឯកសារលើឧបករណ៍នេះ។ វាមានឈ្មោះសហការី៖ សូមទុកនៅកន្លែងដែលមានតែសវនករមើល។',
  },
  check: { en: 'Check the whole log', km: 'ពិនិត្យកំណត់ត្រាទាំងមូល' },
  checkDoes: {
    en: 'Each act carries a mark made from the one before. Your browser follows them all. Write the last mark down: if it is ever missing, something was changed.',
    km: 'សកម្មភាពនីមួយៗមានសញ្ញាដែលធ្វើពីសកម្មភាពមុន។ កម្មវិធីរុករករបស់អ្នកតាមពិនិត្យវាទាំងអស់។ សូមកត់ទុកសញ្ញាចុងក្រោយ៖ បើថ្ងៃណាមួយវាបាត់ មានន័យថាអ្វីមួយត្រូវបានកែ។',
  },
  checking: { en: 'Checking…', km: 'កំពុងពិនិត្យ…' },
  holds: { en: 'All {count} acts follow from one another.', km: 'សកម្មភាពទាំង {count} តគ្នាត្រឹមត្រូវ។' },
  broken: {
    en: 'Act {number} does not follow from the one before: the log was changed. Tell the administrator and keep a copy.',
    km: 'សកម្មភាពលេខ {number} មិនតពីសកម្មភាពមុនទេ៖ កំណត់ត្រាត្រូវបានកែ។ សូមប្រាប់អ្នកគ្រប់គ្រង ហើយរក្សាច្បាប់ចម្លងទុក។',
  },
  head: { en: 'Last mark', km: 'សញ្ញាចុងក្រោយ' },
});

export const actWords: Readonly<Record<Act, Words>> = {
  deployment_founded: { en: 'Set up the deployment', km: 'បានរៀបចំប្រព័ន្ធ' },
  signed_in: { en: 'Signed in', km: 'បានចូលប្រើ' },
  sign_in_failed: { en: 'Failed to sign in', km: 'ចូលប្រើមិនបាន' },
  signed_out: { en: 'Signed out', km: 'បានចាកចេញ' },
  keyring_published: { en: 'Published a list of members', km: 'បានផ្សាយបញ្ជីសមាជិក' },
  entry_appended: { en: 'Wrote in a case', km: 'បានសរសេរក្នុងករណី' },
  grant_published: { en: 'Gave colleagues a key', km: 'បានផ្តល់កូនសោដល់សហការី' },
  directory_entry_stored: { en: 'Wrote in the directory', km: 'បានសរសេរក្នុងបញ្ជីសេវា' },
  directory_entries_stored: { en: 'Wrote many entries in the directory', km: 'បានសរសេរច្រើនកន្លែងក្នុងបញ្ជីសេវា' },
  cohort_opened: { en: 'Opened a quarter for counting', km: 'បានបើកត្រីមាសសម្រាប់ការរាប់' },
  release_signed: { en: 'Signed a release', km: 'បានចុះហត្ថលេខាលើការផ្សព្វផ្សាយ' },
  release_published: { en: 'Published a release', km: 'បានផ្សព្វផ្សាយតួលេខ' },
  counted_records_erased: { en: 'Counted records were erased', km: 'កំណត់ត្រាដែលបានរាប់ត្រូវបានលុប' },
  message_sent: { en: 'Wrote to a reporter', km: 'បានសរសេរទៅអ្នករាយការណ៍' },
  withdrawal_asked: { en: 'A reporter took a report back', km: 'អ្នករាយការណ៍បានដករបាយការណ៍' },
  withdrawal_undone: { en: 'A reporter undid taking it back', km: 'អ្នករាយការណ៍បានប្តូរចិត្តមិនដក' },
  case_readers_changed: { en: 'Who reads a case was changed', km: 'បានប្តូរអ្នកដែលអាចអានករណីមួយ' },
  case_left: { en: 'Gave up reading a case', km: 'បានឈប់អានករណីមួយ' },
  case_erased: { en: 'A case was erased', km: 'ករណីមួយត្រូវបានលុប' },
  tables_rewritten: { en: 'Erased data was written over', km: 'ទិន្នន័យដែលបានលុបត្រូវបានសរសេរជាន់' },
  notices_changed: { en: 'Changed where notices go', km: 'បានប្តូរកន្លែងទទួលដំណឹង' },
  site_item_published: { en: 'Published a public text', km: 'បានផ្សាយអត្ថបទសាធារណៈ' },
};
