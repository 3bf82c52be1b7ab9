import {
  ACCESS_LANGUAGE,
  AGE_ANSWER,
  CATEGORY,
  CONTACT_MODE,
  DISABILITY,
  GROUND,
  IDENTITY_ANSWER,
  NEED,
  PERPETRATOR,
  PROVINCE_ANSWER,
  REPORTING_FOR,
  RESPONSE,
  SAFE_NOW,
  SETTING,
  TOLD,
  WHEN_BAND,
  YES_NO,
} from '../codebook/codes.ts';
import { MemberId, TeamId } from '../ids.ts';
import { z } from '../schema.ts';

/** Text of at most `max` code points; JavaScript's own length counts some characters twice. */
const words = (max: number) =>
  z
    .string()
    .min(1)
    .refine((text) => [...text].length <= max, 'too long');

const several = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z
    .array(z.enum(codes))
    .min(1)
    .max(codes.length)
    .refine((chosen) => new Set(chosen).size === chosen.length, 'a choice twice');

/**
 * The answers as they are sealed. A question that was skipped is absent, never blank. `codebook` says which version's
 * codes these are, so that an old report reads as it was meant.
 */
export const Answers = z.strictObject({
  codebook: z.literal(1),
  safe_now: z.enum(SAFE_NOW).optional(),
  reporting_for: z.enum(REPORTING_FOR).optional(),
  categories: several(CATEGORY).optional(),
  narrative: words(5_000).optional(),
  when_band: z.enum(WHEN_BAND).optional(),
  province: z.enum(PROVINCE_ANSWER).optional(),
  setting: z.enum(SETTING).optional(),
  perpetrators: several(PERPETRATOR).optional(),
  ground: several(GROUND).optional(),
  identity: several(IDENTITY_ANSWER).optional(),
  identity_text: words(200).optional(),
  age: z.enum(AGE_ANSWER).optional(),
  disability: z.enum(DISABILITY).optional(),
  told: several(TOLD).optional(),
  response: several(RESPONSE).optional(),
  needs: several(NEED).optional(),
  language: z.enum(ACCESS_LANGUAGE).optional(),
  team: z.union([z.literal('any'), TeamId]).optional(),
  /** Who must not read it. Their keys are not among the recipients, and no later grant may name them. */
  strike_off: z.array(MemberId).min(1).max(64).optional(),
  consent_contact: z.enum(YES_NO).optional(),
  consent_statistics: z.enum(YES_NO).optional(),
});
export type Answers = z.output<typeof Answers>;

/** How the reporter may be reached: a sealed blob of its own, empty when nothing was given. */
export const ContactAnswers = z.strictObject({
  contact_mode: z.enum(CONTACT_MODE).optional(),
  contact_value: words(200).optional(),
  contact_safety: words(500).optional(),
});
export type ContactAnswers = z.output<typeof ContactAnswers>;
