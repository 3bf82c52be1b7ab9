import { codeList, type CodeOf } from './code-list.ts';
import type { PERPETRATOR } from './codes.ts';

/** List C: who did it, by relation, never by name. */
export const perpetrator = codeList<(typeof PERPETRATOR)[number]>('perpetrator', {
  partner_ex: { en: 'Partner or former partner', km: 'ដៃគូ ឬអតីតដៃគូ' },
  parent: { en: 'Parent or step-parent', km: 'ឪពុកម្តាយ ឬឪពុកម្តាយចុង' },
  sibling: { en: 'Brother or sister', km: 'បងប្អូនបង្កើត' },
  other_family: { en: 'Another relative', km: 'សាច់ញាតិផ្សេងទៀត' },
  neighbour: { en: 'Neighbour', km: 'អ្នកជិតខាង' },
  friend: { en: 'Friend or someone I know', km: 'មិត្តភក្តិ ឬអ្នកស្គាល់គ្នា' },
  employer_coworker: { en: 'Employer or co-worker', km: 'និយោជក ឬមិត្តរួមការងារ' },
  teacher_staff: { en: 'Teacher or school staff', km: 'គ្រូបង្រៀន ឬបុគ្គលិកសាលា' },
  student: { en: 'Student', km: 'សិស្ស ឬនិស្សិត' },
  health_worker: { en: 'Health worker', km: 'បុគ្គលិកសុខាភិបាល' },
  lender_bank: { en: 'Lender or bank staff', km: 'ម្ចាស់បំណុល ឬបុគ្គលិកធនាគារ' },
  landlord: { en: 'Landlord', km: 'ម្ចាស់ផ្ទះជួល' },
  religious: { en: 'Religious leader or member', km: 'អ្នកដឹកនាំ ឬសមាជិកសាសនា' },
  client: { en: 'Client or customer', km: 'អតិថិជន ឬភ្ញៀវ' },
  village_chief: { en: 'Village chief', km: 'មេភូមិ' },
  commune_official: { en: 'Commune or sangkat official', km: 'មន្ត្រីឃុំ ឬសង្កាត់' },
  police: { en: 'Police', km: 'នគរបាល' },
  military: { en: 'Military', km: 'ទាហាន' },
  other_official: { en: 'Another official', km: 'មន្ត្រីផ្សេងទៀត' },
  stranger: { en: 'Stranger', km: 'មនុស្សមិនស្គាល់' },
  group: { en: 'A group or gang', km: 'មនុស្សមួយក្រុម' },
  unk: { en: 'Unknown', km: 'មិនដឹង' },
});
export type Perpetrator = CodeOf<typeof perpetrator>;

/** C8: perpetrators in eight bands, for tables crossed with another variable. */
export const perpetratorBand = codeList('perpetrator_band', {
  partner: { en: 'Partner or former partner', km: 'ដៃគូ ឬអតីតដៃគូ' },
  family: { en: 'Family', km: 'គ្រួសារ' },
  community: { en: 'Community', km: 'សហគមន៍' },
  school_work: { en: 'School or work', km: 'សាលា ឬកន្លែងធ្វើការ' },
  health: { en: 'Health', km: 'សុខាភិបាល' },
  lender_landlord: { en: 'Lender or landlord', km: 'ម្ចាស់បំណុល ឬម្ចាស់ផ្ទះជួល' },
  authority: { en: 'Authority', km: 'អាជ្ញាធរ' },
  other: { en: 'Other or unknown', km: 'ផ្សេងៗ ឬមិនដឹង' },
});
export type PerpetratorBand = CodeOf<typeof perpetratorBand>;

const BANDS: Readonly<Record<Perpetrator, PerpetratorBand>> = {
  partner_ex: 'partner',
  parent: 'family',
  sibling: 'family',
  other_family: 'family',
  neighbour: 'community',
  friend: 'community',
  religious: 'community',
  employer_coworker: 'school_work',
  teacher_staff: 'school_work',
  student: 'school_work',
  health_worker: 'health',
  lender_bank: 'lender_landlord',
  landlord: 'lender_landlord',
  village_chief: 'authority',
  commune_official: 'authority',
  police: 'authority',
  military: 'authority',
  other_official: 'authority',
  client: 'other',
  stranger: 'other',
  group: 'other',
  unk: 'other',
};

export function bandOfPerpetrator(code: Perpetrator): PerpetratorBand {
  return BANDS[code];
}
