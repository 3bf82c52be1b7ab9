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

// The questions without a word of any language: the report page's sealing worker carries this file, and its size counts.

type One = { readonly kind: 'one'; readonly codes: readonly string[] };
type Many = { readonly kind: 'many'; readonly codes: readonly string[] };
/** Its choices are known at run time only: `any`, or a team of the keyring. */
type Team = { readonly kind: 'team' };
/** Ids of members; which are on offer, the keyring says. */
type Members = { readonly kind: 'members' };
/** `max` is in characters as people count them on paper: code points. */
type Text = { readonly kind: 'text'; readonly max: number };
export type QuestionShape = { readonly id: string } & (One | Many | Team | Members | Text);

const one = <const Id extends string, const C extends readonly string[]>(id: Id, codes: C) =>
  ({ id, kind: 'one', codes }) as const;
const many = <const Id extends string, const C extends readonly string[]>(id: Id, codes: C) =>
  ({ id, kind: 'many', codes }) as const;
const text = <const Id extends string>(id: Id, max: number) => ({ id, kind: 'text', max }) as const;

/** Every question in the order of the page. A form field bears its question's id. */
export const SHAPE = [
  one('safe_now', SAFE_NOW),
  one('reporting_for', REPORTING_FOR),
  many('categories', CATEGORY),
  text('narrative', 5_000),
  one('when_band', WHEN_BAND),
  one('province', PROVINCE_ANSWER),
  one('setting', SETTING),
  many('perpetrators', PERPETRATOR),
  many('ground', GROUND),
  many('identity', IDENTITY_ANSWER),
  text('identity_text', 200),
  one('age', AGE_ANSWER),
  one('disability', DISABILITY),
  many('told', TOLD),
  many('response', RESPONSE),
  many('needs', NEED),
  one('language', ACCESS_LANGUAGE),
  one('contact_mode', CONTACT_MODE),
  text('contact_value', 200),
  text('contact_safety', 500),
  { id: 'team', kind: 'team' },
  { id: 'strike_off', kind: 'members' },
  one('consent_contact', YES_NO),
  one('consent_statistics', YES_NO),
] as const satisfies readonly QuestionShape[];

export type QuestionId = (typeof SHAPE)[number]['id'];

/** These are sealed apart from the answers and erased on a date of their own. */
export const CONTACT_QUESTIONS = ['contact_mode', 'contact_value', 'contact_safety'] as const;
export type ContactQuestionId = (typeof CONTACT_QUESTIONS)[number];

export function isContactQuestion(id: QuestionId): id is ContactQuestionId {
  return (CONTACT_QUESTIONS as readonly string[]).includes(id);
}

/** Whichever team covers the place: the first choice of the question, and what a blank answer means. */
export const ANY_TEAM = 'any';
