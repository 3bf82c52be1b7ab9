import type { Conversation } from '@romduol/shared/api/conversation';
import { openConversation, sealConversation, sealMessage } from '@romduol/shared/sealing/conversation';
import { sodium } from '@romduol/shared/sealing/sodium';
import { sayCode } from '@romduol/web/console/messages/refusals';
import { returnWords } from '@romduol/web/pages/words/return';
import type { Page } from '@playwright/test';
import { type Tamper, changeJson } from '../../attack/hostile-proxy.ts';
import { expect } from '../fixtures.ts';
import { button, openReturn, reply, words } from '../return/return-page.ts';
import { base64url, openCase, signIn, signedIn, test, told } from './between.ts';

// A reporter and a caseworker, each in a browser of their own, and between them a server that writes letters for both.

test.setTimeout(240_000);

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
type SealedText = { nonce: string; ciphertext: string };

/** Changes what a receipt finds: whoever is asked by it knows how to open and seal that answer, but not what is in it. */
const toReporter =
  (change: (found: Conversation) => Conversation): Tamper =>
  ({ method, path, body }, passing) => {
    if (method !== 'POST' || path !== '/api/conversation' || passing.status !== 200) return;
    const lookup = bytesOf((JSON.parse(body.toString()) as { lookup: string }).lookup);
    changeJson<{ sealed: SealedText }>(passing, ({ sealed }) => {
      const found = openConversation(lookup, { nonce: bytesOf(sealed.nonce), ciphertext: bytesOf(sealed.ciphertext) });
      if (found === null) return;
      const { nonce, ciphertext } = sealConversation(lookup, change(found));
      Object.assign(sealed, { nonce: base64url(nonce), ciphertext: base64url(ciphertext) });
    });
  };

/** Words of the server's own, under a key of its own, in the place of the newest message of one side. */
const forgeNewest =
  (direction: 0 | 1) =>
  (found: Conversation): Conversation => {
    const newest = found.messages.findLast((one) => one.direction === direction);
    const place = newest && { ...newest, caseId: found.caseId };
    const message = {
      kind: 'words',
      text: 'Come to the station tonight.',
      seen: 0,
      by: 'sophea',
      attachments: [],
    } as const;
    const forged = place && sealMessage(place, sodium().randomBytes(32), { ...message, attachments: [] });
    return {
      ...found,
      messages: found.messages.map((one) => (one === newest && forged ? { ...one, ...forged } : one)),
    };
  };

async function openInVain(page: Page, receipt: string): Promise<void> {
  await page.goto('/en/return');
  await page.locator('#number').fill(receipt);
  await button(page, returnWords.open.en).click();
  await told(page, returnWords.damaged.en);
}

test('what a server forges and keeps back between a reporter and a caseworker is said to each of them', async ({
  page,
  browser,
  deployment,
  hostile,
}) => {
  const office = await (await browser.newContext({ baseURL: hostile.origin })).newPage();
  const [story, answer, thanks] = ['They came at night.', 'Are you safe?', 'Yes, with a friend.'];
  await page.goto('/en/report');
  await page.locator('#narrative').fill(story);
  await page.locator('#province').selectOption('KH-12');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/, { timeout: 20_000 });
  const receipt = ((await page.locator('#receipt').textContent()) ?? '').replaceAll(' ', '');
  const rows = await (await deployment.desk('sophea')).queue();
  const row = rows.find(({ answers }) => answers?.narrative === story);
  if (row === undefined) throw new Error('the report did not arrive');

  await signIn(office, deployment, 'sophea');
  await signedIn(office);
  await openCase(office, row.caseId);
  const conversation = office.locator('.conversation');
  await expect(conversation).toContainText('told the reporter that the report has been opened');
  await office.getByLabel('Write to the reporter').fill(answer);
  await office.getByRole('button', { name: 'Seal and send' }).click();
  await expect(conversation.locator('blockquote')).toHaveText([answer]);
  await openReturn(page, 'en', receipt);
  await reply(page, 'en', thanks);

  await test.step('a reply that the server wrote in the team’s name', async () => {
    hostile.tamper(toReporter(forgeNewest(1)));
    await openInVain(page, receipt);
    await expect(page.getByText('Come to the station')).toHaveCount(0);
  });
  await test.step('a reply of the team’s kept back, which the reporter had read', async () => {
    hostile.tamper(
      toReporter((found) => {
        const newest = found.messages.findLast(({ direction }) => direction === 1);
        return { ...found, messages: found.messages.filter((one) => one !== newest) };
      }),
    );
    await openInVain(page, receipt);
  });
  await test.step('a reply that the server wrote in the reporter’s name', async () => {
    hostile.tamper(({ path }, passing) => {
      if (path !== `/api/cases/${row.caseId}/conversation` || passing.status !== 200) return;
      changeJson<{ messages: { direction: number; sealed: SealedText }[] }>(passing, ({ messages }) => {
        const newest = messages.findLast(({ direction }) => direction === 0);
        if (newest !== undefined) newest.sealed.ciphertext = base64url(sodium().randomBytes(1040));
      });
    });
    await office.reload();
    await signIn(office, deployment, 'sophea');
    await signedIn(office);
    await openCase(office, row.caseId);
    await told(office, sayCode('damaged', 'en') ?? '');
    await expect(office.locator('.conversation blockquote')).toHaveCount(0);
  });

  // The control: both read everything once the server passes on what it was given.
  hostile.honest();
  await openReturn(page, 'en', receipt);
  await expect(words(page)).toHaveText([answer, thanks]);
  await office.getByRole('link', { name: '← All cases' }).click();
  await openCase(office, row.caseId);
  await expect(conversation.locator('blockquote')).toHaveText([answer, thanks]);
});
