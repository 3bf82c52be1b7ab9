import { type Friendliness, authorityType, friendliness, trainingLevel } from '../codebook/authority.ts';
import { codesOf } from '../codebook/code-list.ts';
import { KH_PROVINCE } from '../codebook/codes.ts';
import type { KhProvince } from '../codebook/province.ts';
import { type Sector, sector } from '../codebook/sector.ts';
import { Day, DirectoryEntryId, TeamId } from '../ids.ts';
import { addDays } from '../language/dates.ts';
import { z } from '../schema.ts';
import { words } from './case-ids.ts';

/** Longest text of each field, code points, by the names of the table's columns. */
export const FIELD_MAX = {
  name_km: 200,
  name_en: 200,
  district: 120,
  commune: 120,
  village: 120,
  focal_role: 200,
  focal_name: 200,
  channel: 500,
  hours: 200,
  cost: 200,
} as const;

/** Blanks around a text are nobody's words: a table of the directory, read back, must be the directory. */
const trimmed = (max: number) => z.string().trim().pipe(words(max));
const short = trimmed(200);
/** Blank is not given. */
const given = (max: number) =>
  trimmed(max)
    .transform((text) => text || undefined)
    .optional();
const place = given(120);

/**
 * An authority or a service, as the sealed directory holds it. Whether it is implicated in a case is said in that case
 * and never here: the directory is read by people who may not know of the case.
 */
export const DirectoryEntry = z.strictObject({
  entryId: DirectoryEntryId,
  type: z.enum(codesOf(authorityType)),
  name: z.strictObject({ en: short, km: short }).refine(({ en, km }) => en !== '' || km !== '', { error: 'no_name' }),
  province: z.enum(KH_PROVINCE),
  district: place,
  commune: place,
  village: place,
  /** Whom to ask for: an office, and a name where its bearer agreed to be listed. */
  focal: z.strictObject({ role: short.refine((role) => role !== ''), name: given(200) }).optional(),
  channel: given(500),
  hours: given(200),
  cost: given(200),
  sectors: z.array(z.enum(codesOf(sector))).min(1),
  servesMinors: z.boolean(),
  training: z.strictObject({ level: z.enum(codesOf(trainingLevel)), day: Day.nullable() }),
  friendly: z.enum(codesOf(friendliness)),
  /** What survivors told of it, added up: never by whom or when. */
  heard: z
    .strictObject({
      told: z.int().min(0),
      /** Sum of the marks from 1 to 5 of the `marked` who gave one. */
      marks: z.int().min(0),
      marked: z.int().min(0),
      outed: z.int().min(0),
      again: z.int().min(0),
      notAgain: z.int().min(0),
    })
    .optional(),
  agreedToBeListed: z.boolean(),
  verified: Day.nullable(),
  /** Set aside: kept for the cases that name it, suggested for none. */
  retired: z.boolean(),
  /** The team of another organisation here that this entry is: a case can be handed to it within the system. */
  team: TeamId.optional(),
});
export type DirectoryEntry = z.output<typeof DirectoryEntry>;

/** Days after which what the directory says is to be verified anew. */
export const VERIFIED_FOR_DAYS = 180;

/** The day by which an entry is to be verified again; null when it never was. */
export function nextVerification(entry: DirectoryEntry): Day | null {
  return entry.verified === null ? null : addDays(entry.verified, VERIFIED_FOR_DAYS);
}

/** What is known of an entry is older than it may be, or was never looked at. */
export function isVerificationDue(entry: DirectoryEntry, today: Day): boolean {
  return !entry.retired && (nextVerification(entry) ?? today) <= today;
}

/** Who is to be asked again, the longest unverified first; never verified before all others. */
export function verificationRound(entries: readonly DirectoryEntry[], today: Day): DirectoryEntry[] {
  const rank = (entry: DirectoryEntry): string => `${entry.verified ?? ''} ${entry.entryId}`;
  return entries.filter((entry) => isVerificationDue(entry, today)).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/**
 * How many entries of a sector each province has that somebody can be sent to: verified, friendly, agreed to be listed, in
 * use. Where there are none is a gap.
 */
export function coverageOf(
  entries: readonly DirectoryEntry[],
  wanted: Sector,
  today: Day,
): ReadonlyMap<KhProvince, number> {
  const covers = (entry: DirectoryEntry): boolean =>
    entry.sectors.includes(wanted) &&
    entry.friendly === 'yes' &&
    entry.agreedToBeListed &&
    !entry.retired &&
    !isVerificationDue(entry, today);
  const covering = entries.filter(covers);
  return new Map(
    KH_PROVINCE.map((province) => [province, covering.filter((entry) => entry.province === province).length]),
  );
}

const NOTHING_HEARD = { told: 0, marks: 0, marked: 0, outed: 0, again: 0, notAgain: 0 };

/**
 * The entry with one more survivor's word in it. Whoever was outed there weighs heaviest: one such word and nobody is sent
 * there as to a friendly place.
 */
export function addFeedback(
  entry: DirectoryEntry,
  feedback: {
    readonly respectful?: number | undefined;
    readonly outed?: boolean | undefined;
    readonly again?: boolean | undefined;
  },
): DirectoryEntry {
  const before = entry.heard ?? NOTHING_HEARD;
  const heard = {
    told: before.told + 1,
    marks: before.marks + (feedback.respectful ?? 0),
    marked: before.marked + (feedback.respectful === undefined ? 0 : 1),
    outed: before.outed + (feedback.outed === true ? 1 : 0),
    again: before.again + (feedback.again === true ? 1 : 0),
    notAgain: before.notAgain + (feedback.again === false ? 1 : 0),
  };
  return { ...entry, heard, friendly: friendlinessOf(heard, entry.friendly) };
}

/** From what was told; what the team thought before stays where nobody judged. */
function friendlinessOf(heard: NonNullable<DirectoryEntry['heard']>, before: Friendliness): Friendliness {
  const { marks, marked, outed, again, notAgain } = heard;
  if (marked + outed + again + notAgain === 0) return before;
  const mean = marked === 0 ? null : marks / marked;
  const isBad = outed * 2 >= heard.told || (mean !== null && mean < 2.5) || (mean === null && notAgain > again);
  if (isBad) return 'no';
  return outed > 0 || notAgain > 0 || (mean !== null && mean < 4) ? 'mixed' : 'yes';
}

/** The entry's name in a language, or in the other where it has none in this one. */
export function nameOfEntry(entry: DirectoryEntry, language: 'en' | 'km'): string {
  return entry.name[language] || entry.name[language === 'en' ? 'km' : 'en'];
}
