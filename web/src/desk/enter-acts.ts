import type { NewPasskey, PasskeyOffer, PasskeyProof } from '@romduol/shared/api/passkeys';
import { type Desk, DeskRefusal } from './desk.ts';
import { requireStrong } from './member-acts.ts';
import { beginFactor, offerFactor } from './own-account.ts';
import {
  beginPasskey,
  giveNewPasskey,
  givePasskey,
  offerPasskey,
  offerQuickUnlock,
  unlockByPasskey,
} from './passkeys.ts';
import { type OpenDesk, type WaitingSignIn, giveCode, recover, signIn, unlock } from './sign-in.ts';
import type { DeskView } from './views.ts';
import type { Entry, FactorOffer, QuickOffer } from './factor-views.ts';

/** The part of the desk's acts by which a member comes in. */
export type EnterActs = {
  /** Argon2id over 128 MiB: half a second to several. */
  signIn(handle: string, passphrase: string): Promise<Entry>;
  /** Six digits of a code generator, for a sign-in that waits for them or for a generator being set up. */
  giveCode(code: string): Promise<Entry>;
  /** A passkey's signature, for a sign-in that waits for it. */
  givePasskey(proof: PasskeyProof): Promise<Entry>;
  /** For a sign-in that waits for a second proof to be set up. */
  offerPasskey(): Promise<PasskeyOffer>;
  /** A passkey that was just made, for that sign-in or for a member at work. */
  giveNewPasskey(made: NewPasskey): Promise<Entry>;
  /** For a member at work; the new passkey goes to `giveNewPasskey`. */
  beginPasskey(passphrase: string): Promise<PasskeyOffer>;
  /** Begins to set up a code generator; the first code goes to `giveCode`. */
  beginFactor(passphrase: string): Promise<FactorOffer>;
  /** With the words of a recovery card and a new passphrase. Throws `bad_recovery_words`, `weak_passphrase`. */
  recover(handle: string, words: string, passphrase: string): Promise<Entry>;
  /**
   * While the session still lives; the worker that held the keys has been ended. `listsCases`: the member does casework, so that
   * their list can be asked for before it is known that the passphrase is right.
   */
  unlock(handle: string, passphrase: string, listsCases: boolean): Promise<DeskView>;
  /** What a passkey is to be asked before `unlockByPasskey`; after a lock, while the session lives. */
  offerQuickUnlock(handle: string): Promise<QuickOffer>;
  /** `output`: what the passkey worked out, 32 bytes. */
  unlockByPasskey(handle: string, credentialId: string, output: Uint8Array): Promise<DeskView>;
};

/** Puts whoever has come in to work, signed in or back `since` a lock. */
export type BeginWork = (open: Promise<Desk>, since?: 'lock') => Promise<DeskView>;

/** `askAhead` asks for their list of cases before that. */
export function makeEnterActs(
  way: Omit<OpenDesk, 'handle'>,
  desk: () => Desk,
  begin: BeginWork,
  askAhead: () => void,
): EnterActs {
  let waiting: WaitingSignIn | undefined;
  const underWay = (): WaitingSignIn => {
    if (waiting === undefined) throw new DeskRefusal('factor_needed');
    return waiting;
  };
  const enter = async (entering: Promise<Desk | WaitingSignIn>): Promise<Entry> => {
    const entered = await entering;
    if ('identity' in entered) {
      waiting = undefined;
      return { at: 'open', view: await begin(Promise.resolve(entered)) };
    }
    waiting = entered;
    if (entered.waitsFor === 'factor') return { at: 'factor', ...entered.has };
    return { at: 'enrol', offer: await offerFactor(way.call, entered.ticket) };
  };
  return {
    signIn: (handle, passphrase) => enter(signIn({ ...way, handle, passphrase })),
    giveCode: async (code) => enter(giveCode(underWay(), code)),
    givePasskey: async (proof) => enter(givePasskey(underWay(), proof)),
    offerPasskey: async () => offerPasskey(underWay()),
    giveNewPasskey: async (made) => enter(giveNewPasskey(underWay(), made)),
    beginPasskey: async (passphrase) => {
      const begun = await beginPasskey(desk(), passphrase);
      ({ waiting } = begun);
      return begun.offer;
    },
    beginFactor: async (passphrase) => {
      const begun = await beginFactor(desk(), passphrase);
      ({ waiting } = begun);
      return begun.offer;
    },
    recover: async (handle, words, passphrase) => {
      await requireStrong(passphrase, handle);
      return enter(recover({ ...way, handle, passphrase, words }));
    },
    unlock: (handle, passphrase, listsCases) => {
      if (listsCases) askAhead();
      return begin(unlock({ ...way, handle, passphrase }), 'lock');
    },
    offerQuickUnlock: (handle) => offerQuickUnlock({ ...way, handle }),
    unlockByPasskey: (handle, credentialId, output) =>
      begin(unlockByPasskey({ ...way, handle }, credentialId, output), 'lock'),
  };
}
