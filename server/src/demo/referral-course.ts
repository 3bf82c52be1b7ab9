import type { DirectoryEntry } from '@romduol/shared/casework/directory';
import { ConsentId, ReferralId, TaskId } from '@romduol/shared/casework/case-ids';
import type { ReferralAction, ReferralState } from '@romduol/shared/casework/referral-moves';
import { suggestEntries, wantedFor } from '@romduol/shared/casework/suggest-entries';
import { answerDueDay } from '@romduol/shared/casework/tasks';
import type { PacketItem, Urgency } from '@romduol/shared/codebook/referral-lists';
import type { Sector } from '@romduol/shared/codebook/sector';
import type { Day } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import type { Move } from './code-case.ts';
import type { Dice } from './dice.ts';
import { CONSENT_PURPOSES, REFERRAL_REASONS } from './material/case-words.ts';
import type { DrawnReport } from './material/draw-report.ts';
import { SCENARIOS } from './material/scenarios.ts';

/** Nothing is handed over to another organisation of the demonstration by its referrals. */
type CourseAction = Exclude<ReferralAction, 'hand_over' | 'arrive'>;

/** How a referral comes to stand where it stands. */
const COURSES: Readonly<Record<ReferralState, readonly CourseAction[]>> = {
  offered: ['offer'],
  declined_by_survivor: ['offer', 'decline'],
  service_unavailable: ['offer', 'mark_unavailable'],
  consent_given: ['offer', 'consent'],
  withdrawn: ['offer', 'consent', 'send', 'withdraw'],
  sent: ['offer', 'consent', 'send'],
  accepted: ['offer', 'consent', 'send', 'accept'],
  rejected: ['offer', 'consent', 'send', 'reject'],
  no_response: ['offer', 'consent', 'send', 'mark_unanswered'],
  service_received: ['offer', 'consent', 'send', 'accept', 'receive'],
  not_received: ['offer', 'consent', 'send', 'accept', 'miss'],
  feedback: ['offer', 'consent', 'send', 'accept', 'receive', 'give_feedback'],
  closed: ['offer', 'consent', 'send', 'accept', 'receive', 'give_feedback', 'close'],
};

/** Where the referrals of closed cases stand: most ended well, and no end is missing. */
const ENDED: readonly (readonly [ReferralState | 'none', number])[] = [
  ['closed', 26],
  ['service_received', 16],
  ['rejected', 10],
  ['no_response', 6],
  ['not_received', 6],
  ['declined_by_survivor', 8],
  ['service_unavailable', 4],
  ['withdrawn', 4],
  ['none', 20],
];

/** What is written down of a referral at once, and what only once it is answered. */
export type ReferralCourse = { readonly begin: readonly Move[]; readonly answer: readonly Move[] };

const NONE: ReferralCourse = { begin: [], answer: [] };

/**
 * A referral that comes to stand at `end`, or a drawn end for a closed case. To whom is suggested as the console suggests
 * it; none where nobody in the directory fits.
 */
export function drawReferral(
  dice: Dice,
  about: {
    readonly report: DrawnReport;
    readonly directory: readonly DirectoryEntry[];
    readonly day: Day;
    readonly end: ReferralState | 'none' | null;
  },
): ReferralCourse {
  const end = about.end ?? dice.weighted(ENDED);
  if (end === 'none') return NONE;
  const found = findRecipient(dice, about);
  if (found === null) return NONE;
  const moves = COURSES[end].map((action) => moveOf(dice, action, found, about.report));
  // A withdrawal sets a task to recall what was sent; no case is closed before that is done.
  if (about.end === null && end === 'withdrawn') {
    moves.push(() => ({ kind: 'task_done', taskId: TaskId.parse(found.referralId) }));
  }
  const sent = COURSES[end].indexOf('send');
  return sent < 0 ? { begin: moves, answer: [] } : { begin: moves.slice(0, sent + 1), answer: moves.slice(sent + 1) };
}

type Found = {
  readonly entry: DirectoryEntry;
  readonly sector: Sector;
  readonly referralId: ReferralId;
  readonly consentId: ConsentId;
  readonly items: readonly PacketItem[];
  readonly urgency: Urgency;
};

const NOT_CODED = { incident: null, outcome: null };

function findRecipient(
  dice: Dice,
  {
    report,
    directory,
    day,
  }: { readonly report: DrawnReport; readonly directory: readonly DirectoryEntry[]; readonly day: Day },
): Found | null {
  const { answers } = report;
  const sectors = [...(report.need === null ? [] : [report.need]), ...SCENARIOS[report.scenario].needs];
  for (const sector of new Set(sectors)) {
    const { suggested } = suggestEntries(
      // Partners in the system are left to whoever tries the demonstration: a case is handed to them in one go.
      directory.filter(({ team }) => team === undefined),
      wantedFor({ answers, coded: NOT_CODED, conflicts: { members: [], recipients: [] } }, sector),
      day,
    );
    if (suggested.length === 0) continue;
    const { entry } = dice.pick(suggested.slice(0, 2));
    return {
      entry,
      sector,
      referralId: ReferralId.parse(crypto.randomUUID()),
      consentId: ConsentId.parse(crypto.randomUUID()),
      items: ['reason', 'needs', ...dice.some<PacketItem>(['age', 'categories', 'when_where', 'contact'], 2)],
      urgency: answers.safe_now === 'no' ? 'same_day' : dice.pick(['h24', 'd3', 'd7']),
    };
  }
  return null;
}

function moveOf(dice: Dice, action: CourseAction, found: Found, { language }: DrawnReport): Move {
  const { entry, sector, referralId, consentId, items, urgency } = found;
  const recipient = { entryId: entry.entryId, name: entry.name[language] };
  switch (action) {
    case 'offer':
      return () => ({
        kind: 'referral',
        referralId,
        step: {
          action,
          sector,
          recipient,
          training: entry.training.level,
          urgency,
          reason: REFERRAL_REASONS[language],
        },
      });
    case 'consent': {
      const mode = dice.pick(['in_person', 'phone', 'written'] as const);
      return (_, today) => ({
        kind: 'consent_given',
        consent: {
          id: consentId,
          referralId,
          recipient,
          items: [...items],
          purpose: CONSENT_PURPOSES[language],
          mode,
          by: 'survivor',
          until: addDays(today, 90),
        },
      });
    }
    case 'withdraw':
      return () => ({ kind: 'consent_withdrawn', consentId });
    case 'send': {
      const delivery = dice.pick(['accompanied', 'call', 'sealed_letter'] as const);
      return (_, today) => ({
        kind: 'referral',
        referralId,
        step: { action, consentId, items: [...items], delivery, due: answerDueDay(urgency, today) },
      });
    }
    case 'reject': {
      const reason = dice.pick(['capacity', 'not_eligible', 'discriminatory_refusal', 'other'] as const);
      return () => ({ kind: 'referral', referralId, step: { action, reason } });
    }
    case 'receive': {
      const degree = dice.chance(0.75) ? 'full' : 'partial';
      const barriers = degree === 'full' ? [] : dice.some(['cost', 'distance', 'wait'] as const, 2);
      return () => ({ kind: 'referral', referralId, step: { action, degree, barriers } });
    }
    case 'decline':
    case 'miss': {
      const barriers = dice.some(['cost', 'distance', 'fear', 'stigma', 'documents', 'wait'] as const, 2);
      return () => ({ kind: 'referral', referralId, step: { action, barriers } });
    }
    case 'give_feedback': {
      const respectful = dice.weighted<number>([
        [5, 5],
        [4, 5],
        [3, 2],
        [2, 1],
        [1, 1],
      ]);
      return () => ({
        kind: 'referral',
        referralId,
        step: { action, respectful, outed: respectful < 3, again: respectful > 2 },
      });
    }
    default:
      return () => ({ kind: 'referral', referralId, step: { action } });
  }
}
