// The three kinds of signed JSON that a keyring consists of. By hand and small: the report page's worker reads them too.
import type { Role } from '../api/contract.ts';
import type { Day, MemberId, OrganisationId, TeamId } from '../ids.ts';
import { byteString, day, fields, list, malformed, text, whole, type Fields } from './fields.ts';
import type { Member, Name, Recovery, Team } from './keyring-shape.ts';
import { decodeJson } from './sealed.ts';

const SLUG = /^[a-z][a-z0-9-]{1,31}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HANDLE = /^[a-z][a-z0-9._-]{1,31}$/;
const ROLE = /^(caseworker|supervisor|advocate|administrator|auditor)$/;

/** Signed by the root key. */
export type Authority = {
  readonly number: number;
  readonly day: Day;
  readonly expires: Day;
  readonly organisations: readonly {
    readonly id: OrganisationId;
    readonly name: Name;
    readonly administrators: ReadonlyMap<MemberId, Uint8Array>;
  }[];
};

/** Signed by an administrator of its organisation. */
export type Part = {
  readonly organisation: OrganisationId;
  readonly teams: readonly Team[];
  readonly members: readonly Member[];
  readonly recovery: Pick<Recovery, 'kemKey' | 'signing'> | null;
};

/** Signed by an administrator of any organisation; holds the others by their hashes. */
export type Index = {
  readonly version: number;
  readonly previous: Uint8Array;
  readonly day: Day;
  readonly expires: Day;
  readonly authority: Uint8Array;
  readonly parts: readonly Uint8Array[];
};

function decode(bytes: Uint8Array): Fields {
  const value = fields(decodeJson(bytes));
  return value['v'] === 1 ? value : malformed();
}

function name(value: unknown): Name {
  const { en, km } = fields(value) as { en: unknown; km: unknown };
  return { en: text(en), km: text(km) };
}

const flag = (value: unknown): boolean => (typeof value === 'boolean' ? value : malformed());

export function parseAuthority(bytes: Uint8Array): Authority {
  const value = decode(bytes);
  return {
    number: whole(value['number']),
    day: day(value['day']),
    expires: day(value['expires']),
    organisations: list(value['organisations'], (one) => {
      const organisation = fields(one);
      const administrators = list(organisation['administrators'], (administrator): [MemberId, Uint8Array] => {
        const { member, signing } = fields(administrator) as { member: unknown; signing: unknown };
        return [text<MemberId>(member, UUID), byteString(signing, 32)];
      });
      return {
        id: text<OrganisationId>(organisation['id'], SLUG),
        name: name(organisation['name']),
        administrators: new Map(administrators),
      };
    }),
  };
}

export function parsePart(bytes: Uint8Array): Part {
  const value = decode(bytes);
  const organisation = text<OrganisationId>(value['organisation'], SLUG);
  const teams = list(value['teams'], (one): Team => {
    const team = fields(one);
    return {
      id: text<TeamId>(team['id'], SLUG),
      organisation,
      name: name(team['name']),
      provinces: list(team['provinces'], (province) => text(province)),
      duty: flag(team['duty']),
      ...(team['showsHandles'] === true && { showsHandles: true }),
    };
  });
  const members = list(value['members'], (one): Member => {
    const member = fields(one);
    return {
      id: text<MemberId>(member['id'], UUID),
      handle: text(member['handle'], HANDLE),
      organisation,
      teams: list(member['teams'], (team) => text<TeamId>(team, SLUG)),
      roles: list(member['roles'], (role) => text<Role>(role, ROLE)),
      publisher: flag(member['publisher']),
      status: text<Member['status']>(member['status'], /^(active|suspended)$/),
      kemId: byteString(member['kemId'], 16),
      kemHash: byteString(member['kemHash'], 32),
      signing: byteString(member['signing'], 32),
    };
  });
  const recovery = value['recovery'] === undefined ? null : parseRecovery(fields(value['recovery']));
  return { organisation, teams, members, recovery };
}

const parseRecovery = ({ kem, signing }: Fields): Part['recovery'] => ({
  kemKey: byteString(kem, 1216),
  signing: byteString(signing, 32),
});

export function parseIndex(bytes: Uint8Array): Index {
  const value = decode(bytes);
  return {
    version: whole(value['version']),
    previous: byteString(value['previous'], 32),
    day: day(value['day']),
    expires: day(value['expires']),
    authority: byteString(value['authority'], 32),
    parts: list(value['parts'], (hash) => byteString(hash, 32)),
  };
}
