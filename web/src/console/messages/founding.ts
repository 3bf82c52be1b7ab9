import { defineMessages } from '@romduol/shared/language/language';

/** Setting up a new deployment, once. */
export const foundingWords = defineMessages({
  title: { en: 'Set up Romduol', km: 'រៀបចំរំដួល' },
  intro: {
    en: 'This is done once. Say who works here; then keys and passphrases are made on this device. The server receives nothing that opens a report.',
    km: 'ធ្វើតែម្តងប៉ុណ្ណោះ។ សូមប្រាប់ថានរណាធ្វើការនៅទីនេះ បន្ទាប់មកសោ និងឃ្លាសម្ងាត់នឹងបង្កើតនៅលើឧបករណ៍នេះ។ ម៉ាស៊ីនមេមិនទទួលអ្វីដែលអាចបើករបាយការណ៍បានឡើយ។',
  },
  organisation: { en: 'Organisation', km: 'អង្គការ' },
  organisationNumber: { en: 'Organisation {number}', km: 'អង្គការទី {number}' },
  nameEn: { en: 'Name in English', km: 'ឈ្មោះជាភាសាអង់គ្លេស' },
  nameKm: { en: 'Name in Khmer', km: 'ឈ្មោះជាភាសាខ្មែរ' },
  addOrganisation: { en: 'Add another organisation', km: 'បន្ថែមអង្គការមួយទៀត' },
  removeOrganisation: { en: 'Remove this organisation', km: 'ដកអង្គការនេះចេញ' },
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
  members: { en: 'Members', km: 'សមាជិក' },
  membersHint: {
    en: 'Handles stand for people; please use no real names. Each gets a passphrase of six words.',
    km: 'ឈ្មោះសម្គាល់តំណាងឱ្យមនុស្ស។ សូមកុំប្រើឈ្មោះពិត។ ម្នាក់ៗនឹងទទួលបានឃ្លាសម្ងាត់ប្រាំមួយពាក្យ។',
  },
  memberNumber: { en: 'Member {number}', km: 'សមាជិកទី {number}' },
  handle: { en: 'Handle', km: 'ឈ្មោះសម្គាល់' },
  handleHint: {
    en: 'Small Latin letters and digits, such as romchek or team2.b',
    km: 'អក្សរឡាតាំងតូច និងលេខ ដូចជា romchek ឬ team2.b',
  },
  roles: { en: 'Roles', km: 'តួនាទី' },
  publisher: { en: 'Publisher: signs statistics', km: 'អ្នកផ្សព្វផ្សាយ៖ ចុះហត្ថលេខាលើស្ថិតិ' },
  inTeams: { en: 'In the teams', km: 'ក្នុងក្រុម' },
  addMember: { en: 'Add a member', km: 'បន្ថែមសមាជិក' },
  removeMember: { en: 'Remove this member', km: 'ដកសមាជិកនេះចេញ' },
  make: { en: 'Make the keys and begin', km: 'បង្កើតសោ ហើយចាប់ផ្តើម' },
  making: {
    en: 'Making keys, about a second for each member. Please leave this page open.',
    km: 'កំពុងបង្កើតសោ ប្រហែលមួយវិនាទីសម្រាប់សមាជិកម្នាក់។ សូមទុកទំព័រនេះឱ្យបើក។',
  },
  problems: { en: 'Please mend these first', km: 'សូមកែចំណុចទាំងនេះជាមុនសិន' },
  nameMissing: { en: '{where}: a name in both languages is needed.', km: '{where}៖ ត្រូវការឈ្មោះជាភាសាទាំងពីរ។' },
  nameWithoutLetters: {
    en: '{where}: the English name needs at least two Latin letters.',
    km: '{where}៖ ឈ្មោះជាភាសាអង់គ្លេសត្រូវមានអក្សរឡាតាំងយ៉ាងតិចពីរ។',
  },
  noTeam: { en: '{where}: at least one team is needed.', km: '{where}៖ ត្រូវមានក្រុមយ៉ាងតិចមួយ។' },
  showsHandles: {
    en: 'Show these handles on the report page, so that a reporter can choose who must not read a report',
    km: 'បង្ហាញឈ្មោះសម្ងាត់ទាំងនេះលើទំព័ររាយការណ៍ ដើម្បីឱ្យអ្នករាយការណ៍អាចជ្រើសអ្នកដែលមិនគួរអានបាន',
  },
  noDuty: { en: 'Exactly one team must be the duty team.', km: 'ត្រូវមានក្រុមប្រចាំការតែមួយគត់។' },
  handleWrong: {
    en: '{where}: the handle must be two or more small Latin letters or digits.',
    km: '{where}៖ ឈ្មោះសម្គាល់ត្រូវជាអក្សរឡាតាំងតូច ឬលេខ ចាប់ពីពីរតួឡើង។',
  },
  handleTwice: { en: '{where}: this handle is used twice.', km: '{where}៖ ឈ្មោះសម្គាល់នេះប្រើពីរដង។' },
  noRole: { en: '{where}: at least one role is needed.', km: '{where}៖ ត្រូវមានតួនាទីយ៉ាងតិចមួយ។' },
  noTeamForRole: {
    en: '{where}: caseworkers and supervisors belong to a team.',
    km: '{where}៖ អ្នកគ្រប់គ្រងករណី និងអ្នកត្រួតពិនិត្យ ត្រូវនៅក្នុងក្រុម។',
  },
  noAdministrator: { en: '{where}: at least one administrator is needed.', km: '{where}៖ ត្រូវមានអ្នកគ្រប់គ្រងប្រព័ន្ធយ៉ាងតិចម្នាក់។' },
  noRecipient: {
    en: '{where}: a team without a caseworker or supervisor could not read its reports.',
    km: '{where}៖ ក្រុមដែលគ្មានអ្នកគ្រប់គ្រងករណី ឬអ្នកត្រួតពិនិត្យ មិនអាចអានរបាយការណ៍បានទេ។',
  },
  done: { en: 'Romduol is set up', km: 'រំដួលបានរៀបចំរួច' },
  onceOnly: {
    en: 'What stands here is shown once and stored nowhere. Hand each passphrase to its member in person, and put the root key away before you go on.',
    km: 'អ្វីដែលនៅទីនេះបង្ហាញតែម្តង ហើយមិនរក្សាទុកនៅទីណាឡើយ។ សូមប្រគល់ឃ្លាសម្ងាត់ទៅសមាជិកម្នាក់ៗដោយផ្ទាល់ ហើយទុកសោមេឱ្យមានសុវត្ថិភាព មុននឹងបន្ត។',
  },
  passphrases: { en: 'Passphrases', km: 'ឃ្លាសម្ងាត់' },
  passphrase: { en: 'Passphrase', km: 'ឃ្លាសម្ងាត់' },
  rootKey: { en: 'Root key', km: 'សោមេ' },
  rootKeyText: {
    en: 'It names the organisations and their first administrators, and is needed again to change those. Keep it on paper or a stick in a safe, never on a device in use.',
    km: 'វាកំណត់អង្គការ និងអ្នកគ្រប់គ្រងប្រព័ន្ធដំបូង ហើយត្រូវការម្តងទៀតដើម្បីប្តូរអ្នកទាំងនោះ។ សូមទុកលើក្រដាស ឬ USB ក្នុងទូសុវត្ថិភាព កុំទុកលើឧបករណ៍ដែលកំពុងប្រើ។',
  },
  fingerprint: { en: 'Key words, as they stand on the public pages and posters', km: 'ពាក្យសម្គាល់ ដូចនៅលើគេហទំព័រ និងផ្ទាំងប័ណ្ណ' },
  print: { en: 'Print', km: 'បោះពុម្ព' },
  download: { en: 'Save the root key as a file', km: 'រក្សាទុកសោមេជាឯកសារ' },
  kept: {
    en: 'The passphrases are handed over and the root key is put away.',
    km: 'ខ្ញុំបានប្រគល់ឃ្លាសម្ងាត់ និងទុកសោមេរួចហើយ។',
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
