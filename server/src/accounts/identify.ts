import type { Access } from '@romduol/shared/api/contract';
import type { MemberId, OrganisationId, TeamId } from '@romduol/shared/ids';
import type { CurrentKeyring, KeyringReader } from '../keyring/current.ts';
import type { Sessions } from './sessions.ts';

/** A member with a live session, active in the keyring in force. */
export type SignedIn = {
  readonly id: MemberId;
  readonly sessionId: string;
  readonly organisation: OrganisationId;
  readonly teams: readonly TeamId[];
  /** Ed25519 public key. */
  readonly signing: Uint8Array;
  readonly keyring: CurrentKeyring;
  /** Whether an operation with this access lets the member in. */
  holds(access: Access): boolean;
};

/** Finds out who calls. `prolong`: whether that counts as using the session. Roles come from the signed keyring alone: no column of the database can make anybody anything. */
export function makeIdentify(sessions: Sessions, keyrings: KeyringReader) {
  return async (cookies: string, prolong = true): Promise<SignedIn | null> => {
    const session = await sessions.find(cookies, prolong);
    if (session === null) return null;
    const keyring = await keyrings.at(session.keyringVersion);
    const member = keyring?.members.get(session.memberId);
    if (keyring === null || member === undefined || member.status !== 'active') return null;
    return {
      id: member.id,
      sessionId: session.id,
      organisation: member.organisation,
      teams: member.teams,
      signing: member.signing,
      keyring,
      holds(access) {
        if (access === 'public' || access === 'member') return true;
        return access.some((role) => (role === 'publisher' ? member.publisher : member.roles.includes(role)));
      },
    };
  };
}
