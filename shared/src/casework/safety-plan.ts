import { Day } from '../ids.ts';
import { z } from '../schema.ts';
import { words } from './case-ids.ts';

const text = words(2_000).optional();

/** What someone does to be safer, in their own words, part by part. A later plan replaces the one before. */
export const SafetyPlan = z.strictObject({
  risks: text,
  warningSigns: text,
  safePeople: text,
  safePlaces: text,
  transport: text,
  moneyAndDocuments: text,
  dependants: text,
  phoneSafety: text,
  codeWord: text,
  selfHarm: text,
  reviewDay: Day.optional(),
});
export type SafetyPlan = z.output<typeof SafetyPlan>;

/** The parts that hold words, in the order in which they are talked through. */
export const PLAN_PARTS = [
  'risks',
  'warningSigns',
  'safePeople',
  'safePlaces',
  'transport',
  'moneyAndDocuments',
  'dependants',
  'phoneSafety',
  'codeWord',
  'selfHarm',
] as const satisfies readonly (keyof SafetyPlan)[];
export type PlanPart = (typeof PLAN_PARTS)[number];

/** A plan as it is being typed: parts may be blank. */
export type TypedPlan = { readonly [part in PlanPart | 'reviewDay']?: string | undefined };

/**
 * Brings two plans together that were written from the same one. A part that one of them left as it was is as the other has
 * it. Where both wrote, nobody's words go: `theirs` stands first, and `both` names the part. Of two days the earlier counts.
 */
export function mergePlans(
  from: TypedPlan,
  theirs: TypedPlan,
  own: TypedPlan,
): { readonly plan: TypedPlan; readonly both: readonly PlanPart[] } {
  const both: PlanPart[] = [];
  const said = (plan: TypedPlan, part: PlanPart | 'reviewDay'): string => plan[part]?.trim() ?? '';
  const join = (part: PlanPart | 'reviewDay'): string => {
    const [before, their, mine] = [said(from, part), said(theirs, part), said(own, part)];
    if (mine === before || mine === their) return their;
    if (their === before) return own[part] ?? '';
    if (part === 'reviewDay') return [their, mine].filter(Boolean).toSorted()[0] ?? '';
    // Who took a part out said nothing that could be lost.
    if (their === '' || mine === '') return their || mine;
    both.push(part);
    return `${their}\n\n${mine}`;
  };
  const plan = Object.fromEntries([...PLAN_PARTS, 'reviewDay' as const].map((part) => [part, join(part)]));
  return { plan, both };
}
