import { Day, MemberId } from '../ids.ts';
import { z } from '../schema.ts';
import { bytes, operation } from './contract.ts';

/** What a member signs of the cases as they have seen them. `statement` is the bytes that were signed. */
export const SignedStatement = z.object({
  member: MemberId,
  number: z.int().min(1),
  /** Whether it names every case, and not only those that changed since the one before: nothing earlier is needed then. */
  whole: z.boolean(),
  statement: bytes({ max: 2 * 1024 * 1024 }),
  signature: bytes({ length: 64 }),
});
export type SignedStatement = z.output<typeof SignedStatement>;

/** Adds the caller's next statement. 409 `sequence_taken` unless it follows the last one. */
export const publishStatement = operation({
  method: 'post',
  path: '/api/statements',
  access: ['caseworker', 'supervisor'],
  bodyLimit: 3 * 1024 * 1024,
  body: SignedStatement.omit({ member: true }),
});

/** Of every member of the caller's organisation: the last whole statement and those after it, in their order. */
export const listStatements = operation({
  method: 'get',
  path: '/api/statements',
  access: ['caseworker', 'supervisor'],
  answer: z.object({ statements: z.array(SignedStatement.extend({ day: Day })) }),
});
