import type { CohortKind } from '@romduol/shared/api/statistics';
import type { Day, MemberId, Quarter } from '@romduol/shared/ids';
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

export type ReleasePreview = {
  readonly release: PublishedRelease;
  /** Records that count in it; shown to the publisher, never published. */
  readonly counted: number;
  /** Records that did not open or whose author is unknown, by author's handle. */
  readonly unexpected: readonly string[];
};

export type ProposalReview = {
  readonly same: boolean;
  /** Records of the cohort that came in after the proposal and will count late. */
  readonly left: number;
  /** What this browser counted. */
  readonly release: PublishedRelease;
};

export type ReleaseView = {
  readonly release: PublishedRelease;
  /** Lower-case hexadecimal of the release's hash. */
  readonly hash: string;
  readonly published: Day;
};
