import { dropDraft, listDrafts, MOST_SEEN, storeDraft } from '@romduol/shared/api/drafts';
import { DraftId } from '@romduol/shared/ids';
import { z } from '@romduol/shared/schema';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { openDraft, sealDraft } from '@romduol/shared/sealing/draft';
import { SealingError } from '@romduol/shared/sealing/errors';
import { ApiRefusal } from './caller.ts';
import type { Desk } from './desk.ts';
import { joinTyped } from './join-drafts.ts';

/** A form's fields, by the place in the console that they were typed in. */
const Kept = z.object({ place: z.string(), value: z.unknown(), at: z.number() });

export type KeptDraft = { readonly place: string; readonly value: unknown };

/** How long somebody may go on typing before what they typed is sent, ms. */
const PAUSE = 1_500;

/** Keeps what is typed on the server, sealed for the member alone. */
export type DraftKeeper = {
  /** What was kept before, here or on another device; of two devices that did not know of each other, the words of both. */
  read(): Promise<readonly KeptDraft[]>;
  /** Notes how a form stands, or with `undefined` that it is done with; sent when the typing pauses. */
  note(place: string, value: unknown): void;
  /** Sends what waits. What could not be sent goes on waiting. */
  flush(): Promise<void>;
};

/** Under which id a place's state is kept, and in which states this desk has seen it, or may have left it. */
type Stored = { readonly draftId: DraftId; readonly seen: readonly Uint8Array[] };

export function makeDraftKeeper(desk: () => Desk): DraftKeeper {
  const own = new Map<string, Stored>();
  /** Left by another device, whose words are in what this one shows. */
  const within = new Map<string, readonly Stored[]>();
  const waiting = new Map<string, unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> = Promise.resolve();

  const drop = ({ draftId, seen }: Stored): Promise<unknown> =>
    desk().call(dropDraft, { params: { draftId }, query: { over: seen.map(toBase64url).join('.') } });
  const dropWithin = async (place: string): Promise<void> => {
    for (const one of within.get(place) ?? []) await drop(one);
    within.delete(place);
  };
  const sendOne = async (place: string, value: unknown): Promise<void> => {
    const known = own.get(place);
    if (value !== undefined) {
      await keep(place, value, known);
    } else if (known !== undefined) {
      await drop(known);
      own.delete(place);
    }
    await dropWithin(place);
  };
  const keep = async (place: string, value: unknown, known: Stored | undefined): Promise<void> => {
    const { call, identity, member, clock } = desk();
    const draftId = known?.draftId ?? DraftId.parse(crypto.randomUUID());
    const over = known?.seen ?? [];
    const content = { place, value, at: clock() };
    const sealed = sealDraft({ vaultKey: identity.vaultKey, memberId: member.id, draftId, content });
    // Before it is sent: whether it arrived is not known where the line drops.
    own.set(place, { draftId, seen: [...over, sealed.nonce].slice(-MOST_SEEN) });
    try {
      await call(storeDraft, { params: { draftId }, body: { sealed, over: [...over] } });
      own.set(place, { draftId, seen: [sealed.nonce] });
    } catch (refusal) {
      if (known === undefined || !(refusal instanceof ApiRefusal && refusal.code === 'sequence_taken')) throw refusal;
      // Another device has gone on with it, and its words stay: these stand beside them from now on.
      await keep(place, value, undefined);
    }
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
      const kept = drafts.flatMap(({ draftId, sealed }) => {
        const opened = openKept({ vaultKey: identity.vaultKey, memberId: member.id, draftId, sealed });
        return opened === null ? [] : [{ ...opened, stored: { draftId, seen: [sealed.nonce] } }];
      });
      const shown = new Map<string, unknown>();
      for (const { place, value, stored } of kept.toSorted((a, b) => b.at - a.at)) {
        if (!shown.has(place)) {
          shown.set(place, value);
          own.set(place, stored);
          within.delete(place);
          continue;
        }
        const joined = joinTyped(shown.get(place), value);
        shown.set(place, joined.value);
        // One whose words are not all there waits until this one is done with.
        if (joined.whole) within.set(place, [...(within.get(place) ?? []), stored]);
      }
      return Array.from(shown, ([place, value]) => ({ place, value }));
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
