import type { Day } from '@romduol/shared/ids';
import type { HelpNumber } from '@romduol/shared/site/help-numbers';
import type { ReceptionSetting, Retention } from '@romduol/shared/site/settings';
import type { ItemLanguage, SiteItem } from '@romduol/shared/site/items';

/** An edition of what the organisation says on the public pages. */
export type SiteEditionView = {
  readonly item: SiteItem;
  readonly language: ItemLanguage;
  readonly number: number;
  readonly type: string;
  /** Bytes; 0 for an edition that took the item back. */
  readonly length: number;
  readonly day: Day;
  /** Handle of who signed it. */
  readonly author: string;
  /** Null for what is no text, or does not read as one. */
  readonly text: string | null;
  readonly numbers: readonly HelpNumber[] | null;
  readonly retention: Retention | null;
  readonly reception: ReceptionSetting | null;
  /** Whether the signature is an administrator's of the organisation. */
  readonly vouchedFor: boolean;
};
