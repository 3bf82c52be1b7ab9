import { type TrainingLevel, trainingLevel } from '../codebook/authority.ts';
import { codesOf } from '../codebook/code-list.ts';
import { KH_PROVINCE } from '../codebook/codes.ts';
import { audience, engagementKind } from '../codebook/engagement.ts';
import { Day, DirectoryEntryId } from '../ids.ts';
import { z } from '../schema.ts';
import { words } from './case-ids.ts';
import type { DirectoryEntry } from './directory.ts';

/**
 * Something that was held with authorities or communities. It says how many came and never who: such a list is a target. The
 * offices that it reached are named by their entries of the directory.
 */
export const Engagement = z.strictObject({
  engagementId: DirectoryEntryId,
  day: Day,
  kind: z.enum(codesOf(engagementKind)),
  province: z.enum(KH_PROVINCE),
  district: words(120).optional(),
  audience: z.array(z.enum(codesOf(audience))).min(1),
  headcount: z.int().min(0).max(100_000),
  materials: words(1_000).optional(),
  reached: z.array(DirectoryEntryId).max(500),
  /** What the offices reached were brought to; null: no training. */
  level: z.enum(codesOf(trainingLevel)).extract(['briefed', 'trained', 'champion']).nullable(),
});
export type Engagement = z.output<typeof Engagement>;

const LEVELS: readonly TrainingLevel[] = ['unk', 'none', 'briefed', 'trained', 'champion'];

/** The entries that an engagement changes: those reached, with the level it brought them to. Nobody falls back by it. */
export function trainedBy(entries: readonly DirectoryEntry[], { reached, level, day }: Engagement): DirectoryEntry[] {
  if (level === null) return [];
  return entries.flatMap((entry) => {
    const { training } = entry;
    const rises = LEVELS.indexOf(level) > LEVELS.indexOf(training.level);
    const renews = level === training.level && (training.day ?? '') < day;
    return reached.includes(entry.entryId) && (rises || renews) ? [{ ...entry, training: { level, day } }] : [];
  });
}
