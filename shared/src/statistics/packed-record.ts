/**
 * What is sealed of a coded record: 57 bytes of an incident, 45 of an outcome, so that opening a million of them is a matter of seconds.
 *
 *     0       1 incident, 2 outcome, 0 taken back: nothing follows but the mark
 *     1–16    the mark by which a withdrawn report's records are dropped
 *     17–19   quarter: year (two bytes, low one first), quarter of it
 *     20–     fields in the order of `FIELDS`: one code as its place in the codebook's list, a byte; several as a mask of
 *             places, two bytes, low one first
 *     then    16 bytes that mark the team which the report came to; records from before teams were counted end here
 *
 * Places are those of the codebook version that the record's head names, which is authenticated with it; a list may grow
 * at its end within a version and not otherwise. Reading checks what `CodedRecord` checks: whoever holds an author's key
 * may have written anything.
 */
import { CODEBOOK } from '../codebook/index.ts';
import { CODEBOOK_VERSION } from '../codebook/code-list.ts';
import type { Quarter } from '../ids.ts';
import { MOST_FORMS, type CodedRecord } from './coded-record.ts';

type Kind = CodedRecord['kind'];
type Field = { readonly name: string; readonly codes: readonly string[]; readonly many: boolean };

/** A record, or null where an earlier revision is taken back, with its mark of 16 bytes. */
export interface RecordContent {
  readonly record: CodedRecord | null;
  readonly uncount: Uint8Array;
  /** Mark of the team that the report came to (`sealing/record.ts`), 16 bytes; null in older records and those taken back. */
  readonly team: Uint8Array | null;
}

const MARK_AT = 1;
const MARK_LENGTH = 16;
const QUARTER_AT = MARK_AT + MARK_LENGTH;
const FIELDS_AT = QUARTER_AT + 3;

const one = (name: string, list: { readonly codes: readonly { readonly code: string }[] }): Field => ({
  name,
  codes: list.codes.map(({ code }) => code),
  many: false,
});
const several = (...field: Parameters<typeof one>): Field => ({ ...one(...field), many: true });

/** Never reordered: places in this list are places in what has been sealed. */
const FIELDS: Readonly<Record<Kind, readonly Field[]>> = {
  incident: [
    one('type', CODEBOOK.incident_type),
    several('forms', CODEBOOK.form),
    one('domain', CODEBOOK.domain),
    one('perpetrator', CODEBOOK.perpetrator),
    one('setting', CODEBOOK.setting),
    one('authorityAbuse', CODEBOOK.authority_abuse),
    several('ground', CODEBOOK.ground),
    one('identity', CODEBOOK.identity_band),
    one('age', CODEBOOK.age_band),
    one('disability', CODEBOOK.disability),
    one('province', CODEBOOK.province),
    one('delay', CODEBOOK.delay_band),
    several('told', CODEBOOK.told),
    several('response', CODEBOOK.response),
    several('needs', CODEBOOK.need),
    one('repeat', CODEBOOK.repeat),
  ],
  outcome: [
    one('sector', CODEBOOK.outcome_sector),
    one('stage', CODEBOOK.referral_stage),
    one('refusal', CODEBOOK.refusal_reason),
    several('barriers', CODEBOOK.barrier),
    one('outcome', CODEBOOK.outcome),
    one('closing', CODEBOOK.closing_reason),
    one('training', CODEBOOK.training_level),
    one('zone', CODEBOOK.zone),
  ],
};

const NUMBERS: Readonly<Record<Kind, number>> = { incident: 1, outcome: 2 };

/** Fields with the place of their first byte. */
const PLACES = { incident: layOut(FIELDS.incident), outcome: layOut(FIELDS.outcome) } as const;
const LENGTHS = { incident: endOf(FIELDS.incident), outcome: endOf(FIELDS.outcome) } as const;

function endOf(fields: readonly Field[]): number {
  return FIELDS_AT + fields.reduce((length, { many }) => length + (many ? 2 : 1), 0);
}

function layOut(fields: readonly Field[]): (Field & { readonly at: number })[] {
  return fields.map((field, i) => ({ ...field, at: endOf(fields.slice(0, i)) }));
}

export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';
}

/** Throws on a code that its list has not: records are packed after they were parsed. */
export function packRecord({ record, uncount, team }: RecordContent): Uint8Array {
  const isMark = (mark: Uint8Array): boolean => mark.length === MARK_LENGTH;
  if (!isMark(uncount) || (team !== null && !isMark(team))) throw new UnreadableRecord('a mark of another length');
  if (record === null) return packMark(uncount);
  const end = LENGTHS[record.kind];
  const bytes = new Uint8Array(end + (team?.length ?? 0));
  bytes.set(uncount, MARK_AT);
  if (team !== null) bytes.set(team, end);
  const { kind, quarter } = record;
  bytes[0] = NUMBERS[kind];
  const year = Number(quarter.slice(0, 4));
  bytes.set([year & 0xff, year >> 8, Number(quarter.slice(6))], QUARTER_AT);
  const given: Readonly<Record<string, unknown>> = record;
  for (const { name, at, codes, many } of PLACES[kind]) {
    const places = [given[name]].flat().map((code) => codes.indexOf(String(code)));
    if (places.includes(-1)) throw new UnreadableRecord(`a code that is not in the list of ${name}`);
    const value = many ? places.reduce((mask, place) => mask | (1 << place), 0) : (places[0] ?? 0);
    bytes[at] = value & 0xff;
    if (many) bytes[at + 1] = value >> 8;
  }
  return bytes;
}

function packMark(uncount: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(QUARTER_AT);
  bytes.set(uncount, MARK_AT);
  return bytes;
}

/** A record still packed, with what a freeze sorts by. Only `checkPacked` makes one. */
export interface PackedRecord {
  readonly kind: Kind;
  readonly quarter: Quarter;
  readonly codebook: number;
  readonly packed: Uint8Array;
}

/** Where a field stands in a packed record of a kind, and its codes by place; null for what is not coded. */
export function placeOf(kind: Kind, name: string): (Field & { readonly at: number }) | null {
  return PLACES[kind].find((place) => place.name === name) ?? null;
}

/** The mark, as it stands in the bytes. */
export function markOf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(MARK_AT, MARK_AT + MARK_LENGTH);
}

/** The mark of the team that the report came to, as it stands in the bytes; null in older records. */
export function teamMarkOf({ kind, packed }: Pick<PackedRecord, 'kind' | 'packed'>): Uint8Array | null {
  const end = LENGTHS[kind];
  return packed.length === end ? null : packed.subarray(end);
}

/**
 * Checks what `packRecord` wrote, without reading it into words: a million are checked in less time than a tenth of them read.
 * @param codebook the version that the record's head names.
 * @returns null for one that was taken back.
 * @throws {UnreadableRecord} on anything that no author's desk writes.
 */
export function checkPacked(bytes: Uint8Array, codebook: number): PackedRecord | null {
  const kind = bytes[0] === 1 ? 'incident' : bytes[0] === 2 ? 'outcome' : null;
  if (kind === null && bytes[0] !== 0) throw new UnreadableRecord('of no kind that is known');
  if (codebook !== CODEBOOK_VERSION) throw new UnreadableRecord('of another codebook');
  const rest = bytes.length - (kind === null ? QUARTER_AT : LENGTHS[kind]);
  if (rest !== 0 && (kind === null || rest !== MARK_LENGTH)) throw new UnreadableRecord('of another length');
  if (kind === null) return null;
  const year = bytes[QUARTER_AT]! | (bytes[QUARTER_AT + 1]! << 8);
  const number = bytes[QUARTER_AT + 2]!;
  if (year < 1000 || year > 9999 || number < 1 || number > 4) throw new UnreadableRecord('of no quarter');
  for (const { name, at, many, codes } of PLACES[kind]) {
    const value = bytes[at]! | (many ? bytes[at + 1]! << 8 : 0);
    if (value >= (many ? 1 << codes.length : codes.length)) throw new UnreadableRecord(`no such code of ${name}`);
  }
  if (kind === 'incident' ? !hasSoundForms(bytes) : !hasSoundStage(bytes)) {
    throw new UnreadableRecord('of codes that do not go together');
  }
  return { kind, quarter: quarterOf(year, number), codebook, packed: bytes };
}

/** Reads what `packRecord` wrote. Throws as `checkPacked` does. */
export function unpackRecord(bytes: Uint8Array, codebook: number): RecordContent {
  const checked = checkPacked(bytes, codebook);
  const uncount = markOf(bytes);
  if (checked === null) return { record: null, uncount, team: null };
  const { kind, quarter } = checked;
  const record: Record<string, unknown> = { kind, codebook, quarter };
  for (const { name, at, many, codes } of PLACES[kind]) {
    record[name] = many ? codesIn(bytes[at]! | (bytes[at + 1]! << 8), codes) : codes[bytes[at]!];
  }
  // Every field was given a code of its own list, and what the schema asks besides was checked.
  return { record: record as CodedRecord, uncount, team: teamMarkOf(checked) };
}

/** Made once each: a million records name a handful. */
const quarters = new Map<number, Quarter>();
function quarterOf(year: number, number: number): Quarter {
  const key = year * 4 + number;
  let quarter = quarters.get(key);
  if (quarter === undefined) {
    quarter = `${year}-Q${number}` as Quarter;
    quarters.set(key, quarter);
  }
  return quarter;
}

function codesIn(mask: number, codes: readonly string[]): string[] {
  const found: string[] = [];
  for (let place = 0, rest = mask; rest !== 0; place += 1, rest >>= 1) if (rest & 1) found.push(codes[place]!);
  return found;
}

const FORMS = placeOf('incident', 'forms')!;
const NO_FORM = 1 << FORMS.codes.indexOf('none');
const SECTOR = placeOf('outcome', 'sector')!;
const STAGE = placeOf('outcome', 'stage')!;
const [NO_SECTOR, NO_STAGE] = [SECTOR.codes.indexOf('none'), STAGE.codes.indexOf('none')];

/** One form at least and three at most; none beside another. */
function hasSoundForms(bytes: Uint8Array): boolean {
  const mask = bytes[FORMS.at]! | (bytes[FORMS.at + 1]! << 8);
  let forms = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) forms += 1;
  return forms >= 1 && forms <= MOST_FORMS && (forms === 1 || (mask & NO_FORM) === 0);
}

const hasSoundStage = (bytes: Uint8Array): boolean =>
  (bytes[SECTOR.at] === NO_SECTOR) === (bytes[STAGE.at] === NO_STAGE);
