/**
 * The two coded records, sole input of the statistics. A caseworker writes them; neither names its case, and the two of
 * one case name each other as little. Every field always holds a code (`unk`, `none`): a blank would be a category that
 * no table shows.
 */
import { authorityAbuse } from '../codebook/authority-abuse.ts';
import { trainingLevel } from '../codebook/authority.ts';
import { CODEBOOK_VERSION, codesOf, type CodeList } from '../codebook/code-list.ts';
import { response, told } from '../codebook/disclosure.ts';
import { domain } from '../codebook/domain.ts';
import { form } from '../codebook/form.ts';
import { identityBand } from '../codebook/identity.ts';
import { incidentType } from '../codebook/incident-type.ts';
import { closingReason, outcome, repeat } from '../codebook/outcome.ts';
import { perpetrator } from '../codebook/perpetrator.ts';
import { ageBand, disability, ground } from '../codebook/person.ts';
import { province, zone } from '../codebook/province.ts';
import { barrier, referralStage, refusalReason } from '../codebook/referral-lists.ts';
import { need, outcomeSector } from '../codebook/sector.ts';
import { setting } from '../codebook/setting.ts';
import { delayBand } from '../codebook/time.ts';
import { Quarter } from '../ids.ts';
import { z } from '../schema.ts';

const one = <C extends string>(list: CodeList<C>) => z.enum(codesOf(list));

/** Several codes, each once. */
const several = <C extends string>(list: CodeList<C>) =>
  z
    .array(one(list))
    .max(list.codes.length)
    .refine((codes) => new Set(codes).size === codes.length, { error: 'repeated_code' });

/** Forms of violence that a record may name besides its type. */
export const MOST_FORMS = 3;

/** What happened and to whom; counted by the quarter the report was received. */
export const IncidentRecord = z.strictObject({
  kind: z.literal('incident'),
  codebook: z.literal(CODEBOOK_VERSION),
  quarter: Quarter,
  type: one(incidentType),
  forms: several(form)
    .min(1)
    .max(MOST_FORMS)
    .refine((forms) => !forms.includes('none') || forms.length === 1, { error: 'none_beside_another' }),
  domain: one(domain),
  perpetrator: one(perpetrator),
  setting: one(setting),
  authorityAbuse: one(authorityAbuse),
  ground: several(ground),
  identity: one(identityBand),
  age: one(ageBand),
  disability: one(disability),
  province: one(province),
  delay: one(delayBand),
  told: several(told),
  response: several(response),
  needs: several(need),
  repeat: one(repeat),
});
export type IncidentRecord = z.output<typeof IncidentRecord>;

/** How the main referral and the case ended; counted by the quarter the case was closed. Never identity, age, province. */
export const OutcomeRecord = z
  .strictObject({
    kind: z.literal('outcome'),
    codebook: z.literal(CODEBOOK_VERSION),
    quarter: Quarter,
    sector: one(outcomeSector),
    stage: one(referralStage),
    refusal: one(refusalReason),
    barriers: several(barrier),
    outcome: one(outcome),
    closing: one(closingReason),
    training: one(trainingLevel),
    zone: one(zone),
  })
  .refine(({ sector, stage }) => (sector === 'none') === (stage === 'none'), { error: 'stage_without_sector' });
export type OutcomeRecord = z.output<typeof OutcomeRecord>;

export const CodedRecord = z.discriminatedUnion('kind', [IncidentRecord, OutcomeRecord]);
export type CodedRecord = z.output<typeof CodedRecord>;
