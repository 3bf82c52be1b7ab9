import { codeList, type CodeOf } from './code-list.ts';
import type { NEED, SECTOR } from './codes.ts';

type SectorCode = (typeof SECTOR)[number];
const sectorWords = {
  health: { en: 'Health care', km: 'សុខាភិបាល' },
  psychosocial: { en: 'Psychosocial support', km: 'ការគាំទ្រចិត្តសង្គម' },
  police_security: { en: 'Police and safety', km: 'នគរបាល និងសុវត្ថិភាព' },
  legal: { en: 'Legal help', km: 'ជំនួយផ្នែកច្បាប់' },
  livelihood: { en: 'Livelihood', km: 'មុខរបរ' },
  shelter: { en: 'Safe shelter', km: 'ទីជម្រកសុវត្ថិភាព' },
  mediation: { en: 'Mediation', km: 'ការសម្រុះសម្រួល' },
  peer: { en: 'Peer support', km: 'ការគាំទ្រពីមិត្តរួមសហគមន៍' },
  education: { en: 'Education', km: 'អប់រំ' },
  child_protection: { en: 'Child protection', km: 'ការការពារកុមារ' },
  documents: { en: 'Documents', km: 'ឯកសារ' },
} as const;

/** List G. */
export const sector = codeList<SectorCode>('sector', sectorWords);
export type Sector = CodeOf<typeof sector>;

/** What help someone asks for. */
export const need = codeList<(typeof NEED)[number]>('need', {
  ...sectorWords,
  listen_only: { en: 'Someone to listen', km: 'គ្រាន់តែចង់ឱ្យមានគេស្តាប់' },
  none: { en: 'No help, I only want it known', km: 'មិនត្រូវការជំនួយទេ គ្រាន់តែចង់ឱ្យគេដឹង' },
});
export type Need = CodeOf<typeof need>;

/** Sector of the main referral, or that there was none. */
export const outcomeSector = codeList<SectorCode | 'none'>('outcome_sector', {
  ...sectorWords,
  none: { en: 'No referral', km: 'គ្មានការបញ្ជូន' },
});
export type OutcomeSector = CodeOf<typeof outcomeSector>;
