import { splitBlock } from '@romduol/shared/statistics/blocks';
import type { IncidentRecord, OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import { readColumns } from '@romduol/shared/statistics/columns';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { gateTables, readGate } from '@romduol/shared/statistics/gate';
import type { Programme } from '@romduol/shared/statistics/programme';
import { candidatesOf, type ReleaseTable } from '@romduol/shared/statistics/release-table';
import { roundCounts, type Base, type Counts } from '@romduol/shared/statistics/round';
import { tabulate } from '@romduol/shared/statistics/tabulate';
import { COHORT, sampleIncidents, sampleOutcomes, streamsOf } from '../../unit/statistics/sample-cohort.ts';

/** What an attacker reads of a cohort, and beside it the truth that the attack is judged by. */
export interface PublishedCohort {
  readonly programme: Programme;
  readonly base: Base;
  /** Published total. */
  readonly total: number;
  /** Tables that passed the gate. */
  readonly tables: readonly ReleaseTable[];
  /** Values of the same tables as they are, by the table's id. */
  readonly truth: ReadonlyMap<string, readonly number[]>;
  readonly counts: Counts;
}

const POOL_SIZE = 20_000;
const pools: {
  incident: readonly IncidentRecord[] | null;
  outcome: readonly OutcomeRecord[] | null;
} = { incident: null, outcome: null };

/** `count` records by chance, the same for the same `number`, different ones for numbers near each other. */
export function drawIncidents(count: number, number: number): IncidentRecord[] {
  pools.incident ??= sampleIncidents(POOL_SIZE, 71);
  return take(pools.incident, count, number);
}

export function drawOutcomes(count: number, number: number): OutcomeRecord[] {
  pools.outcome ??= sampleOutcomes(POOL_SIZE, 72);
  return take(pools.outcome, count, number);
}

/** Every `step`th record of the pool, from another one each time: cohorts meet in a few records at most. */
function take<R>(pool: readonly R[], count: number, number: number): R[] {
  const step = 1 + 2 * (number % 997);
  return Array.from({ length: count }, (_, i) => pool[(number * 7919 + i * step) % pool.length]!);
}

/** Counts, rounds and gates a cohort as a freeze does. */
export function publishCohort(
  records: readonly (IncidentRecord | OutcomeRecord)[],
  base: Base,
  seed: number,
): PublishedCohort {
  const programme = defaultProgramme(records[0]?.kind ?? 'incident', base);
  const counts = tabulate(programme, readColumns(programme, records, COHORT));
  let splits: ReturnType<typeof readGate> = [];
  const rounded = roundCounts(counts, base, streamsOf(seed), (reading) => (splits = readGate(programme, reading)));
  const { tables } = gateTables(candidatesOf(programme, rounded.blocks), base);
  const exact = candidatesOf(
    programme,
    counts.blocks.map((block, i) => splitBlock(block, splits[i]!)),
  );
  const truth = new Map(exact.tables.map(({ table }) => [table.id, table.values]));
  return { programme, base, total: rounded.total, tables, truth, counts };
}

export const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;
