import type { HelpNumber } from '@romduol/shared/site/help-numbers';

export type { HelpNumber };

/** What a new deployment starts with. They are shown as unverified until the organisation confirms its own list. */
export const SAMPLE_HELP_NUMBERS: readonly HelpNumber[] = [
  {
    number: '117',
    name: { en: 'Police', km: 'នគរបាល' },
    note: {
      en: 'The police are not safe for everybody. You can ask us first whether someone can go with you.',
      km: 'នគរបាលមិនមែនមានសុវត្ថិភាពសម្រាប់មនុស្សគ្រប់គ្នាទេ។ អ្នកអាចសួរយើងជាមុន ថាតើមាននរណាអាចទៅជាមួយអ្នកបានឬទេ។',
    },
    hours: null,
    verified: null,
  },
  {
    number: '119',
    name: { en: 'Ambulance', km: 'រថយន្តសង្គ្រោះ' },
    note: null,
    hours: null,
    verified: null,
  },
  {
    number: '118',
    name: { en: 'Fire brigade', km: 'អ្នកពន្លត់អគ្គិភ័យ' },
    note: null,
    hours: null,
    verified: null,
  },
  {
    number: '1280',
    name: { en: 'Child Helpline Cambodia', km: 'ខ្សែទូរស័ព្ទជំនួយកុមារកម្ពុជា' },
    note: {
      en: 'For children and young people.',
      km: 'សម្រាប់កុមារ និងយុវជន។',
    },
    hours: null,
    verified: null,
  },
];
