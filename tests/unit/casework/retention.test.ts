import type { ClosingReason } from '@romduol/shared/codebook/outcome';
import { retentionOf } from '@romduol/shared/casework/retention';
import { CASE_STATES, RESTING_STATES } from '@romduol/shared/casework/states';
import { RETENTION_DEFAULTS } from '@romduol/shared/site/settings';
import { describe, expect, it } from 'vitest';

const closed = (reason: ClosingReason, at: string, keepEvidence = false) => ({
  state: 'closed' as const,
  closing: { reason, requested: at, closed: at, keepEvidence },
});

describe('how long a closed case is kept', () => {
  it('is a year, its contact details thirty days, unless something else was signed', () => {
    const facts = closed('needs_met', '2026-02-10T03:00:00.000Z');
    expect(retentionOf(facts, RETENTION_DEFAULTS)).toEqual({ contactOn: '2026-03-12', contentOn: '2027-02-10' });
    const signed = { v: 1 as const, contactDays: 14, unreachableDays: 30, contentMonths: 1 };
    expect(retentionOf(facts, signed)).toEqual({ contactOn: '2026-02-24', contentOn: '2026-03-10' });
  });

  it('counts days as Cambodia does, and months to a day that there is', () => {
    const month = { ...RETENTION_DEFAULTS, contentMonths: 1 };
    // An hour after midnight of the 31st.
    expect(retentionOf(closed('needs_met', '2026-01-30T18:00:00.000Z'), month)).toEqual({
      contactOn: '2026-02-28',
      contentOn: '2026-02-28',
    });
    expect(retentionOf(closed('relocated', '2024-02-29T03:00:00.000Z'), RETENTION_DEFAULTS)?.contentOn).toBe(
      '2025-02-28',
    );
  });

  it('is shorter for whoever could not be reached or wanted no help', () => {
    for (const reason of ['unreachable', 'declined_services'] as const)
      expect(retentionOf(closed(reason, '2026-01-01T03:00:00.000Z'), RETENTION_DEFAULTS)?.contentOn).toBe('2026-04-01');
  });

  it('leaves evidence that is to be kept, but no contact details', () => {
    expect(retentionOf(closed('needs_met', '2026-02-10T03:00:00.000Z', true), RETENTION_DEFAULTS)).toEqual({
      contactOn: '2026-03-12',
      contentOn: null,
    });
  });

  it('is for no case that is worked on, or that waits for approval', () => {
    const { closing } = closed('needs_met', '2026-02-10T03:00:00.000Z');
    for (const state of CASE_STATES) {
      expect(retentionOf({ state, closing }, RETENTION_DEFAULTS) !== null).toBe(RESTING_STATES.includes(state));
      expect(retentionOf({ state, closing: { ...closing, closed: null } }, RETENTION_DEFAULTS)).toBeNull();
      expect(retentionOf({ state, closing: null }, RETENTION_DEFAULTS)).toBeNull();
    }
  });
});
