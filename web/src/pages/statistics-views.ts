import { COHORT_KINDS, type CohortKind } from '@romduol/shared/api/statistics';
import { type Figures, SumError, figuresOf, releasePath, sumReleases } from '@romduol/shared/statistics/figures';
import { organisationOfSeries } from '@romduol/shared/statistics/series';
import type { Published } from './published.ts';

/** Figures at an address of their own: one release, or the sum of several. */
export type FiguresView = {
  readonly view: 'figures';
  /** Below `/en/statistics/`. */
  readonly path: string;
  readonly figures: Figures;
  readonly parts: readonly Published[];
};

/** Everything of one series and kind, oldest first. */
export type SeriesView = { readonly view: 'series'; readonly path: string; readonly parts: readonly Published[] };

export type StatisticsView = FiguresView | SeriesView;

/**
 * What stands at an address below the statistics:
 * - `rock/incident/2026-q1`: a release, for good; `rock.north/incident/2026-q1` one of a team
 * - `rock/incident/2026-q1` where the quarter was counted by team: the sum over the organisation's teams
 * - `rock/incident/2026`: the sum of a series' releases of a year, of an organisation its teams' too
 * - `incident/2026-q1`, `incident/2026`: the sum over all series
 * - `rock/incident`: a series over time
 *
 * Null where nothing is, or where releases cannot be added.
 */
export function findView(published: readonly Published[], path: string): StatisticsView | null {
  const [first, second, third, ...rest] = path.split('/');
  if (first === undefined || second === undefined || rest.length > 0) return null;
  const kind = kindOf(third === undefined && kindOf(second) === null ? first : second);
  if (kind === null) return null;
  if (third === undefined && kindOf(second) !== null) {
    const parts = oldestFirst(published, (one) => one.series === first && one.kind === kind);
    return parts.length === 0 ? null : { view: 'series', path, parts };
  }
  const period = third ?? second;
  const parts = oldestFirst(
    published,
    (one) =>
      one.kind === kind && (third === undefined || isPartOf(one, first)) && isOf(one.cohort.toLowerCase(), period),
  );
  // A sum of one is that release itself, at its own address.
  const [only, ...others] = parts;
  const isRelease = only !== undefined && path === releasePath(only.release);
  if (only === undefined) return null;
  if (isRelease) return { view: 'figures', path, figures: figuresOf(only), parts };
  if (others.length === 0) return null;
  try {
    return { view: 'figures', path, figures: sumReleases(parts), parts };
  } catch (error) {
    if (error instanceof SumError) return null;
    throw error;
  }
}

/** The sums of years, organisations and all series in which a release has a part, and which can be made. */
export function sumsWith(published: readonly Published[], { release }: Published): FiguresView[] {
  const { series, kind } = release;
  const organisation = organisationOfSeries(series);
  const cohort = release.cohort.toLowerCase();
  const year = cohort.slice(0, 4);
  const paths = [
    `${series}/${kind}/${year}`,
    `${organisation}/${kind}/${cohort}`,
    `${organisation}/${kind}/${year}`,
    `${kind}/${cohort}`,
    `${kind}/${year}`,
  ];
  return [...new Set(paths)].flatMap((path) => {
    if (path === releasePath(release)) return [];
    const found = findView(published, path);
    return found?.view === 'figures' ? [found] : [];
  });
}

/** Each once: where one organisation alone has published, the sum of all is its own. */
export function distinctSums(sums: readonly FiguresView[]): FiguresView[] {
  const byParts = new Map<string, FiguresView>();
  for (const sum of sums) {
    const parts = sum.parts.map(({ hash }) => hash).join(' ');
    if (!byParts.has(parts)) byParts.set(parts, sum);
  }
  return [...byParts.values()];
}

/** Every address below the statistics that something stands at. */
export function statisticsPaths(published: readonly Published[]): string[] {
  const paths = published.flatMap((one) => [
    seriesPath(one),
    releasePath(one.release),
    ...sumsWith(published, one).map(({ path }) => path),
  ]);
  return ['method', ...new Set(paths)];
}

export const seriesPath = ({ release: { series, kind } }: Published): string => `${series}/${kind}`;

const kindOf = (text: string): CohortKind | null => COHORT_KINDS.find((kind) => kind === text) ?? null;

const isPartOf = ({ series }: Published['release'], whole: string): boolean =>
  series === whole || organisationOfSeries(series) === whole;

/** A quarter is of itself and of its year. */
const isOf = (cohort: string, period: string): boolean =>
  /^\d{4}(-q[1-4])?$/.test(period) && (cohort === period || cohort.startsWith(`${period}-`));

function oldestFirst(
  published: readonly Published[],
  isWanted: (release: Published['release']) => boolean,
): readonly Published[] {
  const key = ({ release }: Published): string => `${release.cohort} ${releasePath(release)}`;
  return published.filter(({ release }) => isWanted(release)).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
