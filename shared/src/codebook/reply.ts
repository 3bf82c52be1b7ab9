import { codeList, type CodeOf } from './code-list.ts';
import type { ACCESS_LANGUAGE, CONTACT_MODE, SAFE_NOW, YES_NO } from './codes.ts';

export const safeNow = codeList<(typeof SAFE_NOW)[number]>('safe_now', {
  yes: { en: 'Yes', km: 'បាទ/ចាស មានសុវត្ថិភាព' },
  no: { en: 'No', km: 'ទេ គ្មានសុវត្ថិភាព' },
  unsure: { en: 'I am not sure', km: 'ខ្ញុំមិនប្រាកដ' },
  pns: { en: 'Prefer not to say', km: 'ខ្ញុំមិនចង់ឆ្លើយ' },
});
export type SafeNow = CodeOf<typeof safeNow>;

/** Language or access need. */
export const accessLanguage = codeList<(typeof ACCESS_LANGUAGE)[number]>('access_language', {
  km: { en: 'Khmer', km: 'ភាសាខ្មែរ' },
  en: { en: 'English', km: 'ភាសាអង់គ្លេស' },
  vi: { en: 'Vietnamese', km: 'ភាសាវៀតណាម' },
  cham: { en: 'Cham', km: 'ភាសាចាម' },
  indigenous: { en: 'An indigenous language', km: 'ភាសាជនជាតិដើមភាគតិច' },
  sign: { en: 'Sign language', km: 'ភាសាសញ្ញា' },
  other: { en: 'Another language or need', km: 'ភាសា ឬតម្រូវការផ្សេង' },
});
export type AccessLanguage = CodeOf<typeof accessLanguage>;

export const contactMode = codeList<(typeof CONTACT_MODE)[number]>('contact_mode', {
  receipt_only: { en: 'Only on this site, with my receipt number', km: 'តែនៅលើគេហទំព័រនេះ ដោយប្រើលេខបង្កាន់ដៃ' },
  phone: { en: 'Telephone', km: 'ទូរស័ព្ទ' },
  telegram: { en: 'Telegram', km: 'Telegram' },
  messenger: { en: 'Messenger', km: 'Messenger' },
  signal: { en: 'Signal', km: 'Signal' },
  other: { en: 'Another way', km: 'មធ្យោបាយផ្សេង' },
});
export type ContactMode = CodeOf<typeof contactMode>;

export const yesNo = codeList<(typeof YES_NO)[number]>('yes_no', {
  yes: { en: 'Yes', km: 'យល់ព្រម' },
  no: { en: 'No', km: 'មិនយល់ព្រម' },
});
export type YesNo = CodeOf<typeof yesNo>;
