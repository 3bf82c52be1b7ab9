import { type Answer, type AnyOperation, ApiError, type ErrorCode, type Input } from '@romduol/shared/api/contract';
import { z } from '@romduol/shared/schema';

/** Carries one request to the server and its answer back. The browser gives `fetch`, the demo and the tests an app in process. */
export type Send = (request: {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** JSON, or null where there is no body. */
  readonly body: string | null;
}) => Promise<{ readonly status: number; readonly text: string }>;

/** Calls an operation of the API: encodes the input, parses the answer, throws `ApiRefusal` on anything but success. */
export type Caller = <O extends AnyOperation>(operation: O, input?: Partial<Input<O>>) => Promise<Answer<O>>;

/** The server refused, or could not be reached (`unreachable`), or answered something that is not in the contract. */
export class ApiRefusal extends Error {
  readonly code: ErrorCode | 'unreachable' | 'answer_malformed';
  readonly request: string | null;
  constructor(code: ApiRefusal['code'], request: string | null) {
    super(code);
    this.name = 'ApiRefusal';
    this.code = code;
    this.request = request;
  }
}

export function makeCaller(send: Send): Caller {
  return async (operation, input = {}) => {
    const path = addressOf(operation, input);
    const body =
      operation.method === 'get' || operation.method === 'delete'
        ? null
        : JSON.stringify(z.encode(operation.body, input.body ?? {}));
    const { status, text } = await send({ method: operation.method.toUpperCase(), path, body }).catch(() => {
      throw new ApiRefusal('unreachable', null);
    });
    if (status < 200 || status > 299) throw refusalFrom(text);
    const answer = z.safeDecode(operation.answer, text === '' ? {} : parseJson(text));
    if (!answer.success) throw new ApiRefusal('answer_malformed', null);
    return answer.data as Answer<typeof operation>;
  };
}

function addressOf(operation: AnyOperation, input: Partial<Input<AnyOperation>>): string {
  const params = z.encode(operation.params, input.params ?? {}) as Record<string, unknown>;
  const path = operation.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const query = Object.entries((input.query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

function refusalFrom(text: string): ApiRefusal {
  const read = ApiError.safeParse(parseJson(text));
  return read.success ? new ApiRefusal(read.data.error, read.data.request) : new ApiRefusal('answer_malformed', null);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
