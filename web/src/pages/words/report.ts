import { defineMessages } from '@romduol/shared/language/language';

export const reportWords = defineMessages({
  heading: { en: 'Tell what happened', km: 'ប្រាប់ពីអ្វីដែលបានកើតឡើង' },
  lead: {
    en: 'You need not give your name. You decide how much you tell.',
    km: 'អ្នកមិនចាំបាច់ប្រាប់ឈ្មោះទេ។ អ្នកជាអ្នកសម្រេចថាចង់ប្រាប់ប៉ុណ្ណា។',
  },
  /** Stands until the script has shown that it can do better, and again when it could not. */
  bare: {
    en: 'This page works without JavaScript. Our server reads your words for a moment to lock them, and keeps nothing it can read.',
    km: 'ទំព័រនេះដំណើរការដោយមិនត្រូវការ JavaScript។ ម៉ាស៊ីនមេរបស់យើងអានពាក្យរបស់អ្នកតែមួយភ្លែតដើម្បីចាក់សោ ហើយមិនរក្សាទុកអ្វីដែលវាអាចអានបានទេ។',
  },
  sealed: {
    en: 'Your words are locked on this phone or computer before they are sent. Our server cannot read them.',
    km: 'ពាក្យរបស់អ្នកត្រូវបានចាក់សោនៅក្នុងទូរស័ព្ទ ឬកុំព្យូទ័រនេះ មុនពេលផ្ញើ។ ម៉ាស៊ីនមេរបស់យើងអានមិនបានទេ។',
  },
  read: {
    en: 'What you write is not saved until you send it.',
    km: 'អ្វីដែលអ្នកសរសេរ មិនត្រូវបានរក្សាទុកទេ លុះត្រាតែអ្នកផ្ញើ។',
  },
  choose: { en: 'Choose, or leave', km: 'ជ្រើសរើស ឬទុកទំនេរ' },
  notSafe: {
    en: 'If you can, go first to where people you trust are. These numbers may help:',
    km: 'បើអាច សូមទៅកន្លែងដែលមានមនុស្សដែលអ្នកទុកចិត្តជាមុនសិន។ លេខទាំងនេះអាចជួយបាន៖',
  },
  /** Names the field that nobody sees, for a browser that shows it all the same. */
  trap: { en: 'Leave this empty', km: 'សូមទុកឱ្យទំនេរ' },
  send: { en: 'Send', km: 'ផ្ញើ' },
  switch: {
    en: 'Show this form in Khmer, keeping what I wrote',
    km: 'បង្ហាញទម្រង់នេះជាភាសាអង់គ្លេស ដោយរក្សាអ្វីដែលខ្ញុំបានសរសេរ',
  },
  problems: { en: 'Please look at this again', km: 'សូមពិនិត្យចំណុចនេះម្តងទៀត' },
  failed: {
    en: 'Locking your words here did not work. Nothing has been sent. You can press “Send” again. Or you can send them so that our server reads them for a moment to lock them.',
    km: 'ការចាក់សោពាក្យរបស់អ្នកនៅទីនេះមិនបានសម្រេចទេ។ មិនទាន់មានអ្វីត្រូវបានផ្ញើឡើយ។ អ្នកអាចចុច «ផ្ញើ» ម្តងទៀត ឬផ្ញើដោយឱ្យម៉ាស៊ីនមេរបស់យើងអានមួយភ្លែតដើម្បីចាក់សោ។',
  },
  sendBare: { en: 'Send and let the server lock it', km: 'ផ្ញើ ហើយឱ្យម៉ាស៊ីនមេចាក់សោ' },
  preparing: { en: 'Getting the lock ready…', km: 'កំពុងរៀបចំសោ…' },
  locking: { en: 'Locking your words…', km: 'កំពុងចាក់សោពាក្យរបស់អ្នក…' },
  sending: { en: 'Sending…', km: 'កំពុងផ្ញើ…' },
  retrying: { en: 'The line dropped. Sending again…', km: 'អ៊ីនធឺណិតដាច់។ កំពុងផ្ញើម្តងទៀត…' },
  dropped: {
    en: 'There is no connection. Your words are still here. Press “Send” again when you have one; nothing is sent twice.',
    km: 'គ្មានអ៊ីនធឺណិតទេ។ ពាក្យរបស់អ្នកនៅទីនេះដដែល។ សូមចុច «ផ្ញើ» ម្តងទៀតពេលមានអ៊ីនធឺណិត។ វានឹងមិនផ្ញើពីរដងទេ។',
  },
  uncheckedNotice: {
    en: 'Since {day} the list of people who can read your report could not be checked. It may still be right.',
    km: 'តាំងពី{day}មក បញ្ជីឈ្មោះអ្នកដែលអាចអានរបាយការណ៍របស់អ្នក មិនអាចផ្ទៀងផ្ទាត់បានទេ។ វាអាចនៅត្រឹមត្រូវដដែល។',
  },
  uncheckedHere: {
    en: 'By the clock of this phone or computer, the list of people who can read your report is out of date and cannot be checked. It may still be right.',
    km: 'តាមនាឡិការបស់ទូរស័ព្ទ ឬកុំព្យូទ័រនេះ បញ្ជីឈ្មោះអ្នកដែលអាចអានរបាយការណ៍របស់អ្នកហួសកាលកំណត់ ហើយមិនអាចផ្ទៀងផ្ទាត់បាន។ វាអាចនៅត្រឹមត្រូវដដែល។',
  },
  unchecked: {
    en: 'I know that the list of readers could not be checked. Send all the same.',
    km: 'ខ្ញុំដឹងថាបញ្ជីអ្នកអានមិនអាចផ្ទៀងផ្ទាត់បាន។ សូមផ្ញើចុះ។',
  },
  keyringUnchecked: {
    en: 'Please say whether to send although the list of readers could not be checked.',
    km: 'សូមបញ្ជាក់ថាតើត្រូវផ្ញើឬទេ ទោះបីបញ្ជីអ្នកអានមិនអាចផ្ទៀងផ្ទាត់បានក៏ដោយ។',
  },
  closed: {
    en: 'Reports are not yet accepted here. Nobody is set up to read them, so please do not send anything private to this address.',
    km: 'នៅទីនេះមិនទាន់ទទួលរបាយការណ៍នៅឡើយទេ។ មិនទាន់មានអ្នកអាន ដូច្នេះសូមកុំផ្ញើរឿងឯកជនមកអាសយដ្ឋាននេះ។',
  },
  notOpen: {
    en: 'No reports are taken here at present: those who will read them are still getting ready, or have closed. Please do not send anything private to this address.',
    km: 'បច្ចុប្បន្ននៅទីនេះមិនទទួលរបាយការណ៍ទេ៖ អ្នកដែលនឹងអានកំពុងរៀបចំ ឬបានបិទហើយ។ សូមកុំផ្ញើរឿងឯកជនមកអាសយដ្ឋាននេះ។',
  },
  closedHelp: { en: 'These pages are open:', km: 'ទំព័រទាំងនេះអាចមើលបាន៖' },
});

export const receiptWords = defineMessages({
  heading: { en: 'Thank you. It has arrived.', km: 'អរគុណ។ យើងបានទទួលហើយ។' },
  lead: {
    en: 'This is your receipt number. Please write it down now, on paper. It is shown only once, and we cannot find it again for you.',
    km: 'នេះជាលេខបង្កាន់ដៃរបស់អ្នក។ សូមសរសេរវាទុកលើក្រដាសឥឡូវនេះ។ វាបង្ហាញតែម្តងប៉ុណ្ណោះ ហើយយើងមិនអាចរកវាឱ្យអ្នកវិញបានទេ។',
  },
  use: {
    en: 'With this number you can be found again without a name: to hear our answer, to add something, or to take the report back.',
    km: 'ដោយប្រើលេខនេះ យើងអាចស្គាល់អ្នកវិញដោយមិនបាច់មានឈ្មោះ៖ ដើម្បីដឹងចម្លើយរបស់យើង បន្ថែមអ្វីមួយ ឬដករបាយការណ៍វិញ។',
  },
  warning: {
    en: 'Do not keep it on a phone that others use: no photo, no message. Whoever has the number can read our answers to you, but never what you told us.',
    km: 'កុំរក្សាវាទុកក្នុងទូរស័ព្ទដែលអ្នកដទៃប្រើ៖ កុំថតរូប កុំផ្ញើជាសារ។ អ្នកណាមានលេខនេះ អាចអានចម្លើយរបស់យើងទៅអ្នក ប៉ុន្តែមិនអាចអានអ្វីដែលអ្នកបានប្រាប់យើងឡើយ។',
  },
  speak: { en: 'Read the digits aloud', km: 'អានលេខឱ្យឮ' },
  print: { en: 'Print a card with only the digits', km: 'បោះពុម្ពកាតដែលមានតែលេខ' },
  back: { en: 'Come back here to read the answer.', km: 'ត្រឡប់មកទីនេះដើម្បីអានចម្លើយ។' },
  copied: { en: 'I have copied it', km: 'ខ្ញុំបានចម្លងវាហើយ' },
  next: {
    en: 'Good. Someone of the team reads your report on the next working day. You can close this page now.',
    km: 'ល្អណាស់។ មនុស្សម្នាក់ក្នុងក្រុមនឹងអានរបាយការណ៍របស់អ្នកនៅថ្ងៃធ្វើការបន្ទាប់។ ឥឡូវនេះអ្នកអាចបិទទំព័រនេះបាន។',
  },
});
