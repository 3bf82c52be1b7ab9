import { join } from 'node:path';
import { loadAssets } from '@romduol/server/assets/assets';
import { reachDeployed } from '@romduol/server/verify-web/deployed';
import { verifyWeb } from '@romduol/server/verify-web/verify-web';
import { readKeyring, readTeamKeys } from '@romduol/shared/api/keyring';
import type { CaseId, DirectoryEntryId, TeamId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { checkKeys, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { wrapKey } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import { sayCode } from '@romduol/web/console/messages/refusals';
import { caseWords } from '@romduol/web/console/messages/case';
import { type Tamper, changeJson } from '../../attack/hostile-proxy.ts';
import { type Deployment, callerFor } from '../deployment.ts';
import { expect } from '../fixtures.ts';
import { handInWithReceipt } from '../return/hand-in.ts';
import { base64url, openCase, signIn, signedIn, test, told } from './between.ts';

// The server is the adversary: everything between it and two browsers, a reporter's and a caseworker's, goes through a proxy
// that does what the owner of the machine could. Each time somebody must read that something is wrong.

test.setTimeout(240_000);

type Row = { seq?: number; sealed: { ciphertext: string } };
type Listed = { caseId: string; report: Served['report'] | null; access: Served['access'] };
type Served = {
  report: { caseId: string; body: unknown; contact: unknown; commit: string };
  access: { wrap: string | null; slot: string | null };
  entries: Row[];
  messages: Row[];
};

/** Does several things at once, each to the answers whose address it names. */
const together =
  (...tampers: readonly (readonly [path: string, change: (answer: Served) => void])[]): Tamper =>
  ({ path }, passing) => {
    for (const [which, change] of tampers) if (path === which && passing.status === 200) changeJson(passing, change);
  };

async function publicKeyOf({ origin }: Deployment, handle: string): Promise<Uint8Array> {
  const call = callerFor(origin);
  const { file } = await call(readKeyring);
  if (file === null) throw new Error('not founded');
  const { keyring } = verifyKeyring(file, { today: dayAt(Date.now()) });
  const member = keyring.members.find((one) => one.handle === handle);
  const { keys } = await call(readTeamKeys, { query: { team: 'capital' as TeamId } });
  const [key] = checkKeys(member === undefined ? [] : [member], keys);
  if (key === undefined) throw new Error('no such member');
  return key;
}

test('what a server does to cases behind a caseworker’s back is said on the screen', async ({
  page,
  deployment,
  hostile,
}) => {
  const given: { caseId: CaseId }[] = [];
  for (const narrative of ['slot', 'cut', 'swapped', 'with', 'wrap', 'with', 'reply', 'honest'])
    given.push(await handInWithReceipt(deployment, { narrative }));
  const ids = given.map(({ caseId }) => caseId) as [CaseId, CaseId, CaseId, CaseId, CaseId, CaseId, CaseId, CaseId];
  const [slot, cut, swapped, with_, wrap, withWrap, reply, honest] = ids;
  const desk = await deployment.desk('sophea');
  for (const caseId of [cut, wrap, withWrap, reply, honest]) {
    await desk.openCase(caseId);
    await desk.record(caseId, { kind: 'opened' });
    await desk.record(caseId, { kind: 'note', text: 'told by telephone' });
  }
  await desk.conversation(reply);
  const caseAt = (caseId: CaseId): string => `/api/cases/${caseId}`;
  // Whoever knows a public key can make a slot for it; here with a key that the server knows.
  const publicKey = await publicKeyOf(deployment, 'sophea');
  const forgedKey = sodium().randomBytes(32);
  const forged = wrapKey({ purpose: 'case', objectId: slot, epoch: 0, key: forgedKey, publicKey });

  const listed = new Map<string, Listed>();
  hostile.tamper((asked, passing) => {
    // A server knows what it stores. The list is emptied: whoever holds a key already is not deceived about it.
    if (asked.path.startsWith('/api/cases?'))
      changeJson<{ cases: Listed[] }>(passing, (list) => {
        for (const row of list.cases.splice(0)) listed.set(row.caseId, row);
      });
    const theirs = listed.get(with_)?.report;
    together(
      [caseAt(slot), (answer) => Object.assign(answer.access, { slot: base64url(forged), wrap: null })],
      [caseAt(cut), ({ entries }) => void entries.pop()],
      [caseAt(swapped), ({ report }) => Object.assign(report, { body: theirs?.body, contact: theirs?.contact })],
      [caseAt(wrap), (answer) => Object.assign(answer.access, { wrap: listed.get(withWrap)?.access.wrap })],
      [
        `${caseAt(reply)}/conversation`,
        ({ messages }) => {
          const last = messages.at(-1);
          if (last !== undefined) last.sealed.ciphertext = base64url(sodium().randomBytes(1040));
        },
      ],
    )(asked, passing);
  });
  await signIn(page, deployment, 'sophea');
  await signedIn(page);
  for (const caseId of [slot, swapped, wrap]) {
    await openCase(page, caseId);
    await told(page, sayCode('damaged', 'en'));
    await expect(page.getByText('told by telephone')).toHaveCount(0);
  }
  await openCase(page, cut);
  await told(page, caseWords.summaryStale.en);
  await openCase(page, reply);
  await told(page, sayCode('damaged', 'en'));
  // The control: beside them, one that was left alone; and then all of them, served as they are.
  const expectWhole = async (caseId: CaseId, words: string): Promise<void> => {
    await openCase(page, caseId);
    await expect(page.getByText(words, { exact: true }).first()).toBeVisible();
    await expect(page.getByText(sayCode('damaged', 'en'))).toHaveCount(0);
    await expect(page.getByText(caseWords.summaryStale.en)).toHaveCount(0);
  };
  await expectWhole(honest, 'told by telephone');
  hostile.honest();
  await signIn(page, deployment, 'sophea');
  await signedIn(page);
  await expectWhole(slot, 'slot');
  await expectWhole(swapped, 'swapped');
  for (const caseId of [wrap, cut, reply]) await expectWhole(caseId, 'told by telephone');
});

test('keys exchanged under a reporter’s hands: the report is not sealed to them, and the page says that it could not be', async ({
  page,
  hostile,
}) => {
  const handedIn: string[] = [];
  hostile.tamper(({ method, path, body }, passing) => {
    if (path.startsWith('/api/keyring/keys'))
      changeJson<{ keys: string[] }>(passing, (answer) => {
        answer.keys = answer.keys.map(() => base64url(sodium().kemKeypair(sodium().randomBytes(32)).publicKey));
      });
    if (method === 'POST' && path === '/api/reports') handedIn.push(body.toString());
  });
  await page.goto('/en/report');
  await page.locator('#narrative').fill('only for those whom the list names');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#failed')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('#narrative')).toHaveValue('only for those whom the list names');
  expect(handedIn).toEqual([]);
  // Whatever had the words before they were sealed is gone, although nothing was sent.
  await expect.poll(() => page.workers().length).toBe(0);
  // The control: with the keys that the list names it goes.
  hostile.honest();
  await page.reload();
  await page.locator('#narrative').fill('only for those whom the list names');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/, { timeout: 20_000 });
});

test('cheap parameters, a forged grant and an older list of members are refused in words', async ({
  page,
  deployment,
  hostile,
}) => {
  hostile.tamper(({ path }, passing) => {
    if (path === '/api/accounts/parameters')
      changeJson<{ memory: number; operations: number }>(passing, (answer) => {
        answer.memory = 8192;
        answer.operations = 1;
      });
  });
  await signIn(page, deployment, 'sophea');
  await told(page, sayCode('weak_parameters', 'en'));
  // The control, here and below: the same steps beside a server that serves what is so.
  hostile.honest();
  await signIn(page, deployment, 'sophea');
  await signedIn(page);

  // A grant that a stranger signed, for a key that the server knows.
  const admin = await deployment.desk('admin');
  await admin.saveDirectoryEntry(null, {
    entryId: crypto.randomUUID() as DirectoryEntryId,
    type: 'ngo',
    name: { en: 'A safe house', km: 'ផ្ទះសុវត្ថិភាព' },
    province: 'KH-3',
    sectors: ['shelter'],
    servesMinors: true,
    training: { level: 'trained', day: null },
    friendly: 'yes',
    agreedToBeListed: true,
    verified: null,
    retired: false,
  });
  const stranger = sodium().signKeypair(sodium().randomBytes(32));
  hostile.tamper(({ path }, passing) => {
    if (path.startsWith('/api/grants?'))
      changeJson<{ grants: { grant: { statement: string; signature: string } }[] }>(passing, ({ grants }) => {
        for (const { grant } of grants)
          grant.signature = base64url(sodium().sign(Buffer.from(grant.statement, 'base64url'), stranger.secretKey));
      });
  });
  await signIn(page, deployment, 'sophea');
  await signedIn(page);
  await page.getByRole('link', { name: 'Directory' }).click();
  await told(page, sayCode('bad_signature', 'en'));
  hostile.honest();
  await signIn(page, deployment, 'sophea');
  await signedIn(page);
  await page.getByRole('link', { name: 'Directory' }).click();
  await expect(page.getByText('A safe house').first()).toBeVisible();
  await expect(page.getByText(sayCode('bad_signature', 'en'))).toHaveCount(0);

  // The list as it was before a colleague wrote under a newer one.
  const { caseId } = await handInWithReceipt(deployment, { narrative: 'renewed' });
  await admin.renewKeyring(null);
  const newer = await deployment.desk('sophea');
  await newer.openCase(caseId);
  await newer.record(caseId, { kind: 'opened' });
  hostile.tamper(({ path }, passing) => {
    if (path.startsWith('/api/keyring/history'))
      changeJson<{ files: unknown[] }>(passing, (answer) => {
        answer.files = path.endsWith('after=0') ? answer.files.slice(0, 1) : [];
      });
  });
  await signIn(page, deployment, 'sophea');
  await signedIn(page);
  await openCase(page, caseId);
  await told(page, sayCode('keyring_rolled_back', 'en'));
  hostile.honest();
  await signIn(page, deployment, 'sophea');
  await signedIn(page);
  await openCase(page, caseId);
  await expect(page.getByText('renewed', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(sayCode('keyring_rolled_back', 'en'))).toHaveCount(0);
});

test('one byte of a script is named by whoever compares the deployment with its source', async ({ hostile }) => {
  const assets = loadAssets(join(import.meta.dirname, '../../../web/dist/public'));
  hostile.tamper(({ path }, passing) => {
    if (path.startsWith('/assets/desk-worker-')) passing.body[500] = (passing.body[500] ?? 0) ^ 1;
  });
  const { differences } = await verifyWeb(reachDeployed(hostile.origin), assets, Date.now);
  expect(differences).toEqual([
    expect.stringMatching(
      /^\/assets\/desk-worker-\S+: its bytes are not those that the source and the signed texts give\.$/,
    ),
  ]);
  hostile.honest();
  expect((await verifyWeb(reachDeployed(hostile.origin), assets, Date.now)).differences).toEqual([]);
});
