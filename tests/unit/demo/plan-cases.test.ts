import { REFERRAL_STATES } from '@romduol/shared/casework/referral-moves';
import { isOverdue, nextStepOf } from '@romduol/shared/casework/next-step';
import { CASE_STATES, RESTING_STATES } from '@romduol/shared/casework/states';
import { openTasks } from '@romduol/shared/casework/tasks';
import { Answers } from '@romduol/shared/questionnaire/answers';
import { LARGER, SMALLER } from '@romduol/server/demo/organisations';
import type { PlannedCase } from '@romduol/server/demo/plan-case';
import { describe, expect, it } from 'vitest';
import { foldPlan, makePlan } from './sample-plan.ts';

const TODAY = '2026-03-10';

const ofLarger = ({ organisation }: PlannedCase): boolean => organisation === LARGER;

describe('the cases of a demo', () => {
  const { timeline, cases } = makePlan(TODAY, 150);
  const folded = cases.map((planned) => ({ planned, case: foldPlan(planned) }));
  const counted = (kind: 'incident' | 'outcome', quarter: string, which: (planned: PlannedCase) => boolean): number =>
    folded.filter(({ planned, case: { coded } }) => which(planned) && coded[kind]?.record.quarter === quarter).length;

  it('are as many as were asked for', () => {
    expect(cases).toHaveLength(150);
    expect(makePlan(TODAY, 60).cases).toHaveLength(60);
    expect(makePlan(TODAY, 400).cases).toHaveLength(400);
  });

  it('hold no entry that the console would refuse', () => {
    expect(folded.flatMap(({ case: { irregular } }) => irregular)).toEqual([]);
  });

  it('hold answers that the form accepts', () => {
    for (const { report } of cases) expect(Answers.safeParse(report.answers).error).toBeUndefined();
  });

  it('tell different stories', () => {
    const stories = cases.flatMap(({ report }) => report.answers.narrative ?? []);
    expect(stories.length).toBeGreaterThan(130);
    expect(new Set(stories).size).toBe(stories.length);
    expect(stories.filter((story) => /[\u1780-\u17ff]/u.test(story)).length).toBeGreaterThan(50);
    expect(stories.filter((story) => !/[\u1780-\u17ff]/u.test(story)).length).toBeGreaterThan(30);
  });

  it('stand at every stage a case can stand at', () => {
    expect(new Set(folded.map(({ case: { state } }) => state))).toEqual(new Set(CASE_STATES));
  });

  it('have referrals in every state', () => {
    const states = folded.flatMap(({ case: { referrals } }) => referrals.map(({ state }) => state));
    expect(new Set(states)).toEqual(new Set(REFERRAL_STATES));
  });

  it('leave sixty incidents and sixty outcomes of the ripe quarter to the larger organisation', () => {
    expect(counted('incident', timeline.ripe, ofLarger)).toBeGreaterThanOrEqual(60);
    expect(counted('outcome', timeline.ripe, ofLarger)).toBeGreaterThanOrEqual(60);
  });

  it.each([60, 150])('give the published quarter thirty of each, of %i cases', (count) => {
    const plan = makePlan(TODAY, count);
    const records = plan.cases.filter(ofLarger).map((planned) => foldPlan(planned).coded);
    const upTo = (kind: 'incident' | 'outcome'): number =>
      records.filter((coded) => coded[kind] !== null && coded[kind].record.quarter <= plan.timeline.published).length;
    expect(upTo('incident')).toBeGreaterThanOrEqual(30);
    expect(upTo('outcome')).toBeGreaterThanOrEqual(30);
  });

  it('are overdue here and in good time there', () => {
    const atWork = folded.filter(({ case: one }) => !RESTING_STATES.includes(one.state));
    const overdue = atWork.filter(({ case: one }) => isOverdue(nextStepOf(one), timeline.last));
    expect(overdue.length).toBeGreaterThan(4);
    expect(atWork.length - overdue.length).toBeGreaterThan(8);
  });

  it('are not closed with something left to do', () => {
    const closed = folded.filter(({ case: { state } }) => state === 'closed');
    expect(closed.flatMap(({ case: one }) => openTasks(one))).toEqual([]);
  });

  it('are too few in the smaller organisation to publish', () => {
    const ofSmaller = folded.filter(({ planned }) => planned.organisation === SMALLER);
    expect(ofSmaller.length).toBeGreaterThan(10);
    expect(ofSmaller.filter(({ case: { coded } }) => coded.incident !== null).length).toBeLessThan(30);
  });

  it('are not coded where the survivor did not agree to be counted', () => {
    const without = folded.filter(({ planned }) => planned.report.answers.consent_statistics !== 'yes');
    expect(without.length).toBeGreaterThan(4);
    for (const { case: one } of without) expect(one.coded).toEqual({ incident: null, outcome: null });
  });

  it('are the same for the same seed', () => {
    const tell = (plan: readonly PlannedCase[]): unknown => plan.map(({ received, report }) => [received, report]);
    expect(tell(makePlan(TODAY, 150).cases)).toEqual(tell(cases));
  });
});

describe('on whatever day the demo is made', () => {
  it.each(['2024-02-29', '2025-02-25', '2025-05-27', '2026-01-01', '2026-08-24', '2027-12-31'])(
    '%s: in order and in time',
    (today) => {
      const { timeline, cases } = makePlan(today, 150);
      for (const planned of cases) {
        const days = [planned.received, ...planned.steps.map(({ day }) => day)];
        expect(days.toSorted()).toEqual(days);
        expect(days.at(-1)! <= timeline.last).toBe(true);
        expect(planned.received > timeline.founded).toBe(true);
        expect(foldPlan(planned).irregular).toEqual([]);
      }
      const incidents = cases.filter(ofLarger).map((planned) => foldPlan(planned).coded.incident?.record.quarter);
      expect(incidents.filter((quarter) => quarter === timeline.ripe).length).toBeGreaterThanOrEqual(60);
    },
  );
});
