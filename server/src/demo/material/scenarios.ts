import type { Scenario } from './scenario.ts';
import { AT_HOME } from './scenarios-at-home.ts';
import { OUTSIDE } from './scenarios-outside.ts';

const ALL = { ...AT_HOME, ...OUTSIDE };
export type ScenarioId = keyof typeof ALL;

export const SCENARIOS: Readonly<Record<ScenarioId, Scenario>> = ALL;
export const SCENARIO_IDS = Object.keys(ALL) as readonly ScenarioId[];
