import type { DirectoryEntry } from '@romduol/shared/casework/directory';
import { TaskId } from '@romduol/shared/casework/case-ids';
import type { CaseState } from '@romduol/shared/casework/states';
import { proposeLevel, RESPONSE_DAYS } from '@romduol/shared/casework/triage';
import type { ClosingReason } from '@romduol/shared/codebook/outcome';
import type { Day, MemberId, OrganisationId } from '@romduol/shared/ids';
import { addDays, daysBetween } from '@romduol/shared/language/dates';
import type { CaseSketch } from './case-quotas.ts';
import { drawIncidentCoding, drawOutcomeCoding, type Move } from './code-case.ts';
import type { Dice } from './dice.ts';
import { NOTES, SAFETY_PLANS } from './material/case-words.ts';
import type { DrawnReport } from './material/draw-report.ts';
import type { Talk } from './material/talks.ts';
import { drawReferral, type ReferralCourse } from './referral-course.ts';

/** What one member writes in a case on one day, in order. */
export type Step = { readonly day: Day; readonly by: string; readonly moves: readonly Move[] };

export type PlannedCase = {
  readonly organisation: OrganisationId;
  readonly received: Day;
  readonly report: DrawnReport;
  /** By day; where two members write on one day, in this order. */
  readonly steps: readonly Step[];
  /** What is written to and fro with the reporter, an exchange after each of the first steps. */
  readonly talk?: Talk;
};

export type CaseContext = {
  readonly organisation: OrganisationId;
  readonly received: Day;
  readonly report: DrawnReport;
  /** Handles of who does the work. */
  readonly caseworker: string;
  readonly supervisor: string;
  readonly memberId: (handle: string) => MemberId;
  readonly directory: readonly DirectoryEntry[];
  /** Nothing is written later. */
  readonly last: Day;
};

/** Lays out what happens to one case, from its first opening to where it stands at the end. */
export function planCase(dice: Dice, sketch: CaseSketch, context: CaseContext, closesOn: Day | null): PlannedCase {
  const { organisation, received, report } = context;
  const steps = stepsOf(dice, sketch, context, closesOn);
  return { organisation, received, report, steps: steps.filter(({ moves }) => moves.length > 0) };
}

/** Days before the end after which an open case has been taken up again. */
const WAITED_LONG = 24;

const WORKED: readonly CaseState[] = ['assessment', 'plan', 'implementing', 'follow_up'];

function stepsOf(dice: Dice, sketch: CaseSketch, context: CaseContext, closesOn: Day | null): Step[] {
  const { received, report, caseworker, supervisor } = context;
  const { end } = sketch;
  if (end === 'received') return [];
  const level = proposeLevel(report.answers).level;
  const until = closesOn ?? context.last;
  const opened = earlier(addDays(received, dice.whole(RESPONSE_DAYS[level] + 1)), until);
  const opening: Step = { day: opened, by: caseworker, moves: [() => ({ kind: 'opened' })] };
  if (end === 'triage') return [opening];
  if (end === 'information_only') return [and(opening, status('information_only'))];
  if (end === 'duplicate') return [and(opening, status('duplicate', 'duplicate'))];
  if (end === 'withdrawn') return [and(opening, status('withdrawn', 'survivor_request'))];

  const begun = and(opening, ...beginning(context), ...(sketch.counted ? [drawIncidentCoding(dice, report)] : []));
  if (sketch.brief === true) return [begun];
  if (end === 'open')
    return [and(begun, ...(dice.chance(0.6) ? [note(dice, report)] : []), task(dice, context, dice.chance(0.3)))];
  if (end === 'transferred') {
    return [
      begun,
      {
        day: later(dice, opened, until),
        by: caseworker,
        moves: [note(dice, report), status('transferred', 'transferred')],
      },
    ];
  }

  const course = drawReferral(dice, {
    ...context,
    day: opened,
    end: sketch.referral ?? (end === 'closed' ? null : 'none'),
  });
  // What has waited since the quarter before was taken up again lately.
  const resumed = closesOn === null ? later(dice, laterOf(opened, addDays(until, -WAITED_LONG)), until) : opened;
  const worked = later(dice, resumed, until);
  const answered = later(dice, worked, until);
  const work = workUpTo(dice, end, report, course);
  const atWork: Step[] = [
    begun,
    { day: worked, by: caseworker, moves: work.plan },
    {
      day: answered,
      by: caseworker,
      moves: [...work.answer, ...(isWorkedOn(end) ? [task(dice, context, dice.chance(0.35))] : [])],
    },
  ];
  if (end !== 'closed' && end !== 'closure_requested') return atWork;

  const reason = closingReason(dice, course);
  const asking: Move[] = [
    ...attempts(reason),
    () => ({ kind: 'closure_requested', reason, keepEvidence: keepsEvidence(report) }),
  ];
  // Half are asked to be closed with the last thing that is written down of them, half some days later.
  const request = dice.chance(0.5)
    ? [...atWork.slice(0, -1), and(atWork.at(-1) ?? begun, ...asking)]
    : [...atWork, { day: later(dice, answered, until), by: caseworker, moves: asking }];
  if (end === 'closure_requested') return request;
  // Whoever approves has the whole case before them, and codes how it ended.
  const coding = sketch.counted ? [drawOutcomeCoding(dice, reason)] : [];
  return [...request, { day: until, by: supervisor, moves: [() => ({ kind: 'closure_approved' }), ...coding] }];
}

const isWorkedOn = (end: CaseState): boolean => WORKED.includes(end);
const keepsEvidence = ({ need }: DrawnReport): boolean => need === 'legal' || need === 'police_security';

/** Triage as the console proposes it, and the case given to whoever opened it. */
function beginning({ report, caseworker, memberId }: CaseContext): Move[] {
  const { level, reasons } = proposeLevel(report.answers);
  return [
    () => ({ kind: 'triaged', level, proposed: level, reasons: [...reasons] }),
    () => ({ kind: 'assigned', member: memberId(caseworker) }),
  ];
}

/** The stages of work that a case has been through, with what is written at each. */
function workUpTo(
  dice: Dice,
  end: CaseState,
  report: DrawnReport,
  { begin, answer }: ReferralCourse,
): { readonly plan: Move[]; readonly answer: Move[] } {
  const stages = isWorkedOn(end)
    ? WORKED.slice(0, WORKED.indexOf(end) + 1)
    : dice.chance(0.5)
      ? ['implementing' as const]
      : [];
  const reached = (state: CaseState): Move[] => (stages.includes(state) ? [status(state)] : []);
  const planned = proposeLevel(report.answers).level === 'critical' || dice.chance(0.25);
  return {
    plan: [
      ...reached('assessment'),
      ...(dice.chance(0.4) ? [note(dice, report)] : []),
      ...reached('plan'),
      ...(planned ? [(() => ({ kind: 'safety_plan', plan: SAFETY_PLANS[report.language] })) satisfies Move] : []),
      ...begin,
      ...(end === 'follow_up' ? [] : reached('implementing')),
    ],
    answer: [...(end === 'follow_up' ? reached('implementing') : []), ...answer, ...reached('follow_up')],
  };
}

function closingReason(dice: Dice, { begin, answer }: ReferralCourse): ClosingReason {
  if (begin.length > 0 && answer.length > 0) {
    return dice.weighted<ClosingReason>([
      ['needs_met', 14],
      ['survivor_request', 4],
      ['relocated', 2],
      ['unreachable', 1],
    ]);
  }
  return dice.weighted<ClosingReason>([
    ['needs_met', 5],
    ['survivor_request', 4],
    ['declined_services', 4],
    ['unable_to_help', 2],
    ['unreachable', 2],
    ['other', 1],
  ]);
}

/** Three safe attempts stand before "cannot be reached". */
function attempts(reason: ClosingReason): Move[] {
  const attempt: Move = () => ({ kind: 'contact_attempt', mode: 'phone', reached: false });
  return reason === 'unreachable' ? [attempt, attempt, attempt] : [];
}

const status =
  (to: CaseState, reason?: ClosingReason): Move =>
  () => ({ kind: 'status', to, ...(reason === undefined ? {} : { closingReason: reason }) });

function note(dice: Dice, { language }: DrawnReport): Move {
  const text = dice.pick(NOTES[language]);
  return () => ({ kind: 'note', text });
}

/** What is to be done next: in the coming days, or some days ago. */
function task(dice: Dice, { last }: CaseContext, late: boolean): Move {
  const id = TaskId.parse(crypto.randomUUID());
  const due = late ? addDays(last, -dice.whole(4)) : addDays(last, 2 + dice.whole(9));
  return (_, today) => ({ kind: 'task_set', task: { id, kind: 'follow_up', due: laterOf(due, today) } });
}

const and = (step: Step, ...moves: readonly Move[]): Step => ({ ...step, moves: [...step.moves, ...moves] });
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const laterOf = (a: Day, b: Day): Day => (a < b ? b : a);

/** Some days on, and never past the end. */
function later(dice: Dice, from: Day, until: Day): Day {
  const left = Math.max(0, daysBetween(from, until));
  return addDays(from, Math.min(left, 1 + dice.whole(Math.max(1, Math.min(9, Math.ceil(left / 2))))));
}
