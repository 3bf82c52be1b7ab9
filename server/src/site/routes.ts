import type { Answer } from '@romduol/shared/api/contract';
import { HISTORY_MAX, publishSiteItem, readSettings, readSite, readSiteHistory } from '@romduol/shared/api/site';
import type { SignedIn } from '../accounts/identify.ts';
import { type Database, transaction } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { publishEdition } from './publish.ts';
import type { SiteReader } from './reader.ts';

export function mountSite(
  mount: Mount<SignedIn>,
  {
    db,
    site,
    settings,
  }: { readonly db: Database; readonly site: SiteReader; readonly settings: Answer<typeof readSettings> },
): void {
  mount.open(readSettings, () => settings);

  mount.open(readSite, async () => ({ editions: await site.newest() }));

  mount.open(readSiteHistory, async ({ query }) => ({ editions: await site.history(query, HISTORY_MAX) }));

  mount.guarded(publishSiteItem, async ({ body }, caller, call) => {
    // Who may call is active and an administrator in the keyring in force; this is whose organisation it speaks for.
    try {
      await transaction(db, (tx) => publishEdition(tx, caller, body, call.today));
    } catch (error) {
      if (violatedConstraint(error) === 'site_items_pk') throw new Refusal('sequence_taken');
      throw error;
    }
    call.created();
    return {};
  });
}
