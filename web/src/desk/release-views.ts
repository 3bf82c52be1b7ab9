import type { CohortName } from '@romduol/shared/api/statistics';
import type { Day, MemberId, Quarter } from '@romduol/shared/ids';
import type { Words } from '@romduol/shared/language/language';
import type { Counting } from '@romduol/shared/statistics/ledger';
import type { AuthorsTrouble } from './open-records.ts';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';

export type CohortView = CohortName & {
  /** Null where the organisation is counted as a whole. */
  readonly team: Words | null;
  /** `open` until eight weeks after its end, then `ripe`; `proposed` waits for the second publisher; `waited` was too small
   * and was counted with a later quarter. */
  readonly state: 'open' | 'ripe' | 'proposed' | 'published' | 'waited';
  readonly ripeOn: Day;
  readonly openedLate: boolean;
  readonly base: number;
  /** Who proposed, when it is proposed. */
  readonly proposedBy: MemberId | null;
};

export type CohortsView = {
  readonly cohorts: readonly CohortView[];
  /** The first quarter that is not open yet, and how it will be counted unless a publisher decides otherwise. */
  readonly next: (Counting & { readonly quarter: Quarter }) | null;
  /** How many the organisation has. */
  readonly teams: number;
};

/** What authors have said of what they handed in, against what the server hands out; shown to publishers, never published. */
export type AuthorsReport = AuthorsTrouble & {
  /** Who has said nothing since the cohort's last day; `day` null for never. */
  readonly silent: readonly { readonly author: string; readonly day: Day | null }[];
};

export type ReleasePreview = {
  readonly release: PublishedRelease;
  /** Records that count in it; shown to the publisher, never published. */
  readonly counted: number;
  /** Records of this quarter or earlier that no open cohort counts: of a team that has none. */
  readonly uncounted: number;
  readonly authors: AuthorsReport;
};

export type ProposalReview = {
  readonly same: boolean;
  /** Records of the cohort that came in after the proposal and will count late. */
  readonly left: number;
  /** What this browser counted. */
  readonly release: PublishedRelease;
  readonly authors: AuthorsReport;
};

export type ReleaseView = {
  readonly release: PublishedRelease;
  readonly whose: Words;
  /** Lower-case hexadecimal of the release's hash. */
  readonly hash: string;
  readonly published: Day;
};
