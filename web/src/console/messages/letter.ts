import type { Claim } from '@romduol/shared/api/acknowledgements';
import { type Words, defineMessages } from '@romduol/shared/language/language';

/** What leaves the house with a referral, and what its recipient answers. */
export const letterBoxWords = defineMessages({
  letter: { en: 'Exactly this is handed over', km: 'អ្វីដែលប្រគល់ គឺតែប៉ុណ្ណេះ' },
  language: { en: 'Language of the letter', km: 'ភាសានៃលិខិត' },
  print: { en: 'Print it', km: 'បោះពុម្ព' },
  key: { en: 'Public key of the recipient', km: 'កូនសោសាធារណៈរបស់អ្នកទទួល' },
  fileHint: {
    en: 'Instead of paper, for whoever can open an age file:',
    km: 'ជំនួសក្រដាស សម្រាប់អ្នកដែលអាចបើកឯកសារ age៖',
  },
  keyHint: {
    en: 'It begins with age1. Leave it empty for a passphrase of six words: tell it by another way than the file.',
    km: 'ចាប់ផ្តើមដោយ age1។ ទុកទទេសម្រាប់ឃ្លាសម្ងាត់ប្រាំមួយពាក្យ៖ សូមប្រាប់ឃ្លានេះតាមវិធីផ្សេងពីឯកសារ។',
  },
  again: {
    en: 'The same letter, under the same reference. Printing it is written into the case, and asks first whether the consent still holds.',
    km: 'លិខិតដដែល ដែលមានលេខយោងដដែល។ ការបោះពុម្ពត្រូវបានកត់ត្រាក្នុងករណី ហើយពិនិត្យជាមុនថាការយល់ព្រមនៅមានសុពលភាព។',
  },
  codeOver: {
    en: 'Its code no longer works, so it is left out: the recipient answers by telephone.',
    km: 'លេខកូដរបស់វាលែងប្រើបាន ដូច្នេះមិនបង្ហាញទេ៖ អ្នកទទួលឆ្លើយតបតាមទូរស័ព្ទ។',
  },
  saveFile: { en: 'Encrypt and save the file', km: 'បិទសម្ងាត់ និងរក្សាទុកឯកសារ' },
  passphrase: { en: 'Passphrase of this file, shown once:', km: 'ឃ្លាសម្ងាត់របស់ឯកសារនេះ បង្ហាញតែម្តង៖' },
  claimed: {
    en: 'By the letter’s code somebody claims: {claim}. Confirm it with the recipient, then write it down here.',
    km: 'តាមលេខកូដលើលិខិត មាននរណាម្នាក់អះអាងថា៖ {claim}។ សូមបញ្ជាក់ជាមួយអ្នកទទួល រួចកត់ត្រានៅទីនេះ។',
  },
  claimedWhy: { en: 'Reason given: {reason}', km: 'មូលហេតុដែលបានប្រាប់៖ {reason}' },
  reference: { en: 'Letter {reference}', km: 'លិខិត {reference}' },
});

export const claimWords: Readonly<Record<Claim, Words>> = {
  received: { en: 'received', km: 'បានទទួល' },
  accepted: { en: 'they will help', km: 'នឹងជួយ' },
  refused: { en: 'they cannot help', km: 'មិនអាចជួយបាន' },
  service_given: { en: 'they have helped', km: 'បានជួយហើយ' },
};
