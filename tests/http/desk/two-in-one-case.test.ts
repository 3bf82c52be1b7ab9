import { readConversation, sendMessage } from '@romduol/shared/api/conversation';
import { placeOfPlan } from '@romduol/shared/casework/apply-entry';
import { TaskId } from '@romduol/shared/casework/case-ids';
import { mergePlans, type PlanPart, type TypedPlan } from '@romduol/shared/casework/safety-plan';
import type { CaseId, Day, MemberId } from '@romduol/shared/ids';
import { openConversation } from '@romduol/shared/sealing/conversation';
import { addReader, removeReader } from '@romduol/web/desk/change-readers';
import { answer, readConversation as readTalk } from '@romduol/web/desk/conversation';
import type { Desk } from '@romduol/web/desk/desk';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { openTalk } from '@romduol/web/enhance/return-talk';
import { sealReply } from '@romduol/web/enhance/seal-reply';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { type HandedIn, handInFor } from '../hand-in.ts';
import { openDesk } from '../open-desk.ts';
import { scheduledCall, scheduledDesk } from './scheduled-desk.ts';

const READERS = ['sok.dara', 'chan.lina', 'vann.sopheap'] as const;

let fresh: FreshApp;
let rith: MemberId;
const desks: Desk[] = [];
beforeAll(async () => {
  fresh = await freshApp('pglite');
  for (const handle of READERS) desks.push(await openDesk(fresh, handle));
  rith = fresh.people['keo.rith'].id;
});
afterAll(() => fresh.close());

type Act =
  | { readonly does: 'note' | 'task' | 'attempt' | 'answer' | 'readers' }
  | { readonly does: 'plan'; readonly part: PlanPart };

/** Adds a word to a part of the plan, as the console's form does: what a colleague wrote meanwhile is brought in, and then signed. */
async function writePlan(desk: Desk, caseId: CaseId, part: PlanPart, word: string): Promise<void> {
  const { case: before } = await openCase(desk, caseId);
  let follows = placeOfPlan(before);
  let from: TypedPlan = before.safetyPlan ?? {};
  let typed: TypedPlan = { ...from, [part]: `${from[part] ?? ''} ${word}`.trim() };
  for (;;) {
    const plan = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''));
    const outcome = await outcomeOf(recordEntry(desk, caseId, { kind: 'safety_plan', plan, follows }));
    if (outcome === 'done') return;
    const { case: now } = await openCase(desk, caseId);
    // What it was refused for has to be so.
    if (placeOfPlan(now) === follows) throw new Error(outcome);
    typed = mergePlans(from, now.safetyPlan ?? {}, typed).plan;
    from = now.safetyPlan ?? {};
    follows = placeOfPlan(now);
  }
}

function perform(desk: Desk, { caseId }: HandedIn, act: Act, word: string): Promise<unknown> {
  switch (act.does) {
    case 'note':
      return recordEntry(desk, caseId, { kind: 'note', text: word });
    case 'task': {
      const task = {
        id: TaskId.parse(crypto.randomUUID()),
        kind: 'other',
        text: word,
        due: '2026-06-01' as Day,
      } as const;
      return recordEntry(desk, caseId, { kind: 'task_set', task });
    }
    case 'attempt':
      return recordEntry(desk, caseId, { kind: 'contact_attempt', mode: 'phone', reached: false, comment: word });
    case 'plan':
      return writePlan(desk, caseId, act.part, word);
    case 'answer':
      return answer(desk, caseId, word);
    case 'readers':
      return openCase(desk, caseId).then(({ case: { readers } }) =>
        (readers.includes(rith) ? removeReader : addReader)(desk, caseId, rith),
      );
  }
}

test('however the requests of three desks and the reporter fall between each other, every word that was taken is there once', async () => {
  const part = fc.constantFrom<PlanPart>('risks', 'transport');
  const act: fc.Arbitrary<Act> = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('note', 'task', 'attempt', 'answer').map((does) => ({ does }) as Act) },
    { weight: 1, arbitrary: part.map((one): Act => ({ does: 'plan', part: one })) },
  );
  const acts = fc.array(act, { minLength: 1, maxLength: 4 });
  const supervising = fc.array(fc.oneof(act, fc.constant<Act>({ does: 'readers' })), { maxLength: 3 });
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.tuple(acts, acts, supervising), fc.nat(2), async (scheduler, all, replies) => {
      const given = await handInFor(fresh, undefined, { readers: READERS });
      const { caseId, lookup, receipt } = given;
      const call = scheduledCall(fresh.call, scheduler);
      const reporter = async (): Promise<string[]> => {
        const sent: string[] = [];
        for (let at = 0; at < replies; at += 1) {
          const { sealed } = await call(readConversation, { body: { lookup } });
          const talk = openTalk(receipt, openConversation(lookup, sealed) as never, fresh.keyring());
          const word = `reply-${at}`;
          // The key has changed meanwhile: the page reads it anew, with what was typed still in it.
          const outcome = await outcomeOf(call(sendMessage, { body: { lookup, message: sealReply(talk, word) } }));
          seen[`reply ${outcome}`] = (seen[`reply ${outcome}`] ?? 0) + 1;
          if (outcome === 'done') sent.push(word);
        }
        return sent;
      };
      const member = async (place: number): Promise<[Act, string][]> => {
        const desk = scheduledDesk(desks[place] as Desk, scheduler);
        const taken: [Act, string][] = [];
        for (const [at, one] of (all[place] ?? []).entries()) {
          const word = `word-${place}-${at}.`;
          const outcome = await outcomeOf(perform(desk, given, one, word));
          const said = `${one.does} ${outcome}`;
          seen[said] = (seen[said] ?? 0) + 1;
          if (outcome === 'done') taken.push([one, word]);
        }
        return taken;
      };
      const [sent, ...taken] = await scheduler.waitFor(Promise.all([reporter(), member(0), member(1), member(2)]));

      const views = [];
      for (const desk of desks) {
        const opened = await openCase({ ...desk, seen: new Map(), caseKeys: new Map(), logs: new Map() }, caseId);
        expect([opened.flags, opened.case.irregular]).toEqual([[], []]);
        const { lines } = await readTalk(desk, caseId);
        views.push({ log: opened.case.log, plan: opened.case.safetyPlan, lines });
      }
      expect(views[1]).toEqual(views[0]);
      expect(views[2]).toEqual(views[0]);
      const { log, plan, lines } = views[0] as (typeof views)[number];
      const places = new Map<string, number>();
      for (const [one, word] of taken.flat()) {
        if (one.does === 'readers') continue;
        const told =
          one.does === 'answer' ? lines.map(({ text }) => text) : log.map((line) => JSON.stringify(line.entry));
        const found = told.flatMap((text, at) => (text.includes(word) ? [at] : []));
        // A later plan has the words of those before it as well.
        const there = one.does === 'plan' ? plan?.[one.part]?.includes(word) : found.length === 1;
        expect([word, there]).toEqual([word, true]);
        if (one.does !== 'answer') places.set(word, found[0] ?? -1);
      }
      // Each in the order in which they wrote.
      for (const own of taken) {
        const order = own.flatMap(([, word]) => places.get(word) ?? []);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
      // What was refused is nowhere: it still stands in its form, and would come twice.
      const kept = new Set(taken.flat().map(([, word]) => word));
      const everything = JSON.stringify([log, lines]);
      const refused = all
        .flatMap((own, place) => own.map((_, at) => `word-${place}-${at}.`))
        .filter((one) => !kept.has(one));
      expect(refused.filter((word) => everything.includes(word))).toEqual([]);
      expect(lines.filter(({ fromReporter }) => fromReporter).map(({ text }) => text)).toEqual(sent);
      const row = (await readQueue(desks[0] as Desk)).find((one) => one.caseId === caseId);
      expect([row?.problem, row?.summary?.seq ?? 0]).toEqual([null, log.at(-1)?.seq ?? 0]);
    }),
    { numRuns: 12 },
  );
  // Whoever was refused was told that others were quicker, and still has what they typed.
  expect(Object.keys(seen).filter((said) => !/ (done|sequence_taken)$/.test(said))).toEqual([]);
  // Which is rare for what only adds to the log: the desk folds anew and writes it then.
  const times = (ended: string): number =>
    Object.entries(seen).reduce(
      (sum, [said, one]) => sum + (new RegExp(`^(note|task|attempt|plan) ${ended}$`).test(said) ? one : 0),
      0,
    );
  expect(times('sequence_taken') * 5).toBeLessThan(times('done'));
});
