import { codesOf } from '../codebook/code-list.ts';
import type { Form } from '../codebook/form.ts';
import { bandOfIdentity } from '../codebook/identity.ts';
import { bandOfPerpetrator } from '../codebook/perpetrator.ts';
import { bandOfAge } from '../codebook/person.ts';
import { incidentType, type IncidentType } from '../codebook/incident-type.ts';
import { codedProvince } from '../codebook/province.ts';
import type { DelayBand, WhenBand } from '../codebook/time.ts';
import { dayOfInstant, quarterOf } from '../language/dates.ts';
import type { CodedRecord, IncidentRecord, OutcomeRecord } from '../statistics/coded-record.ts';
import type { Case } from './case.ts';
import { mainReferral, stageOfReferral } from './coding.ts';

/** What in a record does not sit well with itself or with its case. A coder may have good reason; they are asked. */
export const CODING_PROBLEMS = [
  'quarter_differs',
  'sexual_violence_not_coded',
  'forced_marriage_not_coded',
  'none_of_these_types',
  'abuse_without_authority',
  'authority_without_abuse',
  'online_differs',
  'form_before_type',
  'perpetrator_not_named',
  'age_differs',
  'age_contradicts_triage',
  'province_differs',
  'identity_differs',
  'delay_differs',
  'nobody_told_yet_answered',
  'stage_differs',
  'refusal_after_acceptance',
  'refusal_without_referral',
  'service_received_without_stage',
  'closing_differs',
  'training_without_referral',
] as const;
export type CodingProblem = (typeof CODING_PROBLEMS)[number];

/** Problems of a record before it is signed, in the order of `CODING_PROBLEMS`; none when all sits well. */
export function checkCoding(record: CodedRecord, facts: Case): readonly CodingProblem[] {
  const found = new Set(record.kind === 'incident' ? incidentProblems(record, facts) : outcomeProblems(record, facts));
  return CODING_PROBLEMS.filter((problem) => found.has(problem));
}

/** Types at the least that a form of violence amounts to: those after it in list A do not go with it. */
const LEAST_TYPE: Readonly<Partial<Record<Form, IncidentType>>> = {
  killing: 'physical_assault',
  disownment: 'denial_of_resources',
  eviction: 'denial_of_resources',
  property_damage: 'denial_of_resources',
};

/** A coder takes the first type that fits. `not_gbv` is asked about by a question of its own. */
function comesBefore(least: IncidentType | undefined, coded: IncidentType): boolean {
  const order = codesOf(incidentType);
  return least !== undefined && coded !== 'not_gbv' && order.indexOf(least) < order.indexOf(coded);
}

/** The delays that go with when it happened; none named: any. */
const DELAYS: Readonly<Partial<Record<WhenBand, readonly DelayBand[]>>> = {
  h72: ['d0_3'],
  week: ['d0_3', 'd4_5', 'd6_14'],
  month: ['d0_3', 'd4_5', 'd6_14', 'd15_30'],
  m1_3: ['m1_3'],
  m3_12: ['m3p'],
  y1_plus: ['m3p'],
};

/** Whether the level was decided because of somebody under 18; null before anybody decided. */
function isTriagedAsChild(log: Case['log']): boolean | null {
  const triaged = log.findLast(({ entry }) => entry.kind === 'triaged')?.entry;
  return triaged?.kind === 'triaged' ? triaged.reasons.includes('under_18') : null;
}

function incidentProblems(record: IncidentRecord, { answers, received, log }: Case): CodingProblem[] {
  const categories = answers.categories ?? [];
  const isAuthority = bandOfPerpetrator(record.perpetrator) === 'authority';
  const isSexual = record.type === 'rape' || record.type === 'sexual_assault';
  const age = bandOfAge(answers.age);
  const province = codedProvince(answers.province);
  const identity = bandOfIdentity(answers.identity ?? []);
  const problems: readonly (readonly [CodingProblem, boolean])[] = [
    ['quarter_differs', record.quarter !== quarterOf(received)],
    ['sexual_violence_not_coded', categories.includes('sexual') && !isSexual],
    [
      'forced_marriage_not_coded',
      categories.includes('forced_marriage') && ['denial_of_resources', 'psychological_abuse'].includes(record.type),
    ],
    ['none_of_these_types', record.type === 'not_gbv' && !record.forms.includes('none')],
    ['abuse_without_authority', record.authorityAbuse !== 'none' && !isAuthority],
    ['authority_without_abuse', record.authorityAbuse === 'none' && isAuthority],
    ['online_differs', record.domain === 'digital' && record.setting !== 'online'],
    [
      'perpetrator_not_named',
      record.perpetrator !== 'unk' &&
        (answers.perpetrators ?? []).length > 0 &&
        !answers.perpetrators?.includes(record.perpetrator),
    ],
    ['form_before_type', record.forms.some((form) => comesBefore(LEAST_TYPE[form], record.type))],
    ['age_differs', age !== 'unk' && record.age !== age],
    ['age_contradicts_triage', age === 'unk' && isTriagedAsChild(log) === (record.age !== 'u18')],
    ['province_differs', province !== 'unk' && record.province !== province],
    ['identity_differs', identity !== 'unk' && record.identity !== identity],
    ['delay_differs', !(DELAYS[answers.when_band ?? 'pns'] ?? [record.delay]).includes(record.delay)],
    ['nobody_told_yet_answered', record.told.includes('nobody') && record.response.some((one) => one !== 'pns')],
  ];
  return problems.flatMap(([problem, holds]) => (holds ? [problem] : []));
}

function outcomeProblems(record: OutcomeRecord, facts: Case): CodingProblem[] {
  const main = mainReferral(facts);
  const closed = facts.closing?.closed;
  const reached = record.stage === 'accepted' || record.stage === 'received';
  const ofSector = facts.referrals.filter(({ sector }) => sector === record.sector);
  const stageKnown =
    record.sector === 'none' ? main === null : ofSector.some((one) => stageOfReferral(one) === record.stage);
  const problems: readonly (readonly [CodingProblem, boolean])[] = [
    ['quarter_differs', typeof closed === 'string' && record.quarter !== quarterOf(dayOfInstant(closed))],
    ['stage_differs', !stageKnown],
    ['refusal_after_acceptance', record.refusal !== 'none' && reached],
    ['refusal_without_referral', record.refusal !== 'none' && record.sector === 'none'],
    ['service_received_without_stage', record.outcome === 'service_received' && record.stage !== 'received'],
    ['closing_differs', facts.closing !== null && record.closing !== facts.closing.reason],
    ['training_without_referral', record.training !== 'unk' && record.sector === 'none'],
  ];
  return problems.flatMap(([problem, holds]) => (holds ? [problem] : []));
}
