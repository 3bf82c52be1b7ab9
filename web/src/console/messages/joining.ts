import { defineMessages } from '@romduol/shared/language/language';

/** Coming in by an invitation, with a code, or with a recovery card. */
export const joiningWords = defineMessages({
  invited: { en: 'Your invitation', km: 'ការអញ្ជើញរបស់អ្នក' },
  code: { en: 'The six words of the invitation', km: 'ពាក្យទាំងប្រាំមួយនៃការអញ្ជើញ' },
  look: { en: 'Look at the invitation', km: 'មើលការអញ្ជើញ' },
  invitedBy: {
    en: '{organisation} invites you to join as {handle}.',
    km: '{organisation} អញ្ជើញអ្នកឱ្យចូលរួមជា {handle}។',
  },
  invitedAs: { en: 'Your roles', km: 'តួនាទីរបស់អ្នក' },
  until: { en: 'It can be used until {day}, once.', km: 'អាចប្រើបានតែម្តង រហូតដល់{day}។' },
  rootWords: {
    en: 'Compare these key words with those on the organisation’s poster or card. If they differ, do not go on.',
    km: 'សូមប្រៀបធៀបពាក្យសម្គាល់ទាំងនេះជាមួយពាក្យនៅលើផ្ទាំងប័ណ្ណ ឬប័ណ្ណរបស់អង្គការ។ បើខុសគ្នា សូមកុំបន្ត។',
  },
  makeKeys: { en: 'Make my keys', km: 'បង្កើតសោរបស់ខ្ញុំ' },
  making: {
    en: 'Your keys are being made on this device. This takes a few seconds.',
    km: 'កំពុងបង្កើតសោរបស់អ្នកនៅលើឧបករណ៍នេះ។ វាចំណាយពេលពីរបីវិនាទី។',
  },
  made: { en: 'Your keys are made', km: 'សោរបស់អ្នកត្រូវបានបង្កើតហើយ' },
  compare: {
    en: 'Read these words to the administrator who invited you, face to face or by telephone. When they are the same on both screens, you are signed in to the list and can begin.',
    km: 'សូមអានពាក្យទាំងនេះឱ្យអ្នកគ្រប់គ្រងប្រព័ន្ធដែលបានអញ្ជើញអ្នក ដោយផ្ទាល់មុខ ឬតាមទូរសព្ទ។ ពេលពាក្យដូចគ្នានៅលើអេក្រង់ទាំងពីរ អ្នកនឹងត្រូវបញ្ចូលក្នុងបញ្ជី ហើយអាចចាប់ផ្តើមបាន។',
  },
  yourWords: { en: 'The words of your keys', km: 'ពាក្យសម្គាល់សោរបស់អ្នក' },
  toSignIn: { en: 'To the sign-in', km: 'ទៅកាន់ការចូលប្រើ' },
  haveInvitation: { en: 'I have an invitation', km: 'ខ្ញុំមានការអញ្ជើញ' },
  forgotten: { en: 'I forgot my passphrase', km: 'ខ្ញុំភ្លេចឃ្លាសម្ងាត់' },
  back: { en: 'Back', km: 'ត្រឡប់' },

  yourPassphrase: { en: 'Your passphrase from now on', km: 'ឃ្លាសម្ងាត់របស់អ្នកចាប់ពីពេលនេះ' },
  drawn: { en: 'Take these six words', km: 'យកពាក្យទាំងប្រាំមួយនេះ' },
  drawnHint: {
    en: 'Drawn on this device and stored nowhere. Learn them, or keep them on paper where nobody else looks.',
    km: 'បានជ្រើសដោយចៃដន្យនៅលើឧបករណ៍នេះ ហើយមិនរក្សាទុកនៅទីណាឡើយ។ សូមចងចាំ ឬកត់លើក្រដាសនៅកន្លែងដែលគ្មានអ្នកផ្សេងមើល។',
  },
  others: { en: 'Draw others', km: 'ជ្រើសពាក្យផ្សេង' },
  own: { en: 'Write one of my own', km: 'សរសេរដោយខ្លួនឯង' },
  ownField: { en: 'A passphrase of your own', km: 'ឃ្លាសម្ងាត់ផ្ទាល់ខ្លួន' },
  ownHint: {
    en: 'Long and unusual. It is checked on this device and does not leave it.',
    km: 'វែង និងប្លែក។ វាត្រូវបានពិនិត្យនៅលើឧបករណ៍នេះ ហើយមិនចេញពីវាទេ។',
  },
  keptIt: { en: 'I have learned or written down this passphrase.', km: 'ខ្ញុំបានចងចាំ ឬកត់ទុកឃ្លាសម្ងាត់នេះហើយ។' },

  secondFactor: { en: 'One more proof', km: 'ភស្តុតាងមួយទៀត' },
  giveCode: {
    en: 'Open your code generator and type the six digits that it shows for Romduol.',
    km: 'សូមបើកកម្មវិធីបង្កើតលេខកូដ ហើយវាយលេខប្រាំមួយខ្ទង់ដែលវាបង្ហាញសម្រាប់រំដួល។',
  },
  digits: { en: 'Six digits', km: 'លេខប្រាំមួយខ្ទង់' },
  digitsWrong: { en: 'Please type six digits.', km: 'សូមវាយលេខប្រាំមួយខ្ទង់។' },
  goOn: { en: 'Go on', km: 'បន្ត' },
  lostFactor: {
    en: 'Lost it? Two administrators or supervisors of your organisation can together have you set up another.',
    km: 'បាត់វាមែនទេ? អ្នកគ្រប់គ្រង ឬអ្នកត្រួតពិនិត្យពីរនាក់ក្នុងអង្គការរបស់អ្នក អាចរួមគ្នាឱ្យអ្នករៀបចំថ្មី។',
  },
  enrol: { en: 'Set up a code generator', km: 'រៀបចំកម្មវិធីបង្កើតលេខកូដ' },
  enrolText: {
    en: 'Your role opens much, so a passphrase alone is not enough. Scan this with an app such as Aegis, FreeOTP or Google Authenticator, best on another device than this one. Then type the six digits that it shows.',
    km: 'តួនាទីរបស់អ្នកអាចបើកអ្វីៗច្រើន ដូច្នេះឃ្លាសម្ងាត់តែមួយមិនគ្រប់គ្រាន់ទេ។ សូមស្កេនរូបនេះដោយកម្មវិធីដូចជា Aegis, FreeOTP ឬ Google Authenticator ល្អបំផុតនៅលើឧបករណ៍ផ្សេង។ បន្ទាប់មកវាយលេខប្រាំមួយខ្ទង់ដែលវាបង្ហាញ។',
  },
  enrolQr: { en: 'QR code for the code generator', km: 'កូដ QR សម្រាប់កម្មវិធីបង្កើតលេខកូដ' },
  enrolTyped: { en: 'Or type this into the app', km: 'ឬវាយតួអក្សរនេះក្នុងកម្មវិធី' },

  recover: { en: 'Recovery card', km: 'ប័ណ្ណស្តារ' },
  recoverText: {
    en: 'With the 24 words of your recovery card you set a new passphrase. The words do not leave this device.',
    km: 'ដោយពាក្យទាំង ២៤ នៃប័ណ្ណស្តាររបស់អ្នក អ្នកអាចកំណត់ឃ្លាសម្ងាត់ថ្មី។ ពាក្យទាំងនោះមិនចេញពីឧបករណ៍នេះទេ។',
  },
  recoveryWords: { en: 'The 24 words, in their order', km: 'ពាក្យទាំង ២៤ តាមលំដាប់' },
  recoverNow: { en: 'Set the new passphrase and sign in', km: 'កំណត់ឃ្លាសម្ងាត់ថ្មី ហើយចូលប្រើ' },
});
