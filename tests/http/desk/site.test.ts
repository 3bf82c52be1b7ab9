import { utf8 } from '@romduol/shared/sealing/bytes';
import { clipItem, textItem } from '@romduol/shared/site/items';
import type { DeskActs } from '@romduol/web/desk/acts';
import { makeCaller } from '@romduol/web/desk/caller';
import { makeActs } from '@romduol/web/desk/make-acts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { type Office, openOffice } from './office.ts';

const DAY = '2026-04-02';

describe.each(mainKinds)('the way of a text from a desk to the public page, on %s', (kind) => {
  let office: Office;
  let admin: DeskActs;
  let again: DeskActs;
  let south: DeskActs;
  beforeAll(async () => {
    office = await openOffice(kind, DAY);
    admin = await office.console('admin');
    again = await office.console('admin');
    south = await office.console('admin-south');
  });
  afterAll(() => office.close());

  const rights = (after: number, text: string) =>
    ({ item: textItem('rights'), language: 'km', after, content: utf8(text) }) as const;

  test('what is signed at a desk is vouched for at every other of the organisation', async () => {
    const published = await admin.publishSite([rights(0, 'លើកទីមួយ')]);
    const expected = {
      item: 'text/rights',
      language: 'km',
      number: 1,
      author: 'admin',
      text: 'លើកទីមួយ',
      vouchedFor: true,
    };
    expect(published).toMatchObject([{ ...expected, day: DAY }]);
    expect(await again.site()).toEqual(published);
    expect(await south.site()).toEqual([]);
  });

  test('of two administrators the slower one is told, and nothing of theirs is published', async () => {
    await again.publishSite([rights(1, 'លើកទីពីរ')]);
    await expect(admin.publishSite([rights(1, 'យឺត')])).rejects.toMatchObject({ code: 'sequence_taken' });
    expect((await admin.siteHistory(textItem('rights'), 'km')).map(({ number, text }) => [number, text])).toEqual([
      [2, 'លើកទីពីរ'],
      [1, 'លើកទីមួយ'],
    ]);
  });

  test('what an item may not hold is refused before it is signed, and so is whoever is no administrator', async () => {
    const page = { item: clipItem('safety'), language: 'km', after: 0, content: utf8('<script>') } as const;
    await expect(admin.publishSite([page])).rejects.toMatchObject({ code: 'content_refused' });
    const caseworker = await office.console('dara');
    await expect(caseworker.publishSite([rights(2, 'ខ្ញុំ')])).rejects.toMatchObject({ code: 'not_permitted' });
  });

  test('a desk does not vouch for an edition whose words or signature were exchanged on the way', async () => {
    const { send } = office.line();
    const handle = 'admin';
    for (const meddle of [
      (text: string) =>
        text.replace(Buffer.from(utf8('លើកទីពីរ')).toString('base64url'), Buffer.from('evil').toString('base64url')),
      (text: string) => text.replace(/"signature":"(.)/, (_, first) => `"signature":"${first === 'A' ? 'B' : 'A'}`),
      (text: string) => text.replace('"number":2', '"number":7'),
    ]) {
      const call = makeCaller(async (request) => {
        const answer = await send(request);
        return request.path === '/api/site' ? { ...answer, text: meddle(answer.text) } : answer;
      });
      const desk = makeActs({ call, clock: office.clock });
      await desk.signIn(handle, office.passphrases.get(handle) ?? '');
      expect((await desk.site()).map(({ vouchedFor }) => vouchedFor)).toEqual([false]);
    }
  });
});
