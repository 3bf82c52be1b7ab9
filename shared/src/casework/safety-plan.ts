import { Day } from '../ids.ts';
import { z } from '../schema.ts';
import { words } from './case-ids.ts';

const part = words(2_000).optional();

/** What someone does to be safer, in their own words, part by part. A later plan replaces the one before. */
export const SafetyPlan = z.strictObject({
  risks: part,
  warningSigns: part,
  safePeople: part,
  safePlaces: part,
  transport: part,
  moneyAndDocuments: part,
  dependants: part,
  phoneSafety: part,
  codeWord: part,
  selfHarm: part,
  reviewDay: Day.optional(),
});
export type SafetyPlan = z.output<typeof SafetyPlan>;
