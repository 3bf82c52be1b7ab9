import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { ConfigError } from '../config.ts';
import { type OpenDeployment, openDeployment, type OpenOptions } from '../start.ts';
import { accountsOf, type DemoAccount, readAccounts, writeAccounts } from './accounts-file.ts';
import type { ReceiptSource } from './receipts.ts';
import { makeSampleClock } from './sample-clock.ts';
import { seedDemo } from './seed.ts';

export type DemoOptions = Omit<OpenOptions, 'kind'> & {
  readonly cases: number;
  /** A build of libsodium that derives keys from words. */
  readonly loadSodium: () => Promise<Sodium>;
  readonly receipts: (fingerprint: Uint8Array, count: number) => ReceiptSource;
  readonly progress: (line: string) => void;
};

export type OpenDemo = { readonly deployment: OpenDeployment; readonly accounts: readonly DemoAccount[] };

/**
 * Opens the demo, and fills it first where it is empty. One that was cut short while being filled is made anew when the
 * database is this folder's own. Throws `ConfigError` for a database that is not a demo's, or cannot be made anew.
 */
export async function openDemo(options: DemoOptions): Promise<OpenDemo> {
  const { dataDir, databaseUrl } = options.config;
  const clock = makeSampleClock(options.clock);
  const open = (): Promise<OpenDeployment> => openDeployment({ ...options, kind: 'demo', clock: clock.now });
  const accounts = readAccounts(dataDir);
  let deployment = await open();
  try {
    if (accounts !== null && deployment.foundingToken === null) {
      clock.letGo();
      return { deployment, accounts };
    }
    if (deployment.foundingToken === null) {
      if (databaseUrl !== null) {
        throw new ConfigError(
          'The database holds a demonstration that was not finished, or whose accounts are in another data folder. Give it an empty database, or set DATA_DIR to that folder.',
        );
      }
      options.progress('the last seeding was not finished: beginning again');
      await deployment.stop();
      rmSync(join(dataDir, 'pglite'), { recursive: true, force: true });
      deployment = await open();
    }
    const { app, foundingToken } = deployment;
    if (foundingToken === null) throw new ConfigError('The sample database is not empty.');
    // Only while it makes passphrases and receipts does this program hold a build that can derive keys from words.
    useSodium(await options.loadSodium());
    const founded = await seedDemo({ ...options, app, foundingToken, clock });
    useSodium(await loadStandardSodium());
    const made = accountsOf(founded.accounts);
    writeAccounts(dataDir, made);
    return { deployment, accounts: made };
  } catch (error) {
    await deployment.stop();
    throw error;
  }
}
