import { type SiteEdition, publishSiteItem, readSite, readSiteHistory } from '@romduol/shared/api/site';
import type { OrganisationId } from '@romduol/shared/ids';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { siteHash, signSiteItem, verifySiteItem } from '@romduol/shared/sealing/site-signature';
import { sodium } from '@romduol/shared/sealing/sodium';
import { contentType, readSiteText } from '@romduol/shared/site/content';
import { readHelpNumbers } from '@romduol/shared/site/help-numbers';
import {
  type ItemLanguage,
  NUMBERS_ITEM,
  RECEPTION_ITEM,
  RETENTION_ITEM,
  type SiteItem,
  kindOf,
  takesLanguage,
} from '@romduol/shared/site/items';
import { readReception, readRetention } from '@romduol/shared/site/settings';
import { type Desk, DeskRefusal } from './desk.ts';
import { handleOf } from './members.ts';
import type { SiteEditionView } from './site-view.ts';

/** Whether the edition is signed by somebody who was an active administrator of its organisation in one of the keyrings. */
export function isVouchedFor(keyrings: Iterable<Keyring>, edition: SiteEdition): boolean {
  if (edition.content !== null && !sodium().equal(siteHash(edition.content), edition.hash)) return false;
  const authors = [...keyrings].flatMap((keyring) =>
    keyring.members.filter(
      ({ id, organisation, roles, status }) =>
        id === edition.author &&
        organisation === edition.organisation &&
        status === 'active' &&
        roles.includes('administrator'),
    ),
  );
  return authors.some(({ signing }) => {
    try {
      verifySiteItem(edition, edition.signature, signing);
      return true;
    } catch (error) {
      if (error instanceof SealingError) return false;
      throw error;
    }
  });
}

function showEdition(desk: Desk, edition: SiteEdition): SiteEditionView {
  const { item, language, number, type, length, day, content } = edition;
  return {
    item,
    language,
    number,
    type,
    length,
    day,
    author: handleOf(desk, edition.author),
    text: kindOf(item) === 'text' && content !== null ? readSiteText(content) : null,
    numbers: item === NUMBERS_ITEM && content !== null ? readHelpNumbers(content) : null,
    retention: item === RETENTION_ITEM && content !== null ? readRetention(content) : null,
    reception: item === RECEPTION_ITEM && content !== null ? readReception(content) : null,
    vouchedFor: isVouchedFor(desk.keyrings.values(), edition),
  };
}

const own = (desk: Desk): OrganisationId => desk.member.organisation;

/** The newest edition of everything that the desk's organisation has published. */
export async function readOwnSite(desk: Desk): Promise<SiteEditionView[]> {
  const { editions } = await desk.call(readSite);
  return editions.filter(({ organisation }) => organisation === own(desk)).map((one) => showEdition(desk, one));
}

/** Editions of one item, newest first. */
export async function readHistory(desk: Desk, item: SiteItem, language: ItemLanguage): Promise<SiteEditionView[]> {
  const { editions } = await desk.call(readSiteHistory, { query: { organisation: own(desk), item, language } });
  return editions
    .filter((one) => one.organisation === own(desk) && one.item === item && one.language === language)
    .map((one) => showEdition(desk, one));
}

/** An edition to be signed: the one after `after`, 0 where there is none yet. No bytes take the item back. */
export type SiteEditionDraft = {
  readonly item: SiteItem;
  readonly language: ItemLanguage;
  readonly after: number;
  readonly content: Uint8Array;
};

/**
 * Signs and publishes. Throws `DeskRefusal` `not_permitted` for anybody but an administrator and `content_refused` for
 * what the item may not hold, `ApiRefusal` `sequence_taken` when a colleague was quicker.
 */
export async function publishEdition(desk: Desk, draft: SiteEditionDraft): Promise<void> {
  const { item, language, after, content } = draft;
  if (!desk.member.roles.includes('administrator')) throw new DeskRefusal('not_permitted');
  if (!takesLanguage(item, language) || contentType(item, content) === null) throw new DeskRefusal('content_refused');
  const number = after + 1;
  const signed = { organisation: own(desk), item, language, number, hash: siteHash(content) };
  const signature = signSiteItem(signed, desk.identity.signing);
  await desk.call(publishSiteItem, { body: { item, language, number, content, signature } });
}
