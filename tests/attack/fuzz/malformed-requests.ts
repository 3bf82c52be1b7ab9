import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { AnyOperation } from '@romduol/shared/api/contract';
import { type FreshApp, freshApp, signInAs } from '../../http/fresh-app.ts';
import { OPERATIONS, mayCall } from '../../http/operations.ts';
import type { Handle } from '../../http/people.ts';
import { type Dice, makeDice } from './dice.ts';
import { nearMiss } from './near-miss.ts';

export type Fuzzed = {
  readonly requests: number;
  /** Routes that were asked for something, of those that there are. */
  readonly routes: { readonly asked: number; readonly all: number };
  /** How many were answered with each status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** What was answered with 5xx, or not at all. */
  readonly failures: readonly string[];
  /** Lines that the server wrote. */
  readonly reported: readonly string[];
  /** Growth of what is in use after a collection, bytes, from the first tenth to the end. */
  readonly growth: number;
};

type Asked = {
  route: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
};

const TYPES = [
  'application/json',
  'text/plain',
  '',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
];
const STRANGE_TYPES = [
  'multipart/form-data',
  'application/json; charset=utf-7',
  ';;',
  '\u00ff',
  'application/octet-stream',
];
const COOKIES = [
  '__Host-session=',
  '__Host-session=%00',
  '=',
  ';;;',
  `__Host-session=${'a'.repeat(4000)}`,
  '__Host-l=1',
];
const STRANGE: Readonly<Record<string, readonly string[]>> = {
  'accept-encoding': ['br;q=nonsense', 'gzip, br, deflate, *;q=0', ',,,', 'x'.repeat(2000)],
  'accept-language': ['km-KH, en;q=0.5', '*', '\u00e9', 'x'.repeat(2000)],
  'x-forwarded-for': ['::1, 10.0.0.1', 'not an address', '1.2.3.4,'.repeat(500)],
  range: ['bytes=0-', 'bytes=-1', 'bytes=5-1', 'lines=1-2', `bytes=${'9'.repeat(300)}-`],
  'upload-token': ['x', 'A'.repeat(43)],
};
const PARTS = [
  '%',
  '%00',
  '..',
  '%2e%2e',
  '%ff',
  'ក',
  '',
  '-1',
  '1',
  '2026-Q1',
  'incident',
  'rainbow',
  'km',
  'en',
  'x'.repeat(300),
];

const encode = (value: unknown): string =>
  encodeURIComponent(
    (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replaceAll(/[\ud800-\udfff]/g, '?'),
  );
const partFor = (dice: Dice): string => (dice.oneIn(2) ? crypto.randomUUID() : dice.pick(PARTS));

function fillPath(pattern: string, dice: Dice): string {
  const filled = pattern.replaceAll(/:\w+(\{[^}]*\})?/g, (_, choice?: string) =>
    choice !== undefined && !dice.oneIn(20) ? dice.pick(['en', 'km']) : partFor(dice),
  );
  return dice.oneIn(40) ? `${filled}/${partFor(dice)}` : filled;
}

/** JSON as a careless or hostile client might send it. */
function spoil(json: string, dice: Dice): string | Uint8Array {
  if (!dice.oneIn(8)) return json;
  const spoiled: (() => string | Uint8Array)[] = [
    () => json.slice(0, dice.below(json.length + 1)),
    () => `${json}${json}`,
    () => json.replaceAll('"', "'"),
    () => '['.repeat(5_000),
    () => Buffer.concat([Buffer.from(json), Buffer.from([0xff, 0xfe, 0xc0])]),
    () => '',
    () => `\ufeff${json}`,
  ];
  return dice.pick(spoiled)();
}

function headersFor(dice: Dice, cookie: string): Record<string, string> {
  const headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' };
  if (cookie !== '') headers['cookie'] = cookie;
  if (dice.oneIn(20)) headers['cookie'] = dice.pick(COOKIES);
  if (dice.oneIn(6)) {
    const name = dice.pick(Object.keys(STRANGE));
    headers[name] = dice.pick(STRANGE[name] ?? []);
  }
  return headers;
}

function askOperation(operation: AnyOperation, cookie: string, dice: Dice): Asked {
  const method = dice.oneIn(30)
    ? dice.pick(['PUT', 'PATCH', 'OPTIONS', 'DELETE', 'HEAD', 'POST', 'GET'])
    : operation.method.toUpperCase();
  const query = nearMiss(operation.query, dice);
  const pairs = Object.entries(query !== null && typeof query === 'object' ? query : { odd: query });
  const path =
    fillPath(operation.path, dice) +
    (pairs.length === 0 ? '' : `?${pairs.map((pair) => pair.map(encode).join('=')).join('&')}`);
  const headers = headersFor(dice, cookie);
  const route = `${operation.method} ${operation.path}`;
  if (method === 'GET' || method === 'HEAD') return { route, method, path, headers, body: null };
  headers['content-type'] = dice.oneIn(15) ? dice.pick([...TYPES, ...STRANGE_TYPES]) : 'application/json';
  return { route, method, path, headers, body: spoil(JSON.stringify(nearMiss(operation.body, dice)) ?? '', dice) };
}

/** What is no operation: pages, files, forms, ways out. Forms get a thread each, and so come seldom. */
function askOther(patterns: readonly { method: string; path: string }[], cookie: string, dice: Dice): Asked {
  const picked = dice.pick(patterns);
  const route = `${picked.method} ${picked.path}`;
  const seldom = picked.method === 'POST' && /report|return/.test(picked.path) && !dice.oneIn(60);
  const method = seldom
    ? 'GET'
    : dice.oneIn(20)
      ? dice.pick(['PUT', 'PATCH', 'OPTIONS', 'DELETE', 'HEAD'])
      : picked.method;
  const headers = headersFor(dice, cookie);
  const path = fillPath(picked.path, dice);
  if (method === 'GET' || method === 'HEAD') return { route, method, path, headers, body: null };
  headers['content-type'] = dice.pick([...TYPES, ...STRANGE_TYPES]);
  const body = dice.pick([
    '',
    'narrative=%zz&%',
    '--b\r\n\r\n',
    '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n\0\r\n--b--',
    '{}',
  ]);
  return { route, method, path, headers, body };
}

const collect = (): number => {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const AT_ONCE = 8;
/** A request that signs somebody out ends that cookie; so all are made anew now and then. */
const COOKIES_LAST = 2_000;

/** What answers the requests instead of our own app. */
export type Answering = (path: string, init: RequestInit) => Response | Promise<Response>;

export async function fuzz(requests: number, seed: number, instead?: Answering): Promise<Fuzzed> {
  const fresh: FreshApp = await freshApp('pglite', { slices: { api: 1, page: 1 } });
  const answering: Answering = instead ?? ((path, init) => fresh.app.request(path, init));
  const dice = makeDice(seed);
  const statuses = new Map<number, number>();
  const failures: string[] = [];
  const asked = new Set<string>();
  const cookies = new Map<string, string>();
  const known = new Set(OPERATIONS.map(([, { method, path }]) => `${method.toUpperCase()} ${path}`));
  const others = fresh.app.routes.filter(({ method, path }) => !known.has(`${method} ${path}`));
  const people = Object.values(fresh.people);

  function nextRequest(): Asked {
    if (dice.oneIn(6)) return askOther(others, dice.oneIn(2) ? (cookies.get('sok.dara') ?? '') : '', dice);
    const [, operation] = dice.pick(OPERATIONS);
    const callers = people.filter((person) => mayCall(person, operation));
    const caller = dice.oneIn(10) ? dice.pick(people) : dice.pick(callers);
    return askOperation(operation, cookies.get(caller?.handle ?? '') ?? '', dice);
  }
  async function ask({ route, method, path, headers, body }: Asked): Promise<void> {
    asked.add(route);
    let status = 0;
    try {
      const answer = await answering(path, { method, headers, body: body as BodyInit | null });
      // A stream of changes has no end but ours.
      if (answer.headers.get('content-type')?.startsWith('text/event-stream') === true) await answer.body?.cancel();
      else await answer.arrayBuffer();
      ({ status } = answer);
    } catch (error) {
      // A request that fetch itself refuses to make never reaches a server.
      if (error instanceof TypeError && /fetch|header|Request|URL/i.test(error.message)) return;
      failures.push(`${method} ${path.slice(0, 100)} threw ${error instanceof Error ? error.name : typeof error}`);
    }
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500) failures.push(`${method} ${path.slice(0, 100)} ${status}`);
  }

  try {
    let before = 0;
    for (let sent = 0; sent < requests; sent += AT_ONCE) {
      if (sent % COOKIES_LAST < AT_ONCE)
        for (const { handle } of people) cookies.set(handle, await signInAs(fresh, handle as Handle));
      await Promise.all(Array.from({ length: AT_ONCE }, () => ask(nextRequest())));
      if (before === 0 && sent >= requests / 10) before = collect();
    }
    const growth = collect() - before;
    const all = new Set([
      ...OPERATIONS.map(([, { method, path }]) => `${method} ${path}`),
      ...others.map(({ method, path }) => `${method} ${path}`),
    ]);
    const routes = { asked: asked.size, all: all.size };
    return { requests, routes, statuses, failures, reported: [...fresh.reported], growth };
  } finally {
    await fresh.close();
  }
}

export const tellFuzzed = ({ requests, routes, statuses, growth }: Fuzzed, seed: number): string =>
  `${requests} malformed requests over ${routes.asked} of ${routes.all} routes (seed ${seed}): ${[...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${status} × ${count}`)
    .join(', ')}; memory grew by ${(growth / 2 ** 20).toFixed(1)} MiB`;
