import { defineMessages } from '@romduol/shared/language/language';

export const noticesWords = defineMessages({
  title: { en: 'Mail when something is new', km: 'អ៊ីមែលពេលមានអ្វីថ្មី' },
  intro: {
    en: 'The mail says only that there is something new: no name, no case, not even where it comes from. The server stores the address so that it can write to it, and whoever reads your mail sees that something came.',
    km: 'អ៊ីមែលប្រាប់តែថាមានអ្វីថ្មី៖ គ្មានឈ្មោះ គ្មានករណី ហើយមិនប្រាប់ថាមកពីណាទេ។ ម៉ាស៊ីនមេរក្សាទុកអាសយដ្ឋាន ដើម្បីផ្ញើទៅ ហើយអ្នកដែលអានអ៊ីមែលរបស់អ្នក នឹងឃើញថាមានអ្វីមកដល់។',
  },
  notOffered: { en: 'This deployment sends no mail.', km: 'ប្រព័ន្ធនេះមិនផ្ញើអ៊ីមែលទេ។' },
  address: { en: 'Address', km: 'អាសយដ្ឋានអ៊ីមែល' },
  addressWrong: {
    en: 'That does not look like an address, such as name@example.org.',
    km: 'នេះមិនដូចអាសយដ្ឋានអ៊ីមែលទេ ឧទាហរណ៍ name@example.org។',
  },
  when: { en: 'When', km: 'ពេលណា' },
  hours: { en: 'At fixed hours: {hours}', km: 'នៅម៉ោងកំណត់៖ {hours}' },
  hoursDo: {
    en: 'When a mail comes says nothing about when a report came.',
    km: 'ពេលដែលអ៊ីមែលមកដល់ មិនបង្ហាញថារបាយការណ៍មកដល់ពេលណាទេ។',
  },
  every: { en: 'At once, for everything new', km: 'ភ្លាមៗ រាល់ពេលមានអ្វីថ្មី' },
  everyDoes: {
    en: 'Good for urgent cases. Whoever watches your mail learns when somebody reports.',
    km: 'ល្អសម្រាប់ករណីបន្ទាន់។ អ្នកដែលតាមដានអ៊ីមែលរបស់អ្នក នឹងដឹងពេលដែលមាននរណារាយការណ៍។',
  },
  save: { en: 'Save', km: 'រក្សាទុក' },
  remove: { en: 'Send no more mail', km: 'ឈប់ផ្ញើអ៊ីមែល' },
  saved: { en: 'Saved.', km: 'បានរក្សាទុក។' },
  removed: { en: 'Your address is erased.', km: 'អាសយដ្ឋានរបស់អ្នកត្រូវបានលុប។' },
});
