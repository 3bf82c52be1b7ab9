/**
 * A table programme is data: which variables are read from which field of a coded record, in which bands, which tables
 * they make, and how a table gives way when the gate refuses it. It is written out in full, codes and bands included,
 * because its hash enters the ledger when a cohort opens: what will be counted is settled before anything is.
 */
import { z } from '../schema.ts';
import { utf8 } from '../sealing/bytes.ts';

/** Raised whenever the same records, programme and seed would give other bytes. */
export const METHOD_VERSION = 2;

const VariableId = z.string().regex(/^[a-z][a-z_]{1,31}$/);
const Code = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

/** A bitmask of 16 bits holds the answers to one question. */
const MOST_OPTIONS = 16;

const Variable = z.strictObject({
  id: VariableId,
  /** The codebook's list that its codes are labelled from. */
  list: VariableId,
  /** The record's field, or `arrival`: whether the record's quarter lies in the cohort's period or before. */
  field: z.string().regex(/^[a-z][A-Za-z]{1,31}$/),
  codes: z.array(Code).min(2).max(64),
  /** Field code → code of this variable, where a band is published instead of the code. */
  bands: z.record(Code, Code).nullable(),
  many: z.boolean(),
});
export type Variable = z.output<typeof Variable>;

const Block = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('one_way'), rows: VariableId }),
  /** Published by `rows`, or where the gate refuses that, by `outer`, a coarser variable of the same field. */
  z.strictObject({ shape: z.literal('nested'), rows: VariableId, outer: VariableId }),
  z.strictObject({ shape: z.literal('two_way'), rows: VariableId, columns: VariableId }),
  /**
   * The first code of `stages` and the last of `rows` stand for records that never entered the cascade. `answers`: of
   * those who reached stage `from`, by another variable and by two columns, gone further and not.
   */
  z.strictObject({
    shape: z.literal('cascade'),
    rows: VariableId,
    stages: VariableId,
    answers: z.strictObject({ from: Code, rows: VariableId, columns: VariableId }).nullable(),
  }),
]);
export type Block = z.output<typeof Block>;

type Tables = { readonly variables: Variable[]; readonly blocks: Block[]; readonly options: string[] };

export const Programme = z
  .strictObject({
    format: z.literal('romduol/programme/1'),
    method: z.literal(METHOD_VERSION),
    kind: z.enum(['incident', 'outcome']),
    codebook: z.int().min(1),
    base: z.literal([3, 5]),
    variables: z.array(Variable).min(1).max(64),
    blocks: z.array(Block).min(1).max(32),
    options: z.array(VariableId).max(16),
  })
  .superRefine((programme, context) => {
    for (const problem of problemsOf(programme)) context.addIssue({ code: 'custom', message: problem });
  });
export type Programme = z.output<typeof Programme>;

/** The exact bytes that are hashed into the ledger. */
export function programmeBytes(programme: Programme): Uint8Array {
  const { format, method, kind, codebook, base } = programme;
  const variables = programme.variables.map(({ id, list, field, codes, bands, many }) => ({
    id,
    list,
    field,
    codes,
    bands: bands === null ? null : Object.fromEntries(Object.entries(bands).sort(([a], [b]) => (a < b ? -1 : 1))),
    many,
  }));
  const blocks = programme.blocks.map(orderBlock);
  return utf8(JSON.stringify({ format, method, kind, codebook, base, variables, blocks, options: programme.options }));
}

export function findVariable(programme: Programme, id: string): Variable {
  const variable = programme.variables.find((one) => one.id === id);
  if (variable === undefined) throw new Error(`no variable ${id}`);
  return variable;
}

/** A block with its keys in a fixed order. */
function orderBlock(block: Block): Block {
  switch (block.shape) {
    case 'one_way':
      return { shape: block.shape, rows: block.rows };
    case 'nested':
      return { shape: block.shape, rows: block.rows, outer: block.outer };
    case 'two_way':
      return { shape: block.shape, rows: block.rows, columns: block.columns };
    case 'cascade': {
      const { shape, rows, stages, answers } = block;
      if (answers === null) return { shape, rows, stages, answers };
      return { shape, rows, stages, answers: { from: answers.from, rows: answers.rows, columns: answers.columns } };
    }
  }
}

/** The variables that a block counts by, and those that follow from these. */
function variablesOf(block: Block): { readonly counted: string[]; readonly derived: string[] } {
  switch (block.shape) {
    case 'one_way':
      return { counted: [block.rows], derived: [] };
    case 'nested':
      return { counted: [block.rows], derived: [block.outer] };
    case 'two_way':
      return { counted: [block.rows, block.columns], derived: [] };
    case 'cascade': {
      const { rows, stages, answers } = block;
      if (answers === null) return { counted: [rows, stages], derived: [] };
      return { counted: [rows, stages, answers.rows], derived: [answers.columns] };
    }
  }
}

/** The variables that records are read into: all but those that follow from another of the same block. */
export function countedVariables({ variables, blocks, options }: Programme): Variable[] {
  const counted = new Set([...blocks.flatMap((block) => variablesOf(block).counted), ...options]);
  return variables.filter(({ id }) => counted.has(id));
}

/**
 * What the shapes alone do not rule out. A field counted in two blocks would be rounded twice, and what the two roundings
 * agree on is narrower than either says.
 */
function problemsOf(programme: Tables): string[] {
  const problems: string[] = [];
  const ids = programme.variables.map(({ id }) => id);
  const blocks = programme.blocks.map(variablesOf);
  const counted = [...blocks.flatMap((block) => block.counted), ...programme.options];
  const used = [...counted, ...blocks.flatMap((block) => block.derived)];
  const fields = programme.variables.filter(({ id }) => counted.includes(id)).map(({ field }) => field);
  if (new Set(ids).size !== ids.length) problems.push('variable_defined_twice');
  if (new Set(used).size !== used.length) problems.push('variable_used_twice');
  if (new Set(fields).size !== fields.length) problems.push('field_counted_twice');
  if (used.some((id) => !ids.includes(id))) problems.push('unknown_variable');
  for (const { id, many, codes, bands } of programme.variables) {
    if (many !== programme.options.includes(id)) problems.push('options_and_blocks_mixed');
    if (many && codes.length > MOST_OPTIONS) problems.push('too_many_options');
    if (new Set(codes).size !== codes.length) problems.push('repeated_code');
    if (bands !== null && Object.values(bands).some((band) => !codes.includes(band))) problems.push('unknown_band');
  }
  return problems;
}
