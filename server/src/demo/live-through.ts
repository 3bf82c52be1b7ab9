import type { CaseId, Day } from '@romduol/shared/ids';
import type { ReceiptKeys } from '@romduol/shared/sealing/receipt';
import { addDays, daysBetween, quarterOf } from '@romduol/shared/language/dates';
import { collectRecords } from '@romduol/web/desk/coded-records';
import { readConversation } from '@romduol/web/desk/conversation';
import { renewKeyring } from '@romduol/web/desk/keyring-work';
import { openCase } from '@romduol/web/desk/open-case';
import { append } from '@romduol/web/desk/record-entry';
import { USUAL_CASES } from './case-quotas.ts';
import { administratorOf, verifyDirectories } from './directory-work.ts';
import type { Line, MemberDesks } from './member-desks.ts';
import { LARGER } from './organisations.ts';
import type { PlannedCase, Step } from './plan-case.ts';
import { openCohorts, publishCohorts } from './publish-sample.ts';
import type { ReceiptSource } from './receipts.ts';
import type { SampleClock } from './sample-clock.ts';
import { keysWithoutReceipt, type Reporter } from './send-report.ts';
import { writeToReporter, writeToTeam } from './talk-work.ts';
import { daysOf, type Timeline } from './timeline.ts';

/** A keyring lasts ninety days and is renewed past half of them. */
const RENEW_EVERY = 46;
/** Days before the end on which the directory is gone through again. */
const VERIFY_BEFORE_END = 25;

export type Life = {
  readonly timeline: Timeline;
  readonly cases: readonly PlannedCase[];
  readonly desks: MemberDesks;
  readonly reporter: Reporter;
  /** The way by which reporters reach the server. */
  readonly line: Line;
  readonly receipts: ReceiptSource;
  readonly clock: SampleClock;
  readonly progress: (line: string) => void;
};

type Reported = { readonly caseId: CaseId; readonly receipt: ReceiptKeys };
type Work = { readonly planned: PlannedCase; readonly step: Step };

/** Lives through every day of the timeline: reports come in, members work, cohorts open and are published. */
export async function liveThrough(life: Life): Promise<void> {
  const { timeline, desks, clock, progress } = life;
  const received = byDay(life.cases.map((planned) => [planned.received, planned] as const));
  const work = byDay(
    life.cases.flatMap((planned) => planned.steps.map((step) => [step.day, { planned, step }] as const)),
  );
  const ids = new Map<PlannedCase, Reported>();
  let renewed = timeline.founded;
  let quarter = '';
  let derived = 0;
  for (const day of daysOf(timeline)) {
    clock.beginDay(day);
    if (daysBetween(renewed, day) >= RENEW_EVERY || day === timeline.last) {
      await renewKeyring(await desks.desk(administratorOf(LARGER)));
      renewed = day;
    }
    if (quarterOf(day) !== quarter) {
      quarter = quarterOf(day);
      await openCohorts(desks);
      progress(`${quarter}: ${ids.size} of ${life.cases.length} reports in`);
    }
    for (const planned of received.get(day) ?? []) {
      const receipt = derived < USUAL_CASES ? await life.receipts.next() : keysWithoutReceipt();
      derived += 1;
      ids.set(planned, { caseId: await life.reporter.send(planned.report, receipt), receipt });
      clock.tick();
    }
    for (const one of work.get(day) ?? []) await doWork(life, one, ids.get(one.planned), day);
    if (day === addDays(timeline.last, -VERIFY_BEFORE_END)) await verifyDirectories(desks, day);
    const publishes = day === timeline.freezeOn;
    await desks.endDay(publishes || day === timeline.last ? 'all' : 'full');
    if (publishes) {
      const count = await publishCohorts(desks, timeline.published);
      await desks.endDay('full');
      progress(`${quarter}: ${count} releases of ${timeline.published} published`);
    }
  }
  progress(`${quarter}: all ${ids.size} reports in, worked on until ${timeline.last}`);
}

/** One member's work in one case on one day. */
async function doWork(life: Life, { planned, step }: Work, reported: Reported | undefined, day: Day): Promise<void> {
  const { desks, clock } = life;
  if (reported === undefined) throw new RangeError('work on a case that nobody has reported');
  const { caseId, receipt } = reported;
  const desk = await desks.desk(step.by);
  let open = await openCase(desk, caseId);
  // As the console does when it shows a case: the reporter is told that somebody has opened it.
  await readConversation(desk, caseId);
  let coded = false;
  for (const move of step.moves) {
    const draft = move(open.case, day);
    open = await append(desk, open, draft);
    coded ||= draft.kind === 'coded';
    clock.tick();
  }
  if (coded) collectRecords(desk, desks.outbox(step.by), open);
  const exchange = planned.talk?.[planned.steps.indexOf(step)];
  if (exchange === undefined) return;
  await writeToReporter(desk, desks.line(step.by), caseId, exchange);
  await writeToTeam(life.line, { keys: receipt, keyring: desk.keyring }, exchange);
}

function byDay<T>(dated: readonly (readonly [Day, T])[]): Map<Day, T[]> {
  const days = new Map<Day, T[]>();
  for (const [day, item] of dated) {
    const known = days.get(day);
    if (known === undefined) days.set(day, [item]);
    else known.push(item);
  }
  return days;
}
