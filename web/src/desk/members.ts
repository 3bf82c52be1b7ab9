import { readMemberKeys } from '@romduol/shared/api/keyring';
import type { MemberId } from '@romduol/shared/ids';
import { checkKeys, type Keyring, type Member } from '@romduol/shared/sealing/keyring';
import type { Desk } from './desk.ts';

/** Active members of the desk's own organisation. */
export function colleagues(desk: Desk): Member[] {
  return desk.keyring.members.filter((m) => m.organisation === desk.member.organisation && m.status === 'active');
}

export function publishers(desk: Desk): Member[] {
  return colleagues(desk).filter((m) => m.publisher);
}

export function handleOf(desk: Desk, id: MemberId): string {
  return desk.keyring.members.find((m) => m.id === id)?.handle ?? id.slice(0, 8);
}

/** Public KEM keys of these members, fetched once and checked against the signed keyring. Throws `keys_differ`. */
export async function keysOf(desk: Desk, members: readonly Member[]): Promise<Uint8Array[]> {
  const missing = members.filter((m) => !desk.memberKeys.has(m.id));
  if (missing.length > 0) {
    const { keys } = await desk.call(readMemberKeys, { body: { members: missing.map((m) => m.id) } });
    const byMember = new Map(keys.map(({ member, key }) => [member, key]));
    const found = missing.map((m) => byMember.get(m.id) ?? new Uint8Array(0));
    checkKeys(missing, found);
    missing.forEach((m, at) => desk.memberKeys.set(m.id, found[at] ?? new Uint8Array(0)));
  }
  return members.map((m) => desk.memberKeys.get(m.id) ?? new Uint8Array(0));
}

/** A member's public signing key as the newest keyring that knows them has it; null where none does. */
export function signingOf({ keyring, keyrings }: Desk, id: MemberId): Uint8Array | null {
  const versions: Keyring[] = [keyring, ...[...keyrings.values()].reverse()];
  for (const { members } of versions) {
    const member = members.find((one) => one.id === id);
    if (member !== undefined) return member.signing;
  }
  return null;
}
