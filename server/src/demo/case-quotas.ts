import type { CaseState } from '@romduol/shared/casework/states';
import type { ReferralState } from '@romduol/shared/casework/referral-moves';

/** When a case came: in the weeks before the published quarter, in it, in the ripe one, or after that. */
export type Period = 'early' | 'published' | 'ripe' | 'recent';

/** A case before anybody has invented it. `end` is where it stands today; `closedIn` says in which quarter it was closed. */
export type CaseSketch = {
  readonly larger: boolean;
  readonly period: Period;
  readonly end: CaseState;
  readonly closedIn: 'published' | 'ripe' | 'recent' | null;
  readonly counted: boolean;
  /** Where its referral stands today, when that is settled; else it is drawn. */
  readonly referral?: ReferralState | 'none';
  /** A case beyond the hundred and fifty: its story is short. */
  readonly brief?: true;
};

/** Fewer would leave a published cohort below the thirty that it takes. */
export const LEAST_CASES = 60;
export const USUAL_CASES = 150;

/** What the visitor meets in the queue, one of each before any comes twice. */
const RECENT_ENDS: readonly (readonly [CaseState, (ReferralState | 'none')?])[] = [
  ['received'],
  ['triage'],
  ['open'],
  ['assessment'],
  ['plan', 'offered'],
  ['implementing', 'sent'],
  ['follow_up', 'service_received'],
  ['closure_requested', 'closed'],
  ['information_only'],
  ['duplicate'],
  ['transferred', 'none'],
  ['withdrawn'],
  ['implementing', 'consent_given'],
  ['received'],
  ['implementing', 'accepted'],
  ['implementing', 'rejected'],
  ['received'],
  ['follow_up', 'feedback'],
  ['open'],
  ['follow_up', 'no_response'],
  ['received'],
  ['implementing', 'not_received'],
  ['plan', 'service_unavailable'],
  ['assessment'],
  ['triage'],
];

const STILL_OPEN: readonly (readonly [CaseState, ReferralState])[] = [
  ['implementing', 'sent'],
  ['follow_up', 'service_received'],
  ['implementing', 'accepted'],
  ['follow_up', 'declined_by_survivor'],
  ['implementing', 'withdrawn'],
];

/**
 * How many cases of which kind. In the larger organisation more than thirty are counted in the published quarter, and of
 * the usual number at least sixty in the ripe one, incidents and outcomes alike; the smaller one stays below thirty.
 */
export function sketchCases(cases: number): CaseSketch[] {
  if (cases < LEAST_CASES) throw new RangeError(`a demo has at least ${LEAST_CASES} cases`);
  const usual = Math.min(cases, USUAL_CASES);
  const small = Math.round(usual * 0.12);
  const early = 3;
  const recent = Math.min(RECENT_ENDS.length, Math.round(usual * 0.2));
  const published = Math.min(39, Math.round(usual * 0.55));
  const ripe = usual - small - early - published - recent;
  const carried = Math.min(5, Math.round(published * 0.1));
  const left = Math.min(STILL_OPEN.length, Math.round(ripe * 0.1));
  return [
    ...repeat(early, (): CaseSketch => closed('early', 'published', true)),
    // Two a quarter did not agree to be counted; the first few of the published quarter are closed only in the next.
    ...repeat(published, (at): CaseSketch =>
      closed('published', at < carried ? 'ripe' : 'published', at < published - 2),
    ),
    ...repeat(ripe - left, (at): CaseSketch => closed('ripe', 'ripe', at < ripe - left - 2)),
    ...repeat(left, (at): CaseSketch => {
      const [end, referral] = turn(STILL_OPEN, at);
      return { larger: true, period: 'ripe', end, closedIn: null, counted: true, referral };
    }),
    ...repeat(recent, (at): CaseSketch => recentCase(at, true)),
    ...smallOrganisation(small),
    ...beyond(cases - usual),
  ];
}

const closed = (period: Period, closedIn: 'published' | 'ripe', counted: boolean): CaseSketch => ({
  larger: true,
  period,
  end: 'closed',
  closedIn,
  counted,
});

function recentCase(at: number, larger: boolean): CaseSketch {
  const [end, referral] = turn(RECENT_ENDS, at);
  return {
    larger,
    period: 'recent',
    end,
    closedIn: null,
    counted: at % 7 !== 6,
    ...(referral === undefined ? {} : { referral }),
  };
}

/** A third each: closedIn the published quarter, closedIn the ripe one, still at work. */
function smallOrganisation(count: number): CaseSketch[] {
  return repeat(count, (at): CaseSketch => {
    const period = turn(['published', 'ripe', 'recent'] as const, at);
    if (period === 'recent') return recentCase(Math.floor(at / 3) * 3, false);
    return { ...closed(period, period, at % 5 !== 4), larger: false };
  });
}

/** Enough to fill a queue: most were information only, some wait. */
function beyond(count: number): CaseSketch[] {
  return repeat(count, (at): CaseSketch => ({
    larger: at % 8 !== 0,
    period: turn(['published', 'ripe', 'recent'] as const, at),
    end: at % 20 === 2 ? 'received' : at % 4 === 0 ? 'open' : 'information_only',
    closedIn: null,
    counted: false,
    brief: true,
  }));
}

const repeat = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: Math.max(0, count) }, (_, at) => make(at));

/** The list's items in turn, over and over. */
function turn<T>(list: readonly T[], at: number): T {
  const item = list[at % list.length];
  if (item === undefined) throw new RangeError('an empty list has no turns');
  return item;
}
