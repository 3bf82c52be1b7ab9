import type { CohortKind } from '@romduol/shared/api/statistics';
import type { Day, MemberId, Quarter } from '@romduol/shared/ids';
import type { AuthorsTrouble } from './open-records.ts';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';

export type CohortView = {
  readonly kind: CohortKind;
  readonly cohort: Quarter;
  /** `open` until eight weeks after its end, then `ripe`; `proposed` waits for the second publisher; `waited` was too small
   * and was counted with a later quarter. */
  readonly state: 'open' | 'ripe' | 'proposed' | 'published' | 'waited';
  readonly ripeOn: Day;
  readonly openedLate: boolean;
  readonly base: number;
  /** Who proposed, when it is proposed. */
  readonly proposedBy: MemberId | null;
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
  /** Lower-case hexadecimal of the release's hash. */
  readonly hash: string;
  readonly published: Day;
};
