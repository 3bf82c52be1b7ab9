import { CODEBOOK, type ListId } from '../codebook/index.ts';
import type { Words } from '../language/language.ts';
import { questionHints, questionLabels } from './question-words.ts';
import { SHAPE, type QuestionId } from './shape.ts';

export type Choice = { readonly code: string; readonly label: Words };

type Asked = { readonly id: QuestionId; readonly label: Words; readonly hint: Words | null };
/** A question with its words. The choices of teams and members are the keyring's; `anyTeamLabel` comes first. */
export type Question = Asked &
  (
    | { readonly kind: 'one' | 'many'; readonly list: ListId; readonly choices: readonly Choice[] }
    | { readonly kind: 'text'; readonly max: number }
    | { readonly kind: 'team' | 'members' }
  );

type ListQuestionId = Extract<(typeof SHAPE)[number], { kind: 'one' | 'many' }>['id'];

/** The list whose codes a question's answers are. */
export const LIST_OF_QUESTION = {
  safe_now: 'safe_now',
  reporting_for: 'reporting_for',
  categories: 'category',
  when_band: 'when_band',
  province: 'province_answer',
  setting: 'setting',
  perpetrators: 'perpetrator',
  ground: 'ground',
  identity: 'identity_answer',
  age: 'age_answer',
  disability: 'disability',
  told: 'told',
  response: 'response',
  needs: 'need',
  language: 'access_language',
  contact_mode: 'contact_mode',
  consent_contact: 'yes_no',
  consent_statistics: 'yes_no',
} as const satisfies Readonly<Record<ListQuestionId, ListId>>;

const hints: Readonly<Partial<Record<QuestionId, Words>>> = questionHints;

function askedAs(shape: (typeof SHAPE)[number]): Question {
  const asked: Asked = { id: shape.id, label: questionLabels[shape.id], hint: hints[shape.id] ?? null };
  if (shape.kind === 'text') return { ...asked, kind: 'text', max: shape.max };
  if (shape.kind === 'team' || shape.kind === 'members') return { ...asked, kind: shape.kind };
  const list = LIST_OF_QUESTION[shape.id];
  const choices = CODEBOOK[list].codes.map(({ code, en, km }) => ({ code, label: { en, km } }));
  return { ...asked, kind: shape.kind, list, choices };
}

/** Every question by its id, in the order of the page. `SECTIONS` says where each stands. */
export const QUESTIONS = Object.fromEntries(SHAPE.map((shape) => [shape.id, askedAs(shape)])) as Readonly<
  Record<QuestionId, Question>
>;
