import { defineMessages } from '@romduol/shared/language/language';

export const returnWords = defineMessages({
  heading: { en: 'Come back with your number', km: 'ត្រឡប់មកវិញដោយប្រើលេខរបស់អ្នក' },
  lead: {
    en: 'With the number of twenty digits you can read what the team has answered, write to them, or take the report back.',
    km: 'ដោយប្រើលេខម្ភៃខ្ទង់ អ្នកអាចអានចម្លើយរបស់ក្រុមការងារ សរសេរទៅពួកគេ ឬដករបាយការណ៍វិញ។',
  },
  bare: {
    en: 'This page works without JavaScript. Our server uses your number, and reads what you write here, for a moment, and keeps nothing it can read.',
    km: 'ទំព័រនេះដំណើរការដោយមិនត្រូវការ JavaScript។ ម៉ាស៊ីនមេរបស់យើងប្រើលេខរបស់អ្នក និងអានអ្វីដែលអ្នកសរសេរនៅទីនេះតែមួយភ្លែត ហើយមិនរក្សាទុកអ្វីដែលវាអាចអានបានទេ។',
  },
  sealed: {
    en: 'Your number stays on this phone or computer. What you write is locked here before it is sent; our server cannot read it.',
    km: 'លេខរបស់អ្នកនៅតែក្នុងទូរស័ព្ទ ឬកុំព្យូទ័រនេះ។ អ្វីដែលអ្នកសរសេរត្រូវបានចាក់សោនៅទីនេះមុនពេលផ្ញើ ម៉ាស៊ីនមេរបស់យើងអានមិនបានទេ។',
  },
  number: { en: 'Your number', km: 'លេខរបស់អ្នក' },
  numberHint: {
    en: 'Twenty digits, Khmer or Latin, with or without spaces.',
    km: 'ម្ភៃខ្ទង់ ជាលេខខ្មែរ ឬលេខឡាតាំង មានឬគ្មានដកឃ្លាក៏បាន។',
  },
  open: { en: 'Show', km: 'បង្ហាញ' },
  lost: {
    en: 'Without the number we cannot find your report for you. You can tell us again, and say that you have told us before.',
    km: 'បើគ្មានលេខ យើងមិនអាចរករបាយការណ៍របស់អ្នកបានទេ។ អ្នកអាចប្រាប់យើងម្តងទៀត ហើយបញ្ជាក់ថាអ្នកធ្លាប់បានប្រាប់រួចហើយ។',
  },
  problems: { en: 'Please look at this again', km: 'សូមពិនិត្យចំណុចនេះម្តងទៀត' },
  bad_receipt: {
    en: 'A digit is wrong or missing. The number has twenty digits: please compare them with your paper, group by group.',
    km: 'មានលេខខុស ឬខ្វះ។ លេខនេះមានម្ភៃខ្ទង់៖ សូមផ្ទៀងវាជាមួយក្រដាសរបស់អ្នក ម្តងមួយក្រុម។',
  },
  unknown: {
    en: 'There is no report under this number. It may have been taken back and erased, or the number belongs to another site.',
    km: 'គ្មានរបាយការណ៍ក្រោមលេខនេះទេ។ វាអាចត្រូវបានដក និងលុបរួចហើយ ឬលេខនេះជារបស់គេហទំព័រផ្សេង។',
  },
  damaged: {
    en: 'The conversation could not be opened whole: something in it was changed or is missing. Please reach the team another way.',
    km: 'មិនអាចបើកការសន្ទនាទាំងមូលបានទេ៖ មានអ្វីមួយត្រូវបានកែប្រែ ឬបាត់។ សូមទាក់ទងក្រុមការងារតាមវិធីផ្សេង។',
  },
  closed: {
    en: 'This page cannot be used yet: nobody is set up to receive reports here.',
    km: 'ទំព័រនេះមិនទាន់អាចប្រើបានទេ៖ មិនទាន់មានអ្នកទទួលរបាយការណ៍នៅទីនេះ។',
  },
  waiting: { en: 'Opening. This takes a few seconds…', km: 'កំពុងបើក។ សូមរង់ចាំពីរបីវិនាទី…' },
  sending: { en: 'Locking and sending…', km: 'កំពុងចាក់សោ និងផ្ញើ…' },
  dropped: {
    en: 'There is no connection. Nothing is lost: please press the button again when you have one.',
    km: 'គ្មានអ៊ីនធឺណិតទេ។ គ្មានអ្វីបាត់ឡើយ៖ សូមចុចប៊ូតុងម្តងទៀតពេលមានអ៊ីនធឺណិត។',
  },
  failed: {
    en: 'This did not work here. Nothing has been sent. You can try again, or let our server open it with your number for a moment.',
    km: 'មិនបានសម្រេចនៅទីនេះទេ។ មិនទាន់មានអ្វីត្រូវបានផ្ញើឡើយ។ អ្នកអាចព្យាយាមម្តងទៀត ឬឱ្យម៉ាស៊ីនមេរបស់យើងប្រើលេខរបស់អ្នកមួយភ្លែតដើម្បីបើក។',
  },
  openBare: { en: 'Let the server open it', km: 'ឱ្យម៉ាស៊ីនមេបើក' },
});

export const talkWords = defineMessages({
  heading: { en: 'Your report and our answers', km: 'របាយការណ៍របស់អ្នក និងចម្លើយរបស់យើង' },
  unopened: {
    en: 'Your report has arrived. Nobody has opened it yet.',
    km: 'របាយការណ៍របស់អ្នកបានមកដល់ហើយ។ មិនទាន់មាននរណាបើកអានទេ។',
  },
  opened: {
    en: 'Someone of the team has opened your report and read it.',
    km: 'មនុស្សម្នាក់ក្នុងក្រុមការងារបានបើកអានរបាយការណ៍របស់អ្នកហើយ។',
  },
  answered: {
    en: 'The team is working on it and has written to you.',
    km: 'ក្រុមការងារកំពុងធ្វើការលើវា ហើយបានសរសេរមកអ្នក។',
  },
  messages: { en: 'Messages, oldest first', km: 'សារ ចាប់ពីមុនគេ' },
  none: { en: 'There is no message yet.', km: 'មិនទាន់មានសារទេ។' },
  you: { en: 'You, {day}', km: 'អ្នក, {day}' },
  team: { en: 'The team, {day}', km: 'ក្រុមការងារ, {day}' },
  received: { en: 'Your report has been opened.', km: 'របាយការណ៍របស់អ្នកត្រូវបានបើកអានហើយ។' },
  oldKey: {
    en: 'This came under a key that had already been replaced. Someone who may no longer read this could have written it.',
    km: 'សារនេះមកដល់ក្រោមសោដែលបានប្តូររួចហើយ។ អ្នកដែលលែងមានសិទ្ធិអានទីនេះ អាចជាអ្នកសរសេរវា។',
  },
  keyUnchecked: {
    en: 'This conversation was given a new key by someone who is not on the list of the team now. You can read, but nothing can be sent until the team has renewed the key. Please come back later, or reach the team another way.',
    km: 'ការសន្ទនានេះបានទទួលសោថ្មីពីអ្នកដែលឥឡូវមិនមានក្នុងបញ្ជីក្រុមការងារទេ។ អ្នកអាចអានបាន ប៉ុន្តែមិនអាចផ្ញើអ្វីបានទេ រហូតដល់ក្រុមការងារប្តូរសោថ្មី។ សូមត្រឡប់មកពេលក្រោយ ឬទាក់ទងក្រុមការងារតាមវិធីផ្សេង។',
  },
  onlyHere: {
    en: 'What you told us in the report is not shown here, so that whoever finds the number cannot read it.',
    km: 'អ្វីដែលអ្នកបានប្រាប់ក្នុងរបាយការណ៍ មិនបង្ហាញនៅទីនេះទេ ដើម្បីកុំឱ្យអ្នករកឃើញលេខអាចអានវាបាន។',
  },
  write: { en: 'Write to the team', km: 'សរសេរទៅក្រុមការងារ' },
  writeHint: {
    en: 'Only the team can read it. Up to 5,000 characters.',
    km: 'មានតែក្រុមការងារទេដែលអាចអានបាន។ រហូតដល់ ៥.០០០ តួអក្សរ។',
  },
  send: { en: 'Send', km: 'ផ្ញើ' },
  reply_empty: { en: 'There is nothing to send yet.', km: 'មិនទាន់មានអ្វីត្រូវផ្ញើទេ។' },
  reply_long: {
    en: 'This is longer than 5,000 characters. Please shorten it; you can send the rest in a second message.',
    km: 'នេះវែងជាង ៥.០០០ តួអក្សរ។ សូមសម្រួលឱ្យខ្លី អ្នកអាចផ្ញើផ្នែកដែលនៅសល់ក្នុងសារបន្ទាប់។',
  },
  sent: { en: 'Your message has been sent.', km: 'សាររបស់អ្នកត្រូវបានផ្ញើហើយ។' },
  changed: {
    en: 'Something was sent from elsewhere at the same moment. Please look at the messages and send yours again.',
    km: 'មានអ្វីមួយត្រូវបានផ្ញើពីកន្លែងផ្សេងក្នុងពេលតែមួយ។ សូមមើលសារ ហើយផ្ញើរបស់អ្នកម្តងទៀត។',
  },
  takeBack: { en: 'Take the report back', km: 'ដករបាយការណ៍វិញ' },
  takeBackWhat: {
    en: 'From the moment you press the button, nothing of your report is passed on to anybody any more. Seven days later the report, the messages and our notes are erased. Until then you can change your mind here.',
    km: 'ចាប់ពីពេលអ្នកចុចប៊ូតុង គ្មានអ្វីពីរបាយការណ៍របស់អ្នកត្រូវបានបញ្ជូនទៅនរណាទៀតឡើយ។ ប្រាំពីរថ្ងៃក្រោយមក របាយការណ៍ សារ និងកំណត់ចំណាំរបស់យើងនឹងត្រូវលុប។ មុនពេលនោះ អ្នកអាចប្តូរចិត្តបាននៅទីនេះ។',
  },
  cannot: {
    en: 'What cannot be called back: what people of the team have read, what was already told or handed to somebody with your consent, and figures that are already published. They point at nobody.',
    km: 'អ្វីដែលមិនអាចដកវិញបាន៖ អ្វីដែលក្រុមការងារបានអាន អ្វីដែលបានប្រាប់ ឬប្រគល់ឱ្យអ្នកដទៃរួចហើយដោយមានការយល់ព្រមពីអ្នក និងតួលេខដែលបានផ្សាយរួចហើយ។ តួលេខទាំងនោះមិនបង្ហាញថាជានរណាទេ។',
  },
  withdraw: { en: 'Take it back in seven days', km: 'ដកវិញក្នុងរយៈពេលប្រាំពីរថ្ងៃ' },
  atOnce: {
    en: 'If you chose a word of your own when you reported, you can have everything erased at once. This cannot be undone.',
    km: 'បើអ្នកបានជ្រើសពាក្យផ្ទាល់ខ្លួនពេលរាយការណ៍ អ្នកអាចលុបអ្វីៗទាំងអស់ភ្លាម។ ការនេះមិនអាចត្រឡប់វិញបានទេ។',
  },
  word: { en: 'Your own word', km: 'ពាក្យផ្ទាល់ខ្លួនរបស់អ្នក' },
  erase: { en: 'Erase everything now', km: 'លុបទាំងអស់ឥឡូវនេះ' },
  word_empty: { en: 'Please type your own word.', km: 'សូមសរសេរពាក្យផ្ទាល់ខ្លួនរបស់អ្នក។' },
  word_wrong: {
    en: 'This is not the word, or none was chosen when reporting. Nothing was erased. You can take the report back in seven days instead.',
    km: 'នេះមិនមែនជាពាក្យនោះទេ ឬមិនបានជ្រើសពាក្យពេលរាយការណ៍។ គ្មានអ្វីត្រូវបានលុបទេ។ អ្នកអាចដករបាយការណ៍វិញក្នុងរយៈពេលប្រាំពីរថ្ងៃជំនួសវិញ។',
  },
  word_often: {
    en: 'Too many attempts. Please wait five minutes before you try again.',
    km: 'ព្យាយាមច្រើនដងពេក។ សូមរង់ចាំប្រាំនាទីមុនពេលព្យាយាមម្តងទៀត។',
  },
  withdrawn: {
    en: 'You have asked us to take the report back. Nothing of it is passed on any more. Everything is erased on {day}.',
    km: 'អ្នកបានស្នើដករបាយការណ៍វិញ។ គ្មានអ្វីពីវាត្រូវបានបញ្ជូនបន្តទៀតទេ។ អ្វីៗទាំងអស់នឹងត្រូវលុបនៅ{day}។',
  },
  withdrawnNotYou: {
    en: 'If it was not you who asked, undo it here, and tell the team: somebody else has your number.',
    km: 'បើមិនមែនអ្នកជាអ្នកស្នើទេ សូមលុបចោលសំណើនៅទីនេះ ហើយប្រាប់ក្រុមការងារ៖ មាននរណាម្នាក់មានលេខរបស់អ្នក។',
  },
  undo: { en: 'Do not take it back', km: 'កុំដកវិញ' },
  undone: {
    en: 'The report stays. Work on it can go on.',
    km: 'របាយការណ៍នៅដដែល។ ការងារលើវាអាចបន្តបាន។',
  },
  done: { en: 'It has been written down.', km: 'បានកត់ត្រាហើយ។' },
  erasedHeading: { en: 'Everything is erased', km: 'អ្វីៗទាំងអស់ត្រូវបានលុប' },
  erased: {
    en: 'Your report, the messages and our notes about it are erased. The number opens nothing any more; you can throw the paper away. Copies in our backups go within 30 days.',
    km: 'របាយការណ៍របស់អ្នក សារ និងកំណត់ចំណាំរបស់យើងអំពីវា ត្រូវបានលុប។ លេខនេះលែងបើកអ្វីបានទៀតហើយ អ្នកអាចបោះក្រដាសចោលបាន។ ច្បាប់ចម្លងក្នុងការបម្រុងទុករបស់យើងនឹងបាត់ក្នុងរយៈពេល ៣០ ថ្ងៃ។',
  },
  wipe: {
    en: 'When you leave this page, nothing of it stays here. You need the number again to come back.',
    km: 'ពេលអ្នកចាកចេញពីទំព័រនេះ គ្មានអ្វីនៅសល់ទីនេះទេ។ អ្នកត្រូវការលេខម្តងទៀតដើម្បីត្រឡប់មកវិញ។',
  },
  switch: { en: 'Show this in Khmer', km: 'បង្ហាញជាភាសាអង់គ្លេស' },
});
