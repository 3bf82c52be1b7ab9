import { codeList, type CodeOf } from './code-list.ts';

/** Authorities and services, from the village outward. */
export const authorityType = codeList('authority_type', {
  village_chief: { en: 'Village chief', km: 'មេភូមិ' },
  commune_chief: { en: 'Commune chief', km: 'មេឃុំ' },
  sangkat_chief: { en: 'Sangkat chief', km: 'ចៅសង្កាត់' },
  commune_council: { en: 'Commune or sangkat council', km: 'ក្រុមប្រឹក្សាឃុំ សង្កាត់' },
  ccwc: {
    en: 'Commune committee for women and children',
    km: 'គណៈកម្មាធិការទទួលបន្ទុកកិច្ចការនារី និងកុមារ ឃុំ សង្កាត់',
  },
  police_post: { en: 'Police post', km: 'ប៉ុស្តិ៍នគរបាលរដ្ឋបាល' },
  district_governor: { en: 'District governor', km: 'អភិបាលស្រុក ខណ្ឌ' },
  district_womens_affairs: { en: 'District women’s affairs office', km: 'ការិយាល័យកិច្ចការនារីស្រុក ខណ្ឌ' },
  pdowa: { en: 'Provincial department of women’s affairs', km: 'មន្ទីរកិច្ចការនារីខេត្ត រាជធានី' },
  judicial_police_agent: {
    en: 'Judicial police agent (women’s affairs)',
    km: 'ភ្នាក់ងារនគរបាលយុត្តិធម៌ (កិច្ចការនារី)',
  },
  dosvy: { en: 'Department of social affairs, veterans and youth', km: 'មន្ទីរសង្គមកិច្ច អតីតយុទ្ធជន និងយុវនីតិសម្បទា' },
  provincial_wccc: {
    en: 'Provincial consultative committee for women and children',
    km: 'គណៈកម្មាធិការពិគ្រោះយោបល់កិច្ចការស្ត្រី និងកុមារ ខេត្ត រាជធានី',
  },
  health_centre: { en: 'Health centre', km: 'មណ្ឌលសុខភាព' },
  referral_hospital: { en: 'Referral hospital', km: 'មន្ទីរពេទ្យបង្អែក' },
  one_stop_unit: { en: 'One-stop service unit', km: 'អង្គភាពផ្តល់សេវារួម' },
  school: { en: 'School', km: 'សាលារៀន' },
  court: { en: 'Court', km: 'តុលាការ' },
  ngo: { en: 'Non-governmental organisation', km: 'អង្គការក្រៅរដ្ឋាភិបាល' },
  peer_group: { en: 'Peer group', km: 'ក្រុមមិត្តរួមសហគមន៍' },
});
export type AuthorityType = CodeOf<typeof authorityType>;

/** How far an authority or service has been trained on sexual orientation, gender identity and expression. */
export const trainingLevel = codeList('training_level', {
  none: { en: 'Not trained', km: 'មិនទាន់បណ្តុះបណ្តាល' },
  briefed: { en: 'Briefed', km: 'បានជម្រាបព័ត៌មាន' },
  trained: { en: 'Trained', km: 'បានបណ្តុះបណ្តាល' },
  champion: { en: 'Champion', km: 'អ្នកនាំមុខគំរូ' },
  unk: { en: 'Unknown', km: 'មិនដឹង' },
});
export type TrainingLevel = CodeOf<typeof trainingLevel>;

/** How a service treats LGBTQI+ people, as survivors say. */
export const friendliness = codeList('friendliness', {
  yes: { en: 'Friendly', km: 'រួសរាយរាក់ទាក់' },
  mixed: { en: 'Mixed', km: 'ខុសៗគ្នា' },
  no: { en: 'Not friendly', km: 'មិនរាក់ទាក់' },
  unk: { en: 'Unknown', km: 'មិនដឹង' },
});
export type Friendliness = CodeOf<typeof friendliness>;
