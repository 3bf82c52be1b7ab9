import type { Input } from '@romduol/shared/api/contract';
import type { publishSiteItem } from '@romduol/shared/api/site';
import type { Day } from '@romduol/shared/ids';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { Member } from '@romduol/shared/sealing/keyring';
import { siteHash, verifySiteItem } from '@romduol/shared/sealing/site-signature';
import { contentType } from '@romduol/shared/site/content';
import { takesLanguage } from '@romduol/shared/site/items';
import { recordAct } from '../audit/store.ts';
import type { Database } from '../database/database.ts';
import { Refusal } from '../refusal.ts';
import { insertSiteItem, readNewestNumber } from './store.ts';

/**
 * Publishes the next edition of an item of the author's organisation, within a transaction; whether the author may, the
 * caller has asked. Throws `Refusal`: `bad_input` for what the item may not hold or the author has not signed,
 * `sequence_taken` unless the number follows the newest.
 */
export async function publishEdition(
  tx: Database,
  author: Pick<Member, 'id' | 'organisation' | 'signing'>,
  { item, language, number, content, signature }: Input<typeof publishSiteItem>['body'],
  today: Day,
): Promise<void> {
  const type = contentType(item, content);
  if (type === null || !takesLanguage(item, language)) throw new Refusal('bad_input');
  const name = { organisation: author.organisation, item, language };
  requireSignature({ ...name, number, hash: siteHash(content) }, signature, author.signing);
  if (number !== (await readNewestNumber(tx, name)) + 1) throw new Refusal('sequence_taken');
  await insertSiteItem(tx, name, { number, type, content, author: author.id, signature, day: today });
  const object = `${name.organisation}/${item}/${language}/${number}`;
  await recordAct(tx, { act: 'site_item_published', member: author.id, object, day: today });
}

function requireSignature(...signed: Parameters<typeof verifySiteItem>): void {
  try {
    verifySiteItem(...signed);
  } catch (error) {
    if (error instanceof SealingError) throw new Refusal('bad_input');
    throw error;
  }
}
