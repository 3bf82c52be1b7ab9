import { type Words, defineMessages } from '../language/language.ts';
import type { QuestionId } from './shape.ts';

export type Section = {
  readonly id: string;
  readonly title: Words;
  readonly intro: Words;
  /** Stands before the questions because what it says may change what someone wants to tell. */
  readonly notice?: Words;
  /** Open from the start; the others open at a touch. */
  readonly open: boolean;
  readonly questions: readonly QuestionId[];
};

export const sectionMessages = defineMessages({
  skip: { en: 'You can skip any question.', km: 'អ្នកអាចរំលងសំណួរណាក៏បាន។' },
});

/**
 * A sample until the organisation replaces it by its own, which counsel has read: what may have to be told to others,
 * before anyone tells it. Criminal Code of Cambodia, articles 529 and 530.
 */
export const confidentialityLimits = {
  en: 'Only the caseworkers and supervisors of the team you choose can read what you write. There is one limit. When a child under 15 is sexually abused or ill-treated, Cambodian law asks those who know of it to tell the authorities. If that may be so here, we speak with you first wherever we can. You may leave out your age.',
  km: 'មានតែអ្នកគ្រប់គ្រងករណី និងអ្នកត្រួតពិនិត្យនៃក្រុមដែលអ្នកជ្រើសរើសប៉ុណ្ណោះ ដែលអាចអានអ្វីដែលអ្នកសរសេរ។ មានដែនកំណត់មួយ៖ បើកុមារអាយុក្រោម ១៥ ឆ្នាំ ត្រូវគេបំពានផ្លូវភេទ ឬធ្វើបាប ច្បាប់កម្ពុជាតម្រូវឱ្យអ្នកដែលដឹងរឿង រាយការណ៍ទៅអាជ្ញាធរ។ បើអាចជាករណីបែបនេះ យើងនឹងព្យាយាមនិយាយជាមួយអ្នកជាមុនសិន។ អ្នកអាចមិនប្រាប់អាយុក៏បាន។',
} as const satisfies Words;

/** The page, from top to bottom. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'safety',
    title: { en: 'Your safety first', km: 'សុវត្ថិភាពរបស់អ្នកមុនគេ' },
    intro: {
      en: 'If you are in danger now, please look at “Help now” first. You can come back to this page later.',
      km: 'បើអ្នកកំពុងមានគ្រោះថ្នាក់ សូមមើល «ជំនួយបន្ទាន់» ជាមុនសិន។ អ្នកអាចត្រឡប់មកទំព័រនេះវិញនៅពេលក្រោយ។',
    },
    open: true,
    questions: ['safe_now', 'reporting_for'],
  },
  {
    id: 'what_happened',
    title: { en: 'What happened', km: 'អ្វីដែលបានកើតឡើង' },
    intro: {
      en: 'Thank you for telling us. Choose what fits, or write, or both: one of them is enough.',
      km: 'អរគុណដែលអ្នកប្រាប់យើង។ សូមជ្រើសរើសអ្វីដែលត្រូវ ឬសរសេរ ឬធ្វើទាំងពីរ៖ មួយណាក៏គ្រប់គ្រាន់។',
    },
    notice: confidentialityLimits,
    open: true,
    questions: ['categories', 'narrative'],
  },
  {
    id: 'when_where',
    title: { en: 'When and where', km: 'ពេលណា និងនៅទីណា' },
    intro: { en: 'Roughly is enough. We do not need an address.', km: 'ប្រហាក់ប្រហែលក៏បាន។ យើងមិនត្រូវការអាសយដ្ឋានទេ។' },
    open: false,
    questions: ['when_band', 'province', 'setting'],
  },
  {
    id: 'who',
    title: { en: 'Who did it', km: 'អ្នកដែលបានធ្វើ' },
    intro: {
      en: 'Only how they stand to you. Please do not write names.',
      km: 'សូមប្រាប់តែទំនាក់ទំនងរបស់គេជាមួយអ្នក។ សូមកុំសរសេរឈ្មោះ។',
    },
    open: false,
    questions: ['perpetrators', 'ground'],
  },
  {
    id: 'about_you',
    title: { en: 'About you', km: 'អំពីអ្នក' },
    intro: {
      en: 'You are welcome here however you describe yourself.',
      km: 'យើងស្វាគមន៍អ្នក ទោះអ្នករៀបរាប់អំពីខ្លួនយ៉ាងណាក៏ដោយ។',
    },
    notice: {
      en: 'If you are under 15, please read the text on what we may have to tell others, under “What happened”, before you answer.',
      km: 'បើអ្នកអាយុក្រោម ១៥ ឆ្នាំ មុននឹងឆ្លើយ សូមអានអត្ថបទក្នុងផ្នែក «អ្វីដែលបានកើតឡើង» អំពីអ្វីដែលយើងអាចត្រូវប្រាប់អ្នកដទៃ។',
    },
    open: false,
    questions: ['identity', 'identity_text', 'age', 'disability'],
  },
  {
    id: 'told',
    title: { en: 'Whom you told', km: 'អ្នកដែលអ្នកបានប្រាប់' },
    intro: {
      en: 'Telling or not telling: both are your choice.',
      km: 'ប្រាប់ ឬមិនប្រាប់ សុទ្ធតែជាសិទ្ធិរបស់អ្នក។',
    },
    open: false,
    questions: ['told', 'response'],
  },
  {
    id: 'needs',
    title: { en: 'What you need', km: 'អ្វីដែលអ្នកត្រូវការ' },
    intro: {
      en: 'We may not be able to do everything, and we will say so honestly.',
      km: 'យើងប្រហែលជាមិនអាចជួយបានទាំងអស់ទេ តែយើងនឹងប្រាប់អ្នកដោយស្មោះត្រង់។',
    },
    open: false,
    questions: ['needs', 'language'],
  },
  {
    id: 'reply',
    title: { en: 'How we may reply', km: 'របៀបដែលយើងអាចឆ្លើយតប' },
    intro: {
      en: 'After sending you get a receipt number. With it you can read our reply here, without giving a name.',
      km: 'ក្រោយផ្ញើ អ្នកនឹងទទួលបានលេខបង្កាន់ដៃ។ ដោយប្រើលេខនេះ អ្នកអាចអានចម្លើយរបស់យើងនៅទីនេះ ដោយមិនបាច់ប្រាប់ឈ្មោះ។',
    },
    open: true,
    questions: [
      'contact_mode',
      'contact_value',
      'contact_safety',
      'team',
      'strike_off',
      'consent_contact',
      'consent_statistics',
    ],
  },
];
