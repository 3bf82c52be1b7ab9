/**
 * Series: whose figures follow one another. An organisation publishes as a whole or by the team that a report came to, and
 * a quarter's records are divided in one of the two ways only, so that no case lies in two series.
 */
import type { OrganisationId, SeriesId, TeamId } from '../ids.ts';
import type { Words } from '../language/language.ts';

/** How the records of a quarter are divided. */
export type Division = 'organisation' | 'teams';

export function seriesId(organisation: OrganisationId, team: TeamId | null = null): SeriesId {
  return (team === null ? organisation : `${organisation}.${team}`) as SeriesId;
}

export function organisationOfSeries(series: string): OrganisationId {
  return series.split('.', 1)[0] as OrganisationId;
}

/** Null for an organisation's own. */
export function teamOfSeries(series: string): TeamId | null {
  const [, team] = series.split('.');
  return team === undefined ? null : (team as TeamId);
}

/** Whether some record may belong to both: they are the same, or one is the whole that the other is part of. */
export function shareRecords(a: SeriesId, b: SeriesId): boolean {
  if (organisationOfSeries(a) !== organisationOfSeries(b)) return false;
  return a === b || teamOfSeries(a) === null || teamOfSeries(b) === null;
}

type Named = { readonly id: string; readonly name: Words };

/**
 * Whose figures a series is of, in the words of the keyring: the organisation, and in full with its team. Who is named no
 * longer stands under their id.
 */
export function nameSeries(
  series: string,
  { organisations, teams }: { readonly organisations: readonly Named[]; readonly teams: readonly Named[] },
): { readonly organisation: Words; readonly whose: Words } {
  const nameOf = (named: readonly Named[], id: string): Words =>
    named.find((one) => one.id === id)?.name ?? { en: id, km: id };
  const organisation = nameOf(organisations, organisationOfSeries(series));
  const id = teamOfSeries(series);
  if (id === null) return { organisation, whose: organisation };
  const team = nameOf(teams, id);
  return {
    organisation,
    whose: { en: `${organisation.en} (${team.en})`, km: `${organisation.km} (${team.km})` },
  };
}
