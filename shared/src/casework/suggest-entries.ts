import type { AuthorityType, Friendliness, TrainingLevel } from '../codebook/authority.ts';
import type { Perpetrator } from '../codebook/perpetrator.ts';
import { isMinor } from '../codebook/person.ts';
import { type ProvinceAnswer, zoneOfProvince } from '../codebook/province.ts';
import type { Sector } from '../codebook/sector.ts';
import type { Day, DirectoryEntryId } from '../ids.ts';
import { perpetratorsIn } from './apply-referral.ts';
import type { Case } from './case.ts';
import { type DirectoryEntry, isVerificationDue } from './directory.ts';

export type Wanted = {
  readonly sector: Sector;
  readonly province: ProvinceAnswer | undefined;
  readonly isMinor: boolean;
  readonly perpetrators: readonly Perpetrator[];
  /** Entries implicated in this case. */
  readonly conflicts: readonly DirectoryEntryId[];
};

/** What a case asks of the directory when help of a sector is to be found. */
export function wantedFor(facts: Pick<Case, 'answers' | 'coded' | 'conflicts'>, sector: Sector): Wanted {
  const { answers, coded, conflicts } = facts;
  return {
    sector,
    province: answers.province,
    isMinor: isMinor(answers.age) || coded.incident?.record.age === 'u18',
    perpetrators: perpetratorsIn(facts),
    conflicts: conflicts.recipients,
  };
}

export type SuggestionReason =
  | 'friendly'
  | 'no_feedback'
  | 'mixed_feedback'
  | 'not_friendly'
  | 'outed_there'
  | 'same_province'
  | 'same_zone'
  | 'elsewhere'
  | 'trained'
  | 'verification_due'
  | 'like_the_perpetrator';
export type WithheldReason = 'in_conflict' | 'not_for_minors' | 'not_listed' | 'retired';

export type Suggestions = {
  readonly suggested: readonly { readonly entry: DirectoryEntry; readonly reasons: readonly SuggestionReason[] }[];
  /** Entries of the sector that are not offered here, so that nobody wonders where they went. */
  readonly withheld: readonly { readonly entry: DirectoryEntry; readonly reason: WithheldReason }[];
};

/** Offices that a kind of perpetrator may sit in. In a village everybody knows everybody. */
const OFFICES: Readonly<Partial<Record<Perpetrator, readonly AuthorityType[]>>> = {
  village_chief: ['village_chief'],
  commune_official: ['commune_chief', 'sangkat_chief', 'commune_council', 'ccwc'],
  police: ['police_post', 'judicial_police_agent'],
  health_worker: ['health_centre', 'referral_hospital'],
  teacher_staff: ['school'],
  student: ['school'],
};

const FRIENDLY_RANK: Readonly<Record<Friendliness, number>> = { yes: 0, unk: 1, mixed: 2, no: 3 };
const TRAINING_RANK: Readonly<Record<TrainingLevel, number>> = { champion: 0, trained: 1, briefed: 2, unk: 3, none: 4 };

const FEEDBACK: Readonly<Record<Friendliness, SuggestionReason>> = {
  yes: 'friendly',
  unk: 'no_feedback',
  mixed: 'mixed_feedback',
  no: 'not_friendly',
};

/** Administrative level: 0 village, 1 commune or sangkat, 2 district, 3 province. Null: its address says. */
const LEVELS: Readonly<Record<AuthorityType, 0 | 1 | 2 | 3 | null>> = {
  village_chief: 0,
  commune_chief: 1,
  sangkat_chief: 1,
  commune_council: 1,
  ccwc: 1,
  police_post: 1,
  health_centre: 1,
  school: 1,
  district_governor: 2,
  district_womens_affairs: 2,
  referral_hospital: 2,
  pdowa: 3,
  judicial_police_agent: 3,
  dosvy: 3,
  provincial_wccc: 3,
  one_stop_unit: 3,
  court: 3,
  ngo: null,
  peer_group: null,
};

/** Distance in the hierarchy from the village outward. */
export function levelOf({ type, village, commune, district }: DirectoryEntry): 0 | 1 | 2 | 3 {
  const byAddress = village ? 0 : commune ? 1 : district ? 2 : 3;
  return LEVELS[type] ?? byAddress;
}

function withholdReason(entry: DirectoryEntry, wanted: Wanted): WithheldReason | null {
  if (wanted.conflicts.includes(entry.entryId)) return 'in_conflict';
  if (entry.retired) return 'retired';
  if (!entry.agreedToBeListed) return 'not_listed';
  return wanted.isMinor && !entry.servesMinors ? 'not_for_minors' : null;
}

function reasonsFor(entry: DirectoryEntry, wanted: Wanted, today: Day): SuggestionReason[] {
  const reasons: SuggestionReason[] = [FEEDBACK[entry.friendly]];
  if ((entry.heard?.outed ?? 0) > 0) reasons.push('outed_there');
  const zone = zoneOfProvince(wanted.province);
  if (entry.province === wanted.province) reasons.push('same_province');
  else if (zoneOfProvince(entry.province) === zone) reasons.push('same_zone');
  // Where the report names no province of the country, nothing is near or far.
  else if (zone !== 'other_unk') reasons.push('elsewhere');
  if (entry.training.level === 'trained' || entry.training.level === 'champion') reasons.push('trained');
  if (isVerificationDue(entry, today)) reasons.push('verification_due');
  if (wanted.perpetrators.some((who) => OFFICES[who]?.includes(entry.type))) reasons.push('like_the_perpetrator');
  return reasons;
}

/**
 * Whom a referral might go to: entries of the sector, with the reasons for and against each. What survivors told of them
 * decides first, wherever they are; then the nearest province, then the nearest in the hierarchy, then the best trained.
 * Offices like the perpetrator's own come after all others, since whoever did it may sit there. An entry in conflict in
 * this case is never suggested.
 */
export function suggestEntries(entries: readonly DirectoryEntry[], wanted: Wanted, today: Day): Suggestions {
  const ofSector = entries.filter(({ sectors }) => sectors.includes(wanted.sector));
  const rank = (entry: DirectoryEntry, reasons: readonly SuggestionReason[]): number[] => [
    reasons.includes('like_the_perpetrator') ? 1 : 0,
    FRIENDLY_RANK[entry.friendly],
    reasons.includes('same_province') ? 0 : reasons.includes('same_zone') ? 1 : 2,
    levelOf(entry),
    TRAINING_RANK[entry.training.level],
  ];
  const suggested = ofSector
    .filter((entry) => withholdReason(entry, wanted) === null)
    .map((entry) => ({ entry, reasons: reasonsFor(entry, wanted, today) }))
    .sort((a, b) => compareRanks(rank(a.entry, a.reasons), rank(b.entry, b.reasons)) || compareIds(a.entry, b.entry));
  const withheld = ofSector.flatMap((entry) => {
    const reason = withholdReason(entry, wanted);
    return reason === null ? [] : [{ entry, reason }];
  });
  return { suggested, withheld };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** So that the same directory always gives the same order. */
function compareIds(a: DirectoryEntry, b: DirectoryEntry): number {
  return a.entryId < b.entryId ? -1 : 1;
}
