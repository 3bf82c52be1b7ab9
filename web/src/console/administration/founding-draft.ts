import { Handle } from '@romduol/shared/api/accounts';
import type { Role } from '@romduol/shared/api/contract';
import type { OrganisationId } from '@romduol/shared/ids';
import type { FoundingPlan } from '../../desk/founding.ts';
import { type TeamProblem, type TeamsDraft, nameOf, newTeamDraft, readTeams, slugOf } from './teams-draft.ts';

/** The first organisation as it is being typed, and who founds it. */
export type FoundingDraft = {
  nameEn: string;
  nameKm: string;
  teams: TeamsDraft;
  handle: string;
  /** Beside that of administrator, which the founder always has. */
  roles: Role[];
  publisher: boolean;
};

export type PlanProblem =
  | TeamProblem
  | { readonly code: 'organisationName' | 'organisationLetters' | 'handleWrong'; readonly team: null };

export function newFoundingDraft(): FoundingDraft {
  const teams = { teams: [newTeamDraft()], duty: 0, showsHandles: false };
  return { nameEn: '', nameKm: '', teams, handle: '', roles: [], publisher: false };
}

export type PlanRead =
  | { readonly ok: true; readonly plan: FoundingPlan }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/** The plan, with ids made from the English names, or everything that is still missing. */
export function readFoundingDraft(draft: FoundingDraft): PlanRead {
  const name = nameOf(draft);
  const id = slugOf(name.en, new Set());
  const { teams, problems: teamProblems } = readTeams(draft.teams, { taken: [], dutyElsewhere: false });
  const problems: PlanProblem[] = [];
  if (name.en === '' || name.km === '') problems.push({ code: 'organisationName', team: null });
  else if (id === null) problems.push({ code: 'organisationLetters', team: null });
  problems.push(...teamProblems);
  const handle = draft.handle.trim();
  if (!Handle.safeParse(handle).success) problems.push({ code: 'handleWrong', team: null });
  if (problems.length > 0 || id === null) return { ok: false, problems };
  const works = draft.roles.includes('caseworker') || draft.roles.includes('supervisor');
  return {
    ok: true,
    plan: {
      closed: true,
      organisation: { id: id as OrganisationId, name },
      teams,
      founder: {
        handle,
        roles: [...draft.roles.filter((role) => role !== 'administrator'), 'administrator'],
        publisher: draft.publisher,
        teams: works ? teams.map((team) => team.id) : [],
      },
    },
  };
}
