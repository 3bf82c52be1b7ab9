import { z } from '../schema.ts';
import { fromBase64url, toBase64url } from '../sealing/bytes.ts';

export const ROLES = ['caseworker', 'supervisor', 'advocate', 'administrator', 'auditor'] as const;
export const Role = z.enum(ROLES);
export type Role = z.output<typeof Role>;

/**
 * Who may call: anybody; anybody who is signed in; or a member holding one of these roles. `publisher` is a flag of the
 * keyring rather than a role. What a role may touch (its own team, its own cases) is for the room's store to decide.
 */
export type Access = 'public' | 'member' | readonly (Role | 'publisher')[];

type Shape = z.ZodType;

/** One operation of the API: the server mounts it and the console calls it from this same value. */
export type Operation<Params extends Shape, Query extends Shape, Body extends Shape, Reply extends Shape> = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** hono's notation, `/api/cases/:caseId`. */
  readonly path: string;
  readonly access: Access;
  /** Longest body accepted, bytes. */
  readonly bodyLimit: number;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Reply;
};
export type AnyOperation = Operation<Shape, Shape, Shape, Shape>;

const Nothing = z.object({});
type Nothing = typeof Nothing;

export function operation<
  Params extends Shape = Nothing,
  Query extends Shape = Nothing,
  Body extends Shape = Nothing,
  Reply extends Shape = Nothing,
>(definition: {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  access: Access;
  bodyLimit?: number;
  params?: Params;
  query?: Query;
  body?: Body;
  answer?: Reply;
}): Operation<Params, Query, Body, Reply> {
  return {
    bodyLimit: 64 * 1024,
    params: Nothing as unknown as Params,
    query: Nothing as unknown as Query,
    body: Nothing as unknown as Body,
    answer: Nothing as unknown as Reply,
    ...definition,
  };
}

/** What a handler receives: everything decoded, byte strings as `Uint8Array`. */
export type Input<O extends AnyOperation> = {
  readonly params: z.output<O['params']>;
  readonly query: z.output<O['query']>;
  readonly body: z.output<O['body']>;
};
export type Answer<O extends AnyOperation> = z.output<O['answer']>;

/** Bytes travel as base64url without padding; `length` fixes them, `max` bounds them. */
export function bytes(limit: { length: number } | { max: number }) {
  const max = 'length' in limit ? limit.length : limit.max;
  const min = 'length' in limit ? limit.length : 0;
  const characters = Math.ceil((max * 4) / 3);
  return z.codec(
    z
      .string()
      .max(characters)
      .regex(/^[A-Za-z0-9_-]*$/)
      // A single letter over would make the decoder throw, which zod does not catch.
      .refine((text) => text.length % 4 !== 1),
    z.custom<Uint8Array>((b) => b instanceof Uint8Array && b.length >= min && b.length <= max, 'wrong number of bytes'),
    { decode: (text) => fromBase64url(text), encode: (b) => toBase64url(b) },
  );
}

/** A nonce with what it sealed. */
export const Sealed = (max: number) => z.object({ nonce: bytes({ length: 24 }), ciphertext: bytes({ max }) });

/** Every refusal of the API is one of these; `language/` has the words for each. */
export const ERROR_CODES = {
  bad_input: 400,
  not_signed_in: 401,
  credentials_refused: 401,
  factor_refused: 401,
  passkey_refused: 401,
  ticket_void: 401,
  cross_site: 403,
  forbidden: 403,
  not_found: 404,
  invitation_void: 404,
  already_exists: 409,
  sequence_taken: 409,
  last_reader: 409,
  last_factor: 409,
  keyring_outdated: 409,
  already_released: 409,
  not_ripe: 409,
  too_large: 413,
  too_many_attempts: 429,
  internal: 500,
  not_ready: 503,
  busy: 503,
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;
export const ApiError = z.object({
  error: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]),
  request: z.string(),
});
