import { codeList, type CodeOf } from './code-list.ts';
import type { SETTING } from './codes.ts';

/** List D: where it happened. */
export const setting = codeList<(typeof SETTING)[number]>('setting', {
  home_own: { en: 'My own home', km: 'ផ្ទះខ្លួនឯង' },
  home_other: { en: 'Someone else’s home', km: 'ផ្ទះអ្នកដទៃ' },
  school: { en: 'School or university', km: 'សាលារៀន ឬសាកលវិទ្យាល័យ' },
  workplace: { en: 'Workplace', km: 'កន្លែងធ្វើការ' },
  health_facility: { en: 'Health centre or hospital', km: 'មណ្ឌលសុខភាព ឬមន្ទីរពេទ្យ' },
  bank_mfi: { en: 'Bank or microfinance office', km: 'ធនាគារ ឬគ្រឹះស្ថានមីក្រូហិរញ្ញវត្ថុ' },
  public_office: { en: 'Public office', km: 'ការិយាល័យរដ្ឋ' },
  police_station: { en: 'Police station', km: 'ប៉ុស្តិ៍នគរបាល' },
  street_market: { en: 'Street or market', km: 'តាមផ្លូវ ឬផ្សារ' },
  transport: { en: 'Transport', km: 'មធ្យោបាយធ្វើដំណើរ' },
  venue: { en: 'Bar, guesthouse or event', km: 'បារ ផ្ទះសំណាក់ ឬព្រឹត្តិការណ៍' },
  pagoda_religious: { en: 'Pagoda or religious place', km: 'វត្ត ឬទីកន្លែងសាសនា' },
  online: { en: 'Online or by telephone', km: 'អនឡាញ ឬតាមទូរស័ព្ទ' },
  detention: { en: 'Detention or prison', km: 'កន្លែងឃុំខ្លួន ឬពន្ធនាគារ' },
  other: { en: 'Another place', km: 'កន្លែងផ្សេងទៀត' },
  unk: { en: 'Unknown', km: 'មិនដឹង' },
});
export type Setting = CodeOf<typeof setting>;

/** D4: settings in four bands and the rest, for tables crossed with another variable. */
export const settingBand = codeList('setting_band', {
  home: { en: 'Home', km: 'ផ្ទះ' },
  institution: { en: 'Institution', km: 'ស្ថាប័ន' },
  public: { en: 'Public place', km: 'ទីសាធារណៈ' },
  online: { en: 'Online', km: 'អនឡាញ' },
  other_unk: { en: 'Other or unknown', km: 'ផ្សេងៗ ឬមិនដឹង' },
});
export type SettingBand = CodeOf<typeof settingBand>;

const BANDS: Readonly<Record<Setting, SettingBand>> = {
  home_own: 'home',
  home_other: 'home',
  school: 'institution',
  workplace: 'institution',
  health_facility: 'institution',
  bank_mfi: 'institution',
  public_office: 'institution',
  police_station: 'institution',
  pagoda_religious: 'institution',
  detention: 'institution',
  street_market: 'public',
  transport: 'public',
  venue: 'public',
  online: 'online',
  other: 'other_unk',
  unk: 'other_unk',
};

export function bandOfSetting(code: Setting): SettingBand {
  return BANDS[code];
}
