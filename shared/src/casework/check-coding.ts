import { bandOfIdentity } from '../codebook/identity.ts';
import { bandOfPerpetrator } from '../codebook/perpetrator.ts';
import { bandOfAge } from '../codebook/person.ts';
import { codedProvince } from '../codebook/province.ts';
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
  'perpetrator_not_named',
  'age_differs',
  'province_differs',
  'identity_differs',
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

function incidentProblems(record: IncidentRecord, { answers, received }: Case): CodingProblem[] {
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
    ['age_differs', age !== 'unk' && record.age !== age],
    ['province_differs', province !== 'unk' && record.province !== province],
    ['identity_differs', identity !== 'unk' && record.identity !== identity],
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
