import { LINK_DAYS, listLinks, openLink, revokeLink } from '@romduol/shared/api/acknowledgements';
import { dayAt } from '@romduol/shared/language/dates';
import type { Day } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import { codeCheck, drawLetterCode, spellCode } from '@romduol/shared/sealing/letter-code';
import { ackWords } from '@romduol/web/pages/words/ack';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';
import { outcomeOf } from './fresh-cohort.ts';

const DAY = 86_400_000;

describe.each(kinds)('the link by which a letter is answered, on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
  });
  afterAll(() => fresh.close());
  const today = (): Day => dayAt(fresh.clock.now);

  /** A link that sok.dara opened. */
  async function open(days = LINK_DAYS) {
    const { reference, code } = drawLetterCode();
    const dara = await fresh.as('sok.dara');
    const body = { reference, check: codeCheck(reference, code), expires: addDays(today(), days) };
    await dara(openLink, { body });
    return { dara, reference, code, body, typed: spellCode(reference + code) };
  }
  const headers = { origin: 'http://127.0.0.1:3000', 'content-type': 'application/x-www-form-urlencoded' };
  async function post(code: string, act: string, extra: Record<string, string> = {}) {
    const answer = await fresh.app.request('/en/ack', {
      method: 'POST',
      headers,
      body: new URLSearchParams({ code, act, ...extra }).toString(),
    });
    return { status: answer.status, html: await answer.text(), headers: answer.headers };
  }
  const claimOf = async (link: Awaited<ReturnType<typeof open>>) => {
    const { links } = await link.dara(listLinks);
    const found = links.find(({ reference }) => reference === link.reference);
    return found && [found.claimed, found.reason, found.revoked];
  };

  test('takes received, accepted and given in their order, and shows nothing but the reference', async () => {
    const link = await open();
    const first = await post(link.typed, 'open');
    expect(first.status).toBe(200);
    expect(first.html).toContain(spellCode(link.reference));
    expect(first.html).not.toContain('<script src');
    expect(first.headers.get('cache-control')).toContain('no-store');
    expect(await claimOf(link)).toEqual([null, null, false]);
    // What does not follow changes nothing.
    await post(link.typed, 'service_given');
    expect(await claimOf(link)).toEqual([null, null, false]);
    for (const act of ['received', 'accepted', 'accepted', 'service_given']) {
      expect((await post(link.typed.toLowerCase(), act)).html).toContain(ackWords[act as 'received'].en);
    }
    expect(await claimOf(link)).toEqual(['service_given', null, false]);
  });

  test('takes a refusal with its reason, never without', async () => {
    const link = await open();
    const without = await post(link.typed, 'refused');
    expect([without.status, without.html.includes(ackWords.no_reason.en)]).toEqual([422, true]);
    expect((await post(link.typed, 'refused', { reason: 'discriminatory_refusal' })).status).toBe(422);
    await post(link.typed, 'refused', { reason: 'capacity' });
    await post(link.typed, 'accepted');
    expect(await claimOf(link)).toEqual(['refused', 'capacity', false]);
  });

  test('tells unknown, wrong, revoked and expired codes the same, and keeps what was typed', async () => {
    const link = await open();
    const [revoked, brief] = [await open(), await open(1)];
    await revoked.dara(revokeLink, { params: { reference: revoked.reference } });
    await revoked.dara(revokeLink, { params: { reference: revoked.reference } });
    const wrong = spellCode(link.reference + drawLetterCode().code);
    const nobody = drawLetterCode();
    const before = fresh.clock.now;
    fresh.clock.now += 2 * DAY;
    const answers = [];
    for (const typed of [wrong, spellCode(nobody.reference + nobody.code), revoked.typed, brief.typed]) {
      const { status, html } = await post(typed, 'accepted');
      answers.push([status, html.replaceAll(typed, '…')]);
    }
    fresh.clock.now = before;
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toEqual([422, expect.stringContaining(ackWords.unknown.en)]);
    for (const one of [link, revoked, brief]) expect((await claimOf(one))?.[0]).toBeNull();
  });

  test('rests after ten wrong codes for one reference, for the right one too', async () => {
    const link = await open();
    const wrong = () => post(spellCode(link.reference + drawLetterCode().code), 'open');
    for (let n = 0; n < 10; n += 1) expect((await wrong()).status).toBe(422);
    expect((await wrong()).status).toBe(429);
    expect((await post(link.typed, 'open')).status).toBe(429);
    const before = fresh.clock.now;
    fresh.clock.now += 6 * 60_000;
    expect((await post(link.typed, 'open')).status).toBe(200);
    fresh.clock.now = before;
  });

  test('is answered while any number of others send their form slowly', async () => {
    const link = await open();
    const slow = Array.from({ length: 70 }, () => {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      // A browser says how long its form is; what says nothing is collected before anything else is done with it.
      const init = { method: 'POST', headers: { ...headers, 'content-length': '40' }, body: readable, duplex: 'half' };
      return { answer: fresh.app.request('/en/ack', init), writable };
    });
    expect((await post(link.typed, 'open')).status).toBe(200);
    await Promise.all(slow.map(({ writable }) => writable.close()));
    for (const { answer } of slow) expect((await answer).status).toBe(422);
  });

  test('is its organisation’s, cannot be opened twice or for ever, and forms from elsewhere are refused', async () => {
    const link = await open();
    const { reference } = link;
    const srey = await fresh.as('tep.srey');
    expect((await srey(listLinks)).links).toEqual([]);
    await srey(revokeLink, { params: { reference } });
    expect(await claimOf(link)).toEqual([null, null, false]);
    expect(await outcomeOf(link.dara(openLink, { body: link.body }))).toBe('already_exists');
    const late = { ...link.body, reference: drawLetterCode().reference, expires: addDays(today(), LINK_DAYS + 1) };
    expect(await outcomeOf(link.dara(openLink, { body: late }))).toBe('bad_input');
    expect(
      (await fresh.app.request('/en/ack', { method: 'POST', body: new URLSearchParams({ code: link.typed }) })).status,
    ).toBe(403);
    expect((await post('x'.repeat(5_000), 'open')).status).toBe(413);
    expect((await post('<b>', 'open')).html).toContain('&lt;b>');
  });

  test('keeps its code from the database, and its row from being turned back', async () => {
    const link = await open();
    await post(link.typed, 'received');
    const ask = query(fresh.database.db);
    const rows = await ask`select * from acknowledgements where reference = ${link.reference}`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(link.code);
    const back = ask`update acknowledgements set claimed = null where reference = ${link.reference}`;
    await expect(back).rejects.toThrow(/acknowledgements/);
    expect(fresh.reported).toEqual([]);
  });
});
