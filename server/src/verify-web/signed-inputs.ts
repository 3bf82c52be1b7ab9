import { readKeyring } from '@romduol/shared/api/keyring';
import { type SiteEdition, readSettings, readSite } from '@romduol/shared/api/site';
import type { Answer } from '@romduol/shared/api/contract';
import { type StoredRelease, listReleases } from '@romduol/shared/api/statistics';
import { SealingError } from '@romduol/shared/sealing/errors';
import { type Keyring, hashKeyring } from '@romduol/shared/sealing/keyring';
import { releaseHash, verifyRelease } from '@romduol/shared/sealing/release-signature';
import { siteHash } from '@romduol/shared/sealing/site-signature';
import { sodium } from '@romduol/shared/sealing/sodium';
import { organisationOfSeries } from '@romduol/shared/statistics/series';
import { followKeyrings } from '@romduol/web/desk/keyring';
import { isVouchedFor } from '@romduol/web/desk/site';
import type { Deployed } from './deployed.ts';

/** Everything that the public pages are drawn from, as the deployment serves it; `wrongs` says what of it does not verify. */
export type SignedInputs = {
  readonly settings: Answer<typeof readSettings>;
  /** Null before the deployment is founded. */
  readonly keyring: Keyring | null;
  readonly editions: readonly SiteEdition[];
  /** By address, each with the type its edition names. */
  readonly clips: ReadonlyMap<string, { readonly type: string; readonly hash: Uint8Array }>;
  readonly releases: readonly StoredRelease[];
  readonly wrongs: readonly string[];
};

const clipAddress = ({ organisation, item, language, number }: SiteEdition): string =>
  `/clips/${organisation}/${item.slice('clip/'.length)}/${language}/${number}`;

/** Whether `verify` finds a good signature. */
function holds(verify: () => void): boolean {
  try {
    verify();
    return true;
  } catch (error) {
    if (error instanceof SealingError) return false;
    throw error;
  }
}

function checkReleases(releases: readonly StoredRelease[], keyrings: readonly Keyring[]): string[] {
  const publishers = keyrings.flatMap(({ members }) => members.filter(({ publisher }) => publisher));
  const ends = new Map<string, { readonly number: number; readonly hash: Uint8Array }>();
  return [...releases]
    .sort((a, b) => a.number - b.number)
    .flatMap((release) => {
      const { series, kind, cohort, number, hash, previous, signatures } = release;
      const name = `The release ${series} ${kind} ${cohort}`;
      const before = ends.get(series) ?? { number: 0, hash: new Uint8Array(32) };
      ends.set(series, { number, hash });
      const wrongs: string[] = [];
      if (!sodium().equal(releaseHash(release), hash)) wrongs.push(`${name} does not have the hash it is served with.`);
      if (number !== before.number + 1 || !sodium().equal(previous, before.hash))
        wrongs.push(`${name} does not follow the release before it: one is missing or was exchanged.`);
      const unsigned = signatures.filter(
        ({ member, signature }) =>
          !publishers.some(
            ({ id, organisation, signing }) =>
              id === member &&
              organisation === organisationOfSeries(series) &&
              holds(() => verifyRelease(release, signature, signing)),
          ),
      );
      if (unsigned.length > 0)
        wrongs.push(`${name} bears a signature that is not of a publisher of that organisation.`);
      return wrongs;
    });
}

/**
 * Fetches and verifies. Throws `SealingError` when the keyrings do not follow from each other: nothing else can then be
 * believed.
 */
export async function readSignedInputs({ call }: Deployed): Promise<SignedInputs> {
  const settings = await call(readSettings);
  const { file } = await call(readKeyring);
  const keyrings = new Map<number, Keyring>();
  const keyring = file === null ? null : await followKeyrings(call, keyrings);
  const wrongs: string[] = [];
  if (file !== null && keyring !== null && !sodium().equal(hashKeyring(file), keyring.hash))
    wrongs.push('The keyring handed to reporters is not the newest of the history handed to members.');
  const { editions } = await call(readSite);
  for (const edition of editions)
    if (!isVouchedFor(keyrings.values(), edition))
      wrongs.push(
        `The text ${edition.item} (${edition.language}) of ${edition.organisation} is not signed by an administrator of that organisation.`,
      );
  const clips = new Map(
    editions
      .filter(({ content, length }) => content === null && length > 0)
      .map((edition) => [clipAddress(edition), { type: edition.type, hash: edition.hash }]),
  );
  const { releases } = await call(listReleases);
  wrongs.push(...checkReleases(releases, [...keyrings.values()]));
  return { settings, keyring, editions, clips, releases, wrongs };
}

/** The hash that a clip's edition is signed under. */
export const clipHash = siteHash;
