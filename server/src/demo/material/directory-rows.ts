import type { DirectoryEntry } from '@romduol/shared/casework/directory';
import {
  authorityType,
  type AuthorityType,
  type Friendliness,
  type TrainingLevel,
} from '@romduol/shared/codebook/authority';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import { province } from '@romduol/shared/codebook/province';
import type { Sector } from '@romduol/shared/codebook/sector';
import type { Day, OrganisationId } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import { LARGER, SAMPLE_ORGANISATIONS, SMALLER } from '../organisations.ts';
import type { Province } from './draw-report.ts';

type Row = readonly [
  type: AuthorityType,
  province: Province,
  sectors: readonly [Sector, ...Sector[]],
  training: TrainingLevel,
  friendly: Friendliness,
  /** Days before the desk began that somebody last checked it; null: never. */
  verified: number | null,
];

const LARGER_ROWS: readonly Row[] = [
  ['ngo', 'KH-12', ['psychosocial', 'shelter', 'legal'], 'champion', 'yes', 20],
  ['ngo', 'KH-12', ['legal', 'documents'], 'trained', 'yes', 30],
  ['ngo', 'KH-12', ['livelihood', 'education'], 'briefed', 'yes', 60],
  ['referral_hospital', 'KH-12', ['health'], 'trained', 'mixed', 40],
  ['one_stop_unit', 'KH-12', ['health', 'legal', 'police_security'], 'trained', 'yes', 15],
  ['sangkat_chief', 'KH-12', ['documents', 'mediation'], 'trained', 'yes', 35],
  ['court', 'KH-12', ['legal'], 'none', 'unk', 110],
  ['peer_group', 'KH-12', ['peer'], 'champion', 'yes', 10],
  ['health_centre', 'KH-8', ['health'], 'briefed', 'mixed', 70],
  ['ccwc', 'KH-21', ['child_protection', 'mediation'], 'briefed', 'unk', 95],
  ['health_centre', 'KH-17', ['health', 'psychosocial'], 'trained', 'yes', 25],
  ['pdowa', 'KH-17', ['legal', 'mediation', 'shelter'], 'briefed', 'mixed', 80],
  ['police_post', 'KH-17', ['police_security'], 'none', 'no', 120],
  ['commune_chief', 'KH-2', ['documents', 'mediation'], 'champion', 'yes', 12],
  ['judicial_police_agent', 'KH-2', ['police_security', 'legal'], 'trained', 'mixed', 45],
  ['ngo', 'KH-2', ['shelter', 'psychosocial', 'livelihood'], 'champion', 'yes', 18],
  ['peer_group', 'KH-2', ['peer'], 'champion', 'yes', 22],
  ['school', 'KH-1', ['education'], 'briefed', 'mixed', 100],
  ['commune_council', 'KH-3', ['documents'], 'none', 'no', 130],
  ['referral_hospital', 'KH-3', ['health'], 'briefed', 'mixed', 55],
  ['dosvy', 'KH-3', ['shelter', 'child_protection'], 'none', 'unk', null],
];

const SMALLER_ROWS: readonly Row[] = [
  ['ngo', 'KH-18', ['psychosocial', 'shelter', 'legal'], 'trained', 'yes', 16],
  ['health_centre', 'KH-18', ['health'], 'trained', 'yes', 28],
  ['police_post', 'KH-18', ['police_security'], 'briefed', 'mixed', 66],
  ['commune_chief', 'KH-7', ['documents', 'mediation'], 'trained', 'yes', 32],
  ['school', 'KH-7', ['education'], 'none', 'mixed', 105],
  ['peer_group', 'KH-7', ['peer'], 'champion', 'yes', 14],
  ['referral_hospital', 'KH-16', ['health', 'psychosocial'], 'briefed', 'unk', 88],
  ['provincial_wccc', 'KH-19', ['legal', 'child_protection', 'documents'], 'briefed', 'mixed', 74],
  ['village_chief', 'KH-13', ['mediation', 'documents'], 'none', 'no', null],
  ['ngo', 'KH-16', ['livelihood', 'shelter'], 'trained', 'yes', 42],
];

/** Given names only, each after "Sample": nobody is called that. */
const PEOPLE: readonly { readonly en: string; readonly km: string }[] = [
  { en: 'Sample Sophea', km: 'គំរូ សោភា' },
  { en: 'Sample Dara', km: 'គំរូ ដារ៉ា' },
  { en: 'Sample Bopha', km: 'គំរូ បុប្ផា' },
  { en: 'Sample Veasna', km: 'គំរូ វាសនា' },
  { en: 'Sample Chanthy', km: 'គំរូ ច័ន្ទធី' },
];

/** What an organisation's administrator enters in the first week: invented offices, some checked long ago or never, and the other organisation's teams. */
export function sampleDirectory(organisation: OrganisationId, began: Day): Omit<DirectoryEntry, 'entryId'>[] {
  const rows = organisation === LARGER ? LARGER_ROWS : organisation === SMALLER ? SMALLER_ROWS : [];
  return [...rows.map((row, at) => entryOf(row, at, began)), ...partnersOf(organisation, began)];
}

/** The teams of the other organisations here, to whom a case can be handed over within the system. */
function partnersOf(organisation: OrganisationId, began: Day): Omit<DirectoryEntry, 'entryId'>[] {
  return SAMPLE_ORGANISATIONS.organisations
    .filter(({ id }) => id !== organisation)
    .flatMap(({ name, teams }) =>
      teams.map((team, at) => ({
        ...entryOf(['ngo', provinceOf(team.provinces), PARTNER_SECTORS, 'trained', 'yes', 9], at, began),
        name: { en: `${name.en}, ${team.name.en}`, km: `${name.km} ${team.name.km}` },
        team: team.id,
      })),
    );
}

const PARTNER_SECTORS = ['psychosocial', 'shelter', 'peer'] as const;

/** Where a team is found: the first province that it covers. */
function provinceOf(provinces: readonly string[]): Province {
  const found = KH_PROVINCE.find((one) => one === provinces[0]);
  if (found === undefined) throw new RangeError('a sample team that covers no province');
  return found;
}

function entryOf(
  [type, where, sectors, level, friendly, verified]: Row,
  at: number,
  began: Day,
): Omit<DirectoryEntry, 'entryId'> {
  const person = PEOPLE[at % PEOPLE.length];
  return {
    type,
    name: {
      en: `Sample ${labelOf(authorityType, type, 'en').toLowerCase()} ${at + 1}, ${labelOf(province, where, 'en')}`,
      km: `${labelOf(authorityType, type, 'km')} គំរូទី ${at + 1} ${labelOf(province, where, 'km')}`,
    },
    province: where,
    district: 'Sample district',
    ...(at % 2 === 0 && person !== undefined
      ? { focal: { role: 'Focal person', name: `${person.en} (${person.km})` } }
      : {}),
    channel: 'Telephone 000 000 000, or in person',
    hours: at % 3 === 0 ? 'Every day, 24 hours' : 'Monday to Friday, 7:30 to 11:30 and 14:00 to 17:00',
    cost: type === 'referral_hospital' ? 'Fees apply; free with an equity card' : 'Free',
    sectors: [...sectors],
    servesMinors: type !== 'peer_group' && type !== 'court',
    training: { level, day: level === 'none' ? null : addDays(began, -40 - at * 9) },
    friendly,
    agreedToBeListed: true,
    verified: verified === null ? null : addDays(began, -verified),
    retired: false,
  };
}
