import { defineMessages } from '@romduol/shared/language/language';

export const replyWords = defineMessages({
  template: { en: 'Begin with', km: 'ចាប់ផ្តើមដោយ' },
  none: { en: 'Your own words', km: 'ពាក្យផ្ទាល់ខ្លួន' },
  language: { en: 'Language of the reply', km: 'ភាសានៃចម្លើយ' },
  read: { en: 'Read: they wrote after it', km: 'បានអាន៖ គាត់បានសរសេរបន្ទាប់ពីនេះ' },
  notKnown: { en: 'Not known whether it was read', km: 'មិនដឹងថាបានអានឬនៅ' },
});

const names = defineMessages({
  first: { en: 'First words', km: 'ពាក្យដំបូង' },
  safety: { en: 'Are you safe?', km: 'តើអ្នកមានសុវត្ថិភាពទេ?' },
  when: { en: 'When and how to reach you', km: 'ពេលណា និងរបៀបទាក់ទង' },
  help: { en: 'What would help', km: 'អ្វីដែលអាចជួយ' },
  waiting: { en: 'No news yet', km: 'មិនទាន់មានដំណឹង' },
  again: { en: 'How are you now?', km: 'ឥឡូវអ្នកយ៉ាងណាហើយ?' },
  end: { en: 'Before we close', km: 'មុនពេលបិទ' },
});

// Whoever reads over a shoulder must not learn from these what happened: none says what the report is about.
const texts = defineMessages({
  first: {
    en: 'Thank you for writing to us. We have read it and we believe you. You decide what happens next, and you can stop at any time. I am here to listen.',
    km: 'អរគុណដែលបានសរសេរមកយើង។ យើងបានអាន ហើយយើងជឿអ្នក។ អ្នកជាអ្នកសម្រេចថាមានអ្វីកើតឡើងបន្ទាប់ ហើយអ្នកអាចឈប់បានគ្រប់ពេល។ ខ្ញុំនៅទីនេះដើម្បីស្តាប់អ្នក។',
  },
  safety: {
    en: 'Are you safe where you are now? Is there somebody near you whom you trust? If you are in danger, the page “Help now” has numbers to call.',
    km: 'តើកន្លែងដែលអ្នកនៅឥឡូវនេះមានសុវត្ថិភាពទេ? តើមាននរណាម្នាក់នៅជិតដែលអ្នកទុកចិត្តទេ? បើអ្នកមានគ្រោះថ្នាក់ ទំព័រ «ជំនួយឥឡូវនេះ» មានលេខសម្រាប់ទូរស័ព្ទ។',
  },
  when: {
    en: 'If you would like to talk, please tell us which day and hour are safe, and how we should reach you. If you would rather go on writing here, that is fine too.',
    km: 'បើអ្នកចង់និយាយគ្នា សូមប្រាប់យើងថាថ្ងៃណា ម៉ោងណាមានសុវត្ថិភាព និងរបៀបទាក់ទងអ្នក។ បើអ្នកចង់សរសេរនៅទីនេះបន្ត ក៏បានដែរ។',
  },
  help: {
    en: 'What would help you most at the moment? You do not have to choose now, and nothing is passed on to anybody without your yes.',
    km: 'ឥឡូវនេះ អ្វីអាចជួយអ្នកបានច្រើនជាងគេ? អ្នកមិនចាំបាច់ជ្រើសរើសឥឡូវទេ ហើយគ្មានអ្វីត្រូវប្រាប់ទៅអ្នកណាឡើយ បើអ្នកមិនយល់ព្រម។',
  },
  waiting: {
    en: 'There is no news yet, and we have not forgotten you. We will write here again within the next days.',
    km: 'មិនទាន់មានដំណឹងទេ ហើយយើងមិនភ្លេចអ្នកទេ។ យើងនឹងសរសេរនៅទីនេះម្តងទៀត ក្នុងប៉ុន្មានថ្ងៃខាងមុខ។',
  },
  again: {
    en: 'How are you now? Has anything changed since we last wrote? You can answer in a few words, or not at all.',
    km: 'ឥឡូវអ្នកយ៉ាងណាហើយ? តើមានអ្វីផ្លាស់ប្តូរតាំងពីពេលដែលយើងសរសេរលើកមុនទេ? អ្នកអាចឆ្លើយពីរបីពាក្យ ឬមិនឆ្លើយក៏បាន។',
  },
  end: {
    en: 'It seems that there is nothing more for us to do just now. Is that how you see it too? If you need us again later, write here or report anew: you are welcome at any time.',
    km: 'ឥឡូវនេះ ហាក់ដូចជាគ្មានអ្វីដែលយើងត្រូវធ្វើបន្ថែមទេ។ តើអ្នកយល់ដូចគ្នាទេ? បើថ្ងៃក្រោយអ្នកត្រូវការយើងម្តងទៀត សូមសរសេរនៅទីនេះ ឬរាយការណ៍ជាថ្មី៖ អ្នកអាចមកបានគ្រប់ពេល។',
  },
});

export type ReplyName = keyof typeof texts;

const reply = (code: ReplyName) => ({ name: names[code], words: texts[code] });

/** What a reply may begin with, by its name. */
export const REPLIES = {
  first: reply('first'),
  safety: reply('safety'),
  when: reply('when'),
  help: reply('help'),
  waiting: reply('waiting'),
  again: reply('again'),
  end: reply('end'),
} as const;
