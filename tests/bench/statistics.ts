/**
 * How fast a cohort is frozen, at 10³ to 10⁶ coded records: opened, columns in, tabulated, rounded, gated, checked. Beside it
 * a bare loop over typed arrays that counts as many tables by hand, in the same run: what the machine can do at all.
 */
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import type { SealedRecord } from '@romduol/shared/api/statistics';
import type { MemberId, RecordId } from '@romduol/shared/ids';
import { sealRecord } from '@romduol/shared/sealing/record';
import { packRecord } from '@romduol/shared/statistics/packed-record';
import type { CodedRecord } from '@romduol/shared/statistics/coded-record';
import { readColumns, type Columns } from '@romduol/shared/statistics/columns';
import { readGate } from '@romduol/shared/statistics/gate';
import { checkRounding } from '@romduol/shared/statistics/invariants';
import { countedVariables, type Programme } from '@romduol/shared/statistics/programme';
import { roundCounts } from '@romduol/shared/statistics/round';
import { tabulate } from '@romduol/shared/statistics/tabulate';
import { type Opened, recordReader } from '@romduol/web/desk/open-records';
import { COHORT, sampleIncidents, streamsOf } from '../unit/statistics/sample-cohort.ts';

export interface Figure {
  readonly name: string;
  /** Median over `n` runs. */
  readonly value: number;
  readonly unit: string;
  readonly limit: number | null;
  /** To the limit or peer measured in the same run. */
  readonly ratio: number | null;
  readonly n: number;
  readonly min: number;
  readonly max: number;
}

/** Records are cycled through this many different ones, so that a million need no gigabyte. */
const DIFFERENT = 10_000;

export async function benchStatistics(): Promise<Figure[]> {
  const programme = defaultProgramme('incident');
  const different = sampleIncidents(DIFFERENT, 1);
  const sealed = sealAll(different);
  return [1_000, 10_000, 100_000, 1_000_000].flatMap((size) => [
    ...benchSize(programme, different, size),
    benchOpening(programme, sealed, size),
  ]);
}

function benchSize(programme: Programme, different: readonly CodedRecord[], size: number): Figure[] {
  const runs = size >= 1_000_000 ? 7 : 31;
  const reading: number[] = [];
  const counting: number[] = [];
  const bare: number[] = [];
  const rounding: number[] = [];
  const whole: number[] = [];
  const columns = readColumns(programme, cycle(different, size), COHORT);
  for (let run = -2; run < runs; run++) {
    const keep = (times: number[], spent: number) => run >= 0 && times.push(spent);
    if (run < 3)
      keep(
        reading,
        time(() => readColumns(programme, cycle(different, size), COHORT)),
      );
    keep(
      bare,
      time(() => countBare(programme, columns)),
    );
    const started = performance.now();
    const counts = tabulate(programme, columns);
    const counted = performance.now();
    const rounded = roundCounts(counts, programme.base, streamsOf(run + 2), (totals) => readGate(programme, totals));
    checkRounding(counts, rounded, programme.base);
    const ended = performance.now();
    keep(counting, counted - started);
    keep(rounding, ended - counted);
    keep(whole, ended - started);
  }
  const name = (what: string) => `statistics: ${what}, ${size} records`;
  const bareMedian = median(bare);
  return [
    figure(name('tabulate, round and check'), whole, size === 1_000_000 ? 1_000 : null, null),
    figure(name('tabulate'), counting, null, median(counting) / bareMedian),
    figure(name('bare typed-array loop'), bare, null, null),
    figure(name('round and check'), rounding, null, null),
    figure(name('read into columns'), reading, null, null),
  ];
}

const AUTHOR = '00000000-0000-4000-8000-000000000001' as MemberId;
const KEY = new Uint8Array(32).fill(7);

function sealAll(records: readonly CodedRecord[]): SealedRecord[] {
  const head = { revision: 1, author: AUTHOR, epoch: 1, codebook: 1, statisticsKey: KEY };
  return records.map((record) =>
    sealRecord({
      ...head,
      recordId: crypto.randomUUID() as string as RecordId,
      content: packRecord({ record, uncount: new Uint8Array(16), team: new Uint8Array(16) }),
    }),
  );
}

/** What a publisher's worker does from the sealed records to the checked figures. */
function benchOpening(programme: Programme, sealed: readonly SealedRecord[], size: number): Figure {
  // By pages of 5,000, as the desk takes them.
  const open = () => {
    const read = recordReader(() => KEY, []);
    const opened: Opened[] = [];
    for (let at = 0; at < size; at += 5_000) {
      const page = Array.from({ length: Math.min(5_000, size - at) }, (_, i) => sealed[(at + i) % sealed.length]!);
      for (const one of read(page).opened) opened.push(one);
    }
    if (opened.length !== size) throw new Error('a record did not open');
    return opened;
  };
  const times = Array.from({ length: size >= 1_000_000 ? 3 : 5 }, (_, run) =>
    time(() => {
      const counts = tabulate(programme, readColumns(programme, open(), COHORT));
      const rounded = roundCounts(counts, programme.base, streamsOf(run), (totals) => readGate(programme, totals));
      checkRounding(counts, rounded, programme.base);
    }),
  );
  const limit = size === 1_000_000 ? 6_000 : null;
  return figure(`statistics: open, tabulate, round and check, ${size} records`, times, limit, null);
}

function* cycle<R>(records: readonly R[], size: number): Iterable<R> {
  for (let i = 0; i < size; i++) yield records[i % records.length]!;
}

/** As many passes over as many columns as the programme's blocks and option lists take, with nothing around them. */
function countBare(programme: Programme, columns: Columns): number {
  let total = 0;
  for (const { shape, ...parts } of programme.blocks) {
    const rows = columns.column(parts.rows);
    const counts = new Uint32Array(64 * 64);
    if (shape === 'two_way' && 'columns' in parts) {
      const other = columns.column(parts.columns);
      for (let i = 0; i < rows.length; i++) counts[rows[i]! * 64 + other[i]!]!++;
    } else {
      for (let i = 0; i < rows.length; i++) counts[rows[i]!]!++;
    }
    total += counts[0]!;
  }
  for (const { id } of countedVariables(programme).filter(({ many }) => many)) {
    const masks = columns.column(id);
    const counts = new Uint32Array(1 << 16);
    for (let i = 0; i < masks.length; i++) counts[masks[i]!]!++;
    total += counts[0]!;
  }
  return total;
}

function time(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}

function figure(name: string, times: readonly number[], limit: number | null, ratio: number | null): Figure {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    name,
    value: round(median(times)),
    unit: 'ms',
    limit,
    ratio: ratio === null ? null : round(ratio),
    n: times.length,
    min: round(Math.min(...times)),
    max: round(Math.max(...times)),
  };
}
