import { dayAt } from '@romduol/shared/language/dates';
import { fingerprintWords } from '@romduol/shared/sealing/fingerprint-words';
import { SealingError } from '@romduol/shared/sealing/errors';
import { ReleaseError } from '@romduol/shared/statistics/release-file';
import { ApiRefusal } from '@romduol/web/desk/caller';
import type { Assets } from '../assets/assets.ts';
import type { Clock } from '../mount.ts';
import { compareFile } from './compare.ts';
import type { Deployed } from './deployed.ts';
import { type ExpectedFile, assetFiles, pageFiles } from './expected-files.ts';
import { type SignedInputs, readSignedInputs } from './signed-inputs.ts';

export type Verdict = {
  /** What the deployment says of itself and nobody signs: whoever asked must judge it. */
  readonly stated: readonly string[];
  /** What was compared. */
  readonly files: readonly ExpectedFile[];
  /** Each difference, a sentence; none when the deployment serves what the source says. */
  readonly differences: readonly string[];
};

function stateOf({ settings, keyring }: SignedInputs): string[] {
  return [
    settings.demo ? 'It is a demonstration with invented data.' : 'It is a deployment for real reports.',
    `Leaving quickly leads to ${settings.neutralSite}`,
    ...(settings.publicOrigin === null ? [] : [`Its figures are cited at ${settings.publicOrigin}`]),
    ...(settings.onionOrigin === null ? [] : [`Its onion address is ${settings.onionOrigin}`]),
    keyring === null
      ? 'It has no keyring yet, and takes no reports.'
      : `Its root key’s fingerprint is: ${fingerprintWords(keyring.fingerprint).join(' ')}`,
  ];
}

/** What keeps the pages from being drawn at all; null for a fault of ours. */
function explain(error: unknown): string | null {
  if (error instanceof SealingError) return `The keyring it serves does not verify: ${error.code}.`;
  if (error instanceof ApiRefusal) return `It does not serve what its pages are drawn from: ${error.code}.`;
  return error instanceof ReleaseError ? 'A release that it serves cannot be read.' : null;
}

/**
 * Compares everything a deployment answers to a GET by anybody with what follows from the build and from what it serves
 * signed. What a page shows only to some, to whom it posts, or at another moment, cannot be seen from here.
 */
export async function verifyWeb(deployed: Deployed, assets: Assets, clock: Clock): Promise<Verdict> {
  let inputs: SignedInputs;
  let files: ExpectedFile[];
  try {
    inputs = await readSignedInputs(deployed);
    files = [...assetFiles(assets), ...(await pageFiles(assets, inputs, dayAt(clock())))];
  } catch (error) {
    const difference = explain(error);
    if (difference === null) throw error;
    return { stated: [], files: [], differences: [difference] };
  }
  const differences = [...inputs.wrongs];
  for (const file of files) differences.push(...(await compareFile(deployed, file)));
  return { stated: stateOf(inputs), files, differences };
}
