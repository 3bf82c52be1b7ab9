import {
  answerReporter,
  readCaseConversation,
  readConversation,
  sendMessage,
  undoWithdrawal,
  withdrawReport,
} from '@romduol/shared/api/conversation';
import { listWithdrawn } from '@romduol/shared/api/statistics';
import type { Day } from '@romduol/shared/ids';
import { conversationKey } from '@romduol/shared/sealing/case-keys';
import {
  firstPrevious,
  messageHash,
  openConversation,
  openMessages,
  sealMessage,
} from '@romduol/shared/sealing/conversation';
import { sodium } from '@romduol/shared/sealing/sodium';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { named, query } from '../database/query.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';
import { handInFor } from './hand-in.ts';

const bytes = (): Uint8Array => sodium().randomBytes(32);

describe.each(kinds)('a conversation on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
  });
  afterAll(() => fresh.close());

  const handIn = () => handInFor(fresh);
  const refusal = (given: Promise<unknown>): Promise<unknown> =>
    given.then(
      () => 'taken',
      (error: { code: string }) => error.code,
    );

  test('is found by its receipt alone, and an unknown receipt is answered alike', async () => {
    const { lookup, read, report } = await handIn();
    expect(await read()).toMatchObject({ caseId: report.caseId, messages: [], withdrawal: null });
    const known = await fresh.call(readConversation, { body: { lookup } });
    const unknownLookup = bytes();
    const unknown = await fresh.call(readConversation, { body: { lookup: unknownLookup } });
    expect(unknown.sealed.ciphertext.length).toBe(known.sealed.ciphertext.length);
    expect(openConversation(unknownLookup, unknown.sealed)).toBeNull();
    // Half a lookup that is right finds nothing either.
    const half = Uint8Array.from([...lookup.slice(0, 16), ...bytes().slice(16)]);
    expect(openConversation(half, (await fresh.call(readConversation, { body: { lookup: half } })).sealed)).toBeNull();
  });

  test('goes both ways, each message once however often it is sent', async () => {
    const { caseId, key, lookup, report, first, words, read } = await handIn();
    const sok = await fresh.as('sok.dara');
    const asked = first(0, 'ជំរាបសួរ');
    const answered = first(1, 'Hello');
    for (let time = 0; time < 2; time += 1) {
      await fresh.call(sendMessage, { body: { lookup, message: asked } });
      await sok(answerReporter, { params: { caseId }, body: { message: answered } });
    }
    const next = sealMessage(
      { caseId, direction: 0, counter: 2, epoch: 0, previous: messageHash(caseId, asked) },
      conversationKey(key),
      words('again', 1),
    );
    await fresh.call(sendMessage, { body: { lookup, message: next } });
    const found = await read();
    const opened = openMessages(report, found?.messages ?? [], () => conversationKey(key));
    expect(opened.map(({ message }) => message.text).sort()).toEqual(['Hello', 'again', 'ជំរាបសួរ'].sort());
    const { messages } = await sok(readCaseConversation, { params: { caseId } });
    expect(messages).toEqual(found?.messages);
  });

  test('refuses what does not continue it', async () => {
    const { caseId, key, lookup, report, first, words } = await handIn();
    const message = first(0, 'one');
    const send = (changed: object) =>
      refusal(fresh.call(sendMessage, { body: { lookup, message: { ...message, ...changed } } }));
    expect(await send({ direction: 1 })).toBe('bad_input');
    expect(await send({ counter: 2 })).toBe('sequence_taken');
    expect(await send({ epoch: 1 })).toBe('sequence_taken');
    expect(await send({ previous: bytes() })).toBe('bad_input');
    expect(await send({})).toBe('taken');
    const other = sealMessage(
      { caseId, direction: 0, counter: 1, epoch: 0, previous: firstPrevious(report, 0) },
      conversationKey(key),
      words('another'),
    );
    expect(await refusal(fresh.call(sendMessage, { body: { lookup, message: other } }))).toBe('sequence_taken');
    expect(await refusal(fresh.call(sendMessage, { body: { lookup: bytes(), message } }))).toBe('not_found');
    const caller = await fresh.as('sok.dara');
    expect(await refusal(caller(answerReporter, { params: { caseId }, body: { message } }))).toBe('bad_input');
  });

  test('many at once leave one in each place', async () => {
    const { caseId, first, report, key } = await handIn();
    const sok = await fresh.as('sok.dara');
    const attempts = Array.from({ length: 8 }, (_, at) => first(1, `answer ${at}`));
    const outcomes = await Promise.all(
      attempts.map((message) => refusal(sok(answerReporter, { params: { caseId }, body: { message } }))),
    );
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'sequence_taken')).toHaveLength(7);
    const { messages } = await sok(readCaseConversation, { params: { caseId } });
    expect(openMessages(report, messages, () => conversationKey(key))).toHaveLength(1);
  });

  test('is closed to members who cannot open the case', async () => {
    const { caseId, first } = await handIn();
    for (const handle of ['chan.lina', 'keo.rith', 'tep.srey'] as const) {
      const caller = await fresh.as(handle);
      expect(await refusal(caller(readCaseConversation, { params: { caseId } }))).toBe('not_found');
      const message = first(1, 'x');
      expect(await refusal(caller(answerReporter, { params: { caseId }, body: { message } }))).toBe('not_found');
    }
  });

  test('a withdrawal keeps its day however often it is asked for, shows to the caseworkers, and can be undone', async () => {
    const { caseId, lookup, withdrawal, read } = await handIn();
    const ask = () => fresh.call(withdrawReport, { body: { lookup, withdrawal, second: null } });
    expect(await ask()).toEqual({ eraseOn: '2026-05-18' });
    fresh.clock.now += 86_400_000;
    const sok = await fresh.as('sok.dara');
    const vann = await fresh.as('vann.sopheap');
    expect(await ask()).toEqual({ eraseOn: '2026-05-18' });
    expect((await read())?.withdrawal).toEqual({ day: '2026-05-11', eraseOn: '2026-05-18' });
    const seen = await sok(readCaseConversation, { params: { caseId } });
    expect(seen.withdrawal).toEqual({ day: '2026-05-11', eraseOn: '2026-05-18', withdrawal });
    expect((await vann(listWithdrawn)).withdrawals).toContainEqual(withdrawal);
    await fresh.call(undoWithdrawal, { body: { lookup } });
    await fresh.call(undoWithdrawal, { body: { lookup } });
    expect((await read())?.withdrawal).toBeNull();
    expect((await vann(listWithdrawn)).withdrawals).not.toContainEqual(withdrawal);
    fresh.clock.now -= 86_400_000;
    expect(await refusal(fresh.call(undoWithdrawal, { body: { lookup: bytes() } }))).toBe('not_found');
  });

  test('the second word erases at once, a wrong one nothing, and guessing is slowed case by case', async () => {
    const target = await handIn();
    const other = await handIn();
    const guess = (second: Uint8Array, of = target) =>
      refusal(fresh.call(withdrawReport, { body: { lookup: of.lookup, withdrawal: of.withdrawal, second } }));
    for (let time = 0; time < 10; time += 1) expect(await guess(bytes())).toBe('credentials_refused');
    expect(await guess(target.second.lookup)).toBe('too_many_attempts');
    expect(await target.read()).not.toBeNull();
    expect(await guess(other.second.lookup, other)).toBe('taken');
    expect(await other.read()).toBeNull();
    fresh.clock.now += 6 * 60_000;
    expect(await guess(target.second.lookup)).toBe('taken');
    expect(await target.read()).toBeNull();

    const db = query(fresh.database.db);
    for (const table of ['reports', 'case_slots', 'report_contacts'] as const) {
      const rows = await db<{ n: number }>`select count(*)::int as n from ${named(table)}
        where case_id in (${target.caseId}::uuid, ${other.caseId}::uuid)`;
      expect([table, rows[0]?.n]).toEqual([table, 0]);
    }
    const vann = await fresh.as('vann.sopheap');
    expect((await vann(listWithdrawn)).withdrawals).toContainEqual(target.withdrawal);
    const [audit] = await db<{ n: number; named: number }>`select count(*)::int as n, count(object)::int as named
      from audit_log where act = 'case_erased'`;
    expect(audit).toEqual({ n: 2, named: 0 });
  });

  test('a conversation longer than the floor is answered in the next size', async () => {
    const { caseId, key, lookup, report, words, read } = await handIn();
    let previous = firstPrevious(report, 0);
    for (let counter = 1; counter <= 3; counter += 1) {
      const place = { caseId, direction: 0, counter, epoch: 0, previous } as const;
      const message = sealMessage(place, conversationKey(key), words('ក'.repeat(5_000)));
      await fresh.call(sendMessage, { body: { lookup, message } });
      previous = messageHash(caseId, message);
    }
    const { sealed } = await fresh.call(readConversation, { body: { lookup } });
    expect(sealed.ciphertext.length).toBeGreaterThan(60_000);
    expect((sealed.ciphertext.length - 16) % 1024).toBe(0);
    expect((await read())?.messages.map(({ day }) => day)).toEqual(
      Array.from({ length: 3 }, () => '2026-05-11' as Day),
    );
  });
});
