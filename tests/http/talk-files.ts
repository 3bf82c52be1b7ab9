import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { type ReceiptKeys, deriveReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { answer } from '@romduol/web/desk/conversation';
import type { Desk } from '@romduol/web/desk/desk';
import type { FetchBytes } from '@romduol/web/desk/open-file';
import { openOutgoing } from '@romduol/web/desk/outgoing-files';
import type { DatabaseKind } from '../database/fresh.ts';
import { type FreshApp, freshApp, send, signInAs } from './fresh-app.ts';
import { type HandedIn, handInFor } from './hand-in.ts';
import { openDesk } from './open-desk.ts';

export type Part = readonly [name: string, value: string | File];
export const file = (bytes: Uint8Array, name: string): File => new File([new Uint8Array(bytes)], name);

/** Chunks, by their paths, whose bytes are changed on the way from the console, and those that are refused. */
type BadLine = { spoil?: RegExp | undefined; lose?: RegExp | undefined };

/** A caseworker and the return page without script, on an app of the test's. */
export type TalkFiles = {
  readonly fresh: FreshApp;
  readonly desk: Desk;
  readonly fetchBytes: FetchBytes;
  /** A report whose reporter has twenty digits. */
  handIn(): Promise<Omit<HandedIn, 'receipt'> & { readonly receipt: string; readonly keys: ReceiptKeys }>;
  /** Posts a form of the return page. */
  post(parts: readonly Part[], language?: string): Promise<Response>;
  /** The page that answers a reply; `after` as the form says it. */
  reply(receipt: string, parts: readonly Part[], form?: { language?: string; after?: string }): Promise<string>;
  /** Sends words and files as the console does. */
  sendFromTeam(given: Pick<HandedIn, 'caseId'>, text: string, files: readonly File[], line?: BadLine): Promise<void>;
};

export async function openTalkFiles(kind: DatabaseKind): Promise<TalkFiles> {
  const fresh = await freshApp(kind);
  useSodium(await loadSumoSodium());
  const desk = await openDesk(fresh, 'sok.dara');
  const cookie = await signInAs(fresh, 'sok.dara');
  let bad: BadLine = {};
  const outgoing = openOutgoing(async (path, { headers, method = 'GET', body }) => {
    if (bad.lose?.test(path) === true) return new Response(null, { status: 409 });
    const sent = body instanceof Uint8Array ? Uint8Array.from(body) : String(body);
    if (bad.spoil?.test(path) === true && sent instanceof Uint8Array) sent[100] = (sent[100] ?? 0) ^ 1;
    return fresh.app.request(path, {
      method,
      body: sent,
      headers: { ...(headers as Record<string, string>), 'sec-fetch-site': 'same-origin', cookie },
    });
  });
  const post: TalkFiles['post'] = async (parts, language = 'en') => {
    const form = new FormData();
    for (const [name, value] of parts) form.append(name, value);
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    return fresh.app.request(`/${language}/return`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': request.headers.get('content-type') ?? '' },
      body: request.body,
      duplex: 'half',
    } as RequestInit);
  };
  return {
    fresh,
    desk,
    async fetchBytes(path) {
      const served = await send(fresh.app, 'GET', path, { cookie });
      return { status: served.status, bytes: new Uint8Array(await served.arrayBuffer()) };
    },
    async handIn() {
      const receipt = generateReceipt();
      const keys = deriveReceipt(receipt, fresh.keyring().fingerprint);
      return { ...(await handInFor(fresh, keys)), receipt, keys };
    },
    post,
    async reply(receipt, parts, { language = 'en', after = '0' } = {}) {
      return (await post([['receipt', receipt], ['after', after], ...parts, ['act', 'reply']], language)).text();
    },
    async sendFromTeam({ caseId }, text, files, line = {}) {
      bad = line;
      const { id } = await outgoing.prepare(files, true);
      await answer(desk, caseId, text, { prepared: outgoing.prepared(id), handIn: outgoing.handIn });
    },
  };
}
