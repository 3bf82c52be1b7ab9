import type { Category } from '../codebook/category.ts';
import { isMinor } from '../codebook/person.ts';
import type { Answers } from '../questionnaire/answers.ts';
import { z } from '../schema.ts';

/** How soon someone must act, most urgent first. */
export const LEVELS = ['critical', 'high', 'medium', 'low'] as const;
export const Level = z.enum(LEVELS);
export type Level = z.output<typeof Level>;

/** Days within which a case of a level is to be answered; 0 is the same day. */
export const RESPONSE_DAYS: Readonly<Record<Level, number>> = { critical: 0, high: 1, medium: 3, low: 7 };

export const TRIAGE_REASONS = [
  'unsafe_now',
  'suicide_words',
  'sexual_within_72_hours',
  'confinement',
  'under_18',
  'unsure_of_safety',
  'sexual_violence',
  'partner_violence',
  'recent_physical_violence',
  'forced_marriage',
  'homeless',
  'blackmail',
  'harmed_by_official',
  'wants_urgent_service',
  'threats',
  'outing_or_online',
  'harmed_when_telling',
  'wants_service',
] as const;
export const TriageReason = z.enum(TRIAGE_REASONS);
export type TriageReason = z.output<typeof TriageReason>;

/**
 * Words that may tell of a wish to die. They propose, they do not judge: false alarms cost a glance, a miss may cost a
 * life, and a person reads the story in any case.
 */
const SUICIDE_WORDS =
  /suicid|kill(?:ing)? myself|end (?:my|it all|their|her|his) li|end it all|want(?:s|ed)? to die|self.?harm|hurt(?:ing)? myself|សម្លាប់ខ្លួន|ធ្វើអត្តឃាត|អត្តឃាត|ចង់ស្លាប់|មិនចង់រស់|ឈប់រស់/iu;

type Rule = { readonly reason: TriageReason; readonly level: Level; readonly holds: (answers: Answers) => boolean };

const chose = (answers: Answers, ...categories: Category[]): boolean =>
  categories.some((category) => answers.categories?.includes(category));
/** Unsaid counts as recent: the safer way to be wrong. */
const mayBeRecent = ({ when_band: when }: Answers): boolean =>
  when === undefined || ['h72', 'week', 'ongoing', 'pns'].includes(when);

const RULES: readonly Rule[] = [
  { reason: 'unsafe_now', level: 'critical', holds: ({ safe_now }) => safe_now === 'no' },
  { reason: 'suicide_words', level: 'critical', holds: ({ narrative = '' }) => SUICIDE_WORDS.test(narrative) },
  {
    reason: 'sexual_within_72_hours',
    level: 'critical',
    holds: (answers) => chose(answers, 'sexual') && (answers.when_band === 'h72' || answers.when_band === 'ongoing'),
  },
  {
    reason: 'confinement',
    level: 'critical',
    holds: (answers) => chose(answers, 'confined_or_cured') && mayBeRecent(answers),
  },
  { reason: 'under_18', level: 'critical', holds: ({ age }) => isMinor(age) },
  { reason: 'unsure_of_safety', level: 'high', holds: ({ safe_now }) => safe_now === 'unsure' },
  { reason: 'sexual_violence', level: 'high', holds: (answers) => chose(answers, 'sexual') },
  { reason: 'partner_violence', level: 'high', holds: (answers) => chose(answers, 'partner_violence') },
  {
    reason: 'recent_physical_violence',
    level: 'high',
    holds: (answers) => chose(answers, 'physical') && mayBeRecent(answers),
  },
  { reason: 'forced_marriage', level: 'high', holds: (answers) => chose(answers, 'forced_marriage') },
  {
    reason: 'homeless',
    level: 'high',
    holds: (answers) => chose(answers, 'disowned_evicted') && mayBeRecent(answers),
  },
  {
    reason: 'blackmail',
    level: 'high',
    holds: (answers) => chose(answers, 'money_demanded') && chose(answers, 'online_or_outing', 'emotional_threat'),
  },
  {
    reason: 'harmed_by_official',
    level: 'high',
    holds: (answers) => chose(answers, 'official_abuse') && mayBeRecent(answers),
  },
  {
    reason: 'wants_urgent_service',
    level: 'high',
    holds: ({ needs = [] }) => needs.includes('shelter') || needs.includes('child_protection'),
  },
  {
    reason: 'threats',
    level: 'medium',
    holds: (answers) => chose(answers, 'emotional_threat', 'physical', 'official_abuse', 'money_demanded'),
  },
  { reason: 'outing_or_online', level: 'medium', holds: (answers) => chose(answers, 'online_or_outing') },
  {
    reason: 'harmed_when_telling',
    level: 'medium',
    holds: ({ response = [] }) => response.includes('abused_me') || response.includes('outed_me'),
  },
  {
    reason: 'wants_service',
    level: 'medium',
    holds: ({ needs = [] }) => needs.some((need) => need !== 'listen_only' && need !== 'none'),
  },
];

export type TriageProposal = { readonly level: Level; readonly reasons: readonly TriageReason[] };

/** The level that the answers speak for, and every reason, the gravest first. A person decides. */
export function proposeLevel(answers: Answers): TriageProposal {
  const holding = RULES.filter(({ holds }) => holds(answers));
  return { level: holding[0]?.level ?? 'low', reasons: holding.map(({ reason }) => reason) };
}
