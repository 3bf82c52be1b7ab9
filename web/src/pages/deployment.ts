import type { Day } from '@romduol/shared/ids';
import type { Words } from '@romduol/shared/language/language';

/**
 * What public pages are built with: addresses of files, and style sheets as text. On a slow line a style sheet of its own
 * costs a round trip before anything is seen, and nothing is kept that a second page could use.
 */
export type Assets = {
  /** Every page's style sheet. */
  readonly style: string;
  readonly icon: string;
  /** For the pages that show charts. */
  readonly chartStyle: string;
  /** Leaving quickly, on every page. */
  readonly leaveScript: string;
  /** The report page's loader. */
  readonly reportScript: string;
  /** The return page's loader. */
  readonly returnScript: string;
};

/** What a deployment says about itself on every public page. A page is a pure function of this and its own properties. */
export type Deployment = {
  readonly assets: Assets;
  /** Sample data: every page says so. */
  readonly demo: boolean;
  /** Where leaving quickly leads. */
  readonly neutralSite: string;
  /** The address that the site is known by, for citations; null where it has not been set. */
  readonly publicOrigin: string | null;
  /** Where Tor Browser reaches the same site, which then knows nothing of where one is; null: nowhere. */
  readonly onionOrigin: string | null;
  /** The root key's fingerprint in words, to compare with a poster; null while there is no keyring. */
  readonly fingerprint: readonly string[] | null;
};

/** A team as the report page offers it. */
export type OfferedTeam = {
  readonly id: string;
  readonly name: Words;
  readonly organisation: Words;
  /** Who reads its reports, where the organisation shows it: for striking off. */
  readonly members: readonly { readonly id: string; readonly handle: string }[];
  /** Its organisation has a recovery card, which nobody can strike off. */
  readonly hasCard?: true;
};

/** Whether reports can be sealed to anybody, and how far the keyring could be trusted on the day of rendering. */
export type Reception =
  /** Nobody can open reports yet, or the organisation is not ready for them, or no longer takes any. */
  | { readonly accepting: false; readonly why: 'nobody' | 'closed' }
  | {
      readonly accepting: true;
      readonly teams: readonly OfferedTeam[];
      /** The day since when an expired keyring could not be checked; null while it is valid. */
      readonly uncheckedSince: Day | null;
    };
