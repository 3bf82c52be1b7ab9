import { expect, test } from 'vitest';
import { fromUtf8 } from '@romduol/shared/sealing/bytes';
import { defaultProgramme, findList } from '@romduol/shared/statistics/default-programme';
import { Programme, programmeBytes } from '@romduol/shared/statistics/programme';

const KINDS = ['incident', 'outcome'] as const;

const problems = (programme: unknown) => {
  const parsed = Programme.safeParse(programme);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

test('the default programmes are sound, and read back from the bytes that are hashed', () => {
  for (const kind of KINDS) {
    for (const base of [3, 5] as const) {
      const programme = defaultProgramme(kind, base);
      expect(problems(programme)).toEqual([]);
      expect(Programme.parse(JSON.parse(fromUtf8(programmeBytes(programme))))).toEqual(programme);
    }
  }
});

test('the bytes do not depend on the order in which keys were written', () => {
  const programme = defaultProgramme('incident');
  const reversed = JSON.parse(JSON.stringify(programme), (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  ) as typeof programme;
  expect(Object.keys(reversed)).not.toEqual(Object.keys(programme));
  expect(programmeBytes(reversed)).toEqual(programmeBytes(programme));
});

test('every variable is labelled from a list that has its codes', () => {
  for (const kind of KINDS) {
    for (const { id, list, codes } of defaultProgramme(kind).variables) {
      const known = findList(list)?.codes.map(({ code }) => code);
      expect({ id, known }).toEqual({ id, known: expect.arrayContaining(codes) });
    }
  }
});

test('identity, age and disability are crossed with nothing, and outcomes never hold them or a province', () => {
  const crossed = defaultProgramme('incident').blocks.flatMap((block) =>
    block.shape === 'two_way' ? [block.rows, block.columns] : [],
  );
  for (const id of ['identity', 'age', 'disability', 'province']) expect(crossed).not.toContain(id);
  const fields = defaultProgramme('outcome').variables.map(({ field }) => field);
  for (const field of ['identity', 'age', 'disability', 'province', 'type']) expect(fields).not.toContain(field);
});

test('a field counted in two blocks is refused, for two roundings of one number say more than either', () => {
  const programme = defaultProgramme('outcome');
  const stage = programme.variables.find(({ id }) => id === 'stage')!;
  const variables = [...programme.variables, { ...stage, id: 'stage_again' }];
  const blocks = [...programme.blocks, { shape: 'one_way', rows: 'stage_again' }];
  expect(problems({ ...programme, variables, blocks })).toEqual(['field_counted_twice']);
  expect(problems({ ...programme, blocks: [...programme.blocks, programme.blocks[1]] })).toContain(
    'variable_used_twice',
  );
});

test('programmes that cannot be counted are refused', () => {
  const programme = defaultProgramme('incident');
  const change = (id: string, changes: object) => ({
    ...programme,
    variables: programme.variables.map((variable) => (variable.id === id ? { ...variable, ...changes } : variable)),
  });
  expect(problems({ ...programme, blocks: [{ shape: 'one_way', rows: 'nothing' }] })).toContain('unknown_variable');
  expect(problems(change('age', { many: true }))).toContain('options_and_blocks_mixed');
  expect(problems(change('zone', { bands: { 'KH-1': 'XX' } }))).toContain('unknown_band');
  expect(problems(change('age', { codes: ['u18', 'u18'] }))).toContain('repeated_code');
  const many = Array.from({ length: 17 }, (_, i) => `option${i}`);
  expect(problems(change('form', { codes: many }))).toContain('too_many_options');
});
