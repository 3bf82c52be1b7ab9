import type { Words } from '../language/language.ts';
import { codeList, type CodeOf } from './code-list.ts';
import type { KH_PROVINCE, PROVINCE_ANSWER } from './codes.ts';

export type KhProvince = (typeof KH_PROVINCE)[number];

/** The four zones of the national surveys, and the rest, so that every record has one. */
export const zone = codeList('zone', {
  PL: { en: 'Plains', km: 'តំបន់វាលទំនាប' },
  TS: { en: 'Tonle Sap', km: 'តំបន់ទន្លេសាប' },
  CO: { en: 'Coast', km: 'តំបន់ឆ្នេរ' },
  MT: { en: 'Mountains and plateau', km: 'តំបន់ភ្នំ និងខ្ពង់រាប' },
  other_unk: { en: 'Abroad or unknown', km: 'ក្រៅប្រទេស ឬមិនដឹង' },
});
export type Zone = CodeOf<typeof zone>;

/** Names as the Ministry of Interior writes them; codes and zones after ISO 3166-2:KH and the national surveys. */
const PROVINCES: Readonly<Record<KhProvince, Words & { readonly zone: Zone }>> = {
  'KH-1': { zone: 'TS', en: 'Banteay Meanchey', km: 'បន្ទាយមានជ័យ' },
  'KH-2': { zone: 'TS', en: 'Battambang', km: 'បាត់ដំបង' },
  'KH-3': { zone: 'PL', en: 'Kampong Cham', km: 'កំពង់ចាម' },
  'KH-4': { zone: 'TS', en: 'Kampong Chhnang', km: 'កំពង់ឆ្នាំង' },
  'KH-5': { zone: 'MT', en: 'Kampong Speu', km: 'កំពង់ស្ពឺ' },
  'KH-6': { zone: 'TS', en: 'Kampong Thom', km: 'កំពង់ធំ' },
  'KH-7': { zone: 'CO', en: 'Kampot', km: 'កំពត' },
  'KH-8': { zone: 'PL', en: 'Kandal', km: 'កណ្តាល' },
  'KH-9': { zone: 'CO', en: 'Koh Kong', km: 'កោះកុង' },
  'KH-10': { zone: 'MT', en: 'Kratie', km: 'ក្រចេះ' },
  'KH-11': { zone: 'MT', en: 'Mondulkiri', km: 'មណ្ឌលគិរី' },
  'KH-12': { zone: 'PL', en: 'Phnom Penh', km: 'ភ្នំពេញ' },
  'KH-13': { zone: 'MT', en: 'Preah Vihear', km: 'ព្រះវិហារ' },
  'KH-14': { zone: 'PL', en: 'Prey Veng', km: 'ព្រៃវែង' },
  'KH-15': { zone: 'TS', en: 'Pursat', km: 'ពោធិ៍សាត់' },
  'KH-16': { zone: 'MT', en: 'Ratanakiri', km: 'រតនគិរី' },
  'KH-17': { zone: 'TS', en: 'Siem Reap', km: 'សៀមរាប' },
  'KH-18': { zone: 'CO', en: 'Preah Sihanouk', km: 'ព្រះសីហនុ' },
  'KH-19': { zone: 'MT', en: 'Stung Treng', km: 'ស្ទឹងត្រែង' },
  'KH-20': { zone: 'PL', en: 'Svay Rieng', km: 'ស្វាយរៀង' },
  'KH-21': { zone: 'PL', en: 'Takeo', km: 'តាកែវ' },
  'KH-22': { zone: 'TS', en: 'Oddar Meanchey', km: 'ឧត្តរមានជ័យ' },
  'KH-23': { zone: 'CO', en: 'Kep', km: 'កែប' },
  'KH-24': { zone: 'TS', en: 'Pailin', km: 'ប៉ៃលិន' },
  'KH-25': { zone: 'PL', en: 'Tboung Khmum', km: 'ត្បូងឃ្មុំ' },
};

const names = Object.fromEntries(Object.entries(PROVINCES).map(([code, { en, km }]) => [code, { en, km }])) as Record<
  KhProvince,
  Words
>;

/** Province as a report asks it. */
export const provinceAnswer = codeList<(typeof PROVINCE_ANSWER)[number]>('province_answer', {
  ...names,
  abroad: { en: 'Outside Cambodia', km: 'ក្រៅប្រទេសកម្ពុជា' },
  pns: { en: 'Prefer not to say', km: 'ខ្ញុំមិនចង់ឆ្លើយ' },
});
export type ProvinceAnswer = CodeOf<typeof provinceAnswer>;

/** Province as it is coded and published. */
export const province = codeList<KhProvince | 'abroad' | 'unk'>('province', {
  ...names,
  abroad: { en: 'Outside Cambodia', km: 'ក្រៅប្រទេសកម្ពុជា' },
  unk: { en: 'Unknown', km: 'មិនដឹង' },
});
export type Province = CodeOf<typeof province>;

export function isKhProvince(code: unknown): code is KhProvince {
  return typeof code === 'string' && Object.hasOwn(PROVINCES, code);
}

/** The zone of a province; abroad, unknown and unsaid fall to the rest. */
export function zoneOfProvince(code: Province | ProvinceAnswer | undefined): Zone {
  return isKhProvince(code) ? PROVINCES[code].zone : 'other_unk';
}

/** A report's province as a coder writes it: what was not said is unknown. */
export function codedProvince(answer: ProvinceAnswer | undefined): Province {
  return answer === undefined || answer === 'pns' ? 'unk' : answer;
}
