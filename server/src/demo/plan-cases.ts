import type { DirectoryEntry } from '@romduol/shared/casework/directory';
import type { CaseState } from '@romduol/shared/casework/states';
import type { Day, MemberId, OrganisationId, TeamId } from '@romduol/shared/ids';
import { addDays, daysBetween, quarterRange } from '@romduol/shared/language/dates';
import { type CaseSketch, sketchCases } from './case-quotas.ts';
import type { Dice } from './dice.ts';
import { type DrawnReport, drawReport, type Province } from './material/draw-report.ts';
import { TALKS, type Talk } from './material/talks.ts';
import { LARGER, SAMPLE_ORGANISATIONS, SMALLER } from './organisations.ts';
import { type PlannedCase, planCase } from './plan-case.ts';
import type { Timeline } from './timeline.ts';

type Team = (typeof SAMPLE_ORGANISATIONS)['organisations'][number]['teams'][number];

/** Cities send more. */
const BUSY: Readonly<Record<string, number>> = { 'KH-12': 6, 'KH-17': 3, 'KH-2': 3, 'KH-8': 2, 'KH-18': 2, 'KH-3': 2 };

/** Days that a case in this state has been with the desk: from, to. */
const AGES: Readonly<Partial<Record<CaseState, readonly [number, number]>>> = {
  received: [0, 3],
  triage: [1, 3],
  open: [3, 16],
  assessment: [8, 25],
  plan: [12, 30],
  implementing: [18, 50],
  follow_up: [25, 54],
  closure_requested: [25, 50],
};

/** Plans every case of a demo: what is reported on which day, and what becomes of it. The same for the same dice. */
export function planCases(
  dice: Dice,
  about: {
    readonly cases: number;
    readonly timeline: Timeline;
    readonly directories: ReadonlyMap<OrganisationId, readonly DirectoryEntry[]>;
    readonly memberId: (handle: string) => MemberId;
  },
): PlannedCase[] {
  const { timeline } = about;
  const told = new Set<string>();
  const talks = makeTalks();
  return sketchCases(about.cases).map((sketch, number) => {
    const organisation = sketch.larger ? LARGER : SMALLER;
    const { received, closesOn } = drawDays(dice, sketch, timeline);
    const { team, province, asked } = drawPlace(dice, organisation);
    const consentStatistics = sketch.counted ? 'yes' : dice.pick(['no', undefined] as const);
    const report = drawUntold(told, () => drawReport(dice, { province, team: asked, consentStatistics, number }));
    const context = {
      organisation,
      received,
      report,
      ...drawMembers(dice, organisation, team.id),
      memberId: about.memberId,
      directory: about.directories.get(organisation) ?? [],
      last: timeline.last,
    };
    const planned = planCase(dice, sketch, context, closesOn);
    const talk = talks(sketch, planned);
    return talk === null ? planned : { ...planned, talk };
  });
}

/** Cases with a conversation: enough to meet one wherever one looks, few enough to be written in some seconds. */
const MOST_TALKS = 8;

/** Gives the first open cases of recent weeks the sample conversations, in turn and in the reporter's language. */
function makeTalks(): (sketch: CaseSketch, planned: PlannedCase) => Talk | null {
  const given = { en: 0, km: 0 };
  return ({ period, closedIn, brief }, { steps, report: { language } }) => {
    if (period !== 'recent' || closedIn !== null || brief === true || steps.length < 2) return null;
    if (given.en + given.km === MOST_TALKS) return null;
    const talk = TALKS[language][given[language] % TALKS[language].length] ?? null;
    given[language] += 1;
    return talk;
  };
}

/** Draws until nobody has told the same before; among thousands of cases some stories must come twice. */
function drawUntold(told: Set<string>, draw: () => DrawnReport): DrawnReport {
  for (let tries = 1; ; tries += 1) {
    const report = draw();
    const { narrative } = report.answers;
    if (narrative === undefined || !told.has(narrative) || tries === 20) {
      if (narrative !== undefined) told.add(narrative);
      return report;
    }
  }
}

/** The day it came and, for a closed one, the day of its closing, in the quarters that the sketch asks for. */
function drawDays(
  dice: Dice,
  sketch: CaseSketch,
  { founded, published, ripe, last }: Timeline,
): { received: Day; closesOn: Day | null } {
  const between = (from: Day, to: Day): Day => addDays(from, dice.whole(Math.max(1, daysBetween(from, to) + 1)));
  const quarter = { published: quarterRange(published), ripe: quarterRange(ripe) };
  if (sketch.closedIn === null) {
    const recent = sketch.period === 'recent' || sketch.end === 'received';
    const [from, to] = recent ? (AGES[sketch.end] ?? [5, 50]) : [0, 0];
    if (recent) return { received: between(addDays(last, -to), addDays(last, -from)), closesOn: null };
    const { first, last: end } = sketch.period === 'ripe' ? quarter.ripe : quarter.published;
    return { received: between(sketch.brief === true ? first : addDays(end, -20), end), closesOn: null };
  }
  const closing = sketch.closedIn === 'published' ? quarter.published : quarter.ripe;
  if (sketch.period === 'early') {
    return {
      received: between(addDays(founded, 3), addDays(closing.first, -1)),
      closesOn: between(addDays(closing.first, 5), addDays(closing.first, 30)),
    };
  }
  if (sketch.period !== sketch.closedIn) {
    // Received late in one quarter, closed early in the next.
    return {
      received: between(addDays(closing.first, -24), addDays(closing.first, -3)),
      closesOn: between(addDays(closing.first, 6), addDays(closing.first, 28)),
    };
  }
  const received = between(closing.first, addDays(closing.last, -15));
  const closesOn = addDays(received, 9 + dice.whole(24));
  return { received, closesOn: closesOn < closing.last ? closesOn : closing.last };
}

/** A province and the team that covers it; now and then no province but a team asked for, or neither: the duty team's. */
function drawPlace(
  dice: Dice,
  organisation: OrganisationId,
): { team: Team; province: Province | 'abroad' | 'pns' | undefined; asked: TeamId | 'any' | undefined } {
  const { teams } = organisationOf(organisation);
  const duty = teams.find((team) => team.duty);
  if (duty !== undefined && dice.chance(0.04)) {
    return { team: duty, province: dice.pick(['abroad', 'pns', undefined]), asked: dice.pick(['any', undefined]) };
  }
  const provinces = teams.flatMap((team) =>
    team.provinces.map((province) => ({ team, province: province as Province })),
  );
  const { team, province } = dice.weighted(provinces.map((one) => [one, BUSY[one.province] ?? 1] as const));
  if (dice.chance(0.06)) return { team, province: 'pns', asked: team.id };
  return { team, province, asked: dice.pick(['any', 'any', undefined, team.id]) };
}

function drawMembers(
  dice: Dice,
  organisation: OrganisationId,
  team: TeamId,
): { caseworker: string; supervisor: string } {
  const { members } = organisationOf(organisation);
  const handles = (role: 'caseworker' | 'supervisor'): string[] =>
    members.filter(({ roles, teams }) => roles.includes(role) && teams.includes(team)).map(({ handle }) => handle);
  return { caseworker: dice.pick(handles('caseworker')), supervisor: dice.pick(handles('supervisor')) };
}

function organisationOf(id: OrganisationId): (typeof SAMPLE_ORGANISATIONS)['organisations'][number] {
  const found = SAMPLE_ORGANISATIONS.organisations.find((one) => one.id === id);
  if (found === undefined) throw new RangeError('no such sample organisation');
  return found;
}
