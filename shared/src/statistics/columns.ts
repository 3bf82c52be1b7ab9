/**
 * Coded records as columns: one small integer a record and variable, so that a million records are counted in passes
 * over typed arrays. Records come in one at a time and are not kept.
 */
import type { Quarter } from '../ids.ts';
import type { CodedRecord } from './coded-record.ts';
import { placeOf, type PackedRecord } from './packed-record.ts';
import { countedVariables, type Programme, type Variable } from './programme.ts';

/** One value a record: the index of its code, or for a multi-answer variable the bitmask of its codes' indices. */
export type Column = Uint8Array | Uint16Array;

export interface Columns {
  readonly length: number;
  column(variable: string): Column;
}

const FIRST_CAPACITY = 1024;
/** Stands for a code that a variable does not count: no variable has so many. */
const NO_INDEX = 255;

/** Collects one variable; doubles its room when full. */
class GrowingColumn {
  readonly #variable: Variable;
  readonly #indexOf: ReadonlyMap<string, number>;
  #values: Column;

  constructor(variable: Variable) {
    this.#variable = variable;
    const { codes, bands, many } = variable;
    const pairs = bands === null ? codes.map((code) => [code, code] as const) : Object.entries(bands);
    this.#indexOf = new Map(pairs.map(([code, band]) => [code, codes.indexOf(band)]));
    this.#values = many ? new Uint16Array(FIRST_CAPACITY) : new Uint8Array(FIRST_CAPACITY);
  }

  put(row: number, given: unknown): void {
    this.#room(row);
    this.#values[row] = Array.isArray(given) ? this.#mask(given) : this.#index(given);
  }

  #room(row: number): void {
    if (row < this.#values.length) return;
    const wider = this.#variable.many ? new Uint16Array(row * 2) : new Uint8Array(row * 2);
    wider.set(this.#values);
    this.#values = wider;
  }

  #unknown(): Error {
    return new Error(`a code that the programme does not know in ${this.#variable.id}`);
  }

  #mask(codes: readonly unknown[]): number {
    let mask = 0;
    for (const code of codes) mask |= 1 << this.#index(code);
    return mask;
  }

  /** For each place of a packed field its index; a table for masks would be as long as they are many, so they go bit by bit. */
  indicesOf(codes: readonly string[]): Uint8Array {
    return Uint8Array.from(codes, (code) => this.#indexOf.get(code) ?? NO_INDEX);
  }

  putIndex(row: number, index: number): void {
    if (index === NO_INDEX) throw this.#unknown();
    this.#room(row);
    this.#values[row] = index;
  }

  putMask(row: number, places: number, indices: Uint8Array): void {
    let mask = 0;
    for (let place = 0, rest = places; rest !== 0; place++, rest >>= 1) {
      if ((rest & 1) === 0) continue;
      const index = indices[place] ?? NO_INDEX;
      if (index === NO_INDEX) throw this.#unknown();
      mask |= 1 << index;
    }
    this.#room(row);
    this.#values[row] = mask;
  }

  #index(code: unknown): number {
    const index = typeof code === 'string' ? this.#indexOf.get(code) : undefined;
    if (index === undefined) throw this.#unknown();
    return index;
  }

  take(length: number): Column {
    return this.#values.subarray(0, length);
  }
}

/** A record to be counted, as it was coded or still packed. */
export type Countable = CodedRecord | PackedRecord;

/**
 * Reads records into the columns that a programme's tables need. The order of records does not matter to anything made
 * from them.
 * @param firstQuarter the first quarter of the cohort's period: records from before arrived late.
 * @throws on a record of another kind or codebook than the programme's, or a code that it does not know.
 */
export function readColumns(programme: Programme, records: Iterable<Countable>, firstQuarter: Quarter): Columns {
  const { kind, codebook } = programme;
  const growing = countedVariables(programme).map((variable) => {
    const column = new GrowingColumn(variable);
    const { id, field } = variable;
    const place = placeOf(kind, field);
    return { id, field, column, place, indices: column.indicesOf(place?.codes ?? []) };
  });
  let length = 0;
  for (const record of records) {
    if (record.kind !== kind || record.codebook !== codebook)
      throw new Error('a record that this programme cannot count');
    if ('packed' in record) {
      const { packed } = record;
      for (const { column, place, indices } of growing) {
        if (place === null) column.put(length, arrivalOf(record, firstQuarter));
        else if (place.many) column.putMask(length, packed[place.at]! | (packed[place.at + 1]! << 8), indices);
        else column.putIndex(length, indices[packed[place.at]!] ?? NO_INDEX);
      }
    } else {
      const fields: Readonly<Record<string, unknown>> = record;
      for (const { field, column } of growing) {
        column.put(length, field === 'arrival' ? arrivalOf(record, firstQuarter) : fields[field]);
      }
    }
    length++;
  }
  const columns = new Map(growing.map(({ id, column }) => [id, column.take(length)]));
  return {
    length,
    column(id) {
      const column = columns.get(id);
      if (column === undefined) throw new Error(`no column ${id}`);
      return column;
    },
  };
}

function arrivalOf({ quarter }: Countable, firstQuarter: Quarter): string {
  return quarter < firstQuarter ? 'late' : 'in_period';
}
