import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { PINNED } from '@romduol/shared/sealing/pinned-root';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { makeCaller } from '../desk/caller.ts';
import { makeActs } from '../desk/make-acts.ts';
import type { OpenStream } from '../desk/follow-changes.ts';
import type { FetchBytes } from '../desk/open-file.ts';
import type { SendBytes } from '../desk/outgoing-files.ts';
import { makeDeriveAside } from './derive-aside.ts';
import { openDoor } from './desk-door.ts';

// The member's identity and everything it opens live in this worker and nowhere else; ending it frees the memory.

const OURS = { credentials: 'same-origin', mode: 'same-origin', redirect: 'error', cache: 'no-store' } as const;

const call = makeCaller(async ({ method, path, body }) => {
  const headers: HeadersInit = body === null ? {} : { 'content-type': 'application/json' };
  const answer = await fetch(path, { method, body, headers, ...OURS });
  return { status: answer.status, text: await answer.text() };
});

const fetchBytes: FetchBytes = async (path) => {
  const answer = await fetch(path, OURS);
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
};

const sendBytes: SendBytes = (path, request) => fetch(path, { ...request, ...OURS });

// Ended with the worker, and so by a lock.
const openStream: OpenStream = async (path, signal) => {
  const answer = await fetch(path, { ...OURS, signal });
  return { status: answer.status, body: answer.body && piecesOf(answer.body.getReader()) };
};

/** Safari's streams cannot be walked through by themselves. */
async function* piecesOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

useSodium(await loadSumoSodium());
// Only now: what another worker says while this one waits for its library might be lost. Browsers whose workers can start none
// work it out in here.
const aside = typeof Worker === 'undefined' ? undefined : makeDeriveAside();
const ways = { call, fetchBytes, sendBytes, openStream, clock: Date.now, ...PINNED };
openDoor(self, makeActs(aside === undefined ? ways : { ...ways, deriveRoot: aside.deriveRoot, onOpen: aside.end }));
