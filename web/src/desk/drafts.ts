import { dropDraft, listDrafts, storeDraft } from '@romduol/shared/api/drafts';
import { DraftId } from '@romduol/shared/ids';
import { z } from '@romduol/shared/schema';
import { openDraft, sealDraft } from '@romduol/shared/sealing/draft';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { Desk } from './desk.ts';

/** A form's fields, by the place in the console that they were typed in. */
const Kept = z.object({ place: z.string(), value: z.unknown(), at: z.number() });

export type KeptDraft = { readonly place: string; readonly value: unknown };

/** How long somebody may go on typing before what they typed is sent, ms. */
const PAUSE = 1_500;

/** Keeps what is typed on the server, sealed for the member alone. */
export type DraftKeeper = {
  /** What was kept before, here or on another device. */
  read(): Promise<readonly KeptDraft[]>;
  /** Notes how a form stands, or with `undefined` that it is done with; sent when the typing pauses. */
  note(place: string, value: unknown): void;
  /** Sends what waits. What could not be sent goes on waiting. */
  flush(): Promise<void>;
};

export function makeDraftKeeper(desk: () => Desk): DraftKeeper {
  const ids = new Map<string, DraftId>();
  const waiting = new Map<string, unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> = Promise.resolve();

  const sendOne = async (place: string, value: unknown): Promise<void> => {
    const { call, identity, member, clock } = desk();
    const known = ids.get(place);
    if (value === undefined) {
      if (known !== undefined) await call(dropDraft, { params: { draftId: known } });
      ids.delete(place);
      return;
    }
    const draftId = known ?? DraftId.parse(crypto.randomUUID());
    ids.set(place, draftId);
    const content = { place, value, at: clock() };
    const sealed = sealDraft({ vaultKey: identity.vaultKey, memberId: member.id, draftId, content });
    await call(storeDraft, { params: { draftId }, body: { sealed } });
  };
  const sendAll = async (): Promise<void> => {
    for (const [place, value] of waiting) {
      waiting.delete(place);
      try {
        await sendOne(place, value);
      } catch {
        // Typing goes on being possible without the server; a newer state of the same form is the better one.
        if (!waiting.has(place)) waiting.set(place, value);
        return;
      }
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    sending = sending.then(sendAll);
    return sending;
  };

  return {
    async read() {
      const { call, identity, member } = desk();
      const { drafts } = await call(listDrafts);
      const newest = new Map<string, { readonly value: unknown; readonly at: number }>();
      for (const { draftId, sealed } of drafts) {
        const kept = openKept({ vaultKey: identity.vaultKey, memberId: member.id, draftId, sealed });
        if (kept === null || (newest.get(kept.place)?.at ?? -1) >= kept.at) continue;
        newest.set(kept.place, kept);
        ids.set(kept.place, draftId);
      }
      return Array.from(newest, ([place, { value }]) => ({ place, value }));
    },
    note(place, value) {
      waiting.set(place, value);
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE);
    },
    flush,
  };
}

/** Null for one that does not open: it was for convenience only, and whoever damaged it learns nothing by our saying so. */
function openKept(sealed: Parameters<typeof openDraft>[0]): z.output<typeof Kept> | null {
  try {
    return Kept.safeParse(openDraft(sealed)).data ?? null;
  } catch (error) {
    if (error instanceof SealingError) return null;
    throw error;
  }
}
