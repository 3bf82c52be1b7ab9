import { defineMessages } from '@romduol/shared/language/language';

export const takeWords = defineMessages({
  title: { en: 'Take a report', km: 'កត់ត្រារបាយការណ៍ជំនួស' },
  intro: {
    en: 'For somebody on the telephone or with you. The same questions as on the public page, sealed in this browser to the same people. Nothing but one answer, or a few words, is needed.',
    km: 'សម្រាប់អ្នកដែលនិយាយតាមទូរសព្ទ ឬនៅជាមួយអ្នក។ សំណួរដូចនៅទំព័រសាធារណៈ បិទត្រានៅក្នុងកម្មវិធីរុករកនេះ ដល់មនុស្សដដែល។ ចម្លើយមួយ ឬពាក្យពីរបីម៉ាត់ ក៏គ្រប់គ្រាន់។',
  },
  readLimits: {
    en: 'Read this out before they tell you anything:',
    km: 'សូមអានឱ្យគេស្តាប់ មុនពេលគេប្រាប់អ្វីដល់អ្នក៖',
  },
  begun: {
    en: 'What you type is kept as a sealed draft of yours until you hand it in.',
    km: 'អ្វីដែលអ្នកវាយ ត្រូវបានរក្សាទុកជាសេចក្តីព្រាងបិទត្រារបស់អ្នក រហូតដល់អ្នកបញ្ជូន។',
  },
  noFiles: {
    en: 'Files and voice messages cannot be added here. The survivor can send them later with the receipt.',
    km: 'ទីនេះមិនអាចបន្ថែមឯកសារ ឬសារជាសំឡេងទេ។ អ្នករងគ្រោះអាចផ្ញើវានៅពេលក្រោយ ដោយប្រើលេខសម្ងាត់។',
  },
  choose: { en: 'No answer', km: 'គ្មានចម្លើយ' },
  handIn: { en: 'Seal and hand in', km: 'បិទត្រា និងបញ្ជូន' },
  sealing: { en: 'Sealing…', km: 'កំពុងបិទត្រា…' },
  discard: { en: 'Throw away', km: 'បោះចោល' },
  mend: { en: 'Please mend this first', km: 'សូមកែអ្វីនេះជាមុនសិន' },
  done: { en: 'The report is handed in', km: 'បានបញ្ជូនរបាយការណ៍ហើយ' },
  receipt: {
    en: 'This number is the survivor’s. Read it out in groups of four, let them read it back, and keep no copy: whoever holds it reads the answers to them.',
    km: 'លេខនេះជារបស់អ្នករងគ្រោះ។ សូមអានមួយក្រុមបួនខ្ទង់ ឱ្យគេអានតាមវិញ ហើយកុំរក្សាទុក៖ អ្នកដែលកាន់វា អាចអានចម្លើយដែលផ្ញើទៅគេ។',
  },
  readers: { en: 'Can be read by {who}.', km: 'អ្នកដែលអាចអាន៖ {who}។' },
  print: { en: 'Print a card', km: 'បោះពុម្ពកាត' },
  given: { en: 'They have the number', km: 'គេមានលេខហើយ' },
});
