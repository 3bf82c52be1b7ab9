import { type Caller, makeCaller } from '@romduol/web/desk/caller';

/** An answer as it came over the line, its body decompressed. */
export type Fetched = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
};

/** A deployment, asked from outside as anybody may. */
export type Deployed = {
  readonly origin: string;
  readonly call: Caller;
  /** Follows no redirection. `encoding` is what the answer may be compressed by. */
  fetch(path: string, encoding?: 'identity' | 'br' | 'gzip'): Promise<Fetched>;
};

/** How long an answer may take, ms: a slow line and a page drawn for the first time. */
const PATIENCE = 60_000;

/** What a browser says that opens an address; a server that answers programs otherwise must not tell them apart. */
const AS_A_BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  accept: '*/*',
  'accept-language': 'en',
};

export function reachDeployed(origin: string): Deployed {
  const ask = async (path: string, headers: Record<string, string>, more: RequestInit = {}): Promise<Fetched> => {
    const answer = await fetch(origin + path, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { ...AS_A_BROWSER, ...headers },
      ...more,
    });
    return { status: answer.status, headers: answer.headers, body: new Uint8Array(await answer.arrayBuffer()) };
  };
  return {
    origin,
    fetch: (path, encoding = 'identity') => ask(path, { 'accept-encoding': encoding }),
    call: makeCaller(async ({ method, path, body }) => {
      const answer = await ask(path, body === null ? {} : { 'content-type': 'application/json' }, { method, body });
      return { status: answer.status, text: new TextDecoder().decode(answer.body) };
    }),
  };
}
