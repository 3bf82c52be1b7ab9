import type { Answer } from '@romduol/shared/api/contract';
import { HISTORY_MAX, publishSiteItem, readSettings, readSite, readSiteHistory } from '@romduol/shared/api/site';
import { SealingError } from '@romduol/shared/sealing/errors';
import { siteHash, verifySiteItem } from '@romduol/shared/sealing/site-signature';
import { contentType } from '@romduol/shared/site/content';
import { takesLanguage } from '@romduol/shared/site/items';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import type { SiteReader } from './reader.ts';
import { insertSiteItem, readNewestNumber } from './store.ts';

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
    const { item, language, number, content, signature } = body;
    const type = contentType(item, content);
    if (type === null || !takesLanguage(item, language)) throw new Refusal('bad_input');
    // Who may call is active and an administrator in the keyring in force; this is whose organisation it speaks for.
    const name = { organisation: caller.organisation, item, language };
    requireSignature({ ...name, number, hash: siteHash(content) }, signature, caller.signing);
    try {
      await transaction(db, async (tx) => {
        if (number !== (await readNewestNumber(tx, name)) + 1) throw new Refusal('sequence_taken');
        await insertSiteItem(tx, name, { number, type, content, author: caller.id, signature, day: call.today });
        const object = `${name.organisation}/${item}/${language}/${number}`;
        await recordAct(tx, { act: 'site_item_published', member: caller.id, object, day: call.today });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'site_items_pk') throw new Refusal('sequence_taken');
      throw error;
    }
    call.created();
    return {};
  });
}

function requireSignature(...signed: Parameters<typeof verifySiteItem>): void {
  try {
    verifySiteItem(...signed);
  } catch (error) {
    if (error instanceof SealingError) throw new Refusal('bad_input');
    throw error;
  }
}
