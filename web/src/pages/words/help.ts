import { defineMessages } from '@romduol/shared/language/language';

export const helpWords = defineMessages({
  heading: { en: 'Help now', km: 'ជំនួយបន្ទាន់' },
  lead: {
    en: 'If you are in danger, go first to where there are people you trust. Telling us can wait.',
    km: 'បើអ្នកកំពុងមានគ្រោះថ្នាក់ សូមទៅកន្លែងដែលមានមនុស្សដែលអ្នកទុកចិត្តជាមុនសិន។ ការប្រាប់យើងអាចរង់ចាំបាន។',
  },
  numbers: { en: 'Telephone numbers', km: 'លេខទូរស័ព្ទ' },
  sample: {
    en: 'Sample list. Nobody has rung these numbers to confirm them yet.',
    km: 'បញ្ជីគំរូ។ មិនទាន់មាននរណាទូរស័ព្ទទៅផ្ទៀងផ្ទាត់លេខទាំងនេះនៅឡើយទេ។',
  },
  unverified: { en: 'not confirmed yet', km: 'មិនទាន់បានផ្ទៀងផ្ទាត់' },
  verified: { en: 'last checked on {day}', km: 'ពិនិត្យចុងក្រោយនៅថ្ងៃ {day}' },
  bill: {
    en: 'A call can appear on the bill and in the list of calls of the phone.',
    km: 'ការហៅទូរស័ព្ទអាចបង្ហាញក្នុងវិក្កយបត្រ និងក្នុងបញ្ជីហៅរបស់ទូរស័ព្ទ។',
  },
  seventyTwo: {
    en: 'After rape or a sexual assault, a hospital can help best within 72 hours (3 days): medicine against HIV, against pregnancy, and care for injuries. You may ask for this without going to the police.',
    km: 'ក្រោយការរំលោភ ឬការបំពានផ្លូវភេទ មន្ទីរពេទ្យអាចជួយបានល្អបំផុតក្នុងរយៈពេល ៧២ ម៉ោង (៣ ថ្ងៃ)៖ ថ្នាំការពារមេរោគអេដស៍ ថ្នាំការពារការមានផ្ទៃពោះ និងការព្យាបាលរបួស។ អ្នកអាចសុំជំនួយនេះ ដោយមិនចាំបាច់ទៅនគរបាលទេ។',
  },
  hurtHeading: { en: 'If you think of ending your life', km: 'បើអ្នកគិតចង់បញ្ចប់ជីវិត' },
  hurt: {
    en: 'You are not alone, and this feeling can pass. Please tell one person near you now, and do not stay alone tonight. Put away what you could hurt yourself with.',
    km: 'អ្នកមិនឯកោទេ ហើយអារម្មណ៍នេះអាចកន្លងផុតទៅបាន។ សូមប្រាប់មនុស្សម្នាក់ដែលនៅជិតអ្នកឥឡូវនេះ ហើយកុំនៅម្នាក់ឯងនៅយប់នេះ។ សូមទុកអ្វីៗដែលអាចធ្វើឱ្យអ្នករងរបួសឱ្យឆ្ងាយ។',
  },
  phoneHeading: { en: 'What stays on this phone', km: 'អ្វីដែលនៅសល់លើទូរស័ព្ទនេះ' },
  leave: {
    en: '“Leave quickly” takes you to another site at once. For ten minutes our pages do not open again in this browser, so that “Back” does not show them. It cannot erase everything:',
    km: '«ចាកចេញភ្លាម» នាំអ្នកទៅគេហទំព័រផ្សេងភ្លាមៗ។ ក្នុងរយៈពេលដប់នាទី ទំព័ររបស់យើងនឹងមិនបើកវិញក្នុងកម្មវិធីរុករកនេះទេ ដូច្នេះប៊ូតុង «ថយក្រោយ» នឹងមិនបង្ហាញវាឡើយ។ វាមិនអាចលុបអ្វីៗទាំងអស់បានទេ៖',
  },
  history: {
    en: 'The browser’s history keeps our address. It calls the pages “Romduol” and does not say what they are for. You can delete the entry: open History in the browser’s menu, hold the line, and delete it. Deleting everything may look suspicious to someone who checks.',
    km: 'ប្រវត្តិរុករករក្សាទុកអាសយដ្ឋានរបស់យើង។ វាហៅទំព័រទាំងនេះថា «រំដួល» ហើយមិនប្រាប់ថាសម្រាប់អ្វីទេ។ អ្នកអាចលុបវាបាន៖ បើកប្រវត្តិក្នុងម៉ឺនុយ ចុចឱ្យជាប់លើបន្ទាត់នោះ រួចលុប។ ការលុបប្រវត្តិទាំងអស់ អាចធ្វើឱ្យអ្នកដែលពិនិត្យមើលសង្ស័យ។',
  },
  account: {
    en: 'A browser that is signed in to an account (Google, Apple) may show the history on other devices too.',
    km: 'កម្មវិធីរុករកដែលបានចូលគណនី (Google, Apple) អាចបង្ហាញប្រវត្តិនៅលើឧបករណ៍ផ្សេងទៀតផងដែរ។',
  },
  router: {
    en: 'The owner of the Wi-Fi or the phone company can see that this address was visited, but not what you read or wrote.',
    km: 'ម្ចាស់ Wi-Fi ឬក្រុមហ៊ុនទូរស័ព្ទ អាចឃើញថាមានគេបានចូលអាសយដ្ឋាននេះ ប៉ុន្តែមើលមិនឃើញអ្វីដែលអ្នកបានអាន ឬសរសេរទេ។',
  },
  keyboard: {
    en: 'Some keyboards remember words that were typed. If you can, use a private window, or Tor Browser, where none of this is kept.',
    km: 'ក្តារចុចខ្លះចងចាំពាក្យដែលបានវាយ។ បើអាច សូមប្រើផ្ទាំងឯកជន (private window) ឬកម្មវិធី Tor Browser ដែលមិនរក្សាទុករឿងទាំងនេះ។',
  },
});
