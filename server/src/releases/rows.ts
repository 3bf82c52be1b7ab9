import type { StoredRelease } from '@romduol/shared/api/statistics';
import type { Day, MemberId, Quarter, SeriesId } from '@romduol/shared/ids';
import { concat, fromUtf8, utf8 } from '@romduol/shared/sealing/bytes';

export type ReleaseSignature = StoredRelease['signatures'][number];

const ID = 36;
const SIGNATURE = 64;

export const packSignatures = (signatures: readonly ReleaseSignature[]): Uint8Array =>
  concat(...signatures.flatMap(({ member, signature }) => [utf8(member), signature]));

export function unpackSignatures(packed: Uint8Array): ReleaseSignature[] {
  const signatures: ReleaseSignature[] = [];
  for (let at = 0; at < packed.length; at += ID + SIGNATURE)
    signatures.push({
      member: fromUtf8(packed.subarray(at, at + ID)) as MemberId,
      signature: packed.slice(at + ID, at + ID + SIGNATURE),
    });
  return signatures;
}

/** A proposal's row or a release's: their columns are the same. */
export type ReleaseRow = {
  readonly series: string;
  readonly kind: StoredRelease['kind'];
  readonly cohort: string;
  readonly number: number;
  readonly day: string;
  readonly file: Uint8Array;
  readonly hash: Uint8Array;
  readonly previous: Uint8Array;
  readonly signatures: Uint8Array;
};

export const releaseOf = (row: ReleaseRow, status: StoredRelease['status']): StoredRelease => ({
  series: row.series as SeriesId,
  kind: row.kind,
  cohort: row.cohort as Quarter,
  number: row.number,
  status,
  day: row.day as Day,
  file: row.file,
  hash: row.hash,
  previous: row.previous,
  signatures: unpackSignatures(row.signatures),
});
