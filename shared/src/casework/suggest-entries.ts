import { type AuthorityType, type Friendliness, type TrainingLevel, authorityType } from '../codebook/authority.ts';
import type { Perpetrator } from '../codebook/perpetrator.ts';
import { type ProvinceAnswer, zoneOfProvince } from '../codebook/province.ts';
import type { Sector } from '../codebook/sector.ts';
import type { Day, DirectoryEntryId } from '../ids.ts';
import { type DirectoryEntry, nextVerification } from './directory.ts';

export type Wanted = {
  readonly sector: Sector;
  readonly province: ProvinceAnswer | undefined;
  readonly isMinor: boolean;
  readonly perpetrators: readonly Perpetrator[];
  /** Entries implicated in this case. */
  readonly conflicts: readonly DirectoryEntryId[];
};

export type SuggestionReason =
  | 'same_province'
  | 'same_zone'
  | 'friendly'
  | 'mixed_feedback'
  | 'not_friendly'
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

/** Distance outward from the village: the list of types is written in that order. */
const hierarchyRank = (type: AuthorityType): number => authorityType.codes.findIndex(({ code }) => code === type);

function withholdReason(entry: DirectoryEntry, wanted: Wanted): WithheldReason | null {
  if (wanted.conflicts.includes(entry.entryId)) return 'in_conflict';
  if (entry.retired) return 'retired';
  if (!entry.agreedToBeListed) return 'not_listed';
  return wanted.isMinor && !entry.servesMinors ? 'not_for_minors' : null;
}

function reasonsFor(entry: DirectoryEntry, wanted: Wanted, today: Day): SuggestionReason[] {
  const reasons: SuggestionReason[] = [];
  if (entry.province === wanted.province) reasons.push('same_province');
  else if (zoneOfProvince(entry.province) === zoneOfProvince(wanted.province)) reasons.push('same_zone');
  if (entry.friendly === 'yes') reasons.push('friendly');
  if (entry.friendly === 'mixed') reasons.push('mixed_feedback');
  if (entry.friendly === 'no') reasons.push('not_friendly');
  if (entry.training.level === 'trained' || entry.training.level === 'champion') reasons.push('trained');
  if ((nextVerification(entry) ?? today) <= today) reasons.push('verification_due');
  if (wanted.perpetrators.some((who) => OFFICES[who]?.includes(entry.type))) reasons.push('like_the_perpetrator');
  return reasons;
}

/**
 * Whom a referral might go to: entries of the sector, with the reasons for and against each. Nearest province first,
 * then the best feedback, then the nearest in the hierarchy, then the best trained; what survivors found unfriendly, and
 * offices like the perpetrator's own, come last. An entry in conflict in this case is never suggested.
 */
export function suggestEntries(entries: readonly DirectoryEntry[], wanted: Wanted, today: Day): Suggestions {
  const ofSector = entries.filter(({ sectors }) => sectors.includes(wanted.sector));
  const rank = (entry: DirectoryEntry, reasons: readonly SuggestionReason[]): number[] => [
    reasons.includes('not_friendly') || reasons.includes('like_the_perpetrator') ? 1 : 0,
    reasons.includes('same_province') ? 0 : reasons.includes('same_zone') ? 1 : 2,
    FRIENDLY_RANK[entry.friendly],
    hierarchyRank(entry.type),
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
