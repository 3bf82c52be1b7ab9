import { defineMessages } from '@romduol/shared/language/language';

/** What the desk found and did behind the list of cases. */
export const tendedWords = defineMessages({
  changed: {
    en: '{count} cases have got a new key, since their readers or the recovery card have changed: nobody else can read what is written from now on.',
    km: 'ករណី {count} បានទទួលសោថ្មី ព្រោះអ្នកអាន ឬប័ណ្ណស្តារបានប្តូរ៖ គ្មានអ្នកផ្សេងអាចអានអ្វីដែលសរសេរចាប់ពីពេលនេះទេ។',
  },
  changedOne: {
    en: 'One case has got a new key, since its readers or the recovery card have changed: nobody else can read what is written from now on.',
    km: 'ករណីមួយបានទទួលសោថ្មី ព្រោះអ្នកអាន ឬប័ណ្ណស្តារបានប្តូរ៖ គ្មានអ្នកផ្សេងអាចអានអ្វីដែលសរសេរចាប់ពីពេលនេះទេ។',
  },
  rekeying: {
    en: 'New keys are being drawn for cases whose readers or recovery card have changed: {done} of {of}. You can go on working. If the desk locks meanwhile, it goes on from there when it is opened again.',
    km: 'កំពុងបង្កើតសោថ្មីសម្រាប់ករណីដែលអ្នកអាន ឬប័ណ្ណស្តារបានប្តូរ៖ {done} ក្នុង {of}។ អ្នកអាចបន្តធ្វើការ។ បើកន្លែងធ្វើការចាក់សោ វានឹងបន្តពីទីនោះពេលបើកវិញ។',
  },
  rekeyingTitle: { en: 'New keys', km: 'សោថ្មី' },
  which: { en: 'Case {number}', km: 'ករណី {number}' },
  notChanged: {
    en: 'was to get a new key, and did not: please open it and look.',
    km: 'ត្រូវទទួលសោថ្មី តែមិនបានសម្រេច៖ សូមបើកមើល។',
  },
  case_behind: {
    en: 'is shown by the server as it was earlier: {by} has seen more of it. Write nothing in it, and tell your supervisor.',
    km: 'ម៉ាស៊ីនមេបង្ហាញដូចកាលពីមុន៖ {by} បានឃើញច្រើនជាងនេះ។ សូមកុំសរសេរអ្វីក្នុងនោះ ហើយប្រាប់អ្នកត្រួតពិនិត្យ។',
  },
  case_differs: {
    en: 'is not the one that {by} has seen: the server shows each of you another log. Write nothing in it, and tell your supervisor.',
    km: 'មិនដូចអ្វីដែល {by} បានឃើញទេ៖ ម៉ាស៊ីនមេបង្ហាញកំណត់ហេតុផ្សេងគ្នា។ សូមកុំសរសេរអ្វីក្នុងនោះ ហើយប្រាប់អ្នកត្រួតពិនិត្យ។',
  },
  keyring_behind: {
    en: '{by} has confirmed a later list of members than the server shows you. Please go no further, and tell your supervisor.',
    km: '{by} បានបញ្ជាក់បញ្ជីសមាជិកថ្មីជាងអ្វីដែលម៉ាស៊ីនមេបង្ហាញអ្នក។ សូមកុំបន្ត ហើយប្រាប់អ្នកត្រួតពិនិត្យ។',
  },
  keyring_differs: {
    en: '{by} has confirmed another list of members than the server shows you. Please go no further, and tell your supervisor.',
    km: '{by} បានបញ្ជាក់បញ្ជីសមាជិកខុសពីអ្វីដែលម៉ាស៊ីនមេបង្ហាញអ្នក។ សូមកុំបន្ត ហើយប្រាប់អ្នកត្រួតពិនិត្យ។',
  },
  statements_broken: {
    en: 'What {by} has signed about the cases is not served whole. Please tell your supervisor.',
    km: 'អ្វីដែល {by} បានចុះហត្ថលេខាអំពីករណី មិនត្រូវបានបង្ហាញទាំងមូលទេ។ សូមប្រាប់អ្នកត្រួតពិនិត្យ។',
  },
  own_statement_missing: {
    en: 'The server does not show what you yourself signed last on this device. It may have gone back to an earlier state. Please tell your supervisor.',
    km: 'ម៉ាស៊ីនមេមិនបង្ហាញអ្វីដែលអ្នកបានចុះហត្ថលេខាចុងក្រោយលើឧបករណ៍នេះទេ។ វាអាចបានត្រឡប់ទៅស្ថានភាពមុន។ សូមប្រាប់អ្នកត្រួតពិនិត្យ។',
  },
  summary_differs: {
    en: 'stands in the list otherwise than in its log. The log is what counts.',
    km: 'ក្នុងបញ្ជីខុសពីកំណត់ហេតុរបស់វា។ កំណត់ហេតុជាអ្វីដែលត្រឹមត្រូវ។',
  },
  case_damaged: {
    en: 'does not open whole: something in it was changed or is missing. Please tell your supervisor.',
    km: 'មិនអាចបើកទាំងមូលបានទេ៖ មានអ្វីមួយត្រូវបានកែប្រែ ឬបាត់។ សូមប្រាប់អ្នកត្រួតពិនិត្យ។',
  },
});
