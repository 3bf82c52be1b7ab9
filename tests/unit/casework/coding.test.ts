import { CODING_PROBLEMS, checkCoding } from '@romduol/shared/casework/check-coding';
import { mainReferral, proposeIncident, proposeOutcome, stageOfReferral } from '@romduol/shared/casework/coding';
import type { Day, Quarter } from '@romduol/shared/ids';
import { IncidentRecord, OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAnswers } from '../questionnaire/arbitrary-answers.ts';
import {
  ANSWERS,
  BOPHA,
  INCIDENT,
  OUTCOME,
  RECEIVED,
  apply,
  consent,
  consentId,
  offer,
  openCase,
  send,
  step,
} from './sample-case.ts';

describe('an incident is proposed', () => {
  test('from what was answered, and left open where only a person can tell', () => {
    expect(proposeIncident(ANSWERS, RECEIVED)).toEqual({
      ...INCIDENT,
      setting: 'unk',
      ground: [],
      delay: null,
      told: [],
      repeat: null,
    });
  });

  test('never as rape or assault, nor as anything else, when the report speaks of sexual violence', () => {
    expect(proposeIncident({ ...ANSWERS, categories: ['sexual', 'physical'] }, RECEIVED).type).toBeNull();
  });

  test('by the first type that fits', () => {
    const type = (...categories: NonNullable<typeof ANSWERS.categories>) =>
      proposeIncident({ ...ANSWERS, categories }, RECEIVED).type;
    expect(type('emotional_threat', 'forced_marriage', 'discrimination_work')).toBe('forced_marriage');
    expect(type('emotional_threat', 'discrimination_work')).toBe('denial_of_resources');
    expect(type('official_abuse')).toBeNull();
  });

  test('with nothing that its record does not have, whatever was answered', () => {
    fc.assert(
      fc.property(arbitraryAnswers, (answers) => {
        const proposal = proposeIncident(answers, RECEIVED);
        expect(Object.keys(proposal).toSorted()).toEqual(Object.keys(INCIDENT).toSorted());
        const decided = Object.fromEntries(Object.entries(proposal).filter(([, value]) => value !== null));
        expect(IncidentRecord.safeParse({ ...INCIDENT, ...decided }).error).toBeUndefined();
      }),
    );
  });
});

describe('an outcome is proposed', () => {
  test('from the referral that came furthest, whatever became of it', () => {
    const facts = apply(
      openCase(),
      [
        offer(1, { sector: 'legal' }),
        consent(1),
        send(1),
        step(1, { action: 'reject', reason: 'discriminatory_refusal', barriers: ['stigma'] }),
        offer(2, { training: 'champion' }),
        consent(2),
        { kind: 'consent_withdrawn', consentId: consentId(2) },
        { kind: 'closure_requested', reason: 'declined_services', keepEvidence: false },
        { kind: 'closure_approved' },
      ],
      BOPHA,
    );
    expect(facts.referrals.map(stageOfReferral)).toEqual(['sent', 'consented']);
    const proposal = proposeOutcome(facts, '2026-04-02' as Day);
    expect(proposal).toEqual({
      ...OUTCOME,
      quarter: '2026-Q2',
      sector: 'legal',
      stage: 'sent',
      refusal: 'discriminatory_refusal',
      barriers: ['stigma'],
      outcome: null,
      closing: 'declined_services',
      training: 'trained',
    });
    expect(OutcomeRecord.safeParse({ ...proposal, outcome: 'no_action' }).success).toBe(true);
  });

  test('as without a referral when there was none', () => {
    expect(mainReferral(openCase())).toBeNull();
    expect(proposeOutcome(openCase(), RECEIVED)).toMatchObject({ sector: 'none', stage: 'none', training: 'unk' });
  });
});

describe('coding is checked', () => {
  const told = { ...ANSWERS, consent_statistics: 'yes' as const };
  const closed = () =>
    apply(
      openCase(told),
      [
        offer(1, { sector: 'legal' }),
        consent(1),
        send(1),
        step(1, { action: 'accept' }),
        { kind: 'closure_requested', reason: 'needs_met', keepEvidence: false },
        { kind: 'closure_approved' },
      ],
      BOPHA,
    );

  test('and found in order', () => {
    expect(checkCoding(INCIDENT, openCase())).toEqual([]);
    expect(checkCoding(OUTCOME, openCase())).toEqual([]);
    expect(checkCoding({ ...OUTCOME, sector: 'legal', stage: 'accepted' }, closed())).toEqual([]);
  });

  const incidents: [string, Partial<typeof INCIDENT>, Partial<typeof ANSWERS>][] = [
    ['quarter_differs', { quarter: '2025-Q4' as Quarter }, {}],
    ['sexual_violence_not_coded', {}, { categories: ['sexual'] }],
    ['forced_marriage_not_coded', { type: 'psychological_abuse' }, { categories: ['forced_marriage'] }],
    ['none_of_these_types', { type: 'not_gbv', forms: ['outing'] }, {}],
    ['abuse_without_authority', { authorityAbuse: 'extortion' }, {}],
    ['authority_without_abuse', { perpetrator: 'police' }, { perpetrators: ['police'] }],
    ['online_differs', { domain: 'digital' }, {}],
    ['form_before_type', { type: 'psychological_abuse', forms: ['eviction'] }, {}],
    ['perpetrator_not_named', { perpetrator: 'friend' }, {}],
    ['age_differs', { age: 'u18' }, {}],
    ['age_contradicts_triage', { age: 'u18' }, { age: 'pns' }],
    ['province_differs', { province: 'KH-1' }, {}],
    ['identity_differs', { identity: 'lbq_woman' }, {}],
    ['delay_differs', { delay: 'm3p' }, { when_band: 'week' }],
    ['nobody_told_yet_answered', { response: ['blamed'] }, {}],
  ];
  test.each(incidents)('%s', (problem, changes, answers) => {
    expect(checkCoding({ ...INCIDENT, ...changes }, openCase({ ...ANSWERS, ...answers }))).toEqual([problem]);
  });

  const outcomes: [string, Partial<typeof OUTCOME>][] = [
    ['quarter_differs', { quarter: '2025-Q4' as Quarter }],
    ['stage_differs', { stage: 'offered' }],
    ['refusal_after_acceptance', { refusal: 'capacity' }],
    ['service_received_without_stage', { outcome: 'service_received' }],
    ['closing_differs', { closing: 'other' }],
  ];
  test.each(outcomes)('%s', (problem, changes) => {
    const record: OutcomeRecord = { ...OUTCOME, sector: 'legal', stage: 'accepted', ...changes };
    expect(checkCoding(record, closed())).toEqual([problem]);
  });

  test('a refusal and a training need a referral', () => {
    expect(checkCoding({ ...OUTCOME, refusal: 'capacity', training: 'trained' }, openCase())).toEqual([
      'refusal_without_referral',
      'training_without_referral',
    ]);
  });

  test('for every problem that has a name', () => {
    const tried = [...incidents, ...outcomes].map(([problem]) => problem);
    expect(new Set([...tried, 'refusal_without_referral', 'training_without_referral'])).toEqual(
      new Set<string>(CODING_PROBLEMS),
    );
  });
});
