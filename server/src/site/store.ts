import type { SiteEdition } from '@romduol/shared/api/site';
import type { Day, MemberId, OrganisationId } from '@romduol/shared/ids';
import type { ItemLanguage, SiteItem } from '@romduol/shared/site/items';
import { and, desc, eq, max, sql } from 'drizzle-orm';
import { plainBytes } from '../database/columns.ts';
import type { Database } from '../database/database.ts';
import { rowsOf } from '../database/rows.ts';
import { siteItems } from '../database/schema.ts';

/** Which item of which organisation. */
export type SiteItemName = {
  readonly organisation: OrganisationId;
  readonly item: SiteItem;
  readonly language: ItemLanguage;
};

/** An edition as stored, without what follows from its content. */
export type StoredSiteItem = Omit<SiteEdition, 'hash' | 'length' | 'content'> & {
  /** Null for a clip: it is large, and fetched by itself. */
  readonly content: Uint8Array | null;
  readonly length: number;
};

const ofItem = ({ organisation, item, language }: SiteItemName) =>
  and(eq(siteItems.organisation, organisation), eq(siteItems.item, item), eq(siteItems.language, language));

/** 0 before the first. */
export async function readNewestNumber(db: Database, name: SiteItemName): Promise<number> {
  const [row] = await db
    .select({ number: max(siteItems.number) })
    .from(siteItems)
    .where(ofItem(name));
  return row?.number ?? 0;
}

/** Breaks `site_items_pk` when somebody else published the same number. */
export async function insertSiteItem(
  tx: Database,
  name: SiteItemName,
  edition: {
    readonly number: number;
    readonly type: string;
    readonly content: Uint8Array;
    readonly author: MemberId;
    readonly signature: Uint8Array;
    readonly day: Day;
  },
): Promise<void> {
  await tx.insert(siteItems).values({ ...name, ...edition });
}

const isClip = sql`${siteItems.item} like 'clip/%'`;
const columns = {
  organisation: siteItems.organisation,
  item: siteItems.item,
  language: siteItems.language,
  number: siteItems.number,
  type: siteItems.type,
  length: sql<number>`octet_length(${siteItems.content})`,
  content: sql<Uint8Array | null>`case when ${isClip} then null else ${siteItems.content} end`,
  author: siteItems.author,
  signature: siteItems.signature,
  day: siteItems.day,
};

type Row = Record<keyof typeof columns, unknown>;

const itemOf = (row: Row): StoredSiteItem => ({
  ...(row as StoredSiteItem),
  content: row.content === null ? null : plainBytes(row.content as Uint8Array),
});

/** The newest edition of every item of every organisation. */
export async function findNewestItems(db: Database): Promise<StoredSiteItem[]> {
  const rows = await db
    .selectDistinctOn([siteItems.organisation, siteItems.item, siteItems.language], columns)
    .from(siteItems)
    .orderBy(siteItems.organisation, siteItems.item, siteItems.language, desc(siteItems.number));
  return rows.map(itemOf);
}

/** Editions of one item, newest first. */
export async function findEditions(db: Database, name: SiteItemName, limit: number): Promise<StoredSiteItem[]> {
  const rows = await db
    .select(columns)
    .from(siteItems)
    .where(ofItem(name))
    .orderBy(desc(siteItems.number))
    .limit(limit);
  return rows.map(itemOf);
}

/** The newest edition of a clip, if it is this one: a replaced clip is no longer to be had. */
export async function readClip(
  db: Database,
  name: SiteItemName,
  number: number,
): Promise<{ readonly type: string; readonly content: Uint8Array } | null> {
  const [row] = await db
    .select({ number: siteItems.number, type: siteItems.type, content: siteItems.content })
    .from(siteItems)
    .where(ofItem(name))
    .orderBy(desc(siteItems.number))
    .limit(1);
  return row === undefined || row.number !== number || row.content.length === 0 ? null : row;
}

/** Of each stored content its hash's input is needed; clips' alone is fetched here. */
export async function readContent(db: Database, name: SiteItemName, number: number): Promise<Uint8Array> {
  const [row] = await rowsOf<{ content: Uint8Array }>(
    db,
    sql`select content from site_items where (organisation, item, language, number)
      = (${name.organisation}, ${name.item}, ${name.language}, ${number})`,
  );
  if (row === undefined) throw new RangeError('no such edition');
  return plainBytes(row.content);
}
