import type { DeskActs, FoundedView } from '../../desk/acts.ts';
import type { FoundingPlan } from '../../desk/founding.ts';
import type { DeskView } from '../../desk/views.ts';
import type { Entry } from '../../desk/factor-views.ts';
import { Refusal } from '../desk-line.ts';
import type { RunningDesk } from '../start-desk.ts';
import { endDesk } from './end-desk.ts';
import { makePasskey, usePasskey, workOut } from './passkey.ts';

export type LockReason = 'asked' | 'idle' | 'hidden' | 'failed';

/** Nothing that was decrypted may stand outside `open`: the other states are all that survives a lock. */
export type SessionState =
  | { readonly at: 'signed_out' }
  | { readonly at: 'founding'; readonly token: string }
  | { readonly at: 'founded'; readonly founded: FoundedView }
  /** By an invitation's link, whose code may be missing: then it is typed. */
  | { readonly at: 'invited'; readonly code: string; readonly acts: DeskActs }
  /** With the card of somebody who forgot their passphrase. */
  | { readonly at: 'recovering'; readonly acts: DeskActs }
  /** The passphrase was right; a code is asked for, or a code generator set up. */
  | { readonly at: 'proving'; readonly handle: string; readonly entry: Exclude<Entry, { at: 'open' }> }
  /** With made-up cases, and no desk of anybody's. */
  | { readonly at: 'practising'; readonly acts: DeskActs; readonly view: DeskView }
  | {
      readonly at: 'locked';
      readonly handle: string;
      readonly why: LockReason;
      /** One of the member's passkeys can unlock. */
      readonly byPasskey: boolean;
      /** Their first screen is a list of cases. */
      readonly listsCases: boolean;
    }
  | { readonly at: 'open'; readonly acts: DeskActs; readonly view: DeskView };

export type Session = {
  state(): SessionState;
  /** Calls back after every change; answers how to stop. */
  subscribe(listener: () => void): () => void;
  /** Starts a worker for the desk that is about to open, while the passphrase is still being typed. */
  prepare(): void;
  /** Reject with `Refusal`, leaving the state as it was. */
  signIn(handle: string, passphrase: string): Promise<void>;
  unlock(passphrase: string): Promise<void>;
  /** By one of the member's passkeys, while the session on the server lives. */
  unlockByPasskey(): Promise<void>;
  giveCode(code: string): Promise<void>;
  givePasskey(): Promise<void>;
  /** Makes a passkey and goes on with it. */
  enrolPasskey(): Promise<void>;
  recover(handle: string, words: string, passphrase: string): Promise<void>;
  /** To the screens that have a desk of their own before anybody is signed in. */
  visit(at: 'invited' | 'recovering'): void;
  /** To made-up cases; from the sign-in screen alone, where no real desk is open. */
  practise(): Promise<void>;
  found(plan: FoundingPlan): Promise<void>;
  /** Shows a newer view of the member and the keyring. */
  refresh(view: DeskView): void;
  lock(why: LockReason): void;
  signOut(): Promise<void>;
  /** From any closed state to the sign-in screen. */
  leave(): void;
};

/**
 * Who is at work and how they got there. `startDesk` starts a worker of its own for every sign-in, so that a lock can
 * end the one before without asking it.
 */
export function makeSession(
  startDesk: (onFailure: () => void) => RunningDesk,
  startPractice: (onFailure: () => void) => RunningDesk,
  arrival: { readonly founding?: string; readonly invitation?: string } = {},
): Session {
  const listeners = new Set<() => void>();
  let state: SessionState = { at: 'signed_out' };
  let desk: RunningDesk | null = null;
  /** Started and not used yet: there is nothing of anybody's in it. */
  let spare: RunningDesk | null = null;
  /** When the desk before has handed in what was typed, and signed out where it is to: by the cookie that the next one gets. */
  let handedIn: Promise<void> = Promise.resolve();

  const show = (next: SessionState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const begin = (): RunningDesk => {
    const started = startDesk(() => {
      if (spare === started) spare = null;
      if (desk === started) lock('failed');
    });
    return started;
  };
  const drop = (): void => {
    desk?.end();
    spare?.end();
    desk = spare = null;
  };
  const visit = (at: 'invited' | 'recovering', code = ''): void => {
    drop();
    desk = begin();
    show(at === 'invited' ? { at, code, acts: desk.acts } : { at, acts: desk.acts });
  };

  /** Goes where a sign-in led: to work, or to the code that it still asks for. The desk that asked lives on. */
  function enter(started: RunningDesk, handle: string, entry: Entry): void {
    if (desk !== started) drop();
    desk = started;
    if (entry.at === 'open') show({ at: 'open', acts: started.acts, view: entry.view });
    else show({ at: 'proving', handle, entry });
  }

  /** Runs an act on a new desk, which lives on when it succeeds. */
  async function open(handle: string, act: (acts: DeskActs) => Promise<Entry>): Promise<void> {
    const started = spare ?? begin();
    spare = null;
    try {
      enter(started, handle, await act(started.acts));
    } catch (refusal) {
      started.end();
      throw refusal;
    }
  }

  function lock(why: LockReason): void {
    if (desk === null) return;
    const closing = desk;
    desk = null;
    if (state.at !== 'open') {
      closing.end();
      show({ at: 'signed_out' });
      return;
    }
    const { id, handle, roles } = state.view.member;
    const listsCases = roles.some((role) => role === 'caseworker' || role === 'supervisor');
    show({ at: 'locked', handle, why, byPasskey: state.view.quickUnlock, listsCases });
    handedIn = endDesk(closing, id);
  }

  if (arrival.founding !== undefined) state = { at: 'founding', token: arrival.founding };
  else if (arrival.invitation !== undefined) visit('invited', arrival.invitation);

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prepare() {
      spare ??= begin();
    },
    signIn: (handle, passphrase) =>
      open(handle, async (acts) => {
        await handedIn;
        return acts.signIn(handle, passphrase);
      }),
    async giveCode(code) {
      if (state.at !== 'proving' || desk === null) return;
      const { handle } = state;
      enter(desk, handle, await desk.acts.giveCode(code));
    },
    async givePasskey() {
      if (state.at !== 'proving' || desk === null || state.entry.at !== 'factor') return;
      const { handle, entry } = state;
      if (entry.passkey !== null) enter(desk, handle, await desk.acts.givePasskey(await usePasskey(entry.passkey)));
    },
    async enrolPasskey() {
      if (state.at !== 'proving' || desk === null) return;
      const { handle } = state;
      const { acts } = desk;
      enter(desk, handle, await acts.giveNewPasskey(await makePasskey(await acts.offerPasskey())));
    },
    async unlockByPasskey() {
      if (state.at !== 'locked') return;
      const { handle } = state;
      await open(handle, async (acts) => {
        const { credentialId, output } = await workOut(await acts.offerQuickUnlock(handle));
        // Not before: a browser asks for a passkey only just after a touch.
        await handedIn;
        return { at: 'open', view: await acts.unlockByPasskey(handle, credentialId, output) };
      });
    },
    async recover(handle, words, passphrase) {
      if (state.at !== 'recovering' || desk === null) return;
      enter(desk, handle, await desk.acts.recover(handle, words, passphrase));
    },
    visit: (at) => visit(at),
    async practise() {
      if (state.at !== 'signed_out') return;
      const started = startPractice(() => {
        if (desk !== started) return;
        drop();
        show({ at: 'signed_out' });
      });
      try {
        const view = await started.acts.look();
        drop();
        desk = started;
        show({ at: 'practising', acts: started.acts, view });
      } catch (refusal) {
        started.end();
        throw refusal;
      }
    },
    async unlock(passphrase) {
      if (state.at !== 'locked') return;
      const { handle, listsCases } = state;
      await open(handle, async (acts) => {
        await handedIn;
        try {
          return { at: 'open', view: await acts.unlock(handle, passphrase, listsCases) };
        } catch (refusal) {
          // The session on the server ended meanwhile: the same words open a new one.
          if (!(refusal instanceof Refusal)) throw refusal;
          if (refusal.code === 'not_signed_in') return acts.signIn(handle, passphrase);
          // Nothing is sent to unlock, so nobody but the seal itself can say that the words are wrong.
          throw refusal.code === 'damaged' ? new Refusal('wrong_passphrase') : refusal;
        }
      });
    },
    async found(plan) {
      if (state.at !== 'founding') return;
      const started = startDesk(() => {});
      try {
        const founded = await started.acts.found(state.token, plan);
        show({ at: 'founded', founded });
      } finally {
        started.end();
      }
    },
    refresh(view) {
      if (state.at === 'open') show({ ...state, view });
    },
    lock,
    async signOut() {
      if (state.at !== 'open' || desk === null) return;
      const closing = desk;
      const { id } = state.view.member;
      desk = null;
      show({ at: 'signed_out' });
      handedIn = endDesk(closing, id, () => closing.acts.signOut());
      await handedIn;
    },
    leave() {
      if (state.at === 'open') return;
      drop();
      show({ at: 'signed_out' });
    },
  };
}
