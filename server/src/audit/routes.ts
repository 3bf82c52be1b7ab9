import { listAudit, readAuditChain } from '@romduol/shared/api/audit';
import type { SignedIn } from '../accounts/identify.ts';
import type { Database } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { type AuditScope, findActs, findChain } from './store.ts';

export function mountAudit(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.guarded(listAudit, async ({ query }, auditor) => {
    const rows = await findActs(db, scopeOf(auditor), query);
    return { rows, next: rows.length < query.limit ? null : (rows.at(-1)?.number ?? null) };
  });

  mount.guarded(readAuditChain, async ({ query }, auditor) => ({
    rows: await findChain(db, scopeOf(auditor), query),
  }));
}

function scopeOf({ organisation, keyring: { keyring } }: SignedIn): AuditScope {
  return {
    members: keyring.members.filter((one) => one.organisation === organisation).map(({ id }) => id),
    alone: keyring.organisations.length === 1,
  };
}
