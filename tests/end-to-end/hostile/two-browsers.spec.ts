import type { Conversation } from '@romduol/shared/api/conversation';
import { messageHash, openConversation, sealConversation, sealMessage } from '@romduol/shared/sealing/conversation';
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
type Message = Conversation['messages'][number];

/** Changes what a receipt finds: whoever is asked by it can open and seal that answer, but not what is in it. */
const toReporter =
  (change: (found: Conversation) => readonly Message[]): Tamper =>
  ({ method, path, body }, passing) => {
    if (method !== 'POST' || path !== '/api/conversation' || passing.status !== 200) return;
    const lookup = bytesOf((JSON.parse(body.toString()) as { lookup: string }).lookup);
    changeJson<{ sealed: SealedText }>(passing, ({ sealed }) => {
      const found = openConversation(lookup, { nonce: bytesOf(sealed.nonce), ciphertext: bytesOf(sealed.ciphertext) });
      if (found === null) return;
      const changed = sealConversation(lookup, { ...found, messages: [...change(found)] });
      Object.assign(sealed, { nonce: base64url(changed.nonce), ciphertext: base64url(changed.ciphertext) });
    });
  };

const newestOf = (messages: readonly Message[], direction: 0 | 1): Message => {
  const newest = messages.findLast((one) => one.direction === direction);
  if (newest === undefined) throw new Error('nothing to forge');
  return newest;
};

/** Words of the server's own, in the place after the team's newest, under a key of its own: it has no other. */
function forgeAnswer({ caseId, messages }: Conversation): readonly Message[] {
  const newest = newestOf(messages, 1);
  const place = { ...newest, caseId, counter: newest.counter + 1, previous: messageHash(caseId, newest) };
  const forged = sealMessage(place, sodium().randomBytes(32), {
    kind: 'words',
    text: FORGED,
    seen: 0,
    by: 'sophea',
    attachments: [],
  });
  return [...messages, { ...newest, ...forged }];
}
const FORGED = 'Come to the station tonight.';

const withoutNewestAnswer = ({ messages }: Conversation): readonly Message[] => {
  const newest = newestOf(messages, 1);
  return messages.filter((one) => one !== newest);
};

async function openInVain(page: Page, receipt: string): Promise<void> {
  await page.goto('/en/return');
  await page.locator('#number').fill(receipt);
  await button(page, returnWords.open.en).click();
  await told(page, returnWords.damaged.en);
  await expect(page.getByText(FORGED)).toHaveCount(0);
}

/** Types a story on the report page, and returns the receipt. */
async function report(page: Page, story: string): Promise<string> {
  await page.goto('/en/report');
  await page.locator('#narrative').fill(story);
  // Questions that are not asked of everybody are folded away: nobody can choose there before they are opened.
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')));
  await page.locator('#province').selectOption('KH-12');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);
  return ((await page.locator('#receipt').textContent()) ?? '').replaceAll(' ', '');
}

test('what a server forges and keeps back between a reporter and a caseworker is said to each of them', async ({
  page,
  browser,
  deployment,
  hostile,
}) => {
  const office = await (await browser.newContext({ baseURL: hostile.origin })).newPage();
  const [story, answer, thanks] = ['They came at night.', 'Are you safe?', 'Yes, with a friend.'];
  const receipt = await report(page, story);
  const rows = await (await deployment.desk('sophea')).queue();
  const caseId = rows.find(({ answers }) => answers?.narrative === story)?.caseId;
  if (caseId === undefined) throw new Error('the report did not arrive');

  await signIn(office, deployment, 'sophea');
  await signedIn(office);
  await openCase(office, caseId);
  const conversation = office.locator('.conversation');
  await expect(conversation).toContainText('told the reporter that the report has been opened');
  await office.getByLabel('Write to the reporter').fill(answer);
  await office.getByRole('button', { name: 'Seal and send' }).click();
  await expect(conversation.locator('blockquote')).toHaveText([answer]);
  await openReturn(page, 'en', receipt);
  await reply(page, 'en', thanks);

  await test.step('an answer that the server wrote in the team’s name', async () => {
    hostile.tamper(toReporter(forgeAnswer));
    await openInVain(page, receipt);
  });
  await test.step('an answer of the team’s kept back, which the reporter had read', async () => {
    hostile.tamper(toReporter(withoutNewestAnswer));
    await openInVain(page, receipt);
  });
  await test.step('the control: the same opened and sealed again on the way, with nothing changed in it', async () => {
    hostile.tamper(toReporter(({ messages }) => messages));
    await openReturn(page, 'en', receipt);
    await expect(words(page)).toHaveText([answer, thanks]);
  });

  const toOffice =
    (change: (messages: { direction: number; sealed: SealedText }[]) => void): Tamper =>
    ({ path }, passing) => {
      if (path !== `/api/cases/${caseId}/conversation` || passing.status !== 200) return;
      changeJson<{ messages: { direction: number; sealed: SealedText }[] }>(passing, ({ messages }) =>
        change(messages),
      );
    };
  const openAgain = async (): Promise<void> => {
    await signIn(office, deployment, 'sophea');
    await signedIn(office);
    await openCase(office, caseId);
  };
  await test.step('words that the server wrote in the reporter’s name', async () => {
    hostile.tamper(
      toOffice((messages) => {
        const newest = messages.findLast(({ direction }) => direction === 0);
        if (newest === undefined) throw new Error('nothing to forge');
        newest.sealed.ciphertext = base64url(sodium().randomBytes(bytesOf(newest.sealed.ciphertext).length));
      }),
    );
    await openAgain();
    await told(office, sayCode('damaged', 'en'));
    await expect(conversation.locator('blockquote')).toHaveCount(0);
  });
  await test.step('the control: the caseworker’s console, served what is so', async () => {
    hostile.tamper(toOffice(() => undefined));
    await openAgain();
    await expect(conversation.locator('blockquote')).toHaveText([answer, thanks]);
    await expect(office.getByText(sayCode('damaged', 'en'))).toHaveCount(0);
  });
});
