/** The programme that a cohort opens with unless an organisation has settled on another. */
import type { CohortKind } from '../api/statistics.ts';
import { CODEBOOK, type ListId } from '../codebook/index.ts';
import { CODEBOOK_VERSION, codeList, codesOf, type CodeList } from '../codebook/code-list.ts';
import { bandOfPerpetrator, perpetrator } from '../codebook/perpetrator.ts';
import { province, zoneOfProvince } from '../codebook/province.ts';
import type { Acceptance, ReferralStage } from '../codebook/referral-lists.ts';
import { bandOfSetting, setting } from '../codebook/setting.ts';
import type { IncidentRecord, OutcomeRecord } from './coded-record.ts';
import { METHOD_VERSION, type Block, type Programme, type Variable } from './programme.ts';
import type { Base } from './round.ts';

/** Not coded by anyone: follows from the record's quarter and the cohort's period. */
export const arrival = codeList('arrival', {
  in_period: { en: 'Counted in its own period', km: 'រាប់ក្នុងអំឡុងពេលរបស់ខ្លួន' },
  late: { en: 'From before, counted late', km: 'ពីមុន រាប់បញ្ចូលយឺត' },
});

/** The list that a release's dimension is labelled from; null where this build's codebook has none of that name. */
export function findList(id: string): CodeList | null {
  if (id === arrival.id) return arrival;
  return Object.hasOwn(CODEBOOK, id) ? CODEBOOK[id as ListId] : null;
}

/** Of referrals that were sent; the rest have no answer to count. */
const ACCEPTANCE: Readonly<Partial<Record<ReferralStage, Acceptance>>> = {
  sent: 'not_accepted',
  accepted: 'accepted',
  received: 'accepted',
};

type FieldOf<K extends CohortKind> = keyof (K extends 'incident' ? IncidentRecord : OutcomeRecord) | 'arrival';

/** Gives each kind its own variable maker, so that the compiler knows the record's fields. */
function variableOf<K extends CohortKind>() {
  return (
    id: string,
    field: FieldOf<K> & string,
    list: CodeList,
    bands: Record<string, string> | null = null,
  ): Variable => ({
    id,
    list: list.id,
    field,
    codes: codesOf(list),
    bands,
    many: false,
  });
}

const optionsOf = (variable: Variable): Variable => ({ ...variable, many: true });

function bandsOf<C extends string>(list: CodeList<C>, band: (code: C) => string): Record<string, string> {
  return Object.fromEntries(codesOf(list).map((code) => [code, band(code)]));
}

const incident = variableOf<'incident'>();
const outcome = variableOf<'outcome'>();

const INCIDENT_VARIABLES: readonly Variable[] = [
  incident('type', 'type', CODEBOOK.incident_type),
  incident('perpetrator_band', 'perpetrator', CODEBOOK.perpetrator_band, bandsOf(perpetrator, bandOfPerpetrator)),
  incident('domain', 'domain', CODEBOOK.domain),
  incident('setting_band', 'setting', CODEBOOK.setting_band, bandsOf(setting, bandOfSetting)),
  incident('province', 'province', CODEBOOK.province),
  incident('zone', 'province', CODEBOOK.zone, bandsOf(province, zoneOfProvince)),
  incident('authority_abuse', 'authorityAbuse', CODEBOOK.authority_abuse),
  incident('identity', 'identity', CODEBOOK.identity_band),
  incident('age', 'age', CODEBOOK.age_band),
  incident('disability', 'disability', CODEBOOK.disability),
  incident('delay', 'delay', CODEBOOK.delay_band),
  incident('arrival', 'arrival', arrival),
  optionsOf(incident('form', 'forms', CODEBOOK.form)),
  optionsOf(incident('ground', 'ground', CODEBOOK.ground)),
  optionsOf(incident('told', 'told', CODEBOOK.told)),
  optionsOf(incident('response', 'response', CODEBOOK.response)),
  optionsOf(incident('needs', 'needs', CODEBOOK.need)),
];

/** Identity, age and disability are never crossed with province, nor with anything else here. */
const INCIDENT_BLOCKS: readonly Block[] = [
  { shape: 'two_way', rows: 'type', columns: 'perpetrator_band' },
  { shape: 'two_way', rows: 'domain', columns: 'setting_band' },
  { shape: 'nested', rows: 'province', outer: 'zone' },
  { shape: 'one_way', rows: 'authority_abuse' },
  { shape: 'one_way', rows: 'identity' },
  { shape: 'one_way', rows: 'age' },
  { shape: 'one_way', rows: 'disability' },
  { shape: 'one_way', rows: 'delay' },
  { shape: 'one_way', rows: 'arrival' },
];

const OUTCOME_VARIABLES: readonly Variable[] = [
  outcome('sector', 'sector', CODEBOOK.outcome_sector),
  outcome('stage', 'stage', CODEBOOK.referral_stage),
  outcome('training', 'training', CODEBOOK.training_level),
  { ...outcome('acceptance', 'stage', CODEBOOK.acceptance, ACCEPTANCE), codes: ['accepted', 'not_accepted'] },
  outcome('refusal', 'refusal', CODEBOOK.refusal_reason),
  outcome('outcome', 'outcome', CODEBOOK.outcome),
  outcome('closing', 'closing', CODEBOOK.closing_reason),
  outcome('arrival', 'arrival', arrival),
  optionsOf(outcome('barrier', 'barriers', CODEBOOK.barrier)),
];

const OUTCOME_BLOCKS: readonly Block[] = [
  {
    shape: 'cascade',
    rows: 'sector',
    stages: 'stage',
    answers: { from: 'sent', rows: 'training', columns: 'acceptance' },
  },
  { shape: 'one_way', rows: 'refusal' },
  { shape: 'one_way', rows: 'outcome' },
  { shape: 'one_way', rows: 'closing' },
  { shape: 'one_way', rows: 'arrival' },
];

export function defaultProgramme(kind: CohortKind, base: Base = 5): Programme {
  const variables = [...(kind === 'incident' ? INCIDENT_VARIABLES : OUTCOME_VARIABLES)];
  return {
    format: 'romduol/programme/1',
    method: METHOD_VERSION,
    kind,
    codebook: CODEBOOK_VERSION,
    base,
    variables,
    blocks: [...(kind === 'incident' ? INCIDENT_BLOCKS : OUTCOME_BLOCKS)],
    options: variables.filter(({ many }) => many).map(({ id }) => id),
  };
}
