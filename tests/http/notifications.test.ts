import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openMailer } from '@romduol/server/notifications/mailer';
import { makeRounds } from '@romduol/server/notifications/rounds';
import { liftSuspension, publishKeyring, suspendMember } from '@romduol/shared/api/keyring';
import { readNotices, storeNotices } from '@romduol/shared/api/notifications';
import { sendMessage } from '@romduol/shared/api/conversation';
import { submitReport } from '@romduol/shared/api/reports';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp, send, signInAs } from './fresh-app.ts';
import { handInFor } from './hand-in.ts';
import { makeReport } from './make-report.ts';
import type { Handle } from './people.ts';
import { partWith, renewAs } from './renew-keyring.ts';

const HOUR = 3_600_000;
type Mail = { readonly to: readonly string[]; readonly text: string };

/** A mail server as others write it, on this machine, that keeps what it is given. */
async function startMailServer() {
  const mails: Mail[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_, __, done) {
      done(refusing ? new Error('try later') : null);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, text: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (yes: boolean) => void (refusing = yes),
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

describe.each(kinds)('notices on %s', (kind) => {
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  let fresh: FreshApp;
  let goRound: () => Promise<void>;
  const reported: string[] = [];
  beforeAll(async () => {
    mail = await startMailServer();
  });
  afterAll(() => mail.close());
  beforeEach(async () => {
    fresh = await freshApp(kind);
    // 10:00 in Cambodia: the next hours are 17 and 8.
    const mailer = await openMailer({ smtpUrl: mail.url, from: 'office@example.org', hours: [8, 17] });
    const { db } = fresh.database;
    reported.length = 0;
    goRound = makeRounds({
      db,
      mailer,
      clock: () => fresh.clock.now,
      hours: [8, 17],
      report: (line) => reported.push(line),
    });
    mail.mails.length = 0;
    mail.refuse(false);
  });
  afterEach(() => fresh.close());

  const wish = async (handle: Handle, when: 'hours' | 'every', language: 'en' | 'km' = 'en') => {
    const call = await fresh.as(handle);
    await call(storeNotices, { body: { wish: { address: `${handle}@example.org`, when, language } } });
    return call;
  };
  const arrive = () => fresh.call(submitReport, { body: makeReport(fresh.people, fresh.keyring()) });
  const told = () => mail.mails.map(({ to }) => to.join());

  test('go out at the next hour, once, however much is new', async () => {
    await wish('sok.dara', 'hours');
    await arrive();
    await arrive();
    fresh.clock.now += 6 * HOUR;
    await goRound();
    expect(told()).toEqual([]);
    fresh.clock.now += HOUR;
    await goRound();
    await goRound();
    expect(told()).toEqual(['sok.dara@example.org']);
    fresh.clock.now += 24 * HOUR;
    await goRound();
    expect(told()).toHaveLength(1);
  });

  test('go out in the next round to who wishes for every one, and to nobody who has no part in it', async () => {
    await wish('sok.dara', 'every');
    await wish('keo.rith', 'every');
    await goRound();
    expect(told()).toEqual([]);
    await arrive();
    await goRound();
    expect(told()).toEqual(['sok.dara@example.org']);
  });

  test('say that there is something new and nothing else, in the member’s language', async () => {
    await wish('sok.dara', 'every', 'km');
    await arrive();
    await goRound();
    const [{ text } = { text: '' }] = mail.mails;
    const [head = '', body = ''] = text.split('\r\n\r\n');
    expect(Buffer.from(body, 'base64').toString()).toContain('មានអ្វីថ្មីសម្រាប់អ្នក');
    expect(text).not.toMatch(/romduol|console|case|report|nodemailer|http/i);
    const names = head
      .split('\r\n')
      .filter((line) => !line.startsWith(' '))
      .map((line) => line.split(':')[0]);
    expect(names.sort()).toEqual(
      [
        'Content-Transfer-Encoding',
        'Content-Type',
        'Date',
        'From',
        'MIME-Version',
        'Message-ID',
        'Subject',
        'To',
      ].sort(),
    );
  });

  test.each(['en', 'km'] as const)(
    'are the same to the byte, whatever came and how much of it, in %s',
    async (language) => {
      await wish('sok.dara', 'every', language);
      const given = await handInFor(fresh, undefined, { answers: { narrative: 'canary-narrative' } });
      const { caseId, lookup } = given;
      const comings: (() => Promise<unknown>)[] = [
        () => Promise.resolve(),
        () => fresh.call(sendMessage, { body: { lookup, message: given.first(0, 'canary-reply') } }),
        () => Promise.all([arrive(), arrive(), arrive()]),
        () => handInFor(fresh, undefined, { answers: { narrative: 'canary '.repeat(500), province: 'KH-12' } }),
        async () => {
          fresh.clock.now += 24 * HOUR;
          await arrive();
        },
      ];
      for (const come of comings) {
        await come();
        await goRound();
      }
      expect(mail.mails).toHaveLength(comings.length);
      // When it was sent is the mail server's to know anyway, and its own number is drawn.
      const isOwn = (line: string): boolean => /^(?:Date|Message-ID): /i.test(line);
      const [first, ...others] = mail.mails.map(({ text }) => text.split('\r\n').filter((line) => !isOwn(line)));
      for (const other of others) expect(other).toEqual(first);
      const everything = mail.mails.map(({ text }) => text).join('\n');
      const opened = Buffer.from((first ?? []).slice((first ?? []).indexOf('')).join(''), 'base64').toString();
      for (const secret of ['canary', caseId, 'rainbow', 'phnom', 'KH-12']) {
        expect(everything.toLowerCase()).not.toContain(secret.toLowerCase());
        expect(opened.toLowerCase()).not.toContain(secret.toLowerCase());
      }
      const ids = mail.mails.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.join()).not.toMatch(/romduol|dara/i);
    },
  );

  test('that the mail server does not take go out later, and who they were for is not said', async () => {
    await wish('sok.dara', 'hours');
    await arrive();
    fresh.clock.now += 7 * HOUR;
    mail.refuse(true);
    await goRound();
    expect(reported.join()).toContain('1 notices could not be sent');
    expect(reported.join()).not.toContain('dara');
    mail.refuse(false);
    await goRound();
    expect(told()).toEqual(['sok.dara@example.org']);
  });

  test('end when the member takes the address away', async () => {
    const call = await wish('sok.dara', 'every');
    expect((await call(readNotices)).wish).toMatchObject({ address: 'sok.dara@example.org', when: 'every' });
    await call(storeNotices, { body: { wish: null } });
    expect(await call(readNotices)).toEqual({ offered: true, hours: [8, 17], wish: null });
    await arrive();
    await goRound();
    expect(told()).toEqual([]);
  });

  test('go to nobody who is shut out, until they are let in again', async () => {
    await wish('sok.dara', 'every');
    const supervisor = await fresh.as('vann.sopheap');
    const member = fresh.people['sok.dara'].id;
    await supervisor(suspendMember, { params: { member } });
    await arrive();
    await goRound();
    expect(told()).toEqual([]);
    await supervisor(liftSuspension, { params: { member } });
    await goRound();
    expect(told()).toEqual(['sok.dara@example.org']);
  });

  test.each([{ status: 'suspended' }, { roles: [], teams: [] }] as const)(
    'end, and the address goes, when the keyring says %o',
    async (change) => {
      await wish('sok.dara', 'every');
      await wish('chan.lina', 'every');
      await arrive();
      const body = await renewAs(fresh, 'ly.bopha', { parts: [await partWith(fresh, 'sok.dara', change)] });
      await (
        await fresh.as('ly.bopha')
      )(publishKeyring, { body });
      await goRound();
      expect(told()).toEqual(['chan.lina@example.org']);
      const kept = await query(fresh.database.db)`select address from notification_addresses`;
      expect(kept).toEqual([{ address: 'chan.lina@example.org' }]);
    },
  );

  test.each(['no address', 'a@b.org,c@d.org', 'a@b.org\r\nBcc: c@d.org', '"x y"@b.org'])(
    'are refused for %s',
    async (address) => {
      const cookie = await signInAs(fresh, 'sok.dara');
      const body = JSON.stringify({ wish: { address, when: 'every', language: 'en' } });
      const refused = await send(fresh.app, 'PUT', storeNotices.path, { body, cookie });
      expect(refused.status).toBe(400);
      expect((await fresh.withCookie(cookie)(readNotices)).wish).toBeNull();
    },
  );

  test('of two processes that go round at once, one tells', async () => {
    await wish('sok.dara', 'every');
    await arrive();
    await Promise.all([goRound(), goRound(), goRound()]);
    expect(told()).toEqual(['sok.dara@example.org']);
  });
});
