import type { InvitationPlan } from '@romduol/shared/api/invitations';
import type { MemberId } from '@romduol/shared/ids';
import type { Words } from '@romduol/shared/language/language';
import { fingerprintWords } from '@romduol/shared/sealing/fingerprint-words';
import { fromBase64url, toBase64url } from '@romduol/shared/sealing/bytes';
import { generatePassphrase } from '@romduol/shared/sealing/passphrase';
import type { OrganisationSettings } from '@romduol/shared/site/organisation-settings';
import type { TeamToSign } from '@romduol/shared/sealing/keyring-signing';
import type { Caller } from './caller.ts';
import { type CardActs, makeCardActs } from './card-acts.ts';
import { confirmKeyring } from './confirm.ts';
import { type Clock, type Desk, DeskRefusal } from './desk.ts';
import { admit, answerInvitation, invite, readInvitations, readInvited, withdrawInvitation } from './invitations.ts';
import { type Judgement, judgePassphrase } from './judge-passphrase.ts';
import { type Outcome, newestFile, signKeyring } from './keyring-work.ts';
import {
  type MemberChange,
  changeMember,
  changeTeams,
  dropProposed,
  liftSuspension,
  readProposed,
  readSuspended,
  renameOrganisation,
  secondProposed,
  suspend,
} from './members-work.ts';
import { type FactorActs, makeFactorActs } from './factor-acts.ts';
import { followSettings, saveSettings } from './organisation-settings.ts';
import { changePassphrase, readRecoveryCard } from './own-account.ts';
import { showDesk } from './show.ts';
import { startWork } from './start-work.ts';
import type { AnsweredView, DeskView, InvitationView, InvitedView, ProposalView, RootView } from './views.ts';

/** What a change of the keyring came to, and how the desk then stands. */
export type Signed = { readonly outcome: Outcome; readonly view: DeskView };

/** The part of the desk's acts that is about members, their keys and their own accounts. */
export type MemberActs = FactorActs &
  CardActs & {
    /** Six words that nobody has chosen. */
    suggestPassphrase(): Promise<string>;
    judgePassphrase(passphrase: string): Promise<Judgement>;
    /** As an invitee, before there is an account. */
    readInvited(code: string): Promise<InvitedView>;
    /** Makes the keys. Throws `weak_passphrase`. */
    answerInvitation(code: string, passphrase: string): Promise<AnsweredView>;

    invitations(): Promise<readonly InvitationView[]>;
    /** Answers the code, which is shown once. */
    invite(plan: InvitationPlan): Promise<string>;
    withdrawInvitation(id: string): Promise<readonly InvitationView[]>;
    /** `words` are those that were compared; `rootSeed` in base64url, off the root card. */
    admit(id: string, words: readonly string[], rootSeed: string | null): Promise<Signed>;

    settings(): Promise<OrganisationSettings>;
    /** As an administrator. */
    saveSettings(settings: OrganisationSettings): Promise<OrganisationSettings>;
    /** The root key's public half, for posters and for pinning a build. */
    rootKey(): Promise<RootView>;
    /** Prolongs the keyring by 90 days, with the root's seed also its list of administrators by two years. */
    renewKeyring(rootSeed: string | null): Promise<Signed>;
    changeMember(id: MemberId, change: MemberChange, rootSeed: string | null): Promise<Signed>;
    /** `version` is that of the keyring which the teams were changed from. */
    changeTeams(teams: readonly TeamToSign[], version: number): Promise<Signed>;
    /** Gives the organisation another name, which the root signs. */
    renameOrganisation(name: Words, rootSeed: string | null): Promise<Signed>;
    /** What waits for a second signature. */
    proposal(): Promise<ProposalView | null>;
    secondProposal(id: string): Promise<DeskView>;
    dropProposal(): Promise<void>;
    confirmKeyring(): Promise<DeskView>;

    suspended(): Promise<readonly MemberId[]>;
    suspend(id: MemberId): Promise<readonly MemberId[]>;
    liftSuspension(id: MemberId): Promise<readonly MemberId[]>;

    changePassphrase(old: string, passphrase: string): Promise<void>;
    recoveryCard(passphrase: string): Promise<readonly string[]>;
  };

/** Throws `weak_passphrase` for one that guessing would find. */
export async function requireStrong(passphrase: string, handle: string): Promise<void> {
  if ((await judgePassphrase(passphrase, [handle])) !== 'good') throw new DeskRefusal('weak_passphrase');
}

/** A root seed as people type or paste it. Throws `wrong_root_key` for what is none. */
function readRootSeed(typed: string | null): { rootSeed?: Uint8Array } {
  const text = typed?.replaceAll(/\s+/g, '') ?? '';
  if (text === '') return {};
  if (!/^[\w-]{43}$/.test(text)) throw new DeskRefusal('wrong_root_key');
  return { rootSeed: fromBase64url(text) };
}

export function makeMemberActs(
  way: { readonly call: Caller; readonly clock: Clock; readonly pinnedRoot?: Uint8Array },
  desk: () => Desk,
): MemberActs {
  const pinned = way.pinnedRoot === undefined ? {} : { pinnedRoot: way.pinnedRoot };
  const signed = (outcome: Outcome): Signed => ({ outcome, view: showDesk(desk()) });
  return {
    suggestPassphrase: () => Promise.resolve(generatePassphrase()),
    judgePassphrase: (passphrase) => judgePassphrase(passphrase),
    readInvited: (code) => readInvited(way.call, way.clock, code, pinned),
    answerInvitation: async (code, passphrase) => {
      const { handle } = await readInvited(way.call, way.clock, code, pinned);
      await requireStrong(passphrase, handle);
      return answerInvitation(way.call, code, passphrase);
    },

    invitations: () => readInvitations(desk()),
    invite: (plan) => invite(desk(), plan),
    withdrawInvitation: async (id) => {
      await withdrawInvitation(desk(), id);
      return readInvitations(desk());
    },
    admit: async (id, words, rootSeed) => signed(await admit(desk(), { id, words, ...readRootSeed(rootSeed) })),

    settings: () => followSettings(desk()),
    saveSettings: (settings) => saveSettings(desk(), settings),
    rootKey: async () => {
      const { root } = await newestFile(desk());
      const words = fingerprintWords(desk().keyring.fingerprint);
      return { key: toBase64url(root), words, pinned: desk().pinnedRoot !== undefined };
    },
    renewKeyring: async (rootSeed) => signed(await signKeyring(desk(), readRootSeed(rootSeed))),
    changeMember: async (id, change, rootSeed) =>
      signed(await changeMember(desk(), id, change, readRootSeed(rootSeed).rootSeed)),
    changeTeams: async (teams, version) => signed(await changeTeams(desk(), teams, version)),
    renameOrganisation: async (name, rootSeed) =>
      signed(await renameOrganisation(desk(), name, readRootSeed(rootSeed).rootSeed)),
    proposal: () => readProposed(desk()),
    secondProposal: async (id) => {
      await secondProposed(desk(), id);
      return showDesk(desk());
    },
    dropProposal: () => dropProposed(desk()),
    confirmKeyring: async () => {
      await confirmKeyring(desk());
      await startWork(desk());
      return showDesk(desk());
    },

    suspended: () => readSuspended(desk()),
    suspend: async (id) => {
      await suspend(desk(), id);
      return readSuspended(desk());
    },
    liftSuspension: async (id) => {
      await liftSuspension(desk(), id);
      return readSuspended(desk());
    },
    ...makeFactorActs(desk),
    ...makeCardActs(desk, signed),
    changePassphrase: async (old, passphrase) => {
      await requireStrong(passphrase, desk().member.handle);
      await changePassphrase(desk(), old, passphrase);
    },
    recoveryCard: async (passphrase) => readRecoveryCard(desk(), passphrase),
  };
}
