import { defineMessages } from '@romduol/shared/language/language';

/** Choosing what to print. A native speaker reviews the Khmer, here and on the posters. */
export const posterWords = defineMessages({
  title: { en: 'Posters and pocket cards', km: 'ផ្ទាំងប័ណ្ណ និងកាតហោប៉ៅ' },
  intro: {
    en: 'They say neither what happened to anybody nor who comes to you, so that whoever carries one gives nothing away. The code is drawn on this device.',
    km: 'វាមិនប្រាប់ថាមានរឿងអ្វីកើតឡើងចំពោះនរណា ឬថានរណាមករកអ្នកទេ ដូច្នេះអ្នកដែលកាន់វាមិនលាតត្រដាងអ្វីឡើយ។ កូដត្រូវបានគូរនៅលើឧបករណ៍នេះ។',
  },
  shape: { en: 'What to print', km: 'អ្វីដែលត្រូវបោះពុម្ព' },
  a4: { en: 'Poster, A4', km: 'ផ្ទាំងប័ណ្ណ A4' },
  a6: { en: 'Hand card, A6', km: 'កាតតូច A6' },
  pocket: { en: 'Pocket cards, eight on a sheet of A4', km: 'កាតហោប៉ៅ ប្រាំបីលើក្រដាស A4 មួយសន្លឹក' },
  languages: { en: 'Languages', km: 'ភាសា' },
  both: { en: 'Khmer and English', km: 'ខ្មែរ និងអង់គ្លេស' },
  onlyKm: { en: 'Khmer', km: 'ខ្មែរ' },
  onlyEn: { en: 'English', km: 'អង់គ្លេស' },
  onion: { en: 'With the address for Tor Browser', km: 'ជាមួយអាសយដ្ឋានសម្រាប់ Tor Browser' },
  print: { en: 'Print', km: 'បោះពុម្ព' },
  noAddress: {
    en: 'Nobody has told this server its public address (PUBLIC_URL), so this is the one that you see it under. Check that others reach it there before you print.',
    km: 'មិនទាន់មានអ្នកកំណត់អាសយដ្ឋានសាធារណៈ (PUBLIC_URL) ទេ ដូច្នេះនេះជាអាសយដ្ឋានដែលអ្នកកំពុងប្រើ។ សូមពិនិត្យថាអ្នកដទៃអាចចូលតាមវាបាន មុននឹងបោះពុម្ព។',
  },
  qr: { en: 'QR code of {address}', km: 'កូដ QR នៃ {address}' },
});

/** What stands on them. */
export const posterText = defineMessages({
  question: { en: 'Would you like to talk to somebody?', km: 'តើអ្នកចង់និយាយជាមួយនរណាម្នាក់ទេ?' },
  lead: {
    en: 'Write or speak to us in confidence. It costs nothing, and you need not give a name.',
    km: 'សូមសរសេរ ឬនិយាយមកយើងដោយសម្ងាត់។ មិនអស់ប្រាក់ ហើយមិនចាំបាច់ប្រាប់ឈ្មោះទេ។',
  },
  brief: { en: 'In confidence. Free. No name needed.', km: 'ជាការសម្ងាត់។ ឥតគិតថ្លៃ។ មិនចាំបាច់ប្រាប់ឈ្មោះ។' },
  scan: { en: 'Scan this, or type the address:', km: 'ស្កេនកូដនេះ ឬវាយអាសយដ្ឋាន៖' },
  tor: { en: 'In Tor Browser:', km: 'ក្នុងកម្មវិធី Tor៖' },
  phone: {
    en: 'Best on a phone that nobody else looks into.',
    km: 'ល្អបំផុតគឺប្រើទូរស័ព្ទដែលគ្មានអ្នកផ្សេងមើល។',
  },
  words: {
    en: 'These words stand on the right page too:',
    km: 'ពាក្យទាំងនេះក៏មាននៅលើទំព័រដែលត្រឹមត្រូវ៖',
  },
});
