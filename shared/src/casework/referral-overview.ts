import type { AuthorityType } from '../codebook/authority.ts';
import type { Barrier, ReferralStage, RefusalReason } from '../codebook/referral-lists.ts';
import type { Sector } from '../codebook/sector.ts';
import type { DirectoryEntryId } from '../ids.ts';
import { REACHED_BY } from './coding.ts';
import type { CaseSummary } from './summary.ts';

/** How far referrals came: each stage counts those that came at least so far. */
export type Cascade = Readonly<Record<Exclude<ReferralStage, 'none'>, number>>;

export type ReferralOverview = {
  readonly all: Cascade;
  readonly bySector: ReadonlyMap<Sector, Cascade>;
  /** By the recipient's type; null where the directory no longer says. */
  readonly byAuthority: ReadonlyMap<AuthorityType | null, Cascade>;
  /** By the recipient itself; null in summaries that do not name it. */
  readonly byRecipient: ReadonlyMap<DirectoryEntryId | null, Cascade>;
  readonly refusals: ReadonlyMap<RefusalReason, number>;
  readonly barriers: ReadonlyMap<Barrier, number>;
  readonly total: number;
};

type Summed = CaseSummary['referrals'][number];

const none = (): Record<Exclude<ReferralStage, 'none'>, number> => ({
  offered: 0,
  consented: 0,
  sent: 0,
  accepted: 0,
  received: 0,
});

function cascadeOf(referrals: readonly Summed[]): Cascade {
  const cascade = none();
  for (const { stage } of referrals) for (const reached of REACHED_BY[stage ?? 'offered']) cascade[reached] += 1;
  return cascade;
}

function groupBy<K>(referrals: readonly Summed[], key: (referral: Summed) => K): ReadonlyMap<K, Cascade> {
  const groups = new Map<K, Summed[]>();
  for (const referral of referrals) groups.set(key(referral), [...(groups.get(key(referral)) ?? []), referral]);
  return new Map([...groups].map(([of, some]) => [of, cascadeOf(some)]));
}

function tally<C>(codes: readonly C[]): ReadonlyMap<C, number> {
  const counts = new Map<C, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/**
 * What became of the referrals of the cases that a member can open, from their summaries alone. True figures, for the team's
 * own work: what may be published is another matter (`statistics/`).
 */
export function overviewOf(
  summaries: readonly Pick<CaseSummary, 'referrals'>[],
  typeOf: (entryId: DirectoryEntryId) => AuthorityType | null,
): ReferralOverview {
  const referrals = summaries.flatMap((summary) => summary.referrals);
  return {
    all: cascadeOf(referrals),
    bySector: groupBy(referrals, ({ sector }) => sector),
    byAuthority: groupBy(referrals, ({ recipient }) => (recipient === undefined ? null : typeOf(recipient))),
    byRecipient: groupBy(referrals, ({ recipient }) => recipient ?? null),
    refusals: tally(referrals.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal]))),
    barriers: tally(referrals.flatMap(({ barriers }) => barriers ?? [])),
    total: referrals.length,
  };
}
