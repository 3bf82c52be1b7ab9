import { publishSiteItem, readSite, readSiteHistory } from '@romduol/shared/api/site';
import { findBrokenAudit } from '@romduol/server/audit/store';
import type { OrganisationId } from '@romduol/shared/ids';
import { utf8 } from '@romduol/shared/sealing/bytes';
import { siteHash, signSiteItem, verifySiteItem } from '@romduol/shared/sealing/site-signature';
import { writeHelpNumbers } from '@romduol/shared/site/help-numbers';
import { type ItemLanguage, NUMBERS_ITEM, type SiteItem, clipItem, textItem } from '@romduol/shared/site/items';
import { ApiRefusal, type Caller } from '@romduol/web/desk/caller';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp, send } from './fresh-app.ts';
import type { Handle } from './people.ts';

const RAINBOW = 'rainbow' as OrganisationId;
const SOUND = new Uint8Array([...Buffer.from('OggS'), ...new Uint8Array(996).fill(7)]);

// Each test stands on the ones before it: editions are numbered.
describe.each(kinds)('what organisations say, on %s', (kind) => {
  let fresh: FreshApp;
  let bopha: Caller;
  let vuth: Caller;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    bopha = await fresh.as('ly.bopha');
    vuth = await fresh.as('heng.vuth');
  });
  afterAll(() => fresh.close());

  type Edition = { item: SiteItem; language: ItemLanguage; number: number; content: Uint8Array };
  const signedBy = (handle: Handle, edition: Edition, organisation = fresh.people[handle].organisation) => ({
    ...edition,
    signature: signSiteItem(
      { ...edition, organisation, hash: siteHash(edition.content) },
      fresh.people[handle].identity.signing,
    ),
  });
  const rights = (number: number, text: string, language: ItemLanguage = 'km'): Edition => ({
    item: textItem('rights'),
    language,
    number,
    content: utf8(text),
  });
  const outcome = async (call: Promise<unknown>): Promise<string> => {
    try {
      await call;
      return 'taken';
    } catch (error) {
      if (error instanceof ApiRefusal) return error.code;
      throw error;
    }
  };
  const publish = (call: Caller, body: Edition & { signature: Uint8Array }) => outcome(call(publishSiteItem, { body }));
  const page = async (path: string): Promise<string> => (await send(fresh.app, 'GET', path)).text();

  test('before anything is published the pages say that they show samples', async () => {
    expect((await fresh.call(readSite)).editions).toEqual([]);
    expect(await page('/en/rights')).toContain('Sample, to be confirmed with counsel');
    expect(await page('/en/help')).toContain('Sample list.');
  });

  test('an administrator’s text stands on the page at once, HTML as text, and is audited', async () => {
    expect(await publish(bopha, signedBy('ly.bopha', rights(1, '# សិទ្ធិ\n\n<b onclick=x>a</b> [b](javascript:1)')))).toBe(
      'taken',
    );
    const html = await page('/km/rights');
    expect(html).toContain('<h2>rainbow</h2><h3>សិទ្ធិ</h3><p>&lt;b onclick=x>a&lt;/b> [b](javascript:1)</p>');
    expect(html).not.toContain('អត្ថបទគំរូ');
    // Another language is another text.
    expect(await page('/en/rights')).toContain('Sample, to be confirmed with counsel');
    const rows = await query(fresh.database.db)`select member, object from audit_log where act = 'site_item_published'`;
    expect(rows).toEqual([{ member: fresh.people['ly.bopha'].id, object: 'rainbow/text/rights/km/1' }]);
    expect(await findBrokenAudit(fresh.database.db)).toBeNull();
  });

  test('editions follow one another, and the newest stands', async () => {
    for (const number of [1, 3]) {
      expect(await publish(bopha, signedBy('ly.bopha', rights(number, 'x')))).toBe('sequence_taken');
    }
    const both = await Promise.all(['one', 'two'].map((text) => publish(bopha, signedBy('ly.bopha', rights(2, text)))));
    expect(both.sort()).toEqual(['sequence_taken', 'taken']);
    expect(await page('/km/rights')).toMatch(/<h2>rainbow<\/h2><p>(one|two)<\/p>/);
  });

  test('several organisations stand in the order of the keyring, each under its name', async () => {
    expect(await publish(vuth, signedBy('heng.vuth', rights(1, 'of micro')))).toBe('taken');
    const html = await page('/km/rights');
    expect(html.indexOf('<h2>rainbow</h2>')).toBeGreaterThan(0);
    expect(html.indexOf('<h2>micro</h2><p>of micro</p>')).toBeGreaterThan(html.indexOf('<h2>rainbow</h2>'));
  });

  test('nobody publishes for another, under another’s name, or what was not signed', async () => {
    const next = rights(2, 'next');
    expect(await publish(vuth, signedBy('heng.vuth', next, RAINBOW))).toBe('bad_input');
    expect(await publish(vuth, signedBy('ly.bopha', next))).toBe('bad_input');
    const good = signedBy('heng.vuth', next);
    expect(await publish(vuth, { ...good, content: utf8('other') })).toBe('bad_input');
    expect(await publish(vuth, { ...good, language: 'en' })).toBe('bad_input');
    expect(await publish(vuth, { ...good, item: textItem('next') })).toBe('bad_input');
    expect(await publish(vuth, { ...good, number: 3 })).toBe('bad_input');
    const caseworker = await fresh.as('sok.dara');
    expect(await publish(caseworker, signedBy('sok.dara', rights(3, 'mine')))).toBe('forbidden');
    expect(await publish(fresh.call, good)).toBe('not_signed_in');
    // The control: the same, unchanged, is taken.
    expect(await publish(vuth, good)).toBe('taken');
  });

  test('an item holds only what it may hold', async () => {
    const refused: Edition[] = [
      { item: NUMBERS_ITEM, language: '-', number: 1, content: utf8('{"v":1,"numbers":[{"number":"javascript:1"}]}') },
      { item: NUMBERS_ITEM, language: 'km', number: 1, content: writeHelpNumbers(SAMPLE_HELP_NUMBERS) },
      { item: clipItem('safety'), language: 'km', number: 1, content: utf8('<html><script>alert(1)</script>') },
      { item: clipItem('safety'), language: '-', number: 1, content: SOUND },
      { item: textItem('home'), language: 'en', number: 1, content: new Uint8Array([0xff, 0xfe]) },
      { item: textItem('home'), language: 'en', number: 1, content: utf8('x'.repeat(25_000)) },
    ];
    for (const edition of refused) expect(await publish(bopha, signedBy('ly.bopha', edition))).toBe('bad_input');
  });

  test('numbers are shown with the day they were checked, or as unchecked', async () => {
    const [police, ...others] = SAMPLE_HELP_NUMBERS;
    const list = [{ ...police, verified: '2026-05-11' } as (typeof others)[number], ...others];
    const edition: Edition = { item: NUMBERS_ITEM, language: '-', number: 1, content: writeHelpNumbers(list) };
    expect(await publish(bopha, signedBy('ly.bopha', edition))).toBe('taken');
    for (const path of ['/en/help', '/en/report']) {
      const html = await page(path);
      expect(html).toContain('last checked on 11 May 2026');
      expect([...html.matchAll(/not confirmed yet\s*\)/g)]).toHaveLength(3);
    }
  });

  test('limits and hours stand on the report page, also when the form comes back', async () => {
    const limits: Edition = {
      item: textItem('limits'),
      language: 'en',
      number: 1,
      content: utf8('Our **own** limits.'),
    };
    const hours: Edition = { item: textItem('hours'), language: 'en', number: 1, content: utf8('We read on Mondays.') };
    for (const edition of [limits, hours]) expect(await publish(bopha, signedBy('ly.bopha', edition))).toBe('taken');
    const again = await send(fresh.app, 'POST', '/en/report', {
      body: '',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(again.status).toBe(422);
    for (const html of [await page('/en/report'), await again.text()]) {
      expect(html).toContain('<p>Our <b>own</b> limits.</p>');
      expect(html).toContain('<p>We read on Mondays.</p>');
    }
  });

  test('a clip is in its section, is sent in parts with its type, and is gone when it is taken back', async () => {
    const clip: Edition = { item: clipItem('what_happened'), language: 'km', number: 1, content: SOUND };
    expect(await publish(bopha, signedBy('ly.bopha', clip))).toBe('taken');
    const address = '/clips/rainbow/what_happened/km/1';
    const html = await page('/km/report');
    expect(html).toMatch(new RegExp(`<audio preload="none" controls src="${address}" aria-label="[^"]*rainbow[^"]*"`));
    expect(await page('/en/report')).not.toContain('<audio');
    const whole = await send(fresh.app, 'GET', address);
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('accept-ranges')]).toEqual([
      200,
      'audio/ogg',
      'bytes',
    ]);
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(SOUND);
    expect(whole.headers.get('content-security-policy')).toContain("default-src 'none'");
    const part = await send(fresh.app, 'GET', address, { headers: { range: 'bytes=2-5' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 2-5/1000']);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(SOUND.slice(2, 6));
    const past = await send(fresh.app, 'GET', address, { headers: { range: 'bytes=1000-' } });
    expect([past.status, past.headers.get('content-range')]).toEqual([416, 'bytes */1000']);
    for (const other of ['en/1', 'km/2', 'km/0', 'km/1e0', 'xx/1', 'km/999999999999'])
      expect((await send(fresh.app, 'GET', `/clips/rainbow/what_happened/${other}`)).status).toBe(404);
    const empty = { ...clip, number: 2, content: new Uint8Array() };
    expect(await publish(bopha, signedBy('ly.bopha', empty))).toBe('taken');
    expect(await page('/km/report')).not.toContain('<audio');
    for (const number of [1, 2]) {
      expect((await send(fresh.app, 'GET', `/clips/rainbow/what_happened/km/${number}`)).status).toBe(404);
    }
  });

  test('anybody can check what is published, and what was', async () => {
    const { editions } = await fresh.call(readSite);
    expect(editions.map(({ item, language, number }) => `${item} ${language} ${number}`).sort()).toEqual([
      'clip/what_happened km 2',
      'numbers - 1',
      'text/hours en 1',
      'text/limits en 1',
      'text/rights km 2',
      'text/rights km 2',
    ]);
    const { editions: history } = await fresh.call(readSiteHistory, {
      query: { organisation: RAINBOW, item: clipItem('what_happened'), language: 'km' },
    });
    expect(history.map(({ number, length, content }) => [number, length, content])).toEqual([
      [2, 0, null],
      [1, 1000, null],
    ]);
    const keys = new Map(fresh.keyring().members.map(({ id, signing }) => [id, signing]));
    for (const edition of [...editions, ...history]) {
      expect(() =>
        verifySiteItem(edition, edition.signature, keys.get(edition.author) ?? new Uint8Array()),
      ).not.toThrow();
    }
    expect(history[1]?.hash).toEqual(siteHash(SOUND));
  });

  test('an empty edition of a text brings the built-in one back', async () => {
    for (const [call, handle] of [
      [bopha, 'ly.bopha'],
      [vuth, 'heng.vuth'],
    ] as const) {
      expect(await publish(call, signedBy(handle, rights(3, '')))).toBe('taken');
    }
    expect(await page('/km/rights')).toContain('អត្ថបទគំរូ');
  });

  test('no edition can be changed or deleted', async () => {
    const meddle = query(fresh.database.db);
    await expect(meddle`update site_items set content = ''`).rejects.toThrow('Failed query');
    await expect(meddle`delete from site_items`).rejects.toThrow('Failed query');
  });
});
