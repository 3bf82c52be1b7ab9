import { defineMessages } from '@romduol/shared/language/language';

/** The way from an empty deployment to one that takes reports. A native speaker reviews the Khmer. */
export const setupWords = defineMessages({
  title: { en: 'Setting up', km: 'ការរៀបចំ' },
  intro: {
    en: 'Do these in any order, and leave off when you like: what is done stays done, and another administrator can go on.',
    km: 'អាចធ្វើតាមលំដាប់ណាក៏បាន ហើយឈប់ពេលណាក៏បាន៖ អ្វីដែលបានធ្វើនៅរក្សាទុក ហើយអ្នកគ្រប់គ្រងម្នាក់ទៀតអាចធ្វើបន្ត។',
  },
  progress: { en: '{done} of {all} steps are done.', km: 'បានធ្វើ {done} ជំហាន ក្នុងចំណោម {all}។' },
  allDone: { en: 'Everything is set up.', km: 'បានរៀបចំរួចរាល់ទាំងអស់។' },
  done: { en: '✓ Done', km: '✓ រួចរាល់' },
  next: { en: '→ Next', km: '→ បន្ទាប់' },
  open: { en: '○ Still open', km: '○ នៅសល់' },

  root: { en: 'Root key', km: 'សោមេ' },
  rootText: {
    en: 'The root key was saved and printed when the deployment was founded. Compare these words with the card now, and put the card where only the board can get at it.',
    km: 'សោមេត្រូវបានរក្សាទុក និងបោះពុម្ពពេលបង្កើតប្រព័ន្ធ។ សូមប្រៀបធៀបពាក្យទាំងនេះជាមួយប័ណ្ណឥឡូវនេះ ហើយទុកប័ណ្ណនៅកន្លែងដែលមានតែថ្នាក់ដឹកនាំអាចយកបាន។',
  },
  rootWords: { en: 'Key words of the root key', km: 'ពាក្យសម្គាល់នៃសោមេ' },
  rootGo: { en: 'Root key', km: 'សោមេ' },
  organisation: { en: 'Organisation', km: 'អង្គការ' },
  organisationText: {
    en: 'Its name in both languages stands in the signed list of members.',
    km: 'ឈ្មោះរបស់វាជាភាសាទាំងពីរ មាននៅក្នុងបញ្ជីសមាជិកដែលបានចុះហត្ថលេខា។',
  },
  organisationGo: { en: 'Organisation', km: 'អង្គការ' },
  teams: { en: 'Teams and what they cover', km: 'ក្រុម និងខេត្តដែលទទួលបន្ទុក' },
  teamsText: {
    en: 'A report that names no team goes to the one that covers its province, or to the duty team.',
    km: 'របាយការណ៍ដែលមិនជ្រើសក្រុម នឹងទៅក្រុមដែលទទួលបន្ទុកខេត្តនោះ ឬទៅក្រុមប្រចាំការ។',
  },
  teamsGo: { en: 'Look at the teams', km: 'មើលក្រុម' },
  numbers: { en: 'Help numbers', km: 'លេខទូរស័ព្ទជំនួយ' },
  numbersText: {
    en: 'Ring each number and confirm it. Until then the pages show it as unconfirmed.',
    km: 'សូមហៅសាកលេខនីមួយៗ ហើយផ្ទៀងផ្ទាត់។ មុននោះ ទំព័របង្ហាញថាមិនទាន់ផ្ទៀងផ្ទាត់។',
  },
  numbersGo: { en: 'Confirm the numbers', km: 'ផ្ទៀងផ្ទាត់លេខ' },
  texts: { en: 'Texts of the public pages', km: 'អត្ថបទនៃទំព័រសាធារណៈ' },
  textsText: {
    en: 'Two texts only you can write: what you may have to tell others, and when reports are read. For all others there are built-in ones.',
    km: 'មានអត្ថបទពីរដែលមានតែអ្នកអាចសរសេរបាន៖ អ្វីដែលអ្នកអាចត្រូវប្រាប់អ្នកដទៃ និងពេលដែលអានរបាយការណ៍។ អត្ថបទផ្សេងទៀតមានស្រាប់។',
  },
  textsGo: { en: 'Write the texts', km: 'សរសេរអត្ថបទ' },
  retention: { en: 'How long things are kept', km: 'រយៈពេលរក្សាទុក' },
  retentionText: {
    en: 'Decide how long contact details and cases are kept after closing.',
    km: 'សូមសម្រេចថាត្រូវរក្សាទុកព័ត៌មានទំនាក់ទំនង និងករណីរយៈពេលប៉ុន្មានក្រោយពេលបិទ។',
  },
  retentionGo: { en: 'Decide', km: 'សម្រេច' },
  people: { en: 'Colleagues', km: 'មិត្តរួមការងារ' },
  peopleText: {
    en: 'Invite at least one caseworker for each team, and a second person who can sign.',
    km: 'សូមអញ្ជើញអ្នកគ្រប់គ្រងករណីយ៉ាងតិចម្នាក់សម្រាប់ក្រុមនីមួយៗ និងអ្នកទីពីរដែលអាចចុះហត្ថលេខាបាន។',
  },
  peopleGo: { en: 'Invite colleagues', km: 'អញ្ជើញមិត្តរួមការងារ' },
  test: { en: 'A test report', km: 'របាយការណ៍សាកល្បង' },
  testText: {
    en: 'Let a caseworker open “Cases”, choose “Take a report”, and write that it is a test. It is sealed like any other; afterwards it is closed.',
    km: 'សូមឱ្យអ្នកគ្រប់គ្រងករណីបើក «ករណី» ជ្រើស «ទទួលរបាយការណ៍» ហើយសរសេរថាជាការសាកល្បង។ វាត្រូវបានបិទត្រាដូចរបាយការណ៍ដទៃ ហើយបិទវិញក្រោយមក។',
  },
  testGo: { en: 'Take a test report', km: 'ទទួលរបាយការណ៍សាកល្បង' },
  live: { en: 'Open for reports', km: 'បើកទទួលរបាយការណ៍' },
  liveText: {
    en: 'Until you open, the report page says that no reports are taken here, and shows the help numbers.',
    km: 'មុនពេលអ្នកបើក ទំព័ររបាយការណ៍ប្រាប់ថានៅទីនេះមិនទាន់ទទួលរបាយការណ៍ ហើយបង្ហាញផ្លូវទៅលេខជំនួយ។',
  },
  liveGo: { en: 'Open for reports', km: 'បើកទទួលរបាយការណ៍' },
  goLive: { en: 'Sign, and open for reports', km: 'ចុះហត្ថលេខា ហើយបើកទទួលរបាយការណ៍' },
  close: { en: 'Sign, and take no more reports', km: 'ចុះហត្ថលេខា ហើយឈប់ទទួលរបាយការណ៍' },
  isOpen: { en: 'The public pages take reports.', km: 'ទំព័រសាធារណៈកំពុងទទួលរបាយការណ៍។' },
  isClosed: { en: 'The public pages take no reports.', km: 'ទំព័រសាធារណៈមិនទទួលរបាយការណ៍ទេ។' },

  numbersSamples: {
    en: 'The pages show unconfirmed samples.',
    km: 'ទំព័របង្ហាញលេខគំរូដែលមិនទាន់ផ្ទៀងផ្ទាត់។',
  },
  numbersUnverified: { en: 'Numbers nobody has confirmed: {count}', km: 'លេខដែលមិនទាន់ផ្ទៀងផ្ទាត់៖ {count}' },
  numbersDue: { en: 'Numbers to be rung again: {count}', km: 'លេខដែលត្រូវហៅសាកម្តងទៀត៖ {count}' },
  retentionDefault: {
    en: 'Nobody has decided yet: the built-in periods stand.',
    km: 'មិនទាន់មានអ្នកសម្រេចទេ៖ ប្រើរយៈពេលដែលមានស្រាប់។',
  },
  nobodyElse: {
    en: 'Nobody but you can sign: a second administrator or a supervisor is missing.',
    km: 'ក្រៅពីអ្នក គ្មាននរណាអាចចុះហត្ថលេខាបានទេ៖ ខ្វះអ្នកគ្រប់គ្រងទីពីរ ឬអ្នកត្រួតពិនិត្យ។',
  },
  teamUnread: { en: 'Nobody reads the reports of {team}.', km: 'គ្មាននរណាអានរបាយការណ៍របស់ {team} ទេ។' },
  nobodyReads: { en: 'Nobody can read reports yet.', km: 'មិនទាន់មានអ្នកអាចអានរបាយការណ៍ទេ។' },
  noReport: { en: 'No report has come in yet.', km: 'មិនទាន់មានរបាយការណ៍ចូលមកទេ។' },
  closed: { en: 'The public pages take no reports yet.', km: 'ទំព័រសាធារណៈមិនទាន់ទទួលរបាយការណ៍ទេ។' },
});
