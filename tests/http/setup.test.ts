import { foundDeployment } from '@romduol/shared/api/accounts';
import { readSetup } from '@romduol/shared/api/setup';
import { publishSiteItem, readSite } from '@romduol/shared/api/site';
import { dayAt } from '@romduol/shared/language/dates';
import type { OrganisationId } from '@romduol/shared/ids';
import { siteHash, signSiteItem } from '@romduol/shared/sealing/site-signature';
import { RECEPTION_ITEM } from '@romduol/shared/site/items';
import { writeSetting } from '@romduol/shared/site/settings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { type FreshApp, freshApp, send } from './fresh-app.ts';
import { handInFor } from './hand-in.ts';
import { type Handle, foundingMembers, signFirstKeyring } from './people.ts';

/** An edition of a setting about reports, signed by somebody for an organisation. */
function reception(fresh: FreshApp, handle: Handle, { number, open }: { number: number; open: boolean }) {
  const person = fresh.people[handle];
  const content = writeSetting({ v: 1, open });
  const name = { item: RECEPTION_ITEM, language: '-', number } as const;
  const organisation: OrganisationId = person.organisation;
  const signed = { ...name, organisation, hash: siteHash(content) };
  return { ...name, content, signature: signSiteItem(signed, person.identity.signing) };
}

const NOT_OPEN = 'No reports are taken here at present';
const FORM = 'id="report"';

describe.each(kinds)('until an organisation opens, on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind, { founded: false });
  });
  afterAll(() => fresh.close());
  const page = async (path: string): Promise<string> => (await send(fresh.app, 'GET', path)).text();

  test('nothing else than its own founder’s word goes in with the founding', async () => {
    const body = {
      token: fresh.token,
      keyring: signFirstKeyring(fresh.people, fresh.rootKey, dayAt(fresh.clock.now)),
      members: foundingMembers(fresh.people),
    };
    const forged = reception(fresh, 'ly.bopha', { number: 1, open: false });
    forged.signature[0] = (forged.signature[0] ?? 0) ^ 1;
    await expect(fresh.call(foundDeployment, { body: { ...body, editions: [forged] } })).rejects.toMatchObject({
      code: 'bad_input',
    });
    // Nothing was founded by it, and nobody could read what is sent.
    expect(await page('/en/report')).toContain('Nobody is set up to read them');
    const { editions } = await fresh.call(readSite);
    expect(editions).toEqual([]);
  });
});

describe.each(kinds)('whether reports are taken, on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
  });
  afterAll(() => fresh.close());
  const page = async (path: string): Promise<string> => (await send(fresh.app, 'GET', path)).text();
  const post = (fields: Record<string, string>) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    return send(fresh.app, 'POST', '/en/report', { body: new URLSearchParams(fields).toString(), headers });
  };
  const publish = async (handle: Handle, number: number, open: boolean): Promise<void> => {
    await (
      await fresh.as(handle)
    )(publishSiteItem, { body: reception(fresh, handle, { number, open }) });
  };

  test('an administrator learns whether a report of theirs has come in, and nothing else of it', async () => {
    const bopha = await fresh.as('ly.bopha');
    expect(await bopha(readSetup)).toEqual({ reports: false });
    await handInFor(fresh);
    expect(await bopha(readSetup)).toEqual({ reports: true });
    // Another organisation's is not theirs to know.
    expect(await (await fresh.as('heng.vuth'))(readSetup)).toEqual({ reports: false });
  });

  test('each organisation opens and closes for its own teams, and the page says when all are closed', async () => {
    expect(await page('/en/report')).toContain(FORM);
    await publish('ly.bopha', 1, false);
    const half = await page('/en/report');
    expect(half).toContain(FORM);
    expect(half).not.toContain('value="phnom-penh"');
    // Without naming a team one is led to nobody whom the page did not offer, and could not be struck off.
    const closed = /<input type="hidden" name="closed" value="([^"]+)"/.exec(half)?.[1] ?? '';
    expect(closed).toBe(fresh.people['ly.bopha'].organisation);
    const led = await post({ narrative: 'written for nobody in particular', province: 'KH-12', closed });
    expect(led.status).toBe(422);
    const again = await led.text();
    expect(again).toContain('This team no longer takes reports. Please choose another one.');
    expect(again).toContain('written for nobody in particular');
    await publish('heng.vuth', 1, false);
    const none = await page('/en/report');
    expect(none).toContain(NOT_OPEN);
    expect(none).not.toContain(FORM);
    expect(await page('/km/report')).toContain('បច្ចុប្បន្ននៅទីនេះមិនទទួលរបាយការណ៍ទេ');
    // Whoever began to write before that loses nothing: it goes to those who can read, and is shown again to be mended.
    const late = await post({ narrative: 'written before it closed', second_word: 'x'.repeat(201) });
    expect(late.status).toBe(422);
    expect(await late.text()).toMatch(/written before it closed[^]*value="phnom-penh"/);
    const sent = await post({ narrative: 'written before it closed', province: 'KH-12' });
    expect(sent.status).toBe(200);
    expect(await sent.text()).not.toContain(NOT_OPEN);
    await publish('ly.bopha', 2, true);
    expect(await page('/en/report')).toContain('value="phnom-penh"');
  });
});
