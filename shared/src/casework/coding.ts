import type { IncidentType } from '../codebook/incident-type.ts';
import { CODEBOOK_VERSION } from '../codebook/code-list.ts';
import type { Domain } from '../codebook/domain.ts';
import type { Form } from '../codebook/form.ts';
import { bandOfIdentity } from '../codebook/identity.ts';
import { bandOfAge } from '../codebook/person.ts';
import { codedProvince, zoneOfProvince } from '../codebook/province.ts';
import type { ReferralStage } from '../codebook/referral-lists.ts';
import type { Category } from '../codebook/category.ts';
import { delayOfWhen } from '../codebook/time.ts';
import type { Day } from '../ids.ts';
import { quarterOf } from '../language/dates.ts';
import type { Answers } from '../questionnaire/answers.ts';
import { type IncidentRecord, MOST_FORMS, type OutcomeRecord } from '../statistics/coded-record.ts';
import type { Case } from './case.ts';
import type { ReferralAction } from './referral-moves.ts';
import type { Referral } from './referral.ts';

/** A record half filled in: null is for a person to decide, and is never guessed. */
export type Proposal<R> = { readonly [K in keyof R]: R[K] | null };

/** Categories that speak for one incident type alone. `sexual` does not: only a person can tell rape from assault. */
const TYPES: Readonly<Partial<Record<Category, IncidentType>>> = {
  physical: 'physical_assault',
  forced_marriage: 'forced_marriage',
  disowned_evicted: 'denial_of_resources',
  discrimination_family: 'denial_of_resources',
  discrimination_health: 'denial_of_resources',
  discrimination_education: 'denial_of_resources',
  discrimination_work: 'denial_of_resources',
  discrimination_finance: 'denial_of_resources',
  discrimination_housing: 'denial_of_resources',
  discrimination_public_service: 'denial_of_resources',
  emotional_threat: 'psychological_abuse',
  confined_or_cured: 'psychological_abuse',
  online_or_outing: 'psychological_abuse',
};
/** List A from the physical on, in the order in which the first that fits is taken. */
const TYPE_ORDER: readonly IncidentType[] = [
  'physical_assault',
  'forced_marriage',
  'denial_of_resources',
  'psychological_abuse',
];
const DOMAINS: Readonly<Partial<Record<Category, Domain>>> = {
  discrimination_family: 'family',
  disowned_evicted: 'family',
  forced_marriage: 'family',
  partner_violence: 'family',
  discrimination_health: 'health',
  discrimination_education: 'education',
  discrimination_work: 'employment',
  discrimination_finance: 'finance',
  discrimination_housing: 'housing',
  discrimination_public_service: 'public_service',
};

const onlyOne = <T>(found: readonly T[]): T | null => {
  const distinct = [...new Set(found)];
  return distinct.length === 1 ? (distinct[0] ?? null) : null;
};

function proposeType(categories: readonly Category[]): IncidentType | null {
  // What may be more than its category says is left to a person, and so is whatever sexual violence may outrank.
  if (categories.some((category) => ['sexual', 'partner_violence', 'official_abuse'].includes(category))) return null;
  const types = categories.flatMap((category) => TYPES[category] ?? []);
  return TYPE_ORDER.find((type) => types.includes(type)) ?? null;
}

function proposeForms(categories: readonly Category[]): Form[] | null {
  const isAmbiguous = categories.some((category) =>
    ['confined_or_cured', 'disowned_evicted', 'online_or_outing', 'money_demanded', 'other'].includes(category),
  );
  return categories.length === 0 || isAmbiguous ? null : ['none'];
}

/** What of an incident record follows from the answers. `received` sets the quarter it is counted in. */
export function proposeIncident(answers: Answers, received: Day): Proposal<IncidentRecord> {
  const categories = answers.categories ?? [];
  const perpetrators = answers.perpetrators ?? [];
  return {
    kind: 'incident',
    codebook: CODEBOOK_VERSION,
    quarter: quarterOf(received),
    type: proposeType(categories),
    forms: proposeForms(categories)?.slice(0, MOST_FORMS) ?? null,
    domain: onlyOne(categories.flatMap((category) => DOMAINS[category] ?? [])),
    perpetrator: perpetrators.length === 0 ? 'unk' : onlyOne(perpetrators),
    setting: answers.setting ?? 'unk',
    authorityAbuse: categories.includes('official_abuse') ? null : 'none',
    ground: answers.ground ?? [],
    identity: bandOfIdentity(answers.identity ?? []),
    age: bandOfAge(answers.age),
    disability: answers.disability ?? 'pns',
    province: codedProvince(answers.province),
    delay: delayOfWhen(answers.when_band),
    told: answers.told ?? [],
    response: answers.response ?? [],
    needs: answers.needs ?? [],
    repeat: answers.when_band === 'ongoing' ? 'yes' : null,
  };
}

const STAGE_OF_ACTION: Readonly<Partial<Record<ReferralAction, ReferralStage>>> = {
  offer: 'offered',
  consent: 'consented',
  send: 'sent',
  accept: 'accepted',
  receive: 'received',
};
const STAGE_ORDER: readonly ReferralStage[] = ['none', 'offered', 'consented', 'sent', 'accepted', 'received'];

/** The stages that a referral has come through when it has come to one. */
export const REACHED_BY: Readonly<Record<ReferralStage, readonly Exclude<ReferralStage, 'none'>[]>> = {
  none: [],
  offered: ['offered'],
  consented: ['offered', 'consented'],
  sent: ['offered', 'consented', 'sent'],
  accepted: ['offered', 'consented', 'sent', 'accepted'],
  received: ['offered', 'consented', 'sent', 'accepted', 'received'],
};

/** How far a referral came, whatever became of it afterwards. */
export function stageOfReferral(referral: Referral): ReferralStage {
  const stages = referral.steps.flatMap(({ action }) => STAGE_OF_ACTION[action] ?? []);
  return stages.reduce(
    (far, stage) => (STAGE_ORDER.indexOf(stage) > STAGE_ORDER.indexOf(far) ? stage : far),
    'offered',
  );
}

/** The referral that came furthest; of several, the latest. Proposed as the main one. */
export function mainReferral(facts: Case): Referral | null {
  return facts.referrals.reduce<Referral | null>((main, referral) => {
    if (main === null) return referral;
    const further = STAGE_ORDER.indexOf(stageOfReferral(referral)) >= STAGE_ORDER.indexOf(stageOfReferral(main));
    return further ? referral : main;
  }, null);
}

/** What of an outcome record follows from the case. `closed` sets the quarter it is counted in. */
export function proposeOutcome(facts: Case, closed: Day): Proposal<OutcomeRecord> {
  const main = mainReferral(facts);
  return {
    kind: 'outcome',
    codebook: CODEBOOK_VERSION,
    quarter: quarterOf(closed),
    sector: main?.sector ?? 'none',
    stage: main === null ? 'none' : stageOfReferral(main),
    refusal: main?.refusal ?? 'none',
    barriers: [...(main?.barriers ?? [])],
    outcome: main?.received === 'full' ? 'service_received' : null,
    closing: facts.closing?.reason ?? null,
    training: main?.training ?? 'unk',
    zone: zoneOfProvince(facts.answers.province),
  };
}
