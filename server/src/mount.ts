import { zValidator } from '@hono/zod-validator';
import { type AnyOperation, type Answer, type Input } from '@romduol/shared/api/contract';
import type { Day } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { z } from '@romduol/shared/schema';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Environment } from './environment.ts';
import { chooseEncoding, compressSoon } from './pages/compress.ts';
import { Refusal } from './refusal.ts';
import type { FloodControl } from './web-security/flood-control.ts';

/** Bytes; less than this fits into a packet anyway. */
const WORTH_COMPRESSING = 1024;

/** Milliseconds since 1970 UTC. */
export type Clock = () => number;

/** What a handler knows of the call beside its input. */
export type Call = {
  readonly today: Day;
  /** The request's cookies, as sent. */
  readonly cookies: string;
  /** Answers 201 instead of 200. */
  created(): void;
  setCookie(cookie: string): void;
};

/** Who calls, as far as an operation's access needs to know. Rooms add what they need. */
export type Caller = { holds(access: AnyOperation['access']): boolean };

type PublicHandler<O extends AnyOperation> = (input: Input<O>, call: Call) => Promise<Answer<O>> | Answer<O>;
type MemberHandler<O extends AnyOperation, Member> = (
  input: Input<O>,
  member: Member,
  call: Call,
) => Promise<Answer<O>> | Answer<O>;

/** Puts operations of the contract at their addresses: who may call, how much, what comes in and what goes out. */
export type Mount<Member extends Caller> = {
  /** For operations whose access is `public`. */
  open<O extends AnyOperation>(operation: O, handler: PublicHandler<O>): void;
  /** For all others: the handler gets the member, whom the operation's access lets in. */
  guarded<O extends AnyOperation>(operation: O, handler: MemberHandler<O, Member>): void;
};

export function makeMount<Member extends Caller>(
  app: Hono<Environment>,
  deps: {
    readonly clock: Clock;
    readonly identify: (cookies: string) => Promise<Member | null>;
    readonly flood: Pick<FloodControl, 'takeTurn'>;
  },
): Mount<Member> {
  const callOf = (c: Context<Environment>): Call => ({
    today: dayAt(deps.clock()),
    cookies: c.req.header('cookie') ?? '',
    created: () => c.status(201),
    setCookie: (cookie) => c.header('set-cookie', cookie, { append: true }),
  });
  const answerWith = (c: Context<Environment>, operation: AnyOperation, answer: unknown): Response =>
    c.json(z.encode(operation.answer, answer) as object);

  return {
    open(operation, handler) {
      if (operation.access !== 'public') throw new Error(`${operation.path} is not public`);
      app.on([operation.method.toUpperCase()], [operation.path], ...checks(operation), async (c) => {
        if (operation.method === 'get')
          return answerCompressed(c, operation, await handler(inputOf<typeof operation>(c), callOf(c)));
        // Anybody may call, as often as they like: the body is there, and now it waits its turn.
        const end = await deps.flood.takeTurn(c);
        try {
          return answerWith(c, operation, await handler(inputOf<typeof operation>(c), callOf(c)));
        } finally {
          end();
        }
      });
    },
    guarded(operation, handler) {
      if (operation.access === 'public') throw new Error(`${operation.path} is public`);
      const members = new WeakMap<object, Member>();
      // Before the body is read: whoever may not call cannot make us parse anything.
      const letIn: MiddlewareHandler<Environment> = async (c, next) => {
        const member = await deps.identify(c.req.header('cookie') ?? '');
        if (member === null) throw new Refusal('not_signed_in');
        if (!member.holds(operation.access)) throw new Refusal('forbidden');
        members.set(c, member);
        await next();
      };
      app.on([operation.method.toUpperCase()], [operation.path], letIn, ...checks(operation), async (c) => {
        const member = members.get(c);
        if (member === undefined) throw new Refusal('internal');
        return answerWith(c, operation, await handler(inputOf<typeof operation>(c), member, callOf(c)));
      });
    },
  };
}

/** Whether a schema takes anything at all: most operations have neither parameters nor query. */
const holdsAnything = (schema: z.ZodType): boolean =>
  !(schema instanceof z.ZodObject) || Object.keys(schema.shape).length > 0;

/**
 * What anybody may read is also what slow lines wait for: keyring, keys, releases. Nothing of a caller's is in it, so its
 * length after compression tells nobody anything; of what a member reads it might, and that is sent as it is.
 */
async function answerCompressed(c: Context<Environment>, operation: AnyOperation, answer: unknown): Promise<Response> {
  const json = new TextEncoder().encode(JSON.stringify(z.encode(operation.answer, answer)));
  const encoding = json.length < WORTH_COMPRESSING ? 'identity' : chooseEncoding(c.req.header('accept-encoding'));
  c.header('content-type', 'application/json');
  c.header('vary', 'Accept-Encoding');
  if (encoding !== 'identity') c.header('content-encoding', encoding);
  return c.body(await compressSoon(json, encoding));
}

const hasBody = (operation: AnyOperation): boolean => operation.method === 'post' || operation.method === 'put';

function checks(operation: AnyOperation): MiddlewareHandler<Environment>[] {
  const refuse = (result: { readonly success: boolean }): void => {
    if (!result.success) throw new Refusal('bad_input');
  };
  const parts: MiddlewareHandler<Environment>[] = [];
  if (holdsAnything(operation.params)) parts.push(zValidator('param', operation.params, refuse) as MiddlewareHandler);
  if (holdsAnything(operation.query)) parts.push(zValidator('query', operation.query, refuse) as MiddlewareHandler);
  if (hasBody(operation)) {
    parts.push(limitBody(operation.bodyLimit));
    parts.push(zValidator('json', operation.body, refuse) as MiddlewareHandler);
  }
  return parts;
}

/**
 * Refuses a body above `maxSize` bytes. One that says its length is judged by that, for the parser holds it to it; asking
 * for the stream, as hono's own limit does, would cost the fast way of reading it.
 */
export function limitBody(maxSize: number): MiddlewareHandler<Environment> {
  const tooLarge = (): never => {
    throw new Refusal('too_large');
  };
  const counted = bodyLimit({ maxSize, onError: tooLarge });
  return async (c, next) => {
    const length = c.req.header('content-length');
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next);
    if (Number(length) > maxSize) tooLarge();
    return next();
  };
}

function inputOf<O extends AnyOperation>(c: Context<Environment>): Input<O> {
  const valid = (target: 'param' | 'query' | 'json'): unknown => c.req.valid(target as never) ?? {};
  return { params: valid('param'), query: valid('query'), body: valid('json') } as Input<O>;
}
