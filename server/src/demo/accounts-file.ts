import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@romduol/shared/api/contract';
import { z } from '@romduol/shared/schema';
import type { SampleAccount } from './found-sample.ts';
import { ConfigError } from '../config.ts';
import { SAMPLE_ORGANISATIONS } from './organisations.ts';

/** A way into the demo. `team` is null for those who have none or all of their organisation's. */
const DemoAccount = z.object({
  handle: z.string(),
  roles: z.array(z.enum([...ROLES, 'publisher'])),
  organisation: z.string(),
  team: z.string().nullable(),
  passphrase: z.string(),
});
export type DemoAccount = z.output<typeof DemoAccount>;

const fileIn = (dataDir: string): string => join(dataDir, 'demo-accounts.json');

/** The accounts of the demo that this folder holds; null when none was finished here. Throws `ConfigError`. */
export function readAccounts(dataDir: string): DemoAccount[] | null {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return null;
  try {
    return z.array(DemoAccount).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new ConfigError(`${file} is damaged. Remove ${dataDir} and start the demonstration again.`);
  }
}

/** Writes the accounts for their owner's eyes only. It is the last act of a seeding, and says that it was finished. */
export function writeAccounts(dataDir: string, accounts: readonly DemoAccount[]): void {
  const file = fileIn(dataDir);
  const aside = `${file}.new`;
  writeFileSync(aside, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  chmodSync(aside, 0o600);
  renameSync(aside, file);
}

export function accountsOf(founded: readonly SampleAccount[]): DemoAccount[] {
  return SAMPLE_ORGANISATIONS.organisations.flatMap(({ id, members }) =>
    members.map(({ handle, roles, publisher, teams }): DemoAccount => {
      const passphrase = founded.find((account) => account.handle === handle)?.passphrase;
      if (passphrase === undefined) throw new RangeError(`no account was made for ${handle}`);
      return {
        handle,
        roles: publisher ? [...roles, 'publisher'] : [...roles],
        organisation: id,
        team: teams.length === 1 ? (teams[0] ?? null) : null,
        passphrase,
      };
    }),
  );
}

/** The accounts as a table for the terminal. */
export function tellAccounts(accounts: readonly DemoAccount[]): string {
  const rows = accounts.map(({ handle, roles, organisation, team, passphrase }) => [
    handle,
    roles.join(', '),
    team ?? organisation,
    passphrase,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`).join('\n');
}
