import { defineMessages } from '@romduol/shared/language/language';

export const homeWords = defineMessages({
  heading: { en: 'You can tell us what happened', km: 'អ្នកអាចប្រាប់យើងពីអ្វីដែលបានកើតឡើង' },
  lead: {
    en: 'We are community organisations in Cambodia. Whoever you are and whomever you love: what was done to you is not your fault.',
    km: 'យើងជាអង្គការសហគមន៍នៅកម្ពុជា។ មិនថាអ្នកជានរណា ឬស្រលាញ់នរណាក៏ដោយ អ្វីដែលគេបានធ្វើមកលើអ្នក មិនមែនជាកំហុសរបស់អ្នកទេ។',
  },
  tell: { en: 'Tell what happened', km: 'ប្រាប់ពីអ្វីដែលបានកើតឡើង' },
  help: { en: 'I need help now', km: 'ខ្ញុំត្រូវការជំនួយឥឡូវនេះ' },
  back: { en: 'I have a number from before', km: 'ខ្ញុំមានលេខពីមុនមក' },
  noName: {
    en: 'You do not need to give your name. You can skip any question.',
    km: 'អ្នកមិនចាំបាច់ប្រាប់ឈ្មោះទេ។ អ្នកអាចរំលងសំណួរណាក៏បាន។',
  },
  nextHeading: { en: 'What happens after you tell us', km: 'តើមានអ្វីបន្ទាប់ ក្រោយពេលអ្នកប្រាប់យើង?' },
  next1: {
    en: 'You get a number of twenty digits. With it, and without your name, you and the team can find your report again.',
    km: 'អ្នកនឹងទទួលបានលេខមួយដែលមានម្ភៃខ្ទង់។ ដោយប្រើលេខនេះ មិនបាច់មានឈ្មោះ អ្នក និងក្រុមការងារអាចរករបាយការណ៍របស់អ្នកឃើញវិញ។',
  },
  next2: {
    en: 'Someone of the team you choose reads it. They are trained to listen and they do not judge.',
    km: 'មនុស្សម្នាក់ក្នុងក្រុមដែលអ្នកជ្រើសរើសនឹងអាន។ ពួកគេបានរៀនស្តាប់ ហើយមិនវិនិច្ឆ័យអ្នកទេ។',
  },
  next3: {
    en: 'If you wish, they look for help with you: health, a safe place, legal advice, someone to go with you to an office.',
    km: 'បើអ្នកចង់ ពួកគេជួយរកជំនួយជាមួយអ្នក៖ សុខភាព ទីជម្រកសុវត្ថិភាព ប្រឹក្សាផ្លូវច្បាប់ ឬអ្នកជូនអ្នកទៅកាន់ការិយាល័យ។',
  },
  next4: {
    en: 'Nobody else is told anything unless you say yes first.',
    km: 'គ្មាននរណាផ្សេងទៀតត្រូវបានប្រាប់អ្វីឡើយ លុះត្រាតែអ្នកយល់ព្រមជាមុន។',
  },
  exception: {
    en: 'One exception, about children under 15, is explained on the form before you write anything.',
    km: 'មានករណីលើកលែងមួយ អំពីកុមារអាយុក្រោម ១៥ ឆ្នាំ ដែលមានពន្យល់នៅលើទម្រង់ មុនពេលអ្នកសរសេរអ្វីមួយ។',
  },
  safeHeading: { en: 'How we keep it safe', km: 'របៀបដែលយើងរក្សាសុវត្ថិភាព' },
  safe1: {
    en: 'Your words are locked before they are stored. Only the team can open them; our server cannot.',
    km: 'ពាក្យរបស់អ្នកត្រូវបានចាក់សោ មុនពេលរក្សាទុក។ មានតែក្រុមការងារទេដែលបើកបាន ម៉ាស៊ីនមេរបស់យើងបើកមិនបានទេ។',
  },
  safe2: {
    en: 'We do not keep the address of your phone or computer. We use no cookies to follow you, and nothing here comes from another company.',
    km: 'យើងមិនរក្សាទុកអាសយដ្ឋានរបស់ទូរស័ព្ទ ឬកុំព្យូទ័រអ្នកទេ។ យើងមិនប្រើខូគីដើម្បីតាមដានអ្នក ហើយគ្មានអ្វីនៅទីនេះមកពីក្រុមហ៊ុនផ្សេងឡើយ។',
  },
  safe3: {
    en: 'We cannot protect a phone that someone else reads. Use one that is safe for you, and see “What stays on this phone” under Help now.',
    km: 'យើងមិនអាចការពារទូរស័ព្ទដែលអ្នកផ្សេងអាចមើលបានទេ។ សូមប្រើទូរស័ព្ទដែលមានសុវត្ថិភាពសម្រាប់អ្នក ហើយអាន «អ្វីដែលនៅសល់លើទូរស័ព្ទនេះ» ក្នុងទំព័រជំនួយបន្ទាន់។',
  },
  figures: {
    en: 'We publish figures so that things change. They are made so that nobody can be recognised in them.',
    km: 'យើងផ្សាយតួលេខ ដើម្បីឱ្យមានការផ្លាស់ប្តូរ។ តួលេខទាំងនេះត្រូវបានធ្វើឡើងដើម្បីកុំឱ្យនរណាម្នាក់អាចត្រូវគេស្គាល់បាន។',
  },
});
