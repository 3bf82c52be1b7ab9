import { defineMessages } from '@romduol/shared/language/language';

/** The organisation's recovery card. */
export const cardWords = defineMessages({
  title: { en: 'Recovery card of the organisation', km: 'ប័ណ្ណស្តាររបស់អង្គការ' },
  text: {
    en: 'Twenty-four words on paper, for the day on which nobody who reads a case is there any more. Every new report can be opened with it too, and its reporter is told so. It opens nothing by itself: a supervisor must be signed in, and every console tells of it.',
    km: 'ពាក្យ ២៤ លើក្រដាស សម្រាប់ថ្ងៃដែលលែងមានអ្នកអានករណីណាមួយ។ របាយការណ៍ថ្មីទាំងអស់ក៏អាចបើកដោយប័ណ្ណនេះដែរ ហើយអ្នករាយការណ៍ត្រូវបានប្រាប់។ ប័ណ្ណតែមួយមុខមិនអាចបើកអ្វីបានទេ៖ ត្រូវមានអ្នកត្រួតពិនិត្យចូលប្រើ ហើយគ្រប់ផ្ទាំងការងារនឹងប្រាប់។',
  },
  none: {
    en: 'There is none. A case whose readers have all lost passphrase and own card is lost.',
    km: 'មិនទាន់មានទេ។ ករណីដែលអ្នកអានទាំងអស់បាត់ឃ្លាសម្ងាត់ និងប័ណ្ណផ្ទាល់ខ្លួន នឹងបាត់បង់។',
  },
  some: { en: 'There is one, in the signed list.', km: 'មានមួយ នៅក្នុងបញ្ជីដែលបានចុះហត្ថលេខា។' },
  waits: {
    en: 'A change of the card waits above for its second signature. Until then everything stays as it was: a new card opens nothing, and one that is to go still opens cases. Keep the paper.',
    km: 'ការផ្លាស់ប្តូរប័ណ្ណកំពុងរង់ចាំហត្ថលេខាទីពីរនៅខាងលើ។ រហូតដល់ពេលនោះ អ្វីៗនៅដដែល៖ ប័ណ្ណថ្មីមិនទាន់អាចបើកអ្វីបានទេ ហើយប័ណ្ណដែលត្រូវឈប់ប្រើនៅតែអាចបើកករណី។ សូមរក្សាក្រដាសទុក។',
  },
  make: { en: 'Make a card', km: 'បង្កើតប័ណ្ណ' },
  renew: { en: 'Make a new card in its place', km: 'បង្កើតប័ណ្ណថ្មីជំនួស' },
  end: { en: 'Give the card up', km: 'បោះបង់ប័ណ្ណ' },
  endText: {
    en: 'The card opens nothing from then on, and nothing takes its place.',
    km: 'ពីពេលនោះ ប័ណ្ណលែងអាចបើកអ្វីបាន ហើយគ្មានអ្វីជំនួសវាទេ។',
  },
  oldCases: {
    en: 'Cases that are there already get a new key, for the same readers and the new card, when one of their readers opens the console.',
    km: 'ករណីដែលមានរួចហើយនឹងទទួលសោថ្មី សម្រាប់អ្នកអានដដែល និងប័ណ្ណថ្មី ពេលអ្នកអានម្នាក់បើកផ្ទាំងការងារ។',
  },
  lostWarning: {
    en: '{count} cases open with the card of now alone. Open them first; the card that comes after it cannot.',
    km: 'ករណីចំនួន {count} អាចបើកបានតែដោយប័ណ្ណបច្ចុប្បន្នប៉ុណ្ណោះ។ សូមបើកវាជាមុនសិន។ ប័ណ្ណក្រោយមិនអាចបើកបានទេ។',
  },
  lostKnown: {
    en: 'The card of now is gone. I know that these cases are lost then.',
    km: 'ប័ណ្ណបច្ចុប្បន្នបាត់ហើយ។ ខ្ញុំដឹងថាករណីទាំងនេះនឹងបាត់បង់។',
  },
  cardOf: { en: 'Recovery card of {organisation}', km: 'ប័ណ្ណស្តាររបស់ {organisation}' },
  drawn: { en: 'Made on {day}', km: 'បង្កើតនៅ{day}' },
  keep: {
    en: 'Keep it in a safe that two people open together, not where computers stand. Whoever has it and signs in as a supervisor can open cases that have no reader left.',
    km: 'សូមទុកក្នុងទូដែកដែលត្រូវមានមនុស្សពីរនាក់បើកជាមួយគ្នា កុំទុកនៅកន្លែងមានកុំព្យូទ័រ។ អ្នកណាមានវា ហើយចូលប្រើជាអ្នកត្រួតពិនិត្យ អាចបើកករណីដែលលែងមានអ្នកអាន។',
  },
  once: {
    en: 'These words stand here once. Print them, or write them down by hand.',
    km: 'ពាក្យទាំងនេះបង្ហាញតែម្តង។ សូមបោះពុម្ព ឬសរសេរដោយដៃ។',
  },
  kept: { en: 'The card is on paper, and I have compared its words.', km: 'ប័ណ្ណនៅលើក្រដាសហើយ ខ្ញុំបានផ្ទៀងពាក្យរួច។' },
  sign: { en: 'Sign the card into the list', km: 'ចុះហត្ថលេខាបញ្ចូលប័ណ្ណក្នុងបញ្ជី' },
  lost: {
    en: '{count} cases have no reader left. The card opens them.',
    km: 'ករណីចំនួន {count} លែងមានអ្នកអាន។ ប័ណ្ណអាចបើកវាបាន។',
  },
  lostOne: { en: 'One case has no reader left. The card opens it.', km: 'ករណីមួយលែងមានអ្នកអាន។ ប័ណ្ណអាចបើកវាបាន។' },
  askSupervisor: {
    en: 'A supervisor opens them here, with the card in hand.',
    km: 'អ្នកត្រួតពិនិត្យបើកវានៅទីនេះ ដោយមានប័ណ្ណក្នុងដៃ។',
  },
  words: { en: 'The twenty-four words of the card', km: 'ពាក្យ ២៤ នៃប័ណ្ណ' },
  wordsHint: { en: 'They stay on this device and are forgotten at once.', km: 'វានៅលើឧបករណ៍នេះ ហើយត្រូវបំភ្លេចភ្លាម។' },
  readers: { en: 'Who is to read these cases', km: 'អ្នកដែលនឹងអានករណីទាំងនេះ' },
  readersHint: {
    en: 'Whom a reporter struck off, or who is implicated, is given none of it.',
    km: 'អ្នកដែលអ្នករាយការណ៍បានលុបចេញ ឬពាក់ព័ន្ធ នឹងមិនទទួលបានទេ។',
  },
  readersMissing: { en: 'Please choose at least one.', km: 'សូមជ្រើសយ៉ាងហោចណាស់ម្នាក់។' },
  open: { en: 'Open the cases', km: 'បើកករណី' },
  opening: { en: '{done} of {of} cases opened', km: 'បានបើកករណី {done} ក្នុងចំណោម {of}' },
  openingTitle: { en: 'Cases opened', km: 'ករណីដែលបានបើក' },
  opened: { en: 'Opened and given on: {count}.', km: 'បានបើក និងប្រគល់៖ {count}។' },
  notOpened: {
    en: 'Case {number} could not be opened for any of these people.',
    km: 'មិនអាចបើកករណី {number} សម្រាប់អ្នកទាំងនេះបានទេ។',
  },
  used: {
    en: '{handle} has asked for cases with the organisation’s recovery card, or opened them, on {day} (how many: {cases}). If you do not know why, ask.',
    km: '{handle} បានស្នើសុំ ឬបានបើកករណីដោយប័ណ្ណស្តាររបស់អង្គការ នៅ{day} (ចំនួន {cases})។ បើអ្នកមិនដឹងមូលហេតុ សូមសួរ។',
  },
});
