import { CODEBOOK } from '@romduol/shared/codebook/index';
import type { CodeList } from '@romduol/shared/codebook/code-list';
import type { Words } from '@romduol/shared/language/language';
import type { IncidentRecord, OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import { codingWords } from '../messages/coding.ts';

/** Set by the case or the build, never by a coder. */
type Fixed = 'kind' | 'codebook' | 'quarter';

export type CodingField = { readonly label: Words; readonly list: CodeList; readonly many: boolean };
type FieldsOf<R> = Readonly<Record<Exclude<keyof R, Fixed>, CodingField>>;

const one = (label: Words, list: CodeList): CodingField => ({ label, list, many: false });
const many = (label: Words, list: CodeList): CodingField => ({ label, list, many: true });

/** The fields of the incident record in the order of coding: each names the list that the record's schema draws on. */
const INCIDENT_FIELDS: FieldsOf<IncidentRecord> = {
  type: one(codingWords.type, CODEBOOK.incident_type),
  forms: many(codingWords.forms, CODEBOOK.form),
  domain: one(codingWords.domain, CODEBOOK.domain),
  perpetrator: one(codingWords.perpetrator, CODEBOOK.perpetrator),
  setting: one(codingWords.setting, CODEBOOK.setting),
  authorityAbuse: one(codingWords.authorityAbuse, CODEBOOK.authority_abuse),
  ground: many(codingWords.ground, CODEBOOK.ground),
  identity: one(codingWords.identity, CODEBOOK.identity_band),
  age: one(codingWords.age, CODEBOOK.age_band),
  disability: one(codingWords.disability, CODEBOOK.disability),
  province: one(codingWords.province, CODEBOOK.province),
  delay: one(codingWords.delay, CODEBOOK.delay_band),
  told: many(codingWords.told, CODEBOOK.told),
  response: many(codingWords.response, CODEBOOK.response),
  needs: many(codingWords.needs, CODEBOOK.need),
  repeat: one(codingWords.repeat, CODEBOOK.repeat),
};

const OUTCOME_FIELDS: FieldsOf<OutcomeRecord> = {
  sector: one(codingWords.sector, CODEBOOK.outcome_sector),
  stage: one(codingWords.stage, CODEBOOK.referral_stage),
  refusal: one(codingWords.refusal, CODEBOOK.refusal_reason),
  barriers: many(codingWords.barriers, CODEBOOK.barrier),
  outcome: one(codingWords.outcomeField, CODEBOOK.outcome),
  closing: one(codingWords.closing, CODEBOOK.closing_reason),
  training: one(codingWords.training, CODEBOOK.training_level),
  zone: one(codingWords.zone, CODEBOOK.zone),
};

export type CodingPart = 'incident' | 'outcome';

export const CODING_FIELDS: Readonly<Record<CodingPart, Readonly<Record<string, CodingField>>>> = {
  incident: INCIDENT_FIELDS,
  outcome: OUTCOME_FIELDS,
};
