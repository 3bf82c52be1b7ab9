import { Refusal } from '@romduol/server/refusal';
import { type FloodControl, makeFloodControl } from '@romduol/server/web-security/flood-control';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileCalls } from './file-calls.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';

const turns = { taken: 0, open: 0, refuse: false };
let fresh: FreshApp;
beforeAll(async () => {
  useSodium(await loadStandardSodium());
  const plain = makeFloodControl({ trustedProxies: [] });
  const flood: FloodControl = {
    ...plain,
    async takeTurn(c) {
      if (turns.refuse) throw new Refusal('busy');
      const end = await plain.takeTurn(c);
      turns.taken += 1;
      turns.open += 1;
      return () => {
        turns.open -= 1;
        end();
      };
    },
  };
  fresh = await freshApp('pglite', { flood });
});
afterAll(() => fresh.close());

test('chunks that come or are fetched take a turn each request, and give it back whatever comes of it', async () => {
  const { at, put, read, base64url, errorIn, announced } = fileCalls(() => fresh);
  const { token, file, report } = await announced();
  const [first = new Uint8Array(), second = new Uint8Array()] = file.chunks;
  const taken = async (ask: () => Promise<Response> | Response): Promise<readonly [status: number, turns: number]> => {
    const before = turns.taken;
    const { status } = await ask();
    expect(turns.open).toBe(0);
    return [status, turns.taken - before];
  };
  expect(await taken(() => put(at(file.object, 0), first, token))).toEqual([201, 1]);
  expect(await taken(() => put(at(file.object, 1), second, token))).toEqual([201, 1]);
  expect(await taken(() => put(at(file.object, 0), first.toReversed(), token))).toEqual([409, 1]);
  expect(await taken(() => read(at(file.object, 0), base64url(report.lookup)))).toEqual([200, 1]);
  expect(await taken(() => read(at(file.object, 0), base64url(token)))).toEqual([404, 1]);
  // Refused before anything is done costs none.
  expect(await taken(() => put(at(file.object, 0), first, report.lookup))).toEqual([403, 0]);
  expect(await taken(() => put(at(file.object, 0), second, token))).toEqual([400, 0]);

  turns.refuse = true;
  const answer = await put(at(file.object, 0), first, token);
  expect(answer.headers.get('retry-after')).toBe('10');
  expect(await errorIn(answer)).toEqual([503, 'busy']);
  turns.refuse = false;
});
