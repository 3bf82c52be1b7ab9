import { Reference } from '@romduol/shared/api/acknowledgements';
import type { TeamId } from '@romduol/shared/ids';
import { describe, expect, test } from 'vitest';
import { apply, consent, offer, openCase, placeId, refusalOf, send, step } from './sample-case.ts';

describe('within the system', () => {
  const team = 'siem-reap' as TeamId;
  const recipient = { entryId: placeId(1), name: 'Micro', team };
  const inside = send(1, { delivery: 'inside', reference: Reference.parse('ABCDEFGH') });

  test('a case is handed to a team that works here, by a consent for that very team', () => {
    const offered = apply(openCase(), [offer(1, { recipient })]);
    expect(refusalOf(offered, inside)).toBe('illegal_move');
    expect(refusalOf(offered, consent(1))).toBe('other_recipient');
    expect(refusalOf(offered, consent(1, { recipient: { ...recipient, team: 'other' as TeamId } }))).toBe(
      'other_recipient',
    );
    expect(apply(offered, [consent(1, { recipient }), inside]).referrals[0]?.state).toBe('sent');
  });

  test('nothing is handed to whom the directory knows outside only, and nothing twice', () => {
    expect(refusalOf(apply(openCase(), [offer(1), consent(1)]), inside)).toBe('illegal_move');
    const sentInside = apply(openCase(), [offer(1, { recipient }), consent(1, { recipient }), inside]);
    expect(refusalOf(sentInside, step(1, { action: 'reprint' }))).toBe('illegal_move');
    expect(refusalOf(sentInside, step(1, { action: 'acknowledge' }))).toBeUndefined();
  });
});
