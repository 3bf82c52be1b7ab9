import { readSiteHistory } from '@romduol/shared/api/site';
import { sodium } from '@romduol/shared/sealing/sodium';
import { SETTINGS_ITEM } from '@romduol/shared/site/items';
import {
  type OrganisationSettings,
  USUAL_SETTINGS,
  readOrganisationSettings,
  writeOrganisationSettings,
} from '@romduol/shared/site/organisation-settings';
import type { Desk } from './desk.ts';
import { isVouchedFor, publishEdition } from './site.ts';

type Newest = { readonly settings: OrganisationSettings; readonly number: number };

/**
 * What an administrator of the desk's organisation signed last. Editions that are not vouched for, or say nothing that can be
 * read, are passed over: what they replaced goes on.
 */
async function readNewest(desk: Desk): Promise<Newest> {
  const organisation = desk.member.organisation;
  const { editions } = await desk.call(readSiteHistory, {
    query: { organisation, item: SETTINGS_ITEM, language: '-' },
  });
  const ours = editions.filter((one) => one.organisation === organisation && one.item === SETTINGS_ITEM);
  const number = Math.max(0, ...ours.map((one) => one.number));
  for (const edition of [...ours].sort((a, b) => b.number - a.number)) {
    const settings = edition.content === null ? null : readOrganisationSettings(edition.content);
    if (settings !== null && isVouchedFor(desk.keyrings.values(), edition)) return { settings, number };
  }
  return { settings: USUAL_SETTINGS, number };
}

/** Takes over what is signed; the desk goes by it until it is read again. */
export async function followSettings(desk: Desk): Promise<OrganisationSettings> {
  desk.settings = (await readNewest(desk)).settings;
  return desk.settings;
}

/** Signs other settings. Throws `not_permitted`, `content_refused`, and `sequence_taken` when a colleague was quicker. */
export async function saveSettings(desk: Desk, settings: OrganisationSettings): Promise<OrganisationSettings> {
  const before = await readNewest(desk);
  const [old, content] = [before.settings, settings].map(writeOrganisationSettings) as [Uint8Array, Uint8Array];
  if (old.length !== content.length || !sodium().equal(old, content)) {
    await publishEdition(desk, { item: SETTINGS_ITEM, language: '-', after: before.number, content });
  }
  return followSettings(desk);
}
