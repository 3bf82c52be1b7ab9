import { Day, MemberId, OrganisationId } from '../ids.ts';
import { z } from '../schema.ts';
import { CONTENT_MAX } from '../site/content.ts';
import { ItemLanguage, SiteItem } from '../site/items.ts';
import { bytes, operation } from './contract.ts';

const Content = bytes({ max: CONTENT_MAX.clip });
const Signature = bytes({ length: 64 });

const ItemName = z.object({ organisation: OrganisationId, item: SiteItem, language: ItemLanguage });

/** An edition as an administrator signed it. The signature covers the hash of the content. */
export const SiteEdition = ItemName.extend({
  number: z.int().min(1),
  type: z.string().max(64),
  hash: bytes({ length: 32 }),
  /** Bytes of the content; 0 for an edition that takes the item back. */
  length: z.int().min(0),
  /** Null for a clip, which has an address of its own. */
  content: Content.nullable(),
  author: MemberId,
  signature: Signature,
  day: Day,
});
export type SiteEdition = z.output<typeof SiteEdition>;

/**
 * The newest edition of everything that any organisation says on the public pages: what they are drawn from, so that
 * anybody can check the signatures and draw the same pages.
 */
export const readSite = operation({
  method: 'get',
  path: '/api/site',
  access: 'public',
  answer: z.object({ editions: z.array(SiteEdition) }),
});

/**
 * How a deployment is set up, as far as its public pages show it. Nobody signs this: whoever runs the machine decides it,
 * and whoever compares the pages with their source needs it, and sees it said.
 */
export const readSettings = operation({
  method: 'get',
  path: '/api/site/settings',
  access: 'public',
  answer: z.object({
    demo: z.boolean(),
    neutralSite: z.url({ protocol: /^https?$/ }),
    publicOrigin: z.url({ protocol: /^https?$/ }).nullable(),
    onionOrigin: z
      .string()
      .regex(/^http:\/\/[a-z2-7]{56}\.onion$/)
      .nullable(),
  }),
});

/** At most this many editions of one item are answered, newest first. */
export const HISTORY_MAX = 100;

export const readSiteHistory = operation({
  method: 'get',
  path: '/api/site/history',
  access: 'public',
  query: ItemName,
  answer: z.object({ editions: z.array(SiteEdition).max(HISTORY_MAX) }),
});

/** An edition as its author's browser signed it. */
export const NewEdition = z.object({
  item: SiteItem,
  language: ItemLanguage,
  number: z.int().min(1).max(1_000_000),
  content: Content,
  signature: Signature,
});

/**
 * Publishes the next edition of an item of the caller's organisation. The caller is its author and must have signed it.
 * 409 `sequence_taken` unless `number` follows the newest.
 */
export const publishSiteItem = operation({
  method: 'post',
  path: '/api/site',
  access: ['administrator'],
  // Base64url makes four characters of three bytes.
  bodyLimit: Math.ceil((CONTENT_MAX.clip * 4) / 3) + 1024,
  body: NewEdition,
});
