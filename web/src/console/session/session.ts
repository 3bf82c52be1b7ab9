import type { DeskActs, FoundedView } from '../../desk/acts.ts';
import type { FoundingPlan } from '../../desk/founding.ts';
import type { DeskView } from '../../desk/views.ts';
import type { MemberId } from '@romduol/shared/ids';
import { Refusal } from '../desk-line.ts';
import { keepMark } from './statement-mark.ts';

export type LockReason = 'asked' | 'idle' | 'hidden' | 'failed';

/** Nothing that was decrypted may stand outside `open`: the other states are all that survives a lock. */
export type SessionState =
  | { readonly at: 'signed_out' }
  | { readonly at: 'founding'; readonly token: string }
  | { readonly at: 'founded'; readonly founded: FoundedView }
  | { readonly at: 'locked'; readonly handle: string; readonly why: LockReason }
  | { readonly at: 'open'; readonly acts: DeskActs; readonly view: DeskView };

export type Session = {
  state(): SessionState;
  /** Calls back after every change; answers how to stop. */
  subscribe(listener: () => void): () => void;
  /** Reject with `Refusal`, leaving the state as it was. */
  signIn(handle: string, passphrase: string): Promise<void>;
  unlock(passphrase: string): Promise<void>;
  found(plan: FoundingPlan): Promise<void>;
  /** Shows a newer view of the member and the keyring. */
  refresh(view: DeskView): void;
  lock(why: LockReason): void;
  signOut(): Promise<void>;
  /** From any closed state to the sign-in screen. */
  leave(): void;
};

type RunningDesk = { readonly acts: DeskActs; end(): void };

/** How long the desk may hand in what waits before it is ended all the same; what it kept back is sent next time. */
export const HAND_IN_LIMIT_MS = 4_000;

/**
 * Who is at work and how they got there. `startDesk` starts a worker of its own for every sign-in, so that a lock can
 * end the one before without asking it.
 */
export function makeSession(startDesk: (onFailure: () => void) => RunningDesk, foundingToken: string | null): Session {
  const listeners = new Set<() => void>();
  let state: SessionState = foundingToken === null ? { at: 'signed_out' } : { at: 'founding', token: foundingToken };
  let desk: RunningDesk | null = null;

  const show = (next: SessionState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  /** Runs an act on a new desk, which lives on when it succeeds. */
  async function open(act: (acts: DeskActs) => Promise<DeskView>): Promise<void> {
    const started = startDesk(() => {
      if (desk === started) lock('failed');
    });
    try {
      const view = await act(started.acts);
      desk = started;
      show({ at: 'open', acts: started.acts, view });
    } catch (refusal) {
      started.end();
      throw refusal;
    }
  }

  function lock(why: LockReason): void {
    if (state.at !== 'open' || desk === null) return;
    const closing = desk;
    const { id, handle } = state.view.member;
    desk = null;
    show({ at: 'locked', handle, why });
    void endAfter(closing, handIn(closing, id));
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signIn: (handle, passphrase) => open((acts) => acts.signIn(handle, passphrase)),
    async unlock(passphrase) {
      if (state.at !== 'locked') return;
      const { handle } = state;
      await open((acts) =>
        acts.unlock(handle, passphrase).catch((refusal: unknown) => {
          // The session on the server ended meanwhile: the same words open a new one.
          if (!(refusal instanceof Refusal)) throw refusal;
          if (refusal.code === 'not_signed_in') return acts.signIn(handle, passphrase);
          // Nothing is sent to unlock, so nobody but the seal itself can say that the words are wrong.
          throw refusal.code === 'damaged' ? new Refusal('wrong_passphrase') : refusal;
        }),
      );
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
      await endAfter(
        closing,
        handIn(closing, id).then(() => closing.acts.signOut()),
      );
    },
    leave() {
      if (state.at !== 'open') show({ at: 'signed_out' });
    },
  };
}

async function handIn({ acts }: RunningDesk, member: MemberId): Promise<void> {
  keepMark(member, await acts.prepareLock());
}

async function endAfter(desk: RunningDesk, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, HAND_IN_LIMIT_MS);
  });
  // A refusal changes nothing: the desk ends, and sends what it kept back when it is opened again.
  await Promise.race([work.catch(() => undefined), limit]);
  clearTimeout(timer);
  desk.end();
}
