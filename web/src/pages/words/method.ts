import { defineMessages } from '@romduol/shared/language/language';

export const methodWords = defineMessages({
  heading: { en: 'How these figures are made', km: 'របៀបដែលតួលេខទាំងនេះត្រូវបានបង្កើត' },
  explain: { en: 'To explain it to others', km: 'ដើម្បីពន្យល់ប្រាប់អ្នកដទៃ' },
  link: { en: 'How these figures are made.', km: 'របៀបដែលតួលេខទាំងនេះត្រូវបានបង្កើត។' },
});
