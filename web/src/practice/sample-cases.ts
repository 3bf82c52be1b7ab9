import type { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import type { Language } from '@romduol/shared/language/language';

/** A made-up report to practise on; `daysAgo` it came in. No names and no places smaller than a province. */
export type SampleReport = {
  readonly daysAgo: number;
  readonly answers: Answers;
  readonly contact: ContactAnswers;
  /** What its made-up reporter answers, once somebody has written to them. */
  readonly reply: Readonly<Record<Language, string>>;
};

/** Each asks for something else of whoever practises: speed, consent, a minor, no contact, a refusal. */
export const SAMPLE_REPORTS: readonly SampleReport[] = [
  {
    daysAgo: 0,
    answers: {
      codebook: 1,
      safe_now: 'no',
      reporting_for: 'self',
      categories: ['confined_or_cured', 'forced_marriage'],
      narrative: 'ខ្ញុំត្រូវគេចាក់សោក្នុងបន្ទប់ចាប់តាំងពីម្សិលមិញ។ គេថាខ្ញុំត្រូវរៀបការខែក្រោយ។ (ជារឿងប្រឌិត)',
      when_band: 'h72',
      province: 'KH-2',
      setting: 'home_own',
      perpetrators: ['parent'],
      identity: ['lbq_woman'],
      age: 'a15_17',
      needs: ['shelter', 'psychosocial'],
      consent_contact: 'yes',
      consent_statistics: 'yes',
    },
    contact: { contact_mode: 'receipt_only' },
    reply: {
      en: 'I can write only at night. Please do not call.',
      km: 'ខ្ញុំអាចសរសេរបានតែពេលយប់។ សូមកុំទូរស័ព្ទ។',
    },
  },
  {
    daysAgo: 2,
    answers: {
      codebook: 1,
      safe_now: 'yes',
      reporting_for: 'self',
      categories: ['physical'],
      narrative: 'My brother hit me when he saw my messages. My arm still hurts. (A made-up story.)',
      when_band: 'week',
      province: 'KH-12',
      setting: 'home_own',
      perpetrators: ['sibling'],
      identity: ['gbq_man'],
      age: 'a18_24',
      needs: ['health', 'legal'],
      consent_contact: 'yes',
      consent_statistics: 'yes',
    },
    contact: {
      contact_mode: 'phone',
      contact_value: '000 000 000',
      contact_safety: 'After six, say you call about the course.',
    },
    reply: {
      en: 'Thank you. I would go to the hospital if somebody comes with me.',
      km: 'អរគុណ។ ខ្ញុំនឹងទៅមន្ទីរពេទ្យ បើមាននរណាម្នាក់ទៅជាមួយ។',
    },
  },
  {
    daysAgo: 5,
    answers: {
      codebook: 1,
      safe_now: 'yes',
      reporting_for: 'self',
      categories: ['discrimination_work'],
      narrative:
        'The manager said customers complain about how I dress, and gave my shifts to others. (A made-up story.)',
      when_band: 'month',
      province: 'KH-17',
      setting: 'workplace',
      perpetrators: ['employer_coworker'],
      identity: ['trans_woman'],
      age: 'a25_34',
      needs: ['legal', 'livelihood'],
      consent_contact: 'no',
    },
    contact: { contact_mode: 'receipt_only' },
    reply: {
      en: 'I do not want a complaint now. I only want to know my rights.',
      km: 'ខ្ញុំមិនចង់ប្តឹងឥឡូវទេ។ ខ្ញុំចង់ដឹងតែសិទ្ធិរបស់ខ្ញុំប៉ុណ្ណោះ។',
    },
  },
  {
    daysAgo: 9,
    answers: {
      codebook: 1,
      reporting_for: 'witness',
      categories: ['online_or_outing', 'money_demanded'],
      narrative: 'មិត្តខ្ញុំត្រូវគេគំរាមថានឹងបង្ហោះរូប បើមិនផ្ញើលុយ។ (ជារឿងប្រឌិត)',
      when_band: 'ongoing',
      province: 'KH-8',
      setting: 'online',
      perpetrators: ['unk'],
      age: 'a18_24',
      needs: ['police_security', 'listen_only'],
      consent_statistics: 'no',
    },
    contact: { contact_mode: 'receipt_only' },
    reply: {
      en: 'My friend agrees that I write for them.',
      km: 'មិត្តខ្ញុំយល់ព្រមឱ្យខ្ញុំសរសេរជំនួស។',
    },
  },
];
