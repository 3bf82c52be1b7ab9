import { defineMessages } from '@romduol/shared/language/language';

/** Setting up a new deployment, once. */
export const foundingWords = defineMessages({
  title: { en: 'Set up Romduol', km: 'រៀបចំរំដួល' },
  intro: {
    en: 'This is done once. Name your organisation and its teams; then the root key and your own keys are made on this device. Everybody else is invited afterwards and makes their own keys.',
    km: 'ធ្វើតែម្តងប៉ុណ្ណោះ។ សូមដាក់ឈ្មោះអង្គការ និងក្រុមរបស់អ្នក បន្ទាប់មកសោមេ និងសោរបស់អ្នកនឹងបង្កើតនៅលើឧបករណ៍នេះ។ អ្នកផ្សេងទៀតនឹងត្រូវអញ្ជើញនៅពេលក្រោយ ហើយបង្កើតសោរបស់ខ្លួនឯង។',
  },
  organisation: { en: 'Organisation', km: 'អង្គការ' },
  nameEn: { en: 'Name in English', km: 'ឈ្មោះជាភាសាអង់គ្លេស' },
  nameKm: { en: 'Name in Khmer', km: 'ឈ្មោះជាភាសាខ្មែរ' },
  teams: { en: 'Teams', km: 'ក្រុម' },
  teamsHint: {
    en: 'Survivors may choose a team. A report that names none goes to the team that covers its province.',
    km: 'ជនរងគ្រោះអាចជ្រើសរើសក្រុម។ របាយការណ៍ដែលមិនជ្រើសក្រុម នឹងទៅក្រុមដែលទទួលបន្ទុកខេត្តនោះ។',
  },
  teamNumber: { en: 'Team {number}', km: 'ក្រុមទី {number}' },
  provinces: { en: 'Provinces it covers', km: 'ខេត្តដែលទទួលបន្ទុក' },
  rest: { en: 'Cover all provinces still free', km: 'ទទួលបន្ទុកខេត្តដែលនៅសល់ទាំងអស់' },
  covered: { en: '{count} provinces', km: '{count} ខេត្ត' },
  takenBy: { en: 'covered by {team}', km: 'ទទួលបន្ទុកដោយ {team}' },
  duty: {
    en: 'Duty team: takes whatever no other team covers',
    km: 'ក្រុមប្រចាំការ៖ ទទួលករណីដែលគ្មានក្រុមណាទទួលបន្ទុក',
  },
  addTeam: { en: 'Add a team', km: 'បន្ថែមក្រុម' },
  removeTeam: { en: 'Remove this team', km: 'ដកក្រុមនេះចេញ' },
  handle: { en: 'Handle', km: 'ឈ្មោះសម្គាល់' },
  handleHint: {
    en: 'Small Latin letters and digits, such as romchek or team2.b',
    km: 'អក្សរឡាតាំងតូច និងលេខ ដូចជា romchek ឬ team2.b',
  },
  you: { en: 'You, the first administrator', km: 'អ្នក ជាអ្នកគ្រប់គ្រងប្រព័ន្ធដំបូង' },
  youHint: {
    en: 'You invite the others, compare their keys with them and sign them in. Reports are accepted from the day on which a caseworker is among them.',
    km: 'អ្នកអញ្ជើញអ្នកដទៃ ប្រៀបធៀបសោជាមួយពួកគេ ហើយចុះហត្ថលេខាបញ្ចូល។ របាយការណ៍នឹងត្រូវទទួលចាប់ពីថ្ងៃដែលមានអ្នកគ្រប់គ្រងករណីក្នុងចំណោមពួកគេ។',
  },
  alsoRoles: { en: 'You are also', km: 'អ្នកក៏ជា' },
  publisher: { en: 'Publisher: signs statistics', km: 'អ្នកផ្សព្វផ្សាយ៖ ចុះហត្ថលេខាលើស្ថិតិ' },
  make: { en: 'Make the keys and begin', km: 'បង្កើតសោ ហើយចាប់ផ្តើម' },
  making: {
    en: 'Making keys. Please leave this page open.',
    km: 'កំពុងបង្កើតសោ។ សូមទុកទំព័រនេះឱ្យបើក។',
  },
  problems: { en: 'Please mend these first', km: 'សូមកែចំណុចទាំងនេះជាមុនសិន' },
  nameMissing: { en: '{where}: a name in both languages is needed.', km: '{where}៖ ត្រូវការឈ្មោះជាភាសាទាំងពីរ។' },
  nameWithoutLetters: {
    en: '{where}: the English name needs at least two Latin letters.',
    km: '{where}៖ ឈ្មោះជាភាសាអង់គ្លេសត្រូវមានអក្សរឡាតាំងយ៉ាងតិចពីរ។',
  },
  organisationName: {
    en: 'The organisation needs a name in both languages.',
    km: 'អង្គការត្រូវមានឈ្មោះជាភាសាទាំងពីរ។',
  },
  organisationLetters: {
    en: 'The organisation’s English name needs at least two Latin letters.',
    km: 'ឈ្មោះអង្គការជាភាសាអង់គ្លេសត្រូវមានអក្សរឡាតាំងយ៉ាងតិចពីរ។',
  },
  noTeam: { en: 'At least one team is needed.', km: 'ត្រូវមានក្រុមយ៉ាងតិចមួយ។' },
  showsHandles: {
    en: 'Show these handles on the report page, so that a reporter can choose who must not read a report',
    km: 'បង្ហាញឈ្មោះសម្ងាត់ទាំងនេះលើទំព័ររាយការណ៍ ដើម្បីឱ្យអ្នករាយការណ៍អាចជ្រើសអ្នកដែលមិនគួរអានបាន',
  },
  noDuty: { en: 'Exactly one team must be the duty team.', km: 'ត្រូវមានក្រុមប្រចាំការតែមួយគត់។' },
  handleWrong: {
    en: 'The handle must be two or more small Latin letters or digits.',
    km: 'ឈ្មោះសម្គាល់ត្រូវជាអក្សរឡាតាំងតូច ឬលេខ ចាប់ពីពីរតួឡើង។',
  },
  done: { en: 'Romduol is set up', km: 'រំដួលបានរៀបចំរួច' },
  onceOnly: {
    en: 'What stands here is shown once and stored nowhere. Learn your passphrase or write it down for yourself alone, and put the root key away before you go on.',
    km: 'អ្វីដែលនៅទីនេះបង្ហាញតែម្តង ហើយមិនរក្សាទុកនៅទីណាឡើយ។ សូមចងចាំឃ្លាសម្ងាត់ ឬកត់ទុកសម្រាប់ខ្លួនឯងតែម្នាក់ ហើយទុកសោមេឱ្យមានសុវត្ថិភាព មុននឹងបន្ត។',
  },
  passphrase: { en: 'Your passphrase', km: 'ឃ្លាសម្ងាត់របស់អ្នក' },
  rootKey: { en: 'Root key', km: 'សោមេ' },
  rootKeyText: {
    en: 'It names the organisations and their first administrators, and is needed again to change those. Keep it on paper or a stick in a safe, never on a device in use.',
    km: 'វាកំណត់អង្គការ និងអ្នកគ្រប់គ្រងប្រព័ន្ធដំបូង ហើយត្រូវការម្តងទៀតដើម្បីប្តូរអ្នកទាំងនោះ។ សូមទុកលើក្រដាស ឬ USB ក្នុងទូសុវត្ថិភាព កុំទុកលើឧបករណ៍ដែលកំពុងប្រើ។',
  },
  rootKeyQr: { en: 'The root key as a QR code', km: 'សោមេជាកូដ QR' },
  fingerprint: { en: 'Key words, as they stand on the public pages and posters', km: 'ពាក្យសម្គាល់ ដូចនៅលើគេហទំព័រ និងផ្ទាំងប័ណ្ណ' },
  print: { en: 'Print', km: 'បោះពុម្ព' },
  download: { en: 'Save the root key as a file', km: 'រក្សាទុកសោមេជាឯកសារ' },
  kept: {
    en: 'I have my passphrase, and the root key is put away.',
    km: 'ខ្ញុំមានឃ្លាសម្ងាត់ ហើយបានទុកសោមេរួចហើយ។',
  },
  goOn: { en: 'Go on to sign in', km: 'បន្តទៅចូលប្រើ' },
});

/** What a member's roles are called. */
export const roleWords = defineMessages({
  caseworker: { en: 'Caseworker', km: 'អ្នកគ្រប់គ្រងករណី' },
  supervisor: { en: 'Supervisor', km: 'អ្នកត្រួតពិនិត្យ' },
  advocate: { en: 'Advocate', km: 'អ្នកតស៊ូមតិ' },
  administrator: { en: 'Administrator', km: 'អ្នកគ្រប់គ្រងប្រព័ន្ធ' },
  auditor: { en: 'Auditor', km: 'សវនករ' },
});
