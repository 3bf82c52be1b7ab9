import { CASE_MOVERS, CASE_MOVES, CASE_STATES, moveCase } from '@romduol/shared/casework/states';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOPHA, SOKHA, TO_OPEN, apply, openCase, refusalOf, startCase, write } from './sample-case.ts';

const ready = { kind: 'closure_requested', reason: 'needs_met', keepEvidence: false } as const;

describe('the table of states', () => {
  test('reaches every state from the first', () => {
    const reached = new Set<string>(['received']);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const from of CASE_STATES) {
        if (reached.has(from))
          for (const targets of Object.values(CASE_MOVES[from])) for (const to of targets) reached.add(to);
      }
    }
    expect([...reached].toSorted()).toEqual([...CASE_STATES].toSorted());
  });

  test('lets a survivor withdraw from everywhere, once and for all', () => {
    const late = CASE_STATES.filter((state) => moveCase(state, 'status', 'withdrawn') === null);
    expect(late).toEqual(['withdrawn']);
    expect(CASE_MOVES.withdrawn).toEqual({});
  });

  test('closes by no other way than a request and an approval', () => {
    const ways = CASE_STATES.flatMap((from) =>
      CASE_MOVERS.filter((by) => CASE_MOVES[from][by]?.includes('closed')).map((by) => `${from} ${by}`),
    );
    expect(ways).toEqual(['closure_requested closure_approved']);
  });
});

describe('a case', () => {
  test('goes from received to closed', () => {
    const worked = apply(openCase(), [
      { kind: 'assigned', member: SOKHA },
      { kind: 'status', to: 'assessment' },
      { kind: 'status', to: 'plan' },
      { kind: 'status', to: 'implementing' },
      { kind: 'status', to: 'follow_up' },
      ready,
    ]);
    expect(worked.state).toBe('closure_requested');
    const closed = apply(worked, [{ kind: 'closure_approved' }], BOPHA);
    expect(closed.state).toBe('closed');
    expect(closed.closing).toMatchObject({ reason: 'needs_met', closed: closed.log.at(-1)?.entry.at });
    const again = apply(closed, [{ kind: 'reopened', reason: 'It began again' }]);
    expect(again.state).toBe('open');
    expect(again.closing).toBeNull();
  });

  test('is closed by a supervisor only', () => {
    const asked = apply(openCase(), [ready]);
    expect(refusalOf(asked, { kind: 'closure_approved' }, SOKHA)).toBe('needs_supervisor');
  });

  test('is not triaged before somebody opened it, and is opened again without harm', () => {
    expect(refusalOf(startCase(), TO_OPEN[1] as (typeof TO_OPEN)[number])).toBe('illegal_move');
    expect(apply(openCase(), [{ kind: 'opened' }]).state).toBe('open');
  });

  test('is not closed as unreachable before three attempts in a row failed', () => {
    const attempt = (reached: boolean) => ({ kind: 'contact_attempt', mode: 'phone', reached }) as const;
    const unreachable = { ...ready, reason: 'unreachable' } as const;
    const twice = apply(openCase(), [attempt(false), attempt(false)]);
    expect(refusalOf(twice, unreachable)).toBe('too_few_attempts');
    expect(refusalOf(apply(twice, [attempt(true), attempt(false)]), unreachable)).toBe('too_few_attempts');
    expect(apply(twice, [attempt(false), unreachable]).state).toBe('closure_requested');
  });
});

test('whatever is written, a case moves along the table or not at all', () => {
  const entries = fc.oneof(
    fc.constantFrom(
      ...TO_OPEN,
      ready,
      { kind: 'closure_approved' } as const,
      { kind: 'reopened', reason: 'x' } as const,
    ),
    fc.constantFrom(...CASE_STATES).map((to) => ({ kind: 'status', to }) as const),
    fc.constantFrom({ kind: 'note', text: 'ក' } as const, { kind: 'assigned', member: SOKHA } as const),
  );
  let moves = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(entries, fc.constantFrom(SOKHA, BOPHA)), { maxLength: 25, size: 'max' }),
      fc.boolean(),
      (written, isOpen) => {
        let facts = isOpen ? openCase() : startCase();
        const { length } = facts.log;
        for (const [entry, by] of written) {
          const after = write(facts, [entry], by);
          const moved = after.state !== facts.state;
          const legal = Object.entries(CASE_MOVES[facts.state]).find(([mover]) => mover === entry.kind)?.[1] ?? [];
          expect(moved ? legal : [after.state]).toContain(after.state);
          expect(moved ? after.irregular.length : facts.irregular.length).toBe(facts.irregular.length);
          if (moved) moves += 1;
          facts = after;
        }
        expect(facts.log.length - length + facts.irregular.length).toBe(written.length);
      },
    ),
    { numRuns: 500 },
  );
  expect(moves).toBeGreaterThan(400);
});
