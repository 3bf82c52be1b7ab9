import { defineMessages } from '@romduol/shared/language/language';

/** Second proofs: passkeys and code generators, one's own and colleagues'. */
export const factorWords = defineMessages({
  title: { en: 'Second proof', km: 'ភស្តុតាងទីពីរ' },
  intro: {
    en: 'With a second proof, a passphrase that somebody has seen does not open your account. Have two, in two places.',
    km: 'បើមានភស្តុតាងទីពីរ ឃ្លាសម្ងាត់ដែលអ្នកដទៃបានឃើញ មិនអាចបើកគណនីរបស់អ្នកបានទេ។ សូមមានពីរ ទុកនៅកន្លែងពីរផ្សេងគ្នា។',
  },
  none: { en: 'None is set up.', km: 'មិនទាន់មានទេ។' },
  another: {
    en: 'You have one second proof, and need one to come in. Please add another before this one is lost.',
    km: 'អ្នកមានភស្តុតាងទីពីរតែមួយ ហើយត្រូវការវាដើម្បីចូល។ សូមបន្ថែមមួយទៀត មុនពេលវាបាត់។',
  },
  passkey: { en: 'Passkey', km: 'សោចូល' },
  generator: { en: 'Code generator', km: 'កម្មវិធីបង្កើតលេខកូដ' },
  since: { en: 'added on {day}', km: 'បានបន្ថែមនៅ {day}' },
  notHere: {
    en: 'This browser has no passkeys.',
    km: 'កម្មវិធីរុករកនេះមិនស្គាល់សោចូលទេ។',
  },
  addPasskey: { en: 'Add a passkey', km: 'បន្ថែមសោចូល' },
  addDoes: {
    en: 'A passkey is a key in this device, in your telephone or on a small stick. It opens by your finger, face or PIN, and only on this site: a false site gets nothing from it. Wherever else you are signed in, you are signed out.',
    km: 'សោចូលជាកូនសោនៅក្នុងឧបករណ៍នេះ ក្នុងទូរស័ព្ទ ឬក្នុងឧបករណ៍តូចមួយ។ វាបើកដោយម្រាមដៃ មុខ ឬលេខសម្ងាត់ និងតែលើគេហទំព័រនេះ៖ គេហទំព័រក្លែងក្លាយមិនអាចយកអ្វីពីវាបានទេ។ កន្លែងផ្សេងដែលអ្នកបានចូលប្រើ នឹងត្រូវបិទ។',
  },
  name: { en: 'What you call it', km: 'ឈ្មោះដែលអ្នកហៅវា' },
  nameHint: {
    en: 'For yourself, such as “my telephone”. It is sealed: nobody else can read it.',
    km: 'សម្រាប់ខ្លួនអ្នក ដូចជា «ទូរស័ព្ទខ្ញុំ»។ វាត្រូវបានបិទត្រា៖ គ្មានអ្នកណាផ្សេងអានបានទេ។',
  },
  rename: { en: 'Call it something else', km: 'ប្តូរឈ្មោះ' },
  saveName: { en: 'Save the name', km: 'រក្សាទុកឈ្មោះ' },
  asking: { en: 'Your device or key asks you now.', km: 'ឧបករណ៍ ឬសោរបស់អ្នកកំពុងសួរអ្នក។' },
  unlocks: {
    en: 'It unlocks this console after a lock, while you are signed in.',
    km: 'វាអាចដោះសោផ្ទាំងការងារនេះក្រោយពេលចាក់សោ ខណៈអ្នកនៅចូលប្រើ។',
  },
  unlocksNot: {
    en: 'After a lock your passphrase is asked for.',
    km: 'ក្រោយពេលចាក់សោ ត្រូវការឃ្លាសម្ងាត់របស់អ្នក។',
  },
  letUnlock: { en: 'Let it unlock after a lock', km: 'ឱ្យវាដោះសោក្រោយពេលចាក់សោ' },
  endUnlock: { en: 'Ask for the passphrase again', km: 'សួរឃ្លាសម្ងាត់វិញ' },
  remove: { en: 'Take it away', km: 'ដកចេញ' },
  removeNow: { en: 'Take it away now', km: 'ដកចេញឥឡូវ' },
  addGenerator: { en: 'Set up a code generator', km: 'រៀបចំកម្មវិធីបង្កើតលេខកូដ' },
  anotherGenerator: { en: 'Set up another code generator', km: 'រៀបចំកម្មវិធីបង្កើតលេខកូដថ្មី' },

  orPasskey: {
    en: 'Or use a passkey: a key in this device, in your telephone or on a small stick, that opens by finger, face or PIN.',
    km: 'ឬប្រើសោចូល៖ កូនសោនៅក្នុងឧបករណ៍នេះ ក្នុងទូរស័ព្ទ ឬក្នុងឧបករណ៍តូចមួយ ដែលបើកដោយម្រាមដៃ មុខ ឬលេខសម្ងាត់។',
  },
  makeOne: { en: 'Make a passkey and sign in', km: 'បង្កើតសោចូល ហើយចូលប្រើ' },
  useOne: { en: 'Use a passkey', km: 'ប្រើសោចូល' },
  unlockByOne: { en: 'Unlock with a passkey', km: 'ដោះសោដោយសោចូល' },
  givePasskey: {
    en: 'Your account asks for one of your passkeys.',
    km: 'គណនីរបស់អ្នកសុំសោចូលមួយរបស់អ្នក។',
  },

  askReset: { en: 'Take away their second proofs', km: 'ដកភស្តុតាងទីពីររបស់គាត់' },
  askResetHint: {
    en: 'For somebody who lost them, when you have heard it from themselves. A colleague has to agree; then the next sign-in sets up another.',
    km: 'សម្រាប់អ្នកដែលបាត់វា ពេលអ្នកបានឮផ្ទាល់ពីគាត់។ សហការីម្នាក់ត្រូវយល់ព្រម រួចការចូលប្រើលើកក្រោយនឹងរៀបចំថ្មី។',
  },
  resetAsked: {
    en: 'Asked. It is done when another administrator or supervisor agrees, within seven days.',
    km: 'បានស្នើ។ វានឹងសម្រេចពេលអ្នកគ្រប់គ្រង ឬអ្នកត្រួតពិនិត្យម្នាក់ទៀតយល់ព្រម ក្នុងរយៈពេលប្រាំពីរថ្ងៃ។',
  },
  resetDone: {
    en: 'Done: nobody else could have agreed. The next sign-in sets up another.',
    km: 'រួចរាល់៖ គ្មានអ្នកផ្សេងអាចយល់ព្រមទេ។ ការចូលប្រើលើកក្រោយនឹងរៀបចំថ្មី។',
  },
  resetsWait: { en: 'Somebody lost their second proof', km: 'មានអ្នកបាត់ភស្តុតាងទីពីរ' },
  resetOf: {
    en: '{askedBy} asks that the second proofs of {handle} be taken away ({day}). Agree only when you have heard it from {handle} themselves.',
    km: '{askedBy} ស្នើឱ្យដកភស្តុតាងទីពីររបស់ {handle} ({day})។ សូមយល់ព្រមតែពេលអ្នកបានឮផ្ទាល់ពី {handle}។',
  },
  resetOwn: { en: 'It waits for a colleague who agrees.', km: 'វារង់ចាំសហការីដែលយល់ព្រម។' },
  resetSelf: {
    en: 'This is about you. If you did not ask for it, refuse it and speak with your colleagues.',
    km: 'នេះគឺអំពីអ្នក។ បើអ្នកមិនបានស្នើទេ សូមបដិសេធ ហើយនិយាយជាមួយសហការី។',
  },
  agree: { en: 'I agree', km: 'ខ្ញុំយល់ព្រម' },
  refuse: { en: 'Refuse', km: 'បដិសេធ' },
  takeBack: { en: 'Take it back', km: 'ដកសំណើវិញ' },
});
