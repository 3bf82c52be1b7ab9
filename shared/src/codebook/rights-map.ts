/**
 * Which articles each published code may be read under, for shadow reports to treaty bodies and for advocacy at home: a
 * place to begin reading, never a finding of law.
 *
 * Sources: the texts of the treaties, all of which Cambodia has ratified (CEDAW, CAT, CRC, ICCPR, ICESCR: 1992), and the
 * Constitution of the Kingdom of Cambodia of 1993 in the numbering since its amendment of 1999; CEDAW General
 * Recommendation 35 (violence as discrimination) and 33 (access to justice); CRC General Comment 13; ICESCR General
 * Comments 20 (other status), 14 and 22 (health), 7 (evictions); Human Rights Committee, Toonen v. Australia 488/1992
 * (ICCPR 2 and 26 hold for sexual orientation); CAT General Comment 2, paragraph 21 (the same, and gender identity).
 * CEDAW is named beside the others for those who are women, CRC for those under eighteen, CAT where an official acts or
 * stands by: a figure does not say of whom it is.
 *
 * The map has not been confirmed by counsel, and says so wherever it goes. Whoever changes a line raises the version.
 */
import type { Words } from '../language/language.ts';
import type { ListId } from './index.ts';

export const RIGHTS_VERSION = 1;

/** Goes out with every copy of the map. */
export const RIGHTS_STATUS: Words = {
  en: 'Awaiting confirmation by counsel: a place to begin reading, not a finding of law.',
  km: 'កំពុងរង់ចាំការបញ្ជាក់ពីមេធាវី៖ ជាចំណុចចាប់ផ្តើមសម្រាប់ការអាន មិនមែនជាការវិនិច្ឆ័យច្បាប់ទេ។',
};

/** Instruments in the order in which they are cited, with the number of their last article of substance. */
export const INSTRUMENTS = {
  CEDAW: {
    last: 16,
    en: 'Convention on the Elimination of All Forms of Discrimination against Women',
    km: 'អនុសញ្ញាស្តីពីការលុបបំបាត់រាល់ទម្រង់នៃការរើសអើងលើស្ត្រីភេទ',
  },
  ICCPR: {
    last: 27,
    en: 'International Covenant on Civil and Political Rights',
    km: 'កតិកាសញ្ញាអន្តរជាតិស្តីពីសិទ្ធិពលរដ្ឋ និងសិទ្ធិនយោបាយ',
  },
  ICESCR: {
    last: 15,
    en: 'International Covenant on Economic, Social and Cultural Rights',
    km: 'កតិកាសញ្ញាអន្តរជាតិស្តីពីសិទ្ធិសេដ្ឋកិច្ច សង្គមកិច្ច និងវប្បធម៌',
  },
  CAT: {
    last: 16,
    en: 'Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment',
    km: 'អនុសញ្ញាប្រឆាំងនឹងទារុណកម្ម និងអំពើឃោរឃៅ អមនុស្សធម៌ ឬបន្ថោកបន្ទាប',
  },
  CRC: { last: 41, en: 'Convention on the Rights of the Child', km: 'អនុសញ្ញាស្តីពីសិទ្ធិកុមារ' },
  KH: { last: 75, en: 'Constitution of the Kingdom of Cambodia', km: 'រដ្ឋធម្មនុញ្ញនៃព្រះរាជាណាចក្រកម្ពុជា' },
} as const satisfies Readonly<Record<string, Words & { readonly last: number }>>;
export type Instrument = keyof typeof INSTRUMENTS;

type Rights = Readonly<Partial<Record<Instrument, string>>>;
type Codes = Readonly<Record<string, Rights>>;

/** By list and code; articles as they are cited, separated by commas. A code that is not here is under none. */
const RIGHTS: Readonly<Partial<Record<ListId, Codes>>> = {
  incident_type: {
    rape: { CEDAW: '1, 2', ICCPR: '7, 9(1), 17', ICESCR: '12', CAT: '2, 16', CRC: '19, 34', KH: '32, 38' },
    sexual_assault: { CEDAW: '1, 2', ICCPR: '7, 9(1), 17', ICESCR: '12', CAT: '2, 16', CRC: '19, 34', KH: '32, 38' },
    physical_assault: { CEDAW: '1, 2', ICCPR: '7, 9(1)', CAT: '2, 16', CRC: '19', KH: '32, 38' },
    forced_marriage: {
      CEDAW: '16(1)(b), 16(2)',
      ICCPR: '23(3)',
      ICESCR: '10(1)',
      CRC: '19, 24(3)',
      KH: '45',
    },
    denial_of_resources: { CEDAW: '2, 13', ICCPR: '26', ICESCR: '2(2), 11', CRC: '27', KH: '31, 44' },
    psychological_abuse: { CEDAW: '1, 2, 5(a)', ICCPR: '7, 17', ICESCR: '12', CRC: '19', KH: '38' },
    not_gbv: {},
  },
  form: {
    conversion_practice: { CEDAW: '5(a), 12', ICCPR: '7, 17, 18', ICESCR: '12', CAT: '16', CRC: '19, 24(3)', KH: '38' },
    gender_policing: { CEDAW: '5(a)', ICCPR: '17, 19, 26', CRC: '13, 16', KH: '31, 41' },
    outing: { ICCPR: '17', CRC: '16', KH: '38, 40' },
    blackmail: { ICCPR: '17', CRC: '16, 36', KH: '38' },
    disownment: { CEDAW: '16(1)(h)', ICCPR: '24, 26', ICESCR: '10(3)', CRC: '9, 19, 27', KH: '47, 48' },
    eviction: { CEDAW: '2', ICCPR: '17', ICESCR: '11(1)', CRC: '27(3)', KH: '40' },
    confinement: { CEDAW: '15(4)', ICCPR: '9(1), 12', CRC: '19, 37(b)', KH: '32, 40' },
    couple_separation: { ICCPR: '17, 26', KH: '31, 40' },
    hate_speech: { CEDAW: '5(a)', ICCPR: '17, 26', CRC: '2, 17(e)', KH: '31, 41' },
    online_abuse: { CEDAW: '1, 2', ICCPR: '17', CRC: '16, 19', KH: '38, 40' },
    image_abuse: { CEDAW: '1, 2', ICCPR: '17', CRC: '16, 34', KH: '38, 40' },
    stalking: { CEDAW: '1, 2', ICCPR: '9(1), 17', CRC: '16, 19', KH: '32, 38' },
    property_damage: { CEDAW: '16(1)(h)', ICCPR: '17', KH: '44' },
    trafficking: { CEDAW: '6', ICCPR: '8', ICESCR: '7, 10(3)', CRC: '32, 34, 35', KH: '46' },
    killing: { CEDAW: '1, 2', ICCPR: '6', CRC: '6', KH: '32' },
    none: {},
  },
  domain: {
    family: { CEDAW: '5, 16', ICCPR: '17, 23, 24', ICESCR: '10', CRC: '9, 18, 19', KH: '45, 47, 48' },
    health: { CEDAW: '12', ICESCR: '12', CRC: '24', KH: '72' },
    education: { CEDAW: '10', ICESCR: '13', CRC: '28, 29', KH: '65, 66, 68' },
    employment: { CEDAW: '11', ICESCR: '6, 7', CRC: '32', KH: '36, 46' },
    finance: { CEDAW: '13(b)', ICESCR: '2(2)', KH: '31' },
    housing: { CEDAW: '14(2)(h), 15(4)', ICCPR: '17', ICESCR: '11(1)', CRC: '27(3)', KH: '40' },
    civil_documents: { CEDAW: '9, 15', ICCPR: '16, 24(2)', CRC: '7, 8', KH: '31, 33' },
    justice_police: { CEDAW: '2(c), 15', ICCPR: '2(3), 9, 14, 26', CAT: '12, 13', CRC: '12(2), 37', KH: '31, 38, 39' },
    public_service: { CEDAW: '2(d)', ICCPR: '26', ICESCR: '2(2), 9', KH: '31, 39' },
    religion: { ICCPR: '18', CRC: '14', KH: '43' },
    public_space: { CEDAW: '2(e)', ICCPR: '9(1), 12, 21', CRC: '15', KH: '31, 40' },
    digital: { CEDAW: '2(e)', ICCPR: '17, 19', CRC: '13, 16, 17', KH: '40, 41' },
    none: {},
  },
  authority_abuse: {
    refused_complaint: { CEDAW: '2(c)', ICCPR: '2(3), 26', CAT: '12, 13', CRC: '12(2)', KH: '31, 39' },
    arbitrary_detention: { ICCPR: '9', CAT: '11, 16', CRC: '37(b)', KH: '32, 38' },
    extortion: { ICCPR: '2(3), 26', KH: '38, 39' },
    verbal: { CEDAW: '2(d)', ICCPR: '17, 26', CAT: '16', CRC: '19', KH: '31, 38' },
    physical: { CEDAW: '2(d)', ICCPR: '7, 10(1)', CAT: '1, 2, 16', CRC: '37(a)', KH: '38' },
    sexual: { CEDAW: '2(d)', ICCPR: '7, 10(1)', CAT: '1, 2, 16', CRC: '34, 37(a)', KH: '38' },
    forced_undressing: { CEDAW: '2(d)', ICCPR: '7, 10(1), 17', CAT: '16', CRC: '16, 37(a)', KH: '38' },
    outing_to_family: { CEDAW: '2(d)', ICCPR: '17', CRC: '16', KH: '38, 40' },
    couple_separation_for_parents: { CEDAW: '2(d)', ICCPR: '9(1), 17, 26', KH: '31, 32, 40' },
    pressured_mediation: { CEDAW: '2(c)', ICCPR: '2(3), 26', CAT: '13', CRC: '39', KH: '39' },
    document_refusal: { CEDAW: '9, 15', ICCPR: '16, 24(2), 26', CRC: '7, 8', KH: '31, 33' },
    other: { CEDAW: '2(d)', ICCPR: '2(3), 26', KH: '31, 39' },
    none: {},
  },
  perpetrator_band: {
    partner: { CEDAW: '2(e), 16', ICCPR: '7, 9(1)', KH: '45' },
    family: { CEDAW: '2(e), 5, 16', ICCPR: '7, 9(1), 24', CRC: '19', KH: '45, 47' },
    community: { CEDAW: '2(e)', ICCPR: '9(1), 26', CRC: '19', KH: '31' },
    school_work: { CEDAW: '2(e), 10, 11', ICESCR: '7, 13', CRC: '19, 28(2)', KH: '31, 36' },
    health: { CEDAW: '2(e), 12', ICESCR: '12', CRC: '24', KH: '72' },
    lender_landlord: { CEDAW: '2(e), 13(b)', ICESCR: '11(1)', KH: '31' },
    authority: { CEDAW: '2(d)', ICCPR: '2(1), 7, 26', CAT: '1, 2, 16', CRC: '37', KH: '31, 38, 39' },
    other: {},
  },
  ground: {
    sexual_orientation: { ICCPR: '2(1), 26', ICESCR: '2(2)', CRC: '2', KH: '31' },
    gender_identity: { CEDAW: '1, 2', ICCPR: '2(1), 26', ICESCR: '2(2)', CAT: '2', CRC: '2', KH: '31' },
    gender_expression: { CEDAW: '1, 5(a)', ICCPR: '2(1), 19, 26', ICESCR: '2(2)', CRC: '2', KH: '31' },
    sex_characteristics: { CEDAW: '1, 2', ICCPR: '2(1), 7, 26', ICESCR: '2(2), 12', CRC: '2, 24(3)', KH: '31' },
    other: { ICCPR: '26', ICESCR: '2(2)', KH: '31' },
    unsure: {},
    pns: {},
  },
  age_band: {
    u18: { ICCPR: '24', ICESCR: '10(3)', CRC: '1, 2, 3, 19', KH: '48' },
    a18_24: {},
    a25_34: {},
    a35p: {},
    unk: {},
  },
  response: {
    helped: {},
    ignored: { CEDAW: '2(c)', ICCPR: '2(3)', KH: '39' },
    blamed: { CEDAW: '5(a)', ICCPR: '2(3)', KH: '38' },
    outed_me: { ICCPR: '17', CRC: '16', KH: '38, 40' },
    asked_money: { ICCPR: '2(3), 26', KH: '39' },
    abused_me: { CEDAW: '2(d)', ICCPR: '7', CAT: '16', CRC: '19', KH: '38' },
    pressured_settle: { CEDAW: '2(c)', ICCPR: '2(3)', CAT: '13', KH: '39' },
    pns: {},
  },
  refusal_reason: {
    capacity: { ICESCR: '2(1)' },
    not_eligible: { ICCPR: '26', ICESCR: '2(2)' },
    discriminatory_refusal: { CEDAW: '2', ICCPR: '26', ICESCR: '2(2)', CRC: '2', KH: '31' },
    unsafe: { CEDAW: '2(c)', ICCPR: '2(3)' },
    closed: { ICESCR: '2(1)' },
    other: {},
    none: {},
  },
  barrier: {
    cost: { CEDAW: '2(c)', ICESCR: '2(1), 12' },
    distance: { CEDAW: '14(2)(b)', ICESCR: '12' },
    fear: { CEDAW: '2(c)', ICCPR: '2(3)', CAT: '13' },
    stigma: { CEDAW: '5(a)', ICCPR: '26', ICESCR: '2(2)' },
    documents: { CEDAW: '15', ICCPR: '16', CRC: '7', KH: '31' },
    wait: { CEDAW: '2(c)', ICESCR: '12' },
  },
  need: {
    health: { CEDAW: '12', ICESCR: '12', CAT: '14', CRC: '24, 39', KH: '72' },
    psychosocial: { CEDAW: '12', ICESCR: '12', CAT: '14', CRC: '39', KH: '72' },
    police_security: { CEDAW: '2(c)', ICCPR: '2(3), 9(1)', CAT: '12, 13', CRC: '19', KH: '32, 39' },
    legal: { CEDAW: '2(c), 15', ICCPR: '2(3), 14', CAT: '13, 14', CRC: '12(2)', KH: '38, 39' },
    livelihood: { CEDAW: '11, 13', ICESCR: '6, 9, 11', CRC: '27', KH: '36, 75' },
    shelter: { CEDAW: '2', ICESCR: '11(1)', CRC: '20, 27(3)' },
    mediation: { CEDAW: '2(c)', ICCPR: '2(3)', KH: '39' },
    peer: { ICCPR: '22', CRC: '15', KH: '42' },
    education: { CEDAW: '10', ICESCR: '13', CRC: '28', KH: '65, 68' },
    child_protection: { ICCPR: '24', ICESCR: '10(3)', CRC: '3, 19, 20', KH: '48' },
    documents: { CEDAW: '9, 15', ICCPR: '16, 24(2)', CRC: '7, 8', KH: '33' },
    listen_only: {},
    none: {},
  },
};

/** Main referrals are to the services that are asked for. */
const SAME_AS: Readonly<Partial<Record<string, ListId>>> = { outcome_sector: 'need', sector: 'need' };

/** Lists whose every code is in the map. */
export const MAPPED_LISTS = Object.keys(RIGHTS) as readonly ListId[];

export type Right = { readonly instrument: Instrument; readonly articles: readonly string[] };

/** The articles of a code, in the order of the instruments; none for a list or code that the map does not know. */
export function rightsOf(list: string, code: string): readonly Right[] {
  const codes = RIGHTS[(SAME_AS[list] ?? list) as ListId];
  const rights = codes !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined;
  return (Object.keys(INSTRUMENTS) as Instrument[]).flatMap((instrument) => {
    const articles = rights?.[instrument];
    return articles === undefined ? [] : [{ instrument, articles: articles.split(', ') }];
  });
}

/** `CEDAW 1, 2; ICCPR 7, 17`; KH is the Constitution of Cambodia. */
export function writeRights(list: string, code: string): string {
  return rightsOf(list, code)
    .map(({ instrument, articles }) => `${instrument} ${articles.join(', ')}`)
    .join('; ');
}
