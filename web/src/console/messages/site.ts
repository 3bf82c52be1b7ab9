import { defineMessages } from '@romduol/shared/language/language';

export const siteWords = defineMessages({
  title: { en: 'What the public pages say', km: 'អ្វីដែលទំព័រសាធារណៈសរសេរ' },
  intro: {
    en: 'Words, numbers and clips of {organisation}. What you publish is signed with your key, shows at once, and stays in the history for anybody to check.',
    km: 'ពាក្យ លេខទូរស័ព្ទ និងសំឡេងរបស់ {organisation}។ អ្វីដែលអ្នកផ្សាយ ត្រូវបានចុះហត្ថលេខាដោយសោរបស់អ្នក បង្ហាញភ្លាមៗ ហើយនៅក្នុងប្រវត្តិ ដែលអ្នកណាក៏អាចផ្ទៀងផ្ទាត់បាន។',
  },
  loading: { en: 'Reading what is published…', km: 'កំពុងអានអ្វីដែលបានផ្សាយ…' },
  back: { en: 'Back to all texts', km: 'ត្រឡប់ទៅអត្ថបទទាំងអស់' },
  texts: { en: 'Texts', km: 'អត្ថបទ' },
  home: { en: 'Home: the words of welcome', km: 'ទំព័រដើម៖ ពាក្យស្វាគមន៍' },
  help: { en: 'Help now: below the numbers', km: 'ជំនួយបន្ទាន់៖ ខាងក្រោមលេខទូរស័ព្ទ' },
  rights: { en: 'Your rights', km: 'សិទ្ធិរបស់អ្នក' },
  next: { en: 'What happens next', km: 'អ្វីដែលកើតឡើងបន្ទាប់' },
  safety: { en: 'How we keep it safe', km: 'របៀបដែលយើងរក្សាសុវត្ថិភាព' },
  limits: {
    en: 'Report page: what we may have to tell others',
    km: 'ទំព័ររបាយការណ៍៖ អ្វីដែលយើងអាចត្រូវប្រាប់អ្នកដទៃ',
  },
  hours: { en: 'Report page: when reports are read', km: 'ទំព័ររបាយការណ៍៖ ពេលណាដែលយើងអាន' },
  numbers: { en: 'Help numbers', km: 'លេខទូរស័ព្ទជំនួយ' },
  clips: { en: 'Spoken clips of the report page', km: 'សំឡេងអាននៃទំព័ររបាយការណ៍' },
  ownNow: { en: 'Your own, edition {number}, {day}', km: 'របស់អ្នកផ្ទាល់ លើកទី {number} {day}' },
  builtInNow: { en: 'Built-in text', km: 'អត្ថបទដែលមានស្រាប់' },
  samplesNow: { en: 'Unconfirmed samples', km: 'លេខគំរូ មិនទាន់ផ្ទៀងផ្ទាត់' },
  confirmedNow: { en: '{confirmed} of {all} confirmed', km: 'បានផ្ទៀងផ្ទាត់ {confirmed} ក្នុងចំណោម {all}' },
  clipsNow: { en: 'Clips: {count}', km: 'សំឡេង៖ {count}' },
  notVouched: {
    en: 'The signature does not hold. Do not rely on this edition; tell the other administrators.',
    km: 'ហត្ថលេខាមិនត្រឹមត្រូវទេ។ សូមកុំទុកចិត្តការផ្សាយនេះ ហើយប្រាប់អ្នកគ្រប់គ្រងផ្សេងទៀត។',
  },

  does: {
    en: 'Everybody can read this. Signing publishes both languages at once, wherever you changed them.',
    km: 'អ្នករាល់គ្នាអាចអានបាន។ ការចុះហត្ថលេខានឹងផ្សាយភាសាទាំងពីរភ្លាម កន្លែងណាដែលអ្នកបានកែ។',
  },
  marks: {
    en: 'Leave a line free between paragraphs. # begins a heading, - a list; **bold**; [words](help) is a link to a page. HTML is shown as it is typed.',
    km: 'ទុកមួយបន្ទាត់ទទេរវាងកថាខណ្ឌ។ # ចាប់ផ្តើមចំណងជើង - ចាប់ផ្តើមបញ្ជី **អក្សរដិត** [ពាក្យ](help) គឺតំណទៅទំព័រមួយ។ HTML បង្ហាញដូចដែលវាយ។',
  },
  english: { en: 'English', km: 'ភាសាអង់គ្លេស' },
  khmer: { en: 'Khmer', km: 'ភាសាខ្មែរ' },
  startsBuiltIn: {
    en: 'You have not published this yet: it begins with the built-in text.',
    km: 'អ្នកមិនទាន់បានផ្សាយអត្ថបទនេះទេ៖ វាចាប់ផ្តើមពីអត្ថបទដែលមានស្រាប់។',
  },
  emptyMeans: { en: 'Left empty, the built-in text stands.', km: 'បើទុកទទេ អត្ថបទដែលមានស្រាប់នឹងបង្ហាញ។' },
  tooLong: { en: 'This is longer than can be published.', km: 'វាវែងជាងអ្វីដែលអាចផ្សាយបាន។' },
  hidden: {
    en: 'There is a character in it that cannot be seen. Please paste it again as plain text.',
    km: 'មានតួអក្សរដែលមើលមិនឃើញ។ សូមចម្លងដាក់ម្តងទៀតជាអក្សរធម្មតា។',
  },
  preview: { en: 'As the page shows it', km: 'ដូចដែលទំព័របង្ហាញ' },
  changedMeanwhile: {
    en: 'A colleague published another edition meanwhile. What you wrote is still here; publishing puts it in the place of theirs.',
    km: 'សហការីបានផ្សាយលើកថ្មីក្នុងពេលនោះ។ អ្វីដែលអ្នកបានសរសេរនៅទីនេះដដែល។ ការផ្សាយនឹងជំនួសរបស់គាត់។',
  },
  publish: { en: 'Sign and publish', km: 'ចុះហត្ថលេខា និងផ្សាយ' },
  publishing: { en: 'Signing and publishing…', km: 'កំពុងចុះហត្ថលេខា និងផ្សាយ…' },
  published: { en: 'Published.', km: 'បានផ្សាយហើយ។' },
  unchanged: { en: 'Nothing has been changed.', km: 'មិនទាន់មានអ្វីត្រូវបានកែទេ។' },
  discard: { en: 'Discard my changes', km: 'បោះបង់ការកែរបស់ខ្ញុំ' },

  history: { en: 'Editions', km: 'ការផ្សាយនីមួយៗ' },
  edition: { en: 'Edition {number}, {day}, signed by {author}', km: 'លើកទី {number} {day} ចុះហត្ថលេខាដោយ {author}' },
  takenBack: { en: 'taken back', km: 'បានដកវិញ' },
  noEditions: { en: 'Nothing has been published yet.', km: 'មិនទាន់មានអ្វីត្រូវបានផ្សាយទេ។' },
  takeUp: { en: 'Put into the editor', km: 'ដាក់ក្នុងកន្លែងកែ' },

  number: { en: 'Number', km: 'លេខ' },
  nameEn: { en: 'Name in English', km: 'ឈ្មោះជាភាសាអង់គ្លេស' },
  nameKm: { en: 'Name in Khmer', km: 'ឈ្មោះជាភាសាខ្មែរ' },
  noteEn: { en: 'What to know, in English', km: 'អ្វីដែលគួរដឹង ជាភាសាអង់គ្លេស' },
  noteKm: { en: 'What to know, in Khmer', km: 'អ្វីដែលគួរដឹង ជាភាសាខ្មែរ' },
  hoursEn: { en: 'Hours, in English', km: 'ម៉ោង ជាភាសាអង់គ្លេស' },
  hoursKm: { en: 'Hours, in Khmer', km: 'ម៉ោង ជាភាសាខ្មែរ' },
  numberWrong: { en: 'Digits only, with spaces if you like.', km: 'តែលេខប៉ុណ្ណោះ អាចមានដកឃ្លា។' },
  bothLanguages: { en: 'Please give it in both languages.', km: 'សូមសរសេរជាភាសាទាំងពីរ។' },
  lastVerified: { en: 'Last checked on {day}.', km: 'ពិនិត្យចុងក្រោយនៅ{day}។' },
  lastVerifiedBy: {
    en: 'Last checked on {day}, confirmed by {by}.',
    km: 'ពិនិត្យចុងក្រោយនៅ{day} ផ្ទៀងផ្ទាត់ដោយ {by}។',
  },
  due: { en: 'To be rung again by {day}.', km: 'ត្រូវហៅសាកម្តងទៀតត្រឹម{day}។' },
  overdue: { en: 'It was to be rung again by {day}.', km: 'គួរតែបានហៅសាកម្តងទៀតត្រឹម{day}។' },
  neverVerified: { en: 'Nobody has confirmed this number.', km: 'មិនទាន់មាននរណាផ្ទៀងផ្ទាត់លេខនេះទេ។' },
  confirm: { en: 'I have rung it: confirm now', km: 'ខ្ញុំបានហៅសាកហើយ៖ ផ្ទៀងផ្ទាត់ឥឡូវនេះ' },
  removeNumber: { en: 'Remove this number', km: 'ដកលេខនេះចេញ' },
  addNumber: { en: 'Add a number', km: 'បន្ថែមលេខ' },
  numbersDo: {
    en: 'Ring each number before you confirm it. Nothing shows on the pages until you sign and publish.',
    km: 'សូមហៅសាកលេខនីមួយៗ មុននឹងផ្ទៀងផ្ទាត់។ គ្មានអ្វីបង្ហាញលើទំព័រទេ រហូតដល់អ្នកចុះហត្ថលេខា និងផ្សាយ។',
  },

  clipsDo: {
    en: 'For those who do not read easily: somebody reads the section aloud. Up to 2 MB each; MP3, M4A, Ogg, WebM, WAV, AAC or FLAC.',
    km: 'សម្រាប់អ្នកដែលពិបាកអាន៖ មាននរណាម្នាក់អានផ្នែកនេះឱ្យស្តាប់។ មិនលើសពី 2 MB ក្នុងមួយ ជាប្រភេទ MP3, M4A, Ogg, WebM, WAV, AAC ឬ FLAC។',
  },
  noClip: { en: 'No clip.', km: 'គ្មានសំឡេងទេ។' },
  clipNow: { en: 'Clip: {section}, {language}', km: 'សំឡេង៖ {section} {language}' },
  chooseClip: { en: 'Choose a sound for: {section}, {language}', km: 'ជ្រើសរើសសំឡេងសម្រាប់៖ {section} {language}' },
  publishClip: { en: 'Sign and publish this clip', km: 'ចុះហត្ថលេខា និងផ្សាយសំឡេងនេះ' },
  removeClip: { en: 'Take the clip back', km: 'ដកសំឡេងវិញ' },
  clipTooLarge: { en: 'This is larger than 2 MB.', km: 'វាធំជាង 2 MB។' },
  clipNoSound: {
    en: 'This is not a sound that browsers can play.',
    km: 'នេះមិនមែនជាសំឡេងដែលកម្មវិធីរុករកអាចចាក់បានទេ។',
  },
});

export const languageWords = { en: siteWords.english, km: siteWords.khmer } as const;
