import { defineMessages } from '@romduol/shared/language/language';

/** The messages with a reporter, and a report that is being taken back. */
export const conversationWords = defineMessages({
  heading: { en: 'Messages, both ways', km: 'សារទៅមក' },
  hint: {
    en: 'Read on the return page by whoever has the receipt number. Write nothing there that would tell a stranger what happened.',
    km: 'អ្នកណាមានលេខបង្កាន់ដៃ អាចអាននៅទំព័រត្រឡប់មកវិញ។ កុំសរសេរអ្វីដែលធ្វើឱ្យអ្នកដទៃដឹងពីអ្វីដែលបានកើតឡើង។',
  },
  reading: { en: 'Opening the messages…', km: 'កំពុងបើកសារ…' },
  none: { en: 'Nobody has written yet.', km: 'មិនទាន់មាននរណាសរសេរទេ។' },
  reporter: { en: 'The reporter, {day}', km: 'អ្នករាយការណ៍, {day}' },
  member: { en: 'From {handle}, {day}', km: 'ពី {handle}, {day}' },
  askedConsent: { en: 'Asked whether we may tell {recipient}: {items}', km: 'បានសួរថាតើអាចប្រាប់ {recipient}៖ {items}' },
  askedFeedback: { en: 'Asked how it was with {recipient}', km: 'បានសួរថា {recipient} បានជួយយ៉ាងណា' },
  toldHandedOver: {
    en: 'Told that {recipient} goes on, with the new number sealed for the survivor alone',
    km: 'បានប្រាប់ថា {recipient} បន្តករណី ដោយលេខថ្មីចាក់សោសម្រាប់តែអ្នករងគ្រោះ',
  },
  saidGive: { en: 'Agreed', km: 'យល់ព្រម' },
  saidRefuse: { en: 'Said no', km: 'មិនយល់ព្រម' },
  saidWithdraw: { en: 'Took the consent back', km: 'បានដកការយល់ព្រមវិញ' },
  saidFeedback: { en: 'Told how the service was', km: 'បានប្រាប់អំពីសេវា' },
  notTaken: {
    en: 'This answer does not fit the referral as it stands, and changes nothing in the case.',
    km: 'ចម្លើយនេះមិនត្រូវនឹងស្ថានភាពនៃការបញ្ជូនទេ ហើយមិនផ្លាស់ប្តូរអ្វីក្នុងករណីឡើយ។',
  },
  writtenDown: { en: 'Written down in the case', km: 'បានកត់ត្រាក្នុងករណី' },
  received: {
    en: 'told the reporter that the report has been opened',
    km: 'បានប្រាប់អ្នករាយការណ៍ថារបាយការណ៍ត្រូវបានបើកអាន',
  },
  write: { en: 'Write to the reporter', km: 'សរសេរទៅអ្នករាយការណ៍' },
  writeHint: { en: 'Sealed. It cannot be taken back.', km: 'ត្រូវបានបិទត្រា។ វាមិនអាចដកវិញបានទេ។' },
  attach: { en: 'Files to send along', km: 'ឯកសារភ្ជាប់' },
  attachHint: {
    en: 'Up to five. Hidden details are removed before they are sealed. Whoever has the receipt number can save them: send nothing that tells a stranger what happened.',
    km: 'យ៉ាងច្រើនប្រាំ។ ព័ត៌មានលាក់ត្រូវបានលុបចេញមុនពេលបិទត្រា។ អ្នកណាមានលេខបង្កាន់ដៃអាចរក្សាទុកវាបាន៖ កុំផ្ញើអ្វីដែលធ្វើឱ្យអ្នកដទៃដឹងពីអ្វីដែលបានកើតឡើង។',
  },
  cleaning: { en: 'Removing hidden details…', km: 'កំពុងលុបព័ត៌មានលាក់…' },
  detach: { en: 'Send no files', km: 'កុំភ្ជាប់ឯកសារ' },
  sendingFiles: { en: 'Sealing and sending the files, {percent} %', km: 'កំពុងបិទត្រា និងផ្ញើឯកសារ {percent} %' },
  sendingDropped: {
    en: 'The line dropped at {percent} %; trying again by itself',
    km: 'អ៊ីនធឺណិតដាច់នៅ {percent} %។ កំពុងព្យាយាមម្តងទៀតដោយស្វ័យប្រវត្តិ',
  },
  notWhole: {
    en: 'This file has not arrived whole. It may still be on its way; if not, it has to be sent again.',
    km: 'ឯកសារនេះមិនទាន់មកដល់ទាំងស្រុងទេ។ វាអាចកំពុងតាមផ្លូវ បើមិនដូច្នេះទេ ត្រូវផ្ញើវាម្តងទៀត។',
  },
  preview: { en: 'This is what the reporter will see', km: 'នេះជាអ្វីដែលអ្នករាយការណ៍នឹងឃើញ' },
  send: { en: 'Seal and send', km: 'បិទត្រា និងផ្ញើ' },
  withdrawn: {
    en: 'The reporter is taking this report back. Nothing of it may be shared or counted any more. It is erased on {day}.',
    km: 'អ្នករាយការណ៍កំពុងដករបាយការណ៍នេះវិញ។ គ្មានអ្វីពីវាអាចត្រូវបានចែករំលែក ឬរាប់ទៀតទេ។ វានឹងត្រូវលុបនៅ{day}។',
  },
  withdrawnNext: {
    en: 'If something was handed to others already, set the case to “withdrawn”: that writes down what must be called back.',
    km: 'បើមានអ្វីបានប្រគល់ឱ្យអ្នកដទៃរួចហើយ សូមកំណត់ករណីជា «បានដកវិញ»៖ វានឹងកត់ត្រាអ្វីដែលត្រូវទាមទារវិញ។',
  },
  notGenuine: {
    en: 'This withdrawal does not match the report: it was not made with the reporter’s receipt. Tell an administrator, and ask the reporter here before the day of erasure.',
    km: 'ការដកនេះមិនត្រូវនឹងរបាយការណ៍ទេ៖ វាមិនបានធ្វើដោយបង្កាន់ដៃរបស់អ្នករាយការណ៍ឡើយ។ សូមប្រាប់អ្នកគ្រប់គ្រង ហើយសួរអ្នករាយការណ៍នៅទីនេះ មុនថ្ងៃលុប។',
  },
  rowUnanswered: { en: 'The reporter has written', km: 'អ្នករាយការណ៍បានសរសេរមក' },
  rowWithdrawn: { en: 'Is being taken back', km: 'កំពុងត្រូវបានដកវិញ' },
});
