import { codeList, type CodeOf } from './code-list.ts';
import type { AGE_ANSWER, DISABILITY, GROUND, REPORTING_FOR } from './codes.ts';

const preferNotToSay = { en: 'Prefer not to say', km: 'ខ្ញុំមិនចង់ឆ្លើយ' };

export const reportingFor = codeList<(typeof REPORTING_FOR)[number]>('reporting_for', {
  self: { en: 'Me', km: 'ខ្ញុំផ្ទាល់' },
  other_agreed: { en: 'Someone else, who agreed', km: 'អ្នកដទៃ ដែលបានយល់ព្រម' },
  witness: { en: 'Something I saw or heard', km: 'រឿងដែលខ្ញុំបានឃើញ ឬបានឮ' },
  pns: preferNotToSay,
});
export type ReportingFor = CodeOf<typeof reportingFor>;

/** Age as a report asks it. */
export const ageAnswer = codeList<(typeof AGE_ANSWER)[number]>('age_answer', {
  u15: { en: 'Under 15', km: 'ក្រោម ១៥ ឆ្នាំ' },
  a15_17: { en: '15 to 17', km: '១៥ ដល់ ១៧ ឆ្នាំ' },
  a18_24: { en: '18 to 24', km: '១៨ ដល់ ២៤ ឆ្នាំ' },
  a25_34: { en: '25 to 34', km: '២៥ ដល់ ៣៤ ឆ្នាំ' },
  a35_49: { en: '35 to 49', km: '៣៥ ដល់ ៤៩ ឆ្នាំ' },
  a50p: { en: '50 or older', km: '៥០ ឆ្នាំ ឬលើស' },
  pns: preferNotToSay,
});
export type AgeAnswer = CodeOf<typeof ageAnswer>;

/** Age as it is coded and published. */
export const ageBand = codeList('age_band', {
  u18: { en: 'Under 18', km: 'ក្រោម ១៨ ឆ្នាំ' },
  a18_24: { en: '18 to 24', km: '១៨ ដល់ ២៤ ឆ្នាំ' },
  a25_34: { en: '25 to 34', km: '២៥ ដល់ ៣៤ ឆ្នាំ' },
  a35p: { en: '35 or older', km: '៣៥ ឆ្នាំ ឬលើស' },
  unk: { en: 'Unknown', km: 'មិនដឹង' },
});
export type AgeBand = CodeOf<typeof ageBand>;

const AGE_BANDS: Readonly<Record<AgeAnswer, AgeBand>> = {
  u15: 'u18',
  a15_17: 'u18',
  a18_24: 'a18_24',
  a25_34: 'a25_34',
  a35_49: 'a35p',
  a50p: 'a35p',
  pns: 'unk',
};

/** The band of an age answer; no answer is `unk`. */
export function bandOfAge(answer: AgeAnswer | undefined): AgeBand {
  return answer === undefined ? 'unk' : AGE_BANDS[answer];
}

/** Whether an answer says under 18. */
export const isMinor = (answer: AgeAnswer | undefined): boolean => bandOfAge(answer) === 'u18';

/** After the Washington Group's six domains, asked as one question. No answer is coded `pns`. */
export const disability = codeList<(typeof DISABILITY)[number]>('disability', {
  yes: { en: 'Yes', km: 'បាទ/ចាស មាន' },
  no: { en: 'No', km: 'ទេ គ្មាន' },
  pns: preferNotToSay,
});
export type Disability = CodeOf<typeof disability>;

/** Why it was done, as the person sees it. */
export const ground = codeList<(typeof GROUND)[number]>('ground', {
  sexual_orientation: { en: 'Whom I love (sexual orientation)', km: 'អ្នកដែលខ្ញុំស្រលាញ់ (និន្នាការភេទ)' },
  gender_identity: { en: 'My gender (gender identity)', km: 'យេនឌ័ររបស់ខ្ញុំ (អត្តសញ្ញាណយេនឌ័រ)' },
  gender_expression: {
    en: 'How I look or behave (gender expression)',
    km: 'រូបរាង ឬកាយវិការរបស់ខ្ញុំ (ការបញ្ចេញយេនឌ័រ)',
  },
  sex_characteristics: { en: 'My body (sex characteristics)', km: 'រាងកាយរបស់ខ្ញុំ (លក្ខណៈភេទ)' },
  other: { en: 'Another reason', km: 'មូលហេតុផ្សេង' },
  unsure: { en: 'Not sure', km: 'មិនប្រាកដ' },
  pns: preferNotToSay,
});
export type Ground = CodeOf<typeof ground>;
