import { placeOfPlan } from '@romduol/shared/casework/apply-entry';
import { mergePlans, PLAN_PARTS, type SafetyPlan, type TypedPlan } from '@romduol/shared/casework/safety-plan';
import { SafetyPlan as Plan } from '@romduol/shared/casework/safety-plan';
import { SAFETY_PARTS } from '@romduol/web/console/case/safety-plan-parts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, BOPHA, openCase, refusalOf } from './sample-case.ts';

const written = (plan: SafetyPlan, follows?: number) =>
  ({ kind: 'safety_plan', plan, ...(follows !== undefined && { follows }) }) as const;

describe('a safety plan', () => {
  test('follows the one that it was written from: of two who write at once the second looks again', () => {
    const before = openCase();
    expect(placeOfPlan(before)).toBe(0);
    const first = apply(before, [written({ risks: 'he comes home at six' }, 0)]);
    expect(refusalOf(first, written({ transport: 'the aunt' }, 0), BOPHA)).toBe('plan_changed');
    const place = placeOfPlan(first);
    expect(place).toBe(first.seq);
    const second = apply(first, [{ kind: 'note', text: 'x' }, written({ transport: 'the aunt' }, place)]);
    expect(second.safetyPlan).toEqual({ transport: 'the aunt' });
    expect(refusalOf(second, written({ risks: 'y' }, place))).toBe('plan_changed');
    // One that says nothing of it was written before this was asked.
    expect(refusalOf(second, written({ risks: 'y' }))).toBeUndefined();
  });

  test('has every part once, on the screen as in the plan', () => {
    expect([...PLAN_PARTS, 'reviewDay'].toSorted()).toEqual(Object.keys(Plan.shape).toSorted());
    expect(SAFETY_PARTS.map(({ part }) => part)).toEqual([...PLAN_PARTS]);
  });
});

describe('two plans from the same one', () => {
  test('come together part by part, and where both wrote nobody’s words go', () => {
    const from = { risks: 'six o’clock', safePeople: 'the aunt', codeWord: 'mango', reviewDay: '2026-02-01' };
    const theirs = { ...from, risks: 'seven o’clock', transport: 'a moto', codeWord: '', reviewDay: '2026-03-01' };
    const own = { ...from, risks: 'six, or later', safePeople: 'the aunt, the teacher', reviewDay: '2026-02-15' };
    const { plan, both } = mergePlans(from, theirs, own);
    expect(plan).toMatchObject({
      risks: 'seven o’clock\n\nsix, or later',
      safePeople: 'the aunt, the teacher',
      transport: 'a moto',
      codeWord: '',
      reviewDay: '2026-02-15',
    });
    expect(both).toEqual(['risks']);
  });

  test('lose nothing that either of them wrote, whatever it was', () => {
    const word = fc.constantFrom('', 'a', 'b', 'c', ' a ', 'a\nb');
    const plan: fc.Arbitrary<TypedPlan> = fc.record(
      Object.fromEntries(PLAN_PARTS.map((part) => [part, word])) as Record<(typeof PLAN_PARTS)[number], typeof word>,
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(plan, plan, plan, (from, theirs, own) => {
        const { plan: made, both } = mergePlans(from, theirs, own);
        for (const part of PLAN_PARTS) {
          const [before, their, mine, now] = [from, theirs, own, made].map((one) => one[part]?.trim() ?? '') as [
            string,
            string,
            string,
            string,
          ];
          // What either wrote is there; nothing comes back that one took out and the other left alone.
          const kept = [their, mine].filter((one) => one !== before);
          expect(kept.filter((one) => !now.includes(one))).toEqual([]);
          expect([mine === before ? now : their, their === before ? now : mine]).toEqual([their, mine]);
          const areBoth = their !== before && mine !== before && mine !== their && their !== '' && mine !== '';
          expect(both.includes(part)).toBe(areBoth);
        }
        // Whoever merges what has been merged finds it as it is.
        expect(mergePlans(theirs, theirs, made).plan).toEqual(made);
      }),
    );
  });
});
