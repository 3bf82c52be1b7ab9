import { defineMessages } from '@romduol/shared/language/language';

/** The page for whoever received a letter. Neutral: nothing here says what letters are about. */
export const ackWords = defineMessages({
  heading: { en: 'Answer to a letter', km: 'ឆ្លើយតបលិខិត' },
  lead: {
    en: 'If you received a letter with a code, you can tell its sender here what became of it. No account is needed, and nothing about anybody is shown.',
    km: 'បើអ្នកបានទទួលលិខិតដែលមានលេខកូដ អ្នកអាចប្រាប់អ្នកផ្ញើនៅទីនេះអំពីលទ្ធផល។ មិនត្រូវការគណនីទេ ហើយគ្មានព័ត៌មានអំពីនរណាម្នាក់ត្រូវបានបង្ហាញឡើយ។',
  },
  code: { en: 'The code on the letter', km: 'លេខកូដលើលិខិត' },
  codeHint: {
    en: 'All of it, 24 letters and digits. Dashes do not matter.',
    km: 'ទាំងអស់ ២៤ តួ ទាំងអក្សរ និងលេខ។ មិនចាំបាច់មានសញ្ញាដកទេ។',
  },
  open: { en: 'Go on', km: 'បន្ត' },
  problems: { en: 'Please look at this again', km: 'សូមពិនិត្យចំណុចនេះម្តងទៀត' },
  bad_code: {
    en: 'A letter or digit is wrong or missing. Please compare the code with the letter, group by group.',
    km: 'មានតួអក្សរ ឬលេខខុស ឬខ្វះ។ សូមផ្ទៀងលេខកូដជាមួយលិខិត ម្តងមួយក្រុម។',
  },
  unknown: {
    en: 'This code cannot be used. It may be mistyped, or its time is over. Please call the sender.',
    km: 'មិនអាចប្រើលេខកូដនេះបានទេ។ វាអាចសរសេរខុស ឬហួសពេលកំណត់។ សូមទូរស័ព្ទទៅអ្នកផ្ញើ។',
  },
  often: {
    en: 'Too many attempts. Please wait five minutes before you try again.',
    km: 'ព្យាយាមច្រើនដងពេក។ សូមរង់ចាំប្រាំនាទីមុនពេលព្យាយាមម្តងទៀត។',
  },
  no_reason: { en: 'Please choose why.', km: 'សូមជ្រើសរើសមូលហេតុ។' },
  reference: { en: 'Letter {reference}', km: 'លិខិត {reference}' },
  what: { en: 'What became of it?', km: 'លទ្ធផលយ៉ាងណា?' },
  do_received: { en: 'We received it', km: 'យើងបានទទួលលិខិត' },
  do_accepted: { en: 'We will help', km: 'យើងនឹងជួយ' },
  do_refused: { en: 'We cannot help', km: 'យើងមិនអាចជួយបាន' },
  do_service_given: { en: 'We have helped', km: 'យើងបានជួយហើយ' },
  why: { en: 'If you cannot help: why?', km: 'បើមិនអាចជួយ៖ មូលហេតុអ្វី?' },
  received: { en: 'You told the sender that you received it.', km: 'អ្នកបានប្រាប់អ្នកផ្ញើថា បានទទួលលិខិត។' },
  accepted: { en: 'You told the sender that you will help. Thank you.', km: 'អ្នកបានប្រាប់អ្នកផ្ញើថា នឹងជួយ។ សូមអរគុណ។' },
  refused: { en: 'You told the sender that you cannot help.', km: 'អ្នកបានប្រាប់អ្នកផ្ញើថា មិនអាចជួយបាន។' },
  service_given: {
    en: 'You told the sender that you have helped. Thank you.',
    km: 'អ្នកបានប្រាប់អ្នកផ្ញើថា បានជួយហើយ។ សូមអរគុណ។',
  },
  confirm: { en: 'The sender will call you to confirm it.', km: 'អ្នកផ្ញើនឹងទូរស័ព្ទមកអ្នក ដើម្បីបញ្ជាក់។' },
  none: {
    en: 'Please write no names and nothing about anybody on this site.',
    km: 'សូមកុំសរសេរឈ្មោះ ឬព័ត៌មានអំពីនរណាម្នាក់លើគេហទំព័រនេះ។',
  },
});
