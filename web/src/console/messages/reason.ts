import { defineMessages } from '@romduol/shared/language/language';

export const reasonWords = defineMessages({
  whose: { en: '{handle} is responsible for this case.', km: '{handle} ជាអ្នកទទួលបន្ទុកករណីនេះ។' },
  why: { en: 'Why do you open it?', km: 'ហេតុអ្វីអ្នកបើកវា?' },
  whyHint: {
    en: 'One sentence. It is signed into the log of the case: whoever reads the case sees it, and supervisors see it in a list.',
    km: 'មួយប្រយោគ។ វាត្រូវបានចុះហត្ថលេខាក្នុងកំណត់ហេតុនៃករណី៖ អ្នកអានករណីមើលឃើញ ហើយអ្នកត្រួតពិនិត្យឃើញក្នុងបញ្ជី។',
  },
  open: { en: 'Sign and open', km: 'ចុះហត្ថលេខា ហើយបើក' },
});
