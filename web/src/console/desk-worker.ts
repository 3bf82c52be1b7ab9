import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { makeCaller } from '../desk/caller.ts';
import { makeActs } from '../desk/make-acts.ts';
import { openDoor } from './desk-door.ts';

// The member's identity and everything it opens live in this worker and nowhere else; ending it frees the memory.

const call = makeCaller(async ({ method, path, body }) => {
  const answer = await fetch(path, {
    method,
    body,
    headers: body === null ? {} : { 'content-type': 'application/json' },
    credentials: 'same-origin',
    mode: 'same-origin',
    redirect: 'error',
    cache: 'no-store',
  });
  return { status: answer.status, text: await answer.text() };
});

useSodium(await loadSumoSodium());
openDoor(self, makeActs({ call, clock: Date.now }));
