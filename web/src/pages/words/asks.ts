import { defineMessages } from '@romduol/shared/language/language';

/** What the return page says where the team asks for a consent, or how a service was. */
export const askWords = defineMessages({
  heading: { en: 'What we ask you', km: 'អ្វីដែលយើងសួរអ្នក' },
  mayWe: {
    en: 'May we tell “{recipient}” something about you, so that they can help?',
    km: 'តើយើងអាចប្រាប់ «{recipient}» អំពីអ្នក ដើម្បីឱ្យគេអាចជួយបានទេ?',
  },
  items: { en: 'Only this, and nothing else:', km: 'តែប៉ុណ្ណេះ ហើយគ្មានអ្វីផ្សេងទៀតទេ៖' },
  purpose: { en: 'For this: {purpose}', km: 'គោលបំណង៖ {purpose}' },
  open: { en: 'Your yes holds until you take it back.', km: 'ការយល់ព្រមរបស់អ្នកមានសុពលភាព រហូតដល់អ្នកដកវិញ។' },
  until: { en: 'Your yes would hold until {day}.', km: 'ការយល់ព្រមរបស់អ្នកមានសុពលភាពត្រឹម{day}។' },
  right: {
    en: 'You may say no, and you may change your mind at any time. You will get our help all the same.',
    km: 'អ្នកអាចបដិសេធបាន ហើយអាចប្តូរចិត្តពេលណាក៏បាន។ យើងនៅតែជួយអ្នកដដែល។',
  },
  word: { en: 'Your own word, to see the exact words', km: 'ពាក្យផ្ទាល់ខ្លួនរបស់អ្នក ដើម្បីមើលពាក្យពិតប្រាកដ' },
  show: { en: 'Show the exact words', km: 'បង្ហាញពាក្យពិតប្រាកដ' },
  noWord: {
    en: 'The exact words are not shown here, so that whoever finds your number cannot read them. A caseworker will read them to you if you ask.',
    km: 'ពាក្យពិតប្រាកដមិនបង្ហាញនៅទីនេះទេ ដើម្បីកុំឱ្យអ្នករកឃើញលេខរបស់អ្នកអាចអានបាន។ បើអ្នកស្នើ ក្រុមការងារនឹងអានឱ្យអ្នកស្តាប់។',
  },
  exactly: { en: 'They would be told exactly this:', km: 'គេនឹងត្រូវបានប្រាប់តែប៉ុណ្ណេះ៖' },
  nothing: { en: 'nothing was said of this', km: 'មិនបានប្រាប់អំពីរឿងនេះទេ' },
  do_give: { en: 'Yes, I agree', km: 'យល់ព្រម' },
  do_refuse: { en: 'No', km: 'មិនយល់ព្រម' },
  do_withdraw: { en: 'Take my yes back', km: 'ដកការយល់ព្រមវិញ' },
  give: { en: 'You agreed.', km: 'អ្នកបានយល់ព្រម។' },
  refuse: { en: 'You said no. Nothing is told to them.', km: 'អ្នកបានបដិសេធ។ គ្មានអ្វីត្រូវប្រាប់គេទេ។' },
  withdraw: {
    en: 'You took your yes back. Nothing more is told to them. What they have been told already we will ask them to forget.',
    km: 'អ្នកបានដកការយល់ព្រមវិញ។ គ្មានអ្វីត្រូវប្រាប់គេទៀតទេ។ អ្វីដែលបានប្រាប់រួច យើងនឹងសុំឱ្យគេបំភ្លេចចោល។',
  },
  asked: { en: 'We asked whether we may tell {recipient} something.', km: 'យើងបានសួរថា តើអាចប្រាប់ {recipient} បានទេ។' },
  askedHow: { en: 'We asked how it was with {recipient}.', km: 'យើងបានសួរថា {recipient} បានជួយអ្នកយ៉ាងណា។' },
  handedOver: {
    en: 'As you agreed, {recipient} now goes on with your case.',
    km: 'ដូចដែលអ្នកបានយល់ព្រម {recipient} បន្តករណីរបស់អ្នកហើយ។',
  },
  newNumber: {
    en: 'This is your number with them. Copy it: only it leads to their answers. Nobody else can see it here without the number that you just typed.',
    km: 'នេះជាលេខរបស់អ្នកនៅជាមួយគេ។ សូមចម្លងទុក៖ មានតែលេខនេះទេដែលនាំទៅចម្លើយរបស់គេ។ គ្មានអ្នកណាមើលឃើញវានៅទីនេះទេ បើគ្មានលេខដែលអ្នកទើបបញ្ចូល។',
  },
  answered: { en: 'You told us how it was.', km: 'អ្នកបានប្រាប់យើងរួចហើយ។' },
  how: { en: 'How was it with “{recipient}”?', km: 'តើ «{recipient}» បានជួយអ្នកយ៉ាងណា?' },
  howHint: {
    en: 'You can skip any question. It helps us to know where to send others. Your name does not go with it.',
    km: 'អ្នកអាចរំលងសំណួរណាមួយក៏បាន។ វាជួយយើងឱ្យដឹងថាគួរណែនាំអ្នកដទៃទៅណា។ គ្មានឈ្មោះអ្នកជាប់ជាមួយទេ។',
  },
  respectful: { en: 'Did they treat you with respect?', km: 'តើគេបានគោរពអ្នកទេ?' },
  r1: { en: 'Not at all', km: 'មិនសោះ' },
  r2: { en: 'A little', km: 'បន្តិចបន្តួច' },
  r3: { en: 'In part', km: 'មួយផ្នែក' },
  r4: { en: 'Mostly', km: 'ភាគច្រើន' },
  r5: { en: 'Fully', km: 'ពេញលេញ' },
  outed: { en: 'Did they tell others about you?', km: 'តើគេបានយករឿងអ្នកទៅប្រាប់អ្នកដទៃទេ?' },
  again: { en: 'Would you go there again?', km: 'តើអ្នកនឹងទៅទីនោះម្តងទៀតទេ?' },
  yes: { en: 'Yes', km: 'បាទ/ចាស' },
  no: { en: 'No', km: 'ទេ' },
  comment: { en: 'Anything else', km: 'ចង់ប្រាប់អ្វីទៀត' },
  send: { en: 'Send', km: 'ផ្ញើ' },
  said: { en: 'Your answer has been sent.', km: 'ចម្លើយរបស់អ្នកត្រូវបានផ្ញើហើយ។' },
  shown_wrong: {
    en: 'This is not the word, so the words stay closed. You can still answer, or ask a caseworker to read them to you.',
    km: 'នេះមិនមែនជាពាក្យនោះទេ ដូច្នេះមិនអាចបង្ហាញបាន។ អ្នកនៅតែអាចឆ្លើយបាន ឬស្នើឱ្យក្រុមការងារអានឱ្យស្តាប់។',
  },
});
