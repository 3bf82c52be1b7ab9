// Codes without words, for the lists that a report's answers are written in. The report page's sealing worker checks
// answers with these and is limited in size; the labels stand in the files of the lists, which the compiler holds to
// the same codes and a test to the same order.

export const SAFE_NOW = ['yes', 'no', 'unsure', 'pns'] as const;
export const REPORTING_FOR = ['self', 'other_agreed', 'witness', 'pns'] as const;
export const CATEGORY = [
  'physical',
  'sexual',
  'emotional_threat',
  'forced_marriage',
  'confined_or_cured',
  'disowned_evicted',
  'partner_violence',
  'online_or_outing',
  'discrimination_family',
  'discrimination_health',
  'discrimination_education',
  'discrimination_work',
  'discrimination_finance',
  'discrimination_housing',
  'discrimination_public_service',
  'official_abuse',
  'money_demanded',
  'other',
] as const;
export const WHEN_BAND = ['h72', 'week', 'month', 'm1_3', 'm3_12', 'y1_plus', 'ongoing', 'pns'] as const;

/** ISO 3166-2:KH, all twenty-five. */
export const KH_PROVINCE = [
  'KH-1',
  'KH-2',
  'KH-3',
  'KH-4',
  'KH-5',
  'KH-6',
  'KH-7',
  'KH-8',
  'KH-9',
  'KH-10',
  'KH-11',
  'KH-12',
  'KH-13',
  'KH-14',
  'KH-15',
  'KH-16',
  'KH-17',
  'KH-18',
  'KH-19',
  'KH-20',
  'KH-21',
  'KH-22',
  'KH-23',
  'KH-24',
  'KH-25',
] as const;
export const PROVINCE_ANSWER = [...KH_PROVINCE, 'abroad', 'pns'] as const;

export const SETTING = [
  'home_own',
  'home_other',
  'school',
  'workplace',
  'health_facility',
  'bank_mfi',
  'public_office',
  'police_station',
  'street_market',
  'transport',
  'venue',
  'pagoda_religious',
  'online',
  'detention',
  'other',
  'unk',
] as const;
export const PERPETRATOR = [
  'partner_ex',
  'parent',
  'sibling',
  'other_family',
  'neighbour',
  'friend',
  'employer_coworker',
  'teacher_staff',
  'student',
  'health_worker',
  'lender_bank',
  'landlord',
  'religious',
  'client',
  'village_chief',
  'commune_official',
  'police',
  'military',
  'other_official',
  'stranger',
  'group',
  'unk',
] as const;
export const GROUND = [
  'sexual_orientation',
  'gender_identity',
  'gender_expression',
  'sex_characteristics',
  'other',
  'unsure',
  'pns',
] as const;

/** List F, how a coder bands a person. */
export const IDENTITY_BAND = [
  'lbq_woman',
  'gbq_man',
  'trans_woman',
  'trans_man',
  'trans_unspecified',
  'nonbinary_other',
  'intersex',
  'straight_cis',
  'unsure',
  'unk',
] as const;
/** How people describe themselves: list F, and two that a coder bands. */
export const IDENTITY_ANSWER = [...IDENTITY_BAND, 'straight', 'other'] as const;

export const AGE_ANSWER = ['u15', 'a15_17', 'a18_24', 'a25_34', 'a35_49', 'a50p', 'pns'] as const;
export const DISABILITY = ['yes', 'no', 'pns'] as const;
export const TOLD = [
  'nobody',
  'family',
  'friend',
  'village_chief',
  'commune',
  'police',
  'health',
  'school_work',
  'ngo',
  'pns',
] as const;
export const RESPONSE = [
  'helped',
  'ignored',
  'blamed',
  'outed_me',
  'asked_money',
  'abused_me',
  'pressured_settle',
  'pns',
] as const;

/** List G. */
export const SECTOR = [
  'health',
  'psychosocial',
  'police_security',
  'legal',
  'livelihood',
  'shelter',
  'mediation',
  'peer',
  'education',
  'child_protection',
  'documents',
] as const;
export const NEED = [...SECTOR, 'listen_only', 'none'] as const;

export const ACCESS_LANGUAGE = ['km', 'en', 'vi', 'cham', 'indigenous', 'sign', 'other'] as const;
export const CONTACT_MODE = ['receipt_only', 'phone', 'telegram', 'messenger', 'signal', 'other'] as const;
export const YES_NO = ['yes', 'no'] as const;
