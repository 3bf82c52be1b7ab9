import type { MemberId, OrganisationId, TeamId } from '../ids.ts';
import type { Keyring, Member, Recovery, Team } from './keyring-shape.ts';
import { sodium } from './sodium.ts';

/** One thing that is another in a later version of the keyring, to be read by people. */
export type KeyringChange =
  | {
      readonly kind:
        | 'organisation_joined'
        | 'organisation_left'
        | 'organisation_renamed'
        | 'recovery_founded'
        | 'recovery_renewed'
        | 'recovery_ended';
      readonly organisation: OrganisationId;
    }
  | {
      readonly kind: 'team_added' | 'team_removed' | 'team_changed';
      readonly organisation: OrganisationId;
      readonly team: TeamId;
    }
  | {
      readonly kind:
        | 'member_added'
        | 'member_removed'
        | 'member_suspended'
        | 'member_restored'
        | 'member_changed'
        | 'keys_changed';
      readonly organisation: OrganisationId;
      readonly member: MemberId;
    };

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

const sameTeam = (a: Team, b: Team): boolean =>
  a.name.en === b.name.en &&
  a.name.km === b.name.km &&
  a.duty === b.duty &&
  a.showsHandles === b.showsHandles &&
  a.organisation === b.organisation &&
  sameList(a.provinces, b.provinces);

const sameKeys = (a: Member, b: Member): boolean =>
  sodium().equal(a.kemHash, b.kemHash) && sodium().equal(a.signing, b.signing);

const sameStanding = (a: Member, b: Member): boolean =>
  a.handle === b.handle &&
  a.organisation === b.organisation &&
  a.publisher === b.publisher &&
  sameList(a.roles, b.roles) &&
  sameList(a.teams, b.teams);

/** What `after` says otherwise than `before`, organisations first. Empty for a version that was merely renewed. */
export function changesBetween(before: Keyring, after: Keyring): KeyringChange[] {
  const organisations = (keyring: Keyring): OrganisationId[] => keyring.organisations.map(({ id }) => id);
  const joined = organisations(after).filter((id) => !organisations(before).includes(id));
  const left = organisations(before).filter((id) => !organisations(after).includes(id));
  const renamed = after.organisations.filter(({ id, name }) => {
    const was = before.organisations.find((one) => one.id === id)?.name;
    return was !== undefined && (was.en !== name.en || was.km !== name.km);
  });
  return [
    ...joined.map((organisation) => ({ kind: 'organisation_joined', organisation }) as const),
    ...left.map((organisation) => ({ kind: 'organisation_left', organisation }) as const),
    ...renamed.map(({ id }) => ({ kind: 'organisation_renamed', organisation: id }) as const),
    ...recoveryChanges(before, after),
    ...teamChanges(before, after),
    ...memberChanges(before, after),
  ];
}

function recoveryChanges(before: Keyring, after: Keyring): KeyringChange[] {
  const organisations = new Set([...before.recoveries.keys(), ...after.recoveries.keys()]);
  return [...organisations].flatMap((organisation): KeyringChange[] => {
    const was = before.recoveries.get(organisation);
    const is = after.recoveries.get(organisation);
    if (was === undefined) return [{ kind: 'recovery_founded', organisation }];
    if (is === undefined) return [{ kind: 'recovery_ended', organisation }];
    return isSameCard(was, is) ? [] : [{ kind: 'recovery_renewed', organisation }];
  });
}

/** Whether two versions have the same recovery card, or neither has one. */
export function isSameCard(a: Recovery | undefined, b: Recovery | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return sodium().equal(a.kemKey, b.kemKey) && sodium().equal(a.signing, b.signing);
}

function teamChanges(before: Keyring, after: Keyring): KeyringChange[] {
  const earlier = new Map(before.teams.map((team) => [team.id, team]));
  const later = new Set(after.teams.map(({ id }) => id));
  const changes = after.teams.flatMap((team): KeyringChange[] => {
    const was = earlier.get(team.id);
    const named = { organisation: team.organisation, team: team.id };
    if (was === undefined) return [{ kind: 'team_added', ...named }];
    return sameTeam(was, team) ? [] : [{ kind: 'team_changed', ...named }];
  });
  const gone = before.teams.filter(({ id }) => !later.has(id));
  return [
    ...changes,
    ...gone.map((team): KeyringChange => ({ kind: 'team_removed', organisation: team.organisation, team: team.id })),
  ];
}

function memberChanges(before: Keyring, after: Keyring): KeyringChange[] {
  const earlier = new Map(before.members.map((member) => [member.id, member]));
  const later = new Set(after.members.map(({ id }) => id));
  const changes = after.members.flatMap((member): KeyringChange[] => {
    const was = earlier.get(member.id);
    const named = { organisation: member.organisation, member: member.id };
    if (was === undefined) return [{ kind: 'member_added', ...named }];
    const found: KeyringChange[] = [];
    if (!sameKeys(was, member)) found.push({ kind: 'keys_changed', ...named });
    if (was.status !== member.status) {
      found.push({ kind: member.status === 'active' ? 'member_restored' : 'member_suspended', ...named });
    }
    if (!sameStanding(was, member)) found.push({ kind: 'member_changed', ...named });
    return found;
  });
  const gone = before.members.filter(({ id }) => !later.has(id));
  return [
    ...changes,
    ...gone.map((one): KeyringChange => ({ kind: 'member_removed', organisation: one.organisation, member: one.id })),
  ];
}

/** The teams whose reports somebody reads. */
function readsFor({ status, roles, teams }: Member): readonly TeamId[] {
  const works = roles.includes('caseworker') || roles.includes('supervisor');
  return status === 'active' && works ? teams : [];
}

/**
 * Whether a version lets somebody of an organisation read, count or decide what they could not in the version before: a
 * new or returned member, other keys, another team, the publisher's flag, a role, a recovery card. Such a version needs a
 * second signature.
 */
export function addsRecipient(before: Keyring, after: Keyring, organisation: OrganisationId): boolean {
  const card = after.recoveries.get(organisation);
  if (card !== undefined && !isSameCard(before.recoveries.get(organisation), card)) return true;
  return after.members.some((member) => {
    if (member.organisation !== organisation || member.status !== 'active') return false;
    const was = before.members.find(({ id }) => id === member.id);
    if (was?.status !== 'active' || !sameKeys(was, member)) return true;
    if (member.publisher && !was.publisher) return true;
    if (member.roles.some((role) => !was.roles.includes(role))) return true;
    const read = readsFor(was);
    return readsFor(member).some((team) => !read.includes(team));
  });
}

/** Who else in the organisation could have given a change the second signature, before it was made. */
export function possibleSeconds(before: Keyring, organisation: OrganisationId, proposer: MemberId): Member[] {
  return before.members.filter(
    (member) =>
      member.organisation === organisation &&
      member.id !== proposer &&
      member.status === 'active' &&
      (member.roles.includes('administrator') || member.roles.includes('supervisor')),
  );
}
