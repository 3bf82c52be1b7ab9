import { type KH_PROVINCE, type PROVINCE_ANSWER, SECTOR } from '@romduol/shared/codebook/codes';
import type { IdentityAnswer } from '@romduol/shared/codebook/identity';
import type { AgeAnswer, Ground } from '@romduol/shared/codebook/person';
import type { Response, Told } from '@romduol/shared/codebook/disclosure';
import type { Need, Sector } from '@romduol/shared/codebook/sector';
import type { WhenBand } from '@romduol/shared/codebook/time';
import type { TeamId } from '@romduol/shared/ids';
import type { Language } from '@romduol/shared/language/language';
import type { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import type { Dice } from '../dice.ts';
import { SCENARIO_IDS, SCENARIOS, type ScenarioId } from './scenarios.ts';
import { tellStory } from './tell-story.ts';

export type Province = (typeof KH_PROVINCE)[number];

export type DrawnReport = {
  readonly scenario: ScenarioId;
  readonly language: Language;
  readonly answers: Answers;
  readonly contact: ContactAnswers;
  /** What is asked for first; null when nobody is to do anything but listen. */
  readonly need: Sector | null;
};

const IDENTITIES: readonly (readonly [IdentityAnswer, number])[] = [
  ['lbq_woman', 27],
  ['gbq_man', 21],
  ['trans_woman', 20],
  ['trans_man', 10],
  ['nonbinary_other', 6],
  ['trans_unspecified', 3],
  ['intersex', 2],
  ['unsure', 4],
  ['straight', 2],
];

/** What people call themselves when they write it down. */
const OWN_WORDS: Readonly<Partial<Record<IdentityAnswer, readonly string[]>>> = {
  lbq_woman: ['ស្រីស្រលាញ់ស្រី', 'les', 'ថម', 'bi'],
  gbq_man: ['gay', 'ប្រុសស្រលាញ់ប្រុស', 'bi'],
  trans_woman: ['ស្រីស្រស់', 'transgender woman', 'ខ្ញុំជាស្រី'],
  trans_man: ['ប្រុសប្លែងភេទ', 'trans man', 'ខ្ញុំជាប្រុស'],
  nonbinary_other: ['non-binary', 'queer'],
};

const AGES: readonly (readonly [AgeAnswer, number])[] = [
  ['a15_17', 6],
  ['a18_24', 38],
  ['a25_34', 34],
  ['a35_49', 12],
  ['a50p', 3],
  ['pns', 5],
];

const WHEN: readonly (readonly [WhenBand, number])[] = [
  ['h72', 14],
  ['week', 17],
  ['month', 16],
  ['m1_3', 15],
  ['m3_12', 10],
  ['y1_plus', 7],
  ['ongoing', 17],
  ['pns', 3],
];

const TOLD: readonly Told[] = [
  'family',
  'friend',
  'village_chief',
  'commune',
  'police',
  'health',
  'school_work',
  'ngo',
];
const KIND_RESPONSES: readonly Response[] = ['helped'];
const OTHER_RESPONSES: readonly Response[] = [
  'ignored',
  'blamed',
  'outed_me',
  'asked_money',
  'abused_me',
  'pressured_settle',
];

/** A whole report with everything in it fitting together; most questions answered, none always. */
export function drawReport(
  dice: Dice,
  about: {
    readonly province: (typeof PROVINCE_ANSWER)[number] | undefined;
    readonly team: TeamId | 'any' | undefined;
    readonly consentStatistics: 'yes' | 'no' | undefined;
    /** Told apart in the invented contacts. */
    readonly number: number;
  },
): DrawnReport {
  const scenario = dice.weighted(SCENARIO_IDS.map((id) => [id, SCENARIOS[id].weight] as const));
  const drawn = SCENARIOS[scenario];
  const language: Language = dice.chance(0.62) ? 'km' : 'en';
  const isSelf = dice.chance(0.86);
  const wantsHelp = dice.chance(0.92);
  const need = wantsHelp ? (drawn.needs[dice.whole(Math.min(3, drawn.needs.length))] ?? null) : null;
  const identity = dice.chance(0.93) ? dice.weighted(IDENTITIES) : null;
  const when = dice.weighted(WHEN);
  const answers: Answers = {
    codebook: 1,
    ...maybe(dice, 0.95, { safe_now: safety(dice, when) }),
    reporting_for: isSelf ? 'self' : dice.chance(0.75) ? 'other_agreed' : 'witness',
    categories: [drawn.categories[0], ...drawn.categories.slice(1), ...drawn.also.filter(() => dice.chance(0.3))],
    ...maybe(dice, 0.94, {
      narrative: tellStory(dice, { language, scenario, teller: isSelf ? 'self' : 'other', need }),
    }),
    when_band: when,
    ...(about.province === undefined ? {} : { province: about.province }),
    setting: dice.weighted(drawn.settings),
    perpetrators: [dice.weighted(drawn.perpetrators)],
    ...maybe(dice, 0.85, { ground: groundOf(dice, identity) }),
    ...(identity === null ? {} : { identity: [identity] }),
    ...ownWords(dice, identity),
    ...maybe(dice, 0.93, { age: dice.weighted(AGES) }),
    ...maybe(dice, 0.8, {
      disability: dice.weighted([
        ['no', 85],
        ['yes', 11],
        ['pns', 4],
      ]),
    }),
    ...disclosure(dice),
    ...needs(dice, need, drawn.needs),
    ...maybe(dice, 0.5, { language: language === 'km' ? 'km' : 'en' }),
    ...(about.team === undefined ? {} : { team: about.team }),
    ...maybe(dice, 0.9, { consent_contact: dice.chance(0.7) ? 'yes' : 'no' }),
    ...(about.consentStatistics === undefined ? {} : { consent_statistics: about.consentStatistics }),
  };
  return { scenario, language, answers, contact: contactFor(dice, answers, about.number), need };
}

/** The field, or nothing: a skipped question is absent. */
function maybe<T extends object>(dice: Dice, probability: number, field: T): T | Record<never, never> {
  return dice.chance(probability) ? field : {};
}

function safety(dice: Dice, when: WhenBand): 'yes' | 'no' | 'unsure' | 'pns' {
  const recent = when === 'h72' || when === 'ongoing';
  return dice.weighted([
    ['yes', recent ? 45 : 75],
    ['no', recent ? 22 : 3],
    ['unsure', recent ? 28 : 18],
    ['pns', 4],
  ]);
}

function groundOf(dice: Dice, identity: IdentityAnswer | null): Ground[] {
  switch (identity) {
    case 'trans_woman':
    case 'trans_man':
    case 'trans_unspecified':
      return dice.some(['gender_identity', 'gender_expression'], 2);
    case 'nonbinary_other':
      return dice.some(['gender_identity', 'gender_expression', 'sexual_orientation'], 2);
    case 'intersex':
      return ['sex_characteristics'];
    case 'lbq_woman':
    case 'gbq_man':
      return dice.some(['sexual_orientation', 'gender_expression'], dice.chance(0.3) ? 2 : 1);
    default:
      return [
        dice.weighted([
          ['unsure', 3],
          ['sexual_orientation', 2],
          ['gender_expression', 2],
          ['other', 1],
        ]),
      ];
  }
}

function ownWords(dice: Dice, identity: IdentityAnswer | null): { identity_text: string } | Record<never, never> {
  const words = identity === null ? undefined : OWN_WORDS[identity];
  return words === undefined ? {} : maybe(dice, 0.18, { identity_text: dice.pick(words) });
}

function disclosure(dice: Dice): { told: Told[]; response?: Response[] } | Record<never, never> {
  if (!dice.chance(0.88)) return {};
  if (dice.chance(0.32)) return { told: ['nobody'] };
  const told = dice.some(TOLD, dice.chance(0.3) ? 3 : 1);
  const helped = dice.chance(0.4);
  return { told, response: helped ? [...KIND_RESPONSES] : dice.some(OTHER_RESPONSES, 2) };
}

function needs(dice: Dice, main: Sector | null, others: readonly Sector[]): { needs: Need[] } {
  if (main === null) return { needs: [dice.chance(0.6) ? 'listen_only' : 'none'] };
  const wanted = new Set<Need>([main, ...others.filter(() => dice.chance(0.25))]);
  return { needs: SECTOR.filter((code) => wanted.has(code)) };
}

/** No number that could be somebody's. */
function contactFor(dice: Dice, answers: Answers, number: number): ContactAnswers {
  if (answers.consent_contact !== 'yes' || dice.chance(0.45))
    return dice.chance(0.5) ? { contact_mode: 'receipt_only' } : {};
  const mode = dice.pick(['phone', 'telegram', 'messenger', 'signal'] as const);
  const value = mode === 'phone' ? `000 000 ${String(number % 1000).padStart(3, '0')}` : `sample-contact-${number}`;
  const contactSafety = dice.pick([
    'After six in the evening. Say that you call from the library.',
    'ផ្ញើសារមុន កុំទូរស័ព្ទ។',
    'Only on weekdays at noon.',
    'ទូរស័ព្ទបានតែពេលព្រឹក។ សូមកុំទុកសារ។',
    'Please ask whether it is raining; if I say yes, call again later.',
  ]);
  return { contact_mode: mode, contact_value: value, contact_safety: contactSafety };
}
