import { defineMessages } from '@romduol/shared/language/language';

export const statisticsWords = defineMessages({
  heading: { en: 'Published figures', km: 'តួលេខដែលបានផ្សព្វផ្សាយ' },
  lead: {
    en: 'What people told us, counted so that nobody can be recognised. Only those who said yes are counted.',
    km: 'អ្វីដែលមនុស្សបានប្រាប់យើង ត្រូវបានរាប់ដោយមិនឱ្យនរណាម្នាក់អាចត្រូវគេស្គាល់។ យើងរាប់តែអ្នកដែលបានយល់ព្រមប៉ុណ្ណោះ។',
  },
  none: {
    en: 'Nothing has been published yet. A period is published eight weeks after its end at the earliest.',
    km: 'មិនទាន់មានអ្វីត្រូវបានផ្សព្វផ្សាយនៅឡើយទេ។ រយៈពេលនីមួយៗអាចផ្សព្វផ្សាយបានយ៉ាងលឿនប្រាំបីសប្តាហ៍ក្រោយពេលវាចប់។',
  },
  incident: { en: 'Reports received', km: 'របាយការណ៍ដែលបានទទួល' },
  outcome: { en: 'What became of cases', km: 'លទ្ធផលនៃសំណុំរឿង' },
  total: { en: '{total} in all, from {from} to {to}', km: 'សរុប {total} ចាប់ពី{from} ដល់{to}' },
  whole: { en: 'All tables of this period', km: 'តារាងទាំងអស់នៃរយៈពេលនេះ' },
  all: { en: 'Everything published, newest first', km: 'អ្វីៗដែលបានផ្សព្វផ្សាយ ពីថ្មីទៅចាស់' },
  download: { en: 'Download all tables (CSV)', km: 'ទាញយកតារាងទាំងអស់ (CSV)' },
  back: { en: 'All published figures', km: 'តួលេខទាំងអស់ដែលបានផ្សព្វផ្សាយ' },
  withheld: { en: 'Not published', km: 'មិនបានផ្សព្វផ្សាយ' },
  published: { en: 'Published on {day}.', km: 'បានផ្សព្វផ្សាយនៅ{day}។' },
  waited: {
    en: 'This also counts {quarters}, when too few had come to be published.',
    km: 'តួលេខនេះរាប់បញ្ចូល {quarters} ដែលមានចំនួនតិចពេកមិនអាចផ្សព្វផ្សាយ។',
  },
  openedLate: {
    en: 'What would be counted was laid down only after this period had begun.',
    km: 'អ្វីដែលត្រូវរាប់ ត្រូវបានកំណត់ក្រោយពេលរយៈពេលនេះបានចាប់ផ្តើម។',
  },
  cite: { en: 'To cite', km: 'សម្រាប់យោង' },
  citation: {
    en: '{organisation}: {kind}, {quarter}. Release {number}, {day}. Fingerprint {hash}.',
    km: '{organisation}៖ {kind} {quarter}។ ការផ្សព្វផ្សាយលើកទី {number} {day}។ លេខសម្គាល់ {hash}។',
  },
});
