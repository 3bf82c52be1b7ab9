import { CODEBOOK } from '@romduol/shared/codebook/index';
import { codesOf } from '@romduol/shared/codebook/code-list';
import { packetItem } from '@romduol/shared/codebook/referral-lists';
import { CaseEntry } from '@romduol/shared/casework/entries';
import { makePacket, prepareSending } from '@romduol/shared/casework/packet';
import { IncidentRecord, OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import { z } from '@romduol/shared/schema';
import type { CaseId, TeamId } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import { proposeIncident, proposeOutcome } from '@romduol/shared/casework/coding';
import type { Case } from '@romduol/shared/casework/case';
import type { CaseView } from '@romduol/web/desk/views';
import { readAnswerLines, readContactLines } from '@romduol/web/console/case/answer-lines';
import { CODING_FIELDS, type CodingField } from '@romduol/web/console/case/coding-fields';
import { previewPacket } from '@romduol/shared/casework/preview-packet';
import { readStep, type StepTyped } from '@romduol/web/console/case/read-step';
import { describe, expect, it } from 'vitest';
import {
  ANSWERS,
  apply,
  consent,
  consentId,
  offer,
  openCase,
  RECEIVED,
  referralId,
  SOKHA,
  STORY,
} from '../casework/sample-case.ts';

const viewOf = (facts: Case): CaseView => ({
  caseId: '00000001-0000-4000-8000-000000000000' as CaseId,
  team: 'capital' as TeamId,
  day: RECEIVED,
  sealedBy: 'browser',
  handOver: null,
  answers: facts.answers,
  contact: { contact_mode: 'phone', contact_value: '012 345 678', contact_safety: 'not at night' },
  files: [],
  flags: [],
  erasure: null,
  case: facts,
  log: facts.log.map(({ seq, entry }) => ({ seq, author: { id: SOKHA, handle: 'sokha' }, entry })),
  proposal: facts.proposal,
  proposedRecords: {
    incident: proposeIncident(facts.answers, RECEIVED),
    outcome: proposeOutcome(facts, RECEIVED),
  },
});

describe('the report on the screen', () => {
  it('is word for word what was written, and leaves no question out', () => {
    const { answered, skipped } = readAnswerLines(ANSWERS, 'km', { team: (id) => id, member: (id) => id });
    expect(answered.find(({ question }) => question === 'narrative')).toMatchObject({ said: [STORY], free: true });
    // Contact stands apart: 24 questions less its three.
    expect(answered.length + skipped.length).toBe(21);
    expect(answered.map(({ question }) => question)).not.toContain('setting');
  });

  it('puts the safe way to make contact before the number', () => {
    const lines = readContactLines(
      { contact_mode: 'phone', contact_value: '012', contact_safety: 'not at night' },
      'en',
    );
    expect(lines.map(({ question }) => question)).toEqual(['contact_safety', 'contact_value', 'contact_mode']);
  });
});

describe('what is read out before consent', () => {
  const offered = apply(openCase(), [offer(1)]);
  const referral = offered.referrals[0]!;
  const today = addDays(RECEIVED, 3);

  it('is exactly what is sent afterwards', () => {
    const items = codesOf(packetItem);
    const readOut = previewPacket(offered, viewOf(offered).contact, referral, items, today);
    const agreed = apply(offered, [consent(1, { items })]);
    const prepared = prepareSending(agreed, referralId(1), { today, isSupervisor: false });
    if (!prepared.ok) throw new Error(prepared.code);
    expect(readOut).toEqual(makePacket(prepared.sendable, agreed, viewOf(agreed).contact).lines);
    expect(readOut).toContainEqual({ item: 'narrative', question: 'narrative', text: STORY });
  });

  it('holds nothing of what was not chosen', () => {
    expect(previewPacket(offered, viewOf(offered).contact, referral, ['needs'], today)).toEqual([
      { item: 'needs', question: 'needs', list: 'need', codes: ['health'] },
    ]);
    expect(previewPacket(offered, viewOf(offered).contact, referral, [], today)).toEqual([]);
  });

  it('changes nothing of the case', () => {
    const before = structuredClone(offered);
    previewPacket(offered, viewOf(offered).contact, referral, ['needs'], today);
    expect(offered).toEqual(before);
  });
});

describe('the coding form', () => {
  const shapes = { incident: IncidentRecord.shape, outcome: OutcomeRecord.shape } as const;
  it.each(['incident', 'outcome'] as const)('has every field of the %s record with the codes of its schema', (part) => {
    const fields = Object.entries(shapes[part]).filter(([field]) => !['kind', 'codebook', 'quarter'].includes(field));
    expect(Object.keys(CODING_FIELDS[part]).sort()).toEqual(fields.map(([field]) => field).sort());
    const drawn = fields.map(([field]) => {
      const { list, many } = CODING_FIELDS[part][field] as CodingField;
      return { field, many, codes: codesOf(list) };
    });
    const allowed = fields.map(([field, schema]) => {
      const many = schema instanceof z.ZodArray;
      return { field, many, codes: ((many ? schema.element : schema) as z.ZodEnum).options };
    });
    expect(drawn).toEqual(allowed);
  });

  it('draws on lists of the codebook, which is where definitions stand', () => {
    const known = new Set<unknown>(Object.values(CODEBOOK));
    const fields = [...Object.values(CODING_FIELDS.incident), ...Object.values(CODING_FIELDS.outcome)];
    expect(fields.filter(({ list }) => !known.has(list))).toEqual([]);
  });
});

describe('the form of a referral’s step', () => {
  const EMPTY: StepTyped = { reason: '', degree: '', barriers: [], respectful: '', outed: '', again: '', comment: '' };
  const whole = (entry: object | null) => CaseEntry.safeParse({ ...entry, at: `${RECEIVED}T02:00:00.000Z` }).success;

  it('asks why before it records a refusal, and how much before a service', () => {
    expect(readStep(referralId(1), 'reject', EMPTY, undefined)).toBeNull();
    expect(readStep(referralId(1), 'reject', { ...EMPTY, reason: 'none' }, undefined)).toBeNull();
    expect(readStep(referralId(1), 'receive', { ...EMPTY, degree: 'no' }, undefined)).toBeNull();
    expect(whole(readStep(referralId(1), 'reject', { ...EMPTY, reason: 'capacity' }, undefined))).toBe(true);
    expect(whole(readStep(referralId(1), 'receive', { ...EMPTY, degree: 'partial' }, undefined))).toBe(true);
  });

  it.each(['decline', 'mark_unavailable', 'accept', 'mark_unanswered', 'miss', 'give_feedback', 'close'] as const)(
    'records %s without a word more',
    (action) => {
      expect(whole(readStep(referralId(1), action, EMPTY, undefined))).toBe(true);
    },
  );

  it('leaves out of the feedback what was not said', () => {
    expect(readStep(referralId(1), 'give_feedback', { ...EMPTY, outed: 'no', comment: ' ' }, undefined)).toMatchObject({
      step: { action: 'give_feedback', outed: false },
    });
    expect(JSON.stringify(readStep(referralId(1), 'give_feedback', EMPTY, undefined))).not.toContain('respectful');
  });

  it('withdraws the consent itself where one holds', () => {
    expect(readStep(referralId(1), 'withdraw', { ...EMPTY, comment: 'by phone' }, consentId(1))).toEqual({
      kind: 'consent_withdrawn',
      consentId: consentId(1),
      comment: 'by phone',
    });
    expect(readStep(referralId(1), 'withdraw', EMPTY, undefined)).toMatchObject({ step: { action: 'withdraw' } });
  });
});
