import type { Words } from '@romduol/shared/language/language';

/** Beside the words of the report page, which its script carries too: only pages of organisations that have a card need it. */
export const recoveryCardWords = {
  en: '{organisation} keeps a key in a safe, for the day that nobody is left who can read reports. It opens yours too, and cannot be left out.',
  km: '{organisation} ទុកសោមួយក្នុងទូដែក សម្រាប់ថ្ងៃដែលលែងមាននរណាអាចអានរបាយការណ៍។ សោនេះអាចបើករបាយការណ៍របស់អ្នកបានដែរ ហើយមិនអាចដកចេញបានទេ។',
} as const satisfies Words;
