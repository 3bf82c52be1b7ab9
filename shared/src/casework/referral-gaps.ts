import { isMinor } from '../codebook/person.ts';
import type { ProvinceAnswer } from '../codebook/province.ts';
import { isKhProvince } from '../codebook/province.ts';
import { type Sector, sector } from '../codebook/sector.ts';
import { isCodeOf } from '../codebook/code-list.ts';
import type { DirectoryEntry } from './directory.ts';
import { type ReferralState, actionsFrom } from './referral-moves.ts';
import { isMediationRuledOut } from './referral.ts';
import type { CaseState } from './states.ts';
import type { CaseSummary } from './summary.ts';

/** What was needed in a province and found nobody. Counts are of cases. */
export type ReferralGap = {
  readonly sector: Sector;
  /** Null: the report names none. */
  readonly province: ProvinceAnswer | null;
  /** Cases that needed it, whatever became of them. */
  readonly needed: number;
  /** Asked for, and nobody took it on or gave it. */
  readonly refused: number;
  /** Never asked for, since the directory has nobody there. */
  readonly nobody: number;
};

type Summed = Pick<CaseSummary, 'state' | 'province' | 'age' | 'categories' | 'needs' | 'referrals'>;

/** Cases whose needs are another's, or nobody's any more. */
const NOT_COUNTED: readonly CaseState[] = ['duplicate', 'withdrawn'];
/** The survivor's own no is no gap. */
const OWN_NO: readonly ReferralState[] = ['declined_by_survivor', 'withdrawn'];

type Outcome = 'met' | 'refused' | 'nobody';

function outcomeOf(referrals: Summed['referrals'], isAnybodyThere: () => boolean): Outcome {
  const isReceived = referrals.some(({ stage }) => stage === 'received');
  // A referral that may still come to something: those that only wait to be closed came to nothing.
  const isUnderWay = referrals.some(({ state }) => actionsFrom(state).some((action) => action !== 'close'));
  if (isReceived || isUnderWay) return 'met';
  if (referrals.some(({ state }) => !OWN_NO.includes(state))) return 'refused';
  return referrals.length > 0 || isAnybodyThere() ? 'met' : 'nobody';
}

/**
 * Where help was needed and no service took it on, or none exists: by kind of help and province, the widest gap first. From
 * the summaries of the cases that a member can open, and the directory as it stands.
 */
export function gapsOf(summaries: readonly Summed[], entries: readonly DirectoryEntry[]): readonly ReferralGap[] {
  const gaps = new Map<string, ReferralGap>();
  for (const summary of summaries) {
    if (NOT_COUNTED.includes(summary.state)) continue;
    const { province, categories } = summary;
    const noMediation = isMediationRuledOut({ categories, perpetrators: [], incidentType: null });
    const needs = new Set([...(summary.needs ?? []), ...summary.referrals.map((one) => one.sector)]);
    for (const need of needs) {
      if (!isCodeOf(sector, need) || (need === 'mediation' && noMediation)) continue;
      const outcome = outcomeOf(
        summary.referrals.filter((one) => one.sector === need),
        () =>
          entries.some(
            (entry) =>
              entry.sectors.includes(need) &&
              entry.agreedToBeListed &&
              !entry.retired &&
              (entry.servesMinors || !isMinor(summary.age ?? undefined)) &&
              (entry.province === province || !isKhProvince(province ?? undefined)),
          ),
      );
      const key = `${need} ${province ?? ''}`;
      const gap = gaps.get(key) ?? { sector: need, province, needed: 0, refused: 0, nobody: 0 };
      gaps.set(key, {
        ...gap,
        needed: gap.needed + 1,
        refused: gap.refused + (outcome === 'refused' ? 1 : 0),
        nobody: gap.nobody + (outcome === 'nobody' ? 1 : 0),
      });
    }
  }
  const width = ({ refused, nobody }: ReferralGap): number => refused + nobody;
  return [...gaps.values()].filter((gap) => width(gap) > 0).sort((a, b) => width(b) - width(a) || b.needed - a.needed);
}
