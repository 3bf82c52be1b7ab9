import { type Case, addEntry, newCase } from '@romduol/shared/casework/case';
import type { ConsentId, ReferralId, TaskId } from '@romduol/shared/casework/case-ids';
import type { GivenConsent } from '@romduol/shared/casework/consent';
import type { CaseEntry } from '@romduol/shared/casework/entries';
import type { DirectoryEntry } from '@romduol/shared/casework/directory';
import type { ReferralOffer, ReferralStep } from '@romduol/shared/casework/referral';
import type { Day, DirectoryEntryId, MemberId, RecordId } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import type { Answers } from '@romduol/shared/questionnaire/answers';
import type { IncidentRecord, OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import { expect } from 'vitest';

export const RECEIVED = '2026-01-05' as Day;
/** Nine in the morning in Cambodia, `days` after the report came. */
export const on = (days: number): string => `${addDays(RECEIVED, days)}T02:00:00.000Z`;

/** UUIDs that differ by a number. */
const uuid = (group: string, n: number): string => `${group}-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const member = (n: number): MemberId => uuid('aaaaaaaa', n) as MemberId;
export const referralId = (n: number): ReferralId => uuid('bbbbbbbb', n) as ReferralId;
export const consentId = (n: number): ConsentId => uuid('cccccccc', n) as ConsentId;
export const taskId = (n: number): TaskId => uuid('dddddddd', n) as TaskId;
export const placeId = (n: number): DirectoryEntryId => uuid('eeeeeeee', n) as DirectoryEntryId;
export const recordId = (n: number): RecordId => uuid('ffffffff', n) as RecordId;

export const SOKHA = member(1);
/** The supervisor. */
export const BOPHA = member(2);

/** Whom the report was sealed to. */
const READERS = [SOKHA, BOPHA, member(3), member(4)];

export const STORY = 'ខ្ញុំត្រូវគេវាយនៅផ្ទះ។';
export const ANSWERS: Answers = {
  codebook: 1,
  safe_now: 'yes',
  categories: ['physical', 'discrimination_family'],
  narrative: STORY,
  when_band: 'month',
  province: 'KH-17',
  perpetrators: ['parent'],
  identity: ['trans_man'],
  age: 'a18_24',
  needs: ['health'],
  consent_statistics: 'yes',
};

/** Something said in every answer that a packet can hold, and in some that none can; canaries where words are free. */
export const SAID: Answers = {
  codebook: 1,
  narrative: 'canary-narrative',
  categories: ['official_abuse'],
  when_band: 'm3_12',
  province: 'KH-23',
  setting: 'detention',
  perpetrators: ['military'],
  identity: ['intersex'],
  identity_text: 'canary-identity',
  age: 'a50p',
  disability: 'yes',
  needs: ['livelihood'],
  language: 'cham',
  consent_contact: 'yes',
  ground: ['sex_characteristics'],
  told: ['commune'],
  response: ['asked_money'],
};
export const CONTACT = {
  contact_mode: 'signal',
  contact_value: 'canary-number',
  contact_safety: 'canary-hour',
} as const;

export const startCase = (answers: Answers = ANSWERS): Case =>
  newCase({ answers, received: RECEIVED, withdrawalCheck: new Uint8Array(32).fill(7), readers: READERS });

/** Without `kind`'s siblings being widened away: each entry may leave out `at`, which is then the next day's. */
type Entry = CaseEntry extends infer E ? (E extends CaseEntry ? Omit<E, 'at'> & { at?: string } : never) : never;

/** Adds entries one a day; `by` says who writes them all. */
export function write(facts: Case, entries: readonly Entry[], by: MemberId = SOKHA): Case {
  return entries.reduce<Case>((before, entry) => {
    const author = { seq: before.seq + 1, author: by, isSupervisor: by === BOPHA };
    return addEntry(before, author, { at: on(before.seq), ...entry });
  }, facts);
}

/** Like `write`, where everything is expected to be applied. */
export function apply(facts: Case, entries: readonly Entry[], by: MemberId = SOKHA): Case {
  const after = write(facts, entries, by);
  expect(after.irregular).toEqual(facts.irregular);
  return after;
}

/** Why the one entry is refused. */
export function refusalOf(facts: Case, entry: Entry, by: MemberId = SOKHA): string | undefined {
  const after = write(facts, [entry], by);
  const { irregular: _, seq: __, ...rest } = after;
  const { irregular: ___, seq: ____, ...same } = facts;
  if (after.irregular.length > facts.irregular.length) expect(rest, 'refused, yet something changed').toEqual(same);
  return after.irregular.slice(facts.irregular.length)[0]?.code;
}

export const TO_OPEN: readonly Entry[] = [
  { kind: 'opened' },
  { kind: 'triaged', level: 'medium', proposed: 'medium', reasons: ['wants_service'] },
];
export const openCase = (answers?: Answers): Case => apply(startCase(answers), TO_OPEN);

export const step = (n: number, one: ReferralStep): Entry => ({
  kind: 'referral',
  referralId: referralId(n),
  step: one,
});
export const offer = (n: number, changes: Partial<ReferralOffer> = {}): Entry =>
  step(n, {
    action: 'offer',
    sector: 'health',
    recipient: { entryId: placeId(n), name: 'Referral hospital' },
    training: 'trained',
    urgency: 'd3',
    reason: 'Wounds to be looked at',
    ...changes,
  });
export const consent = (n: number, changes: Partial<GivenConsent> = {}): Entry => ({
  kind: 'consent_given',
  consent: {
    id: consentId(n),
    referralId: referralId(n),
    recipient: { entryId: placeId(n), name: 'Referral hospital' },
    items: ['reason', 'needs', 'age'],
    purpose: 'Treatment',
    mode: 'phone',
    by: 'survivor',
    until: null,
    ...changes,
  },
});
export const send = (n: number, changes: Partial<Extract<ReferralStep, { action: 'send' }>> = {}): Entry =>
  step(n, {
    action: 'send',
    consentId: consentId(n),
    items: ['reason', 'needs'],
    delivery: 'sealed_letter',
    due: addDays(RECEIVED, 10),
    ...changes,
  });

export const INCIDENT: IncidentRecord = {
  kind: 'incident',
  codebook: 1,
  quarter: '2026-Q1' as IncidentRecord['quarter'],
  type: 'physical_assault',
  forms: ['none'],
  domain: 'family',
  perpetrator: 'parent',
  setting: 'home_own',
  authorityAbuse: 'none',
  ground: ['gender_identity'],
  identity: 'trans_man',
  age: 'a18_24',
  disability: 'pns',
  province: 'KH-17',
  delay: 'd15_30',
  told: ['nobody'],
  response: [],
  needs: ['health'],
  repeat: 'unk',
};
export const OUTCOME: OutcomeRecord = {
  kind: 'outcome',
  codebook: 1,
  quarter: '2026-Q1' as OutcomeRecord['quarter'],
  sector: 'none',
  stage: 'none',
  refusal: 'none',
  barriers: [],
  outcome: 'safer',
  closing: 'needs_met',
  training: 'unk',
  zone: 'TS',
};

export const place = (n: number, changes: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  entryId: placeId(n),
  type: 'referral_hospital',
  name: { en: `Place ${n}`, km: `កន្លែង ${n}` },
  province: 'KH-17',
  sectors: ['health'],
  servesMinors: true,
  training: { level: 'none', day: null },
  friendly: 'unk',
  agreedToBeListed: true,
  verified: RECEIVED,
  retired: false,
  ...changes,
});
