import { defineMessages } from '@romduol/shared/language/language';

export const homeWords = defineMessages({
  heading: { en: 'You can tell us what happened', km: 'អ្នកអាចប្រាប់យើងពីអ្វីដែលបានកើតឡើង' },
  tell: { en: 'Tell what happened', km: 'ប្រាប់ពីអ្វីដែលបានកើតឡើង' },
  help: { en: 'I need help now', km: 'ខ្ញុំត្រូវការជំនួយឥឡូវនេះ' },
  back: { en: 'I have a number from before', km: 'ខ្ញុំមានលេខពីមុនមក' },
  noName: {
    en: 'You do not need to give your name. You can skip any question.',
    km: 'អ្នកមិនចាំបាច់ប្រាប់ឈ្មោះទេ។ អ្នកអាចរំលងសំណួរណាក៏បាន។',
  },
  moreHeading: { en: 'Before you decide', km: 'មុនពេលអ្នកសម្រេចចិត្ត' },
  next: {
    en: 'When it is read, who reads it, and that nobody is told without your yes.',
    km: 'ពេលណាដែលយើងអាន នរណាជាអ្នកអាន ហើយគ្មាននរណាត្រូវបានប្រាប់ បើអ្នកមិនយល់ព្រម។',
  },
  safety: {
    en: 'What we can protect and what we cannot, and how to clear traces from a phone.',
    km: 'អ្វីដែលយើងអាចការពារបាន អ្វីដែលមិនអាច និងរបៀបលុបដានពីទូរស័ព្ទ។',
  },
  rights: {
    en: 'What the law gives and does not give, and the Declaration of Family Relationship.',
    km: 'អ្វីដែលច្បាប់ផ្តល់ឱ្យ និងមិនទាន់ផ្តល់ឱ្យ ព្រមទាំងសេចក្តីថ្លែងទំនាក់ទំនងគ្រួសារ។',
  },
  statistics: {
    en: 'We publish figures so that things change, made so that nobody can be recognised in them.',
    km: 'យើងផ្សាយតួលេខ ដើម្បីឱ្យមានការផ្លាស់ប្តូរ ដោយមិនឱ្យនរណាម្នាក់អាចត្រូវគេស្គាល់។',
  },
});
