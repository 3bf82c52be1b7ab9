import { splitBlock } from '@romduol/shared/statistics/blocks';
import type { IncidentRecord, OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import { readColumns } from '@romduol/shared/statistics/columns';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { gateTables, hasEnough, readGate } from '@romduol/shared/statistics/gate';
import type { Programme } from '@romduol/shared/statistics/programme';
import { candidatesOf, tableTotal, type ReleaseTable } from '@romduol/shared/statistics/release-table';
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
  /** By the table's id, where each published value stands among all of the table's cells. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly counts: Counts;
  /** Crossed tables large enough to be published, whatever the gate makes of their lines. */
  readonly crossings: readonly CrossedTable[];
}

export interface CrossedTable {
  /** As it was rounded, all lines: what the method would show without its rule on lines. */
  readonly rounded: ReleaseTable;
  readonly exact: readonly number[];
  /** What is published of it; null where only its margins are. */
  readonly shown: ReleaseTable | null;
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
  const candidates = candidatesOf(programme, rounded.blocks);
  const { tables } = gateTables(candidates, base);
  const exact = candidatesOf(
    programme,
    counts.blocks.map((block, i) => splitBlock(block, splits[i]!)),
  );
  const places = new Map(
    exact.tables.map(({ table }) => {
      const shown = tables.find(({ id }) => id === table.id);
      return [table.id, shown === undefined ? [...table.values.keys()] : placesIn(table, shown)];
    }),
  );
  const truth = new Map(
    exact.tables.map(({ table }) => [table.id, places.get(table.id)!.map((i) => table.values[i]!)]),
  );
  const find = (id: string) => tables.find((table) => table.id === id);
  const crossings = candidates.tables
    .filter(({ table, margins }) => margins.length > 0 && hasEnough(tableTotal(table), table.values.length, base))
    .filter(({ margins }) => margins.every((id) => find(id) !== undefined))
    .map(({ table }) => ({
      rounded: table,
      exact: exact.tables.find((one) => one.table.id === table.id)!.table.values,
      shown: find(table.id) ?? null,
    }));
  return { programme, base, total: rounded.total, tables, truth, places, counts, crossings };
}

/** For each cell that is shown, its place in the whole table. */
function placesIn(whole: ReleaseTable, shown: ReleaseTable): number[] {
  const [rows, columns] = whole.dimensions;
  const at = (codes: readonly string[], code: string): number => codes.indexOf(code);
  const own = shown.dimensions[0]!.codes.map((code) => at(rows!.codes, code));
  if (columns === undefined) return own;
  const across = shown.dimensions[1]!.codes.map((code) => at(columns.codes, code));
  return own.flatMap((row) => across.map((column) => row * columns.codes.length + column));
}

export const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;
