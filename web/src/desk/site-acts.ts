import type { Answer } from '@romduol/shared/api/contract';
import { readSetup } from '@romduol/shared/api/setup';
import { readSettings } from '@romduol/shared/api/site';
import type { ItemLanguage, SiteItem } from '@romduol/shared/site/items';
import type { Desk } from './desk.ts';
import { type SiteEditionDraft, publishEdition, readHistory, readOwnSite } from './site.ts';
import type { SiteEditionView } from './site-view.ts';

/** The part of the desk's acts that is about the public pages and how far the organisation is set up. */
export type SiteActs = {
  /** What the organisation says on the public pages, newest editions. */
  site(): Promise<readonly SiteEditionView[]>;
  siteHistory(item: SiteItem, language: ItemLanguage): Promise<readonly SiteEditionView[]>;
  /** Signs and publishes each; those before a refused one stay published. Answers how things then stand. */
  publishSite(editions: readonly SiteEditionDraft[]): Promise<readonly SiteEditionView[]>;
  /** Addresses of the deployment, as whoever runs the machine has set them. */
  addresses(): Promise<Answer<typeof readSettings>>;
  /** What only the server can tell of how far the organisation is set up; for administrators. */
  setup(): Promise<Answer<typeof readSetup>>;
};

export function makeSiteActs(desk: () => Desk): SiteActs {
  return {
    site: () => readOwnSite(desk()),
    siteHistory: (item, language) => readHistory(desk(), item, language),
    publishSite: async (editions) => {
      for (const edition of editions) await publishEdition(desk(), edition);
      return readOwnSite(desk());
    },
    addresses: () => desk().call(readSettings),
    setup: () => desk().call(readSetup),
  };
}
