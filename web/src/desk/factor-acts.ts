import { agreeFactorReset, askFactorReset, dropFactorReset, listFactorResets } from '@romduol/shared/api/passkeys';
import type { MemberId } from '@romduol/shared/ids';
import { quickUnlockInput } from '@romduol/shared/sealing/quick-unlock';
import type { Desk } from './desk.ts';
import { handleOf } from './members.ts';
import { endQuickUnlock, namePasskey, readOwnFactors, removeFactor, setQuickUnlock } from './passkeys.ts';
import type { FactorResetView, FactorsView } from './factor-views.ts';

/** The part of the desk's acts that is about second proofs. */
export type FactorActs = {
  /** Answers whether it is done: a colleague has to agree where there is one. */
  askFactorReset(id: MemberId): Promise<boolean>;
  factorResets(): Promise<readonly FactorResetView[]>;
  agreeFactorReset(id: MemberId): Promise<readonly FactorResetView[]>;
  dropFactorReset(id: MemberId): Promise<readonly FactorResetView[]>;

  factors(): Promise<FactorsView>;
  namePasskey(id: string, name: string): Promise<FactorsView>;
  /** A passkey by its id, or `totp`. */
  removeFactor(factor: string, passphrase: string): Promise<FactorsView>;
  /** What the passkey is to work its secret out from. */
  quickUnlockInput(): Promise<Uint8Array>;
  setQuickUnlock(id: string, output: Uint8Array): Promise<FactorsView>;
  endQuickUnlock(id: string): Promise<FactorsView>;
};

/** Nobody but those who may agree is told of them. */
async function readResets(desk: Desk): Promise<readonly FactorResetView[]> {
  const mayAsk = desk.member.roles.some((role) => role === 'supervisor' || role === 'administrator');
  const { resets } = mayAsk ? await desk.call(listFactorResets) : { resets: [] };
  return resets.map(({ member, askedBy, day }) => ({
    member,
    handle: handleOf(desk, member),
    askedBy: handleOf(desk, askedBy),
    own: askedBy === desk.member.id,
    aboutSelf: member === desk.member.id,
    day,
  }));
}

export function makeFactorActs(desk: () => Desk): FactorActs {
  return {
    askFactorReset: async (member) => (await desk().call(askFactorReset, { body: { member } })).done,
    factorResets: () => readResets(desk()),
    agreeFactorReset: async (member) => {
      await desk().call(agreeFactorReset, { params: { member } });
      return readResets(desk());
    },
    dropFactorReset: async (member) => {
      await desk().call(dropFactorReset, { params: { member } });
      return readResets(desk());
    },

    factors: () => readOwnFactors(desk()),
    namePasskey: async (id, name) => {
      await namePasskey(desk(), id, name);
      return readOwnFactors(desk());
    },
    removeFactor: async (factor, passphrase) => {
      await removeFactor(desk(), factor, passphrase);
      return readOwnFactors(desk());
    },
    quickUnlockInput: () => Promise.resolve(quickUnlockInput()),
    setQuickUnlock: async (id, output) => {
      await setQuickUnlock(desk(), id, output);
      return readOwnFactors(desk());
    },
    endQuickUnlock: async (id) => {
      await endQuickUnlock(desk(), id);
      return readOwnFactors(desk());
    },
  };
}
