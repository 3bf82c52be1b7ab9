import { readSetup } from '@romduol/shared/api/setup';
import type { SignedIn } from '../accounts/identify.ts';
import type { Database } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { hasReports } from './store.ts';

export function mountSetup(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.guarded(readSetup, async (_, { keyring, organisation }) => {
    const own = keyring.keyring.teams.filter((team) => team.organisation === organisation);
    const teams = own.map(({ id }) => id);
    return { reports: await hasReports(db, teams) };
  });
}
