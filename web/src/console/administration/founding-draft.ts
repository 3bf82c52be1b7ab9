import { Handle } from '@romduol/shared/api/accounts';
import type { Role } from '@romduol/shared/api/contract';
import { OrganisationId, TeamId } from '@romduol/shared/ids';
import type { FoundingPlan } from '../../desk/founding.ts';

/** The plan as it is being typed: names without ids, teams by their place in the list. */
export type TeamDraft = { nameEn: string; nameKm: string; provinces: string[] };
export type MemberDraft = { handle: string; roles: Role[]; publisher: boolean; teams: number[] };
export type OrganisationDraft = {
  nameEn: string;
  nameKm: string;
  teams: TeamDraft[];
  members: MemberDraft[];
  showsHandles: boolean;
};
export type FoundingDraft = {
  organisations: OrganisationDraft[];
  /** The one team that takes what no other covers. */
  duty: { organisation: number; team: number };
};

export type PlanProblem = {
  readonly code:
    | 'nameMissing'
    | 'nameWithoutLetters'
    | 'noTeam'
    | 'handleWrong'
    | 'handleTwice'
    | 'noRole'
    | 'noTeamForRole'
    | 'noAdministrator'
    | 'noRecipient'
    | 'noDuty';
  /** Where, counted from 0; a team and a member are never named together. */
  readonly organisation: number | null;
  readonly team?: number;
  readonly member?: number;
};

export function newTeamDraft(): TeamDraft {
  return { nameEn: '', nameKm: '', provinces: [] };
}

export function newMemberDraft(): MemberDraft {
  return { handle: '', roles: ['caseworker'], publisher: false, teams: [0] };
}

export function newOrganisationDraft(): OrganisationDraft {
  const administrator: MemberDraft = { handle: '', roles: ['administrator'], publisher: false, teams: [] };
  const supervisor: MemberDraft = { handle: '', roles: ['supervisor'], publisher: true, teams: [0] };
  const members = [administrator, supervisor, newMemberDraft()];
  return { nameEn: '', nameKm: '', teams: [newTeamDraft()], members, showsHandles: false };
}

/** Which team covers a province, or null while none does. */
export function coverOf(draft: FoundingDraft, province: string): { organisation: number; team: number } | null {
  for (const [organisation, { teams }] of draft.organisations.entries()) {
    const team = teams.findIndex(({ provinces }) => provinces.includes(province));
    if (team !== -1) return { organisation, team };
  }
  return null;
}

export type PlanRead =
  | { readonly ok: true; readonly plan: FoundingPlan }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/** The plan, with ids made from the English names, or everything that is still missing. */
export function readFoundingDraft(draft: FoundingDraft): PlanRead {
  const problems: PlanProblem[] = [];
  const handles = new Set<string>();
  const organisationIds = new Set<string>();
  const teamIds = new Set<string>();
  const organisations = draft.organisations.map((organisation, o) => {
    const id = idFor(organisation, organisationIds, (code) => problems.push({ code, organisation: o }));
    const teams = organisation.teams.map((team, t) => ({
      id: idFor(team, teamIds, (code) => problems.push({ code, organisation: o, team: t })) as TeamId,
      name: nameOf(team),
      provinces: team.provinces,
      duty: draft.duty.organisation === o && draft.duty.team === t,
      ...(organisation.showsHandles && { showsHandles: true as const }),
    }));
    const members = organisation.members.map((member, m) => {
      const refuse = (code: PlanProblem['code']): number => problems.push({ code, organisation: o, member: m });
      const handle = member.handle.trim();
      if (!Handle.safeParse(handle).success) refuse('handleWrong');
      else if (handles.has(handle)) refuse('handleTwice');
      handles.add(handle);
      if (member.roles.length === 0) refuse('noRole');
      const works = worksCases(member);
      if (works && member.teams.length === 0) refuse('noTeamForRole');
      const own = works ? teams.filter((_, t) => member.teams.includes(t)).map((team) => team.id) : [];
      return { handle, roles: member.roles, publisher: member.publisher, teams: own };
    });
    if (teams.length === 0) problems.push({ code: 'noTeam', organisation: o });
    if (!members.some(({ roles }) => roles.includes('administrator'))) {
      problems.push({ code: 'noAdministrator', organisation: o });
    }
    for (const t of teams.keys()) {
      const read = organisation.members.some((member) => worksCases(member) && member.teams.includes(t));
      if (!read) problems.push({ code: 'noRecipient', organisation: o, team: t });
    }
    return { id: id as OrganisationId, name: nameOf(organisation), teams, members };
  });
  if (organisations.flatMap(({ teams }) => teams).filter(({ duty }) => duty).length !== 1) {
    problems.push({ code: 'noDuty', organisation: null });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, plan: { organisations } };
}

function worksCases({ roles }: MemberDraft): boolean {
  return roles.includes('caseworker') || roles.includes('supervisor');
}

function nameOf({ nameEn, nameKm }: { nameEn: string; nameKm: string }) {
  return { en: nameEn.trim(), km: nameKm.trim() };
}

/** A slug from the English name, made unique by a number; an empty string, and a refusal, when none can be made. */
function idFor(
  named: { nameEn: string; nameKm: string },
  taken: Set<string>,
  refuse: (code: 'nameMissing' | 'nameWithoutLetters') => void,
): string {
  const { en, km } = nameOf(named);
  if (en === '' || km === '') {
    refuse('nameMissing');
    return '';
  }
  const slug = en
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 28)
    .replace(/-+$/, '');
  if (slug.length < 2) {
    refuse('nameWithoutLetters');
    return '';
  }
  let id = slug;
  for (let n = 2; taken.has(id); n += 1) id = `${slug}-${n}`;
  taken.add(id);
  return id;
}
