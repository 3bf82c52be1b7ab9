import { codeList, type CodeOf } from './code-list.ts';
import type { RESPONSE, TOLD } from './codes.ts';

/** Whom the person told before reporting. */
export const told = codeList<(typeof TOLD)[number]>('told', {
  nobody: { en: 'Nobody yet', km: 'មិនទាន់ប្រាប់នរណាទេ' },
  family: { en: 'Family', km: 'គ្រួសារ' },
  friend: { en: 'A friend', km: 'មិត្តភក្តិ' },
  village_chief: { en: 'Village chief', km: 'មេភូមិ' },
  commune: { en: 'Commune or sangkat', km: 'ឃុំ ឬសង្កាត់' },
  police: { en: 'Police', km: 'នគរបាល' },
  health: { en: 'Health worker', km: 'បុគ្គលិកសុខាភិបាល' },
  school_work: { en: 'School or work', km: 'សាលា ឬកន្លែងធ្វើការ' },
  ngo: { en: 'An organisation', km: 'អង្គការ' },
  pns: { en: 'Prefer not to say', km: 'ខ្ញុំមិនចង់ឆ្លើយ' },
});
export type Told = CodeOf<typeof told>;

/** What those who were told did. */
export const response = codeList<(typeof RESPONSE)[number]>('response', {
  helped: { en: 'They helped', km: 'ពួកគេបានជួយ' },
  ignored: { en: 'They did nothing', km: 'ពួកគេមិនអើពើ' },
  blamed: { en: 'They blamed me', km: 'ពួកគេបន្ទោសខ្ញុំ' },
  outed_me: { en: 'They told others about me', km: 'ពួកគេយករឿងខ្ញុំទៅប្រាប់អ្នកដទៃ' },
  asked_money: { en: 'They asked for money', km: 'ពួកគេទារប្រាក់' },
  abused_me: { en: 'They hurt or insulted me', km: 'ពួកគេធ្វើបាប ឬជេរប្រមាថខ្ញុំ' },
  pressured_settle: { en: 'They pressed me to settle', km: 'ពួកគេបង្ខំឱ្យខ្ញុំសម្រុះសម្រួល' },
  pns: { en: 'Prefer not to say', km: 'ខ្ញុំមិនចង់ឆ្លើយ' },
});
export type Response = CodeOf<typeof response>;
