import type { TeamId } from '@romduol/shared/ids';
import type { PlannedTeam } from '../../desk/founding.ts';

/** Teams as they are being typed: `id` null for one that is new. */
export type TeamDraft = { id: TeamId | null; nameEn: string; nameKm: string; provinces: string[] };
export type TeamsDraft = {
  teams: TeamDraft[];
  /** By its place, the team that takes what no other covers; null where it is another organisation's. */
  duty: number | null;
  showsHandles: boolean;
};

export type TeamProblem = {
  readonly code: 'nameMissing' | 'nameWithoutLetters' | 'noTeam' | 'noDuty';
  /** Counted from 0; null for the teams as a whole. */
  readonly team: number | null;
};

export function newTeamDraft(): TeamDraft {
  return { id: null, nameEn: '', nameKm: '', provinces: [] };
}

export function draftOfTeams(teams: readonly PlannedTeam[]): TeamsDraft {
  const duty = teams.findIndex((team) => team.duty);
  return {
    teams: teams.map(({ id, name, provinces }) => ({
      id,
      nameEn: name.en,
      nameKm: name.km,
      provinces: [...provinces],
    })),
    duty: duty === -1 ? null : duty,
    showsHandles: teams.some(({ showsHandles }) => showsHandles),
  };
}

/** The draft without the team at a place; the duty moves with the team that has it, or to the first. */
export function withoutTeam(draft: TeamsDraft, place: number): TeamsDraft {
  const { duty } = draft;
  const moved = duty === null || duty < place ? duty : duty === place ? 0 : duty - 1;
  return { ...draft, teams: draft.teams.filter((_, at) => at !== place), duty: moved };
}

/** Which team of the draft covers a province; null when none does. */
export function coverOf({ teams }: TeamsDraft, province: string): number | null {
  const place = teams.findIndex(({ provinces }) => provinces.includes(province));
  return place === -1 ? null : place;
}

/**
 * The teams with ids for the new ones, made from their English names, and everything that is still missing. `taken` are
 * ids that others have.
 */
export function readTeams(
  draft: TeamsDraft,
  given: { readonly taken: readonly string[]; readonly dutyElsewhere: boolean },
): { readonly teams: PlannedTeam[]; readonly problems: TeamProblem[] } {
  const problems: TeamProblem[] = [];
  const ids = new Set([...given.taken, ...draft.teams.flatMap(({ id }) => id ?? [])]);
  const teams = draft.teams.map((team, place): PlannedTeam => {
    const name = nameOf(team);
    const refuse = (code: TeamProblem['code']): number => problems.push({ code, team: place });
    if (name.en === '' || name.km === '') refuse('nameMissing');
    const id = team.id ?? slugOf(name.en, ids);
    if (id === null && name.en !== '') refuse('nameWithoutLetters');
    return {
      id: (id ?? '') as TeamId,
      name,
      provinces: team.provinces,
      duty: draft.duty === place,
      ...(draft.showsHandles && { showsHandles: true as const }),
    };
  });
  if (teams.length === 0 && !given.dutyElsewhere) problems.push({ code: 'noTeam', team: null });
  else if (draft.duty === null && !given.dutyElsewhere) problems.push({ code: 'noDuty', team: null });
  return { teams, problems };
}

export function nameOf({ nameEn, nameKm }: { nameEn: string; nameKm: string }) {
  return { en: nameEn.trim(), km: nameKm.trim() };
}

/** A slug from an English name, made unique by a number; null when the name has too few Latin letters. */
export function slugOf(en: string, taken: Set<string>): string | null {
  const slug = en
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 28)
    .replace(/-+$/, '');
  if (slug.length < 2) return null;
  let id = slug;
  for (let n = 2; taken.has(id); n += 1) id = `${slug}-${n}`;
  taken.add(id);
  return id;
}
