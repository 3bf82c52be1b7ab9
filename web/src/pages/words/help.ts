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
  some: {
    en: 'Nobody has rung the numbers marked “not confirmed yet” to check them.',
    km: 'មិនទាន់មាននរណាទូរស័ព្ទទៅផ្ទៀងផ្ទាត់លេខដែលមានសញ្ញា «មិនទាន់បានផ្ទៀងផ្ទាត់» ទេ។',
  },
  unverified: { en: 'not confirmed yet', km: 'មិនទាន់បានផ្ទៀងផ្ទាត់' },
  verified: { en: 'last checked on {day}', km: 'ពិនិត្យចុងក្រោយនៅ{day}' },
  bill: {
    en: 'A call can appear on the bill and in the list of calls of the phone.',
    km: 'ការហៅទូរស័ព្ទអាចបង្ហាញក្នុងវិក្កយបត្រ និងក្នុងបញ្ជីហៅរបស់ទូរស័ព្ទ។',
  },
  onion: {
    en: 'In Tor Browser we are also here, and nobody on the way can see which site you visit:',
    km: 'ក្នុង Tor Browser យើងក៏មាននៅទីនេះដែរ ហើយគ្មាននរណាតាមផ្លូវអាចឃើញថាអ្នកចូលគេហទំព័រណាទេ៖',
  },
});
