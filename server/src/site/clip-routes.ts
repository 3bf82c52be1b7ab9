import { OrganisationId } from '@romduol/shared/ids';
import { isLanguage } from '@romduol/shared/language/language';
import { SiteItem } from '@romduol/shared/site/items';
import type { Hono } from 'hono';
import type { Database } from '../database/database.ts';
import type { Environment } from '../environment.ts';
import { readByteRange } from './byte-range.ts';
import { readClip } from './store.ts';

/** The spoken clips of the report page, by part where a player asks for a part. */
export function mountClips(app: Hono<Environment>, { db }: { readonly db: Database }): void {
  app.get('/clips/:organisation/:section/:language/:number', async (c, next) => {
    const organisation = OrganisationId.safeParse(c.req.param('organisation'));
    const item = SiteItem.safeParse(`clip/${c.req.param('section')}`);
    const language = c.req.param('language');
    const number = /^[1-9]\d{0,6}$/.test(c.req.param('number')) ? Number(c.req.param('number')) : null;
    if (!organisation.success || !item.success || !isLanguage(language) || number === null) return next();
    const clip = await readClip(db, { organisation: organisation.data, item: item.data, language }, number);
    if (clip === null) return next();
    const { length } = clip.content;
    const range = readByteRange(c.req.header('range'), length);
    c.header('accept-ranges', 'bytes');
    c.header('content-type', clip.type);
    if (range === 'unsatisfiable') {
      c.header('content-range', `bytes */${length}`);
      return c.body(null, 416);
    }
    if (range === null) return c.body(new Uint8Array(clip.content));
    c.header('content-range', `bytes ${range.first}-${range.last}/${length}`);
    return c.body(new Uint8Array(clip.content.subarray(range.first, range.last + 1)), 206);
  });
}
