import { authorityAbuse } from './authority-abuse.ts';
import { authorityType, friendliness, trainingLevel } from './authority.ts';
import { category } from './category.ts';
import { told, response } from './disclosure.ts';
import { domain } from './domain.ts';
import { form } from './form.ts';
import { identityAnswer, identityBand } from './identity.ts';
import { incidentType } from './incident-type.ts';
import { closingReason, outcome, repeat } from './outcome.ts';
import { perpetrator, perpetratorBand } from './perpetrator.ts';
import { ageAnswer, ageBand, disability, ground, reportingFor } from './person.ts';
import { province, provinceAnswer, zone } from './province.ts';
import {
  acceptance,
  barrier,
  consentGiver,
  consentMode,
  deliveryMode,
  packetItem,
  receivedDegree,
  referralStage,
  refusalReason,
  urgency,
} from './referral-lists.ts';
import { accessLanguage, contactMode, safeNow, yesNo } from './reply.ts';
import { need, outcomeSector, sector } from './sector.ts';
import { setting, settingBand } from './setting.ts';
import { delayBand, whenBand } from './time.ts';

/** Every list by its id: what a codebook prints from and what labels are looked up in. */
export const CODEBOOK = {
  incident_type: incidentType,
  form,
  domain,
  perpetrator,
  perpetrator_band: perpetratorBand,
  setting,
  setting_band: settingBand,
  authority_abuse: authorityAbuse,
  ground,
  identity_answer: identityAnswer,
  identity_band: identityBand,
  age_answer: ageAnswer,
  age_band: ageBand,
  disability,
  province_answer: provinceAnswer,
  province,
  zone,
  when_band: whenBand,
  delay_band: delayBand,
  told,
  response,
  sector,
  need,
  outcome_sector: outcomeSector,
  referral_stage: referralStage,
  acceptance,
  refusal_reason: refusalReason,
  barrier,
  urgency,
  consent_mode: consentMode,
  consent_giver: consentGiver,
  delivery_mode: deliveryMode,
  received_degree: receivedDegree,
  packet_item: packetItem,
  outcome,
  closing_reason: closingReason,
  repeat,
  authority_type: authorityType,
  training_level: trainingLevel,
  friendliness,
  safe_now: safeNow,
  reporting_for: reportingFor,
  category,
  access_language: accessLanguage,
  contact_mode: contactMode,
  yes_no: yesNo,
} as const;
export type ListId = keyof typeof CODEBOOK;
