import type { AuthorityAbuse } from '@romduol/shared/codebook/authority-abuse';
import type { Category } from '@romduol/shared/codebook/category';
import type { Domain } from '@romduol/shared/codebook/domain';
import type { Form } from '@romduol/shared/codebook/form';
import type { IncidentType } from '@romduol/shared/codebook/incident-type';
import type { Perpetrator } from '@romduol/shared/codebook/perpetrator';
import type { Sector } from '@romduol/shared/codebook/sector';
import type { Setting } from '@romduol/shared/codebook/setting';

type Weighted<T> = readonly (readonly [T, number])[];

/** A kind of thing that happens, told in parts (`stories-en`, `stories-km`), with how a coder would write it down. */
export type Scenario = {
  readonly weight: number;
  readonly categories: readonly [Category, ...Category[]];
  /** Ticked beside them now and then. */
  readonly also: readonly Category[];
  readonly perpetrators: Weighted<Perpetrator>;
  readonly settings: Weighted<Setting>;
  readonly type: Weighted<IncidentType>;
  readonly forms: readonly Form[];
  readonly domain: Domain;
  readonly authorityAbuse: Weighted<AuthorityAbuse>;
  /** Help that fits, the likeliest first. */
  readonly needs: readonly Sector[];
};

/** What stands where no authority had a part in it. */
export const NO_AUTHORITY: Weighted<AuthorityAbuse> = [['none', 1]];
