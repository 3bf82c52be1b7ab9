/**
 * What the same insider finds when the method is left: with the seed in hand, and when one cube of all four variables is
 * rounded instead of each table, so that everything adds up.
 */
import type { IncidentRecord } from '@romduol/shared/statistics/coded-record';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { findVariable } from '@romduol/shared/statistics/programme';
import { roundCounts, type Base, type Counts } from '@romduol/shared/statistics/round';
import { streamsOf } from '../../unit/statistics/sample-cohort.ts';
import { highs } from './highs.ts';
import { PROFILE } from './insider-attack.ts';
import { drawIncidents, percent } from './published-cohort.ts';

const VARIABLES = PROFILE.map((id) => findVariable(defaultProgramme('incident'), id));

/** Indices of a record's codes, in the order of `PROFILE`. */
type Profile = readonly number[];

const profileOf = (record: IncidentRecord): Profile =>
  VARIABLES.map(({ field, codes }) => codes.indexOf(String(record[field as keyof IncidentRecord])));

const same = (a: Profile, b: Profile): boolean => a.every((code, v) => code === b[v]);

function countsOf(profiles: readonly Profile[]): Counts {
  const blocks = VARIABLES.map(({ codes }, v) => {
    const cells = codes.map(() => 0);
    for (const profile of profiles) cells[profile[v]!]! += 1;
    return { shape: 'one_way', cells } as const;
  });
  return { total: profiles.length, blocks, options: [] };
}

const asWhole = () => VARIABLES.map(() => ({ crossing: false, answers: false }));
const cellsOf = ({ blocks }: Counts): number[][] => blocks.map((block) => ('cells' in block ? [...block.cells] : []));

/**
 * Rounds anew for each profile that the figures allow, and keeps those that give what was published. Gives the median
 * share of all profiles that the insider is left with.
 */
export function attackWithSeed(base: Base, size: number, trials: number): number {
  const all = VARIABLES.reduce((count, { codes }) => count * codes.length, 1);
  const left: number[] = [];
  for (let trial = 0; trial < trials; trial++) {
    const profiles = drawIncidents(size, size * 11 + trial).map(profileOf);
    const [unknown = [], ...others] = profiles;
    const published = cellsOf(roundCounts(countsOf(profiles), base, streamsOf(trial), asWhole));
    const known = cellsOf(countsOf(others));
    const possible = known.map((counts, v) =>
      counts.flatMap((_, code) => {
        const fits = counts.every((count, i) => Math.abs(published[v]![i]! - count - (i === code ? 1 : 0)) < base);
        return fits ? [code] : [];
      }),
    );
    const fitting = product(possible).filter((candidate) => {
      const again = cellsOf(roundCounts(countsOf([...others, candidate]), base, streamsOf(trial), asWhole));
      return again.every((cells, v) => cells.every((value, i) => value === published[v]![i]));
    });
    if (!fitting.some((one) => same(one, unknown))) throw new Error('the seed does not give its own release');
    left.push(fitting.length / all);
  }
  const median = left.sort((a, b) => a - b)[Math.floor(trials / 2)]!;
  console.log(
    `control, the insider with the seed, base ${base}, N = ${size}: of ${all} profiles ${Math.round(median * all)} are left ` +
      `(median of ${trials})`,
  );
  return median;
}

function product(lists: readonly (readonly number[])[]): Profile[] {
  return lists.reduce<Profile[]>((all, codes) => all.flatMap((head) => codes.map((code) => [...head, code])), [[]]);
}

/**
 * One cube of the four variables is rounded, and every table of one or two of them is read off it. Of the records that were
 * rounded up, one is sought by an integer programme: which of the known records, and which one more, give these tables?
 */
export function attackCube(base: Base, size: number, trials: number): number {
  let tried = 0;
  let found = 0;
  for (let number = 0; tried < trials; number++) {
    const profiles = drawIncidents(size, size * 11 + number).map(profileOf);
    const unknown = profiles[0]!;
    const cube = [...new Map(profiles.map((profile) => [profile.join(), profile])).values()];
    const cells = cube.map((cell) => profiles.filter((profile) => same(profile, cell)).length);
    const counts: Counts = { total: size, blocks: [{ shape: 'one_way', cells }], options: [] };
    const [rounded = []] = cellsOf(
      roundCounts(counts, base, streamsOf(number), () => [{ crossing: false, answers: false }]),
    );
    const up = cube.filter((_, i) => rounded[i]! > 0);
    // The unknown record is alone in its cell of the cube, and was rounded up.
    if (cells[0] !== 1 || !up.some((cell) => same(cell, unknown))) continue;
    tried += 1;
    const claimed = solveCube(up, cube.slice(1));
    if (claimed !== null && same(claimed, unknown)) found += 1;
  }
  console.log(
    `control, one cube rounded, base ${base}, N = ${size}: profile found for ${percent(found / tried)} of ${tried} rounded up`,
  );
  return found / tried;
}

const PAIRS = VARIABLES.flatMap((_, v) => VARIABLES.slice(v + 1).map((_other, w) => [v, v + 1 + w] as const));

/** Which profile must be added to some of the known ones to give all tables of two variables that the rounded cube gives. */
function solveCube(up: readonly Profile[], known: readonly Profile[]): Profile | null {
  const countPair = (profiles: readonly Profile[], v: number, w: number) => {
    const counts = new Map<string, number>();
    for (const profile of profiles)
      counts.set(`${profile[v]}_${profile[w]}`, (counts.get(`${profile[v]}_${profile[w]}`) ?? 0) + 1);
    return counts;
  };
  const tables = PAIRS.map(([v, w]) => ({ v, w, cells: countPair(up, v, w) }));
  const candidates = known.filter((profile) =>
    tables.every(({ v, w, cells }) => cells.has(`${profile[v]}_${profile[w]}`)),
  );
  const constraints: string[] = [];
  const binaries = new Set(candidates.map((_, i) => `x${i}`));
  for (const { v, w, cells } of tables) {
    const ends = new Map<string, string[]>();
    for (const [cell, count] of cells) {
      const [a, b] = cell.split('_');
      const pair = `z${v}_${w}_${cell}`;
      binaries.add(pair);
      const inside = candidates.flatMap((profile, i) => (`${profile[v]}_${profile[w]}` === cell ? [`x${i}`] : []));
      constraints.push(`${[...inside, pair].join(' + ')} = ${count}`);
      for (const end of [`y${v}_${a}`, `y${w}_${b}`]) ends.set(end, [...(ends.get(end) ?? []), pair]);
    }
    for (const [end, pairs] of ends) constraints.push(`${pairs.join(' + ')} - ${end} = 0`);
  }
  const ends = VARIABLES.map((_, v) => [...new Set(up.map((profile) => `y${v}_${profile[v]}`))]);
  for (const all of ends) constraints.push(`${all.join(' + ')} = 1`);
  for (const end of ends.flat()) binaries.add(end);
  const { Status, Columns } = highs.solve(
    [
      'Minimize',
      ` ${[...binaries][0]}`,
      'Subject To',
      ...constraints.map((one) => ` ${one}`),
      'Binary',
      ...binaries,
      'End',
    ].join('\n'),
  );
  if (Status !== 'Optimal') return null;
  return ends.map((all) => {
    const chosen = all.find((end) => (Columns[end]?.Primal ?? 0) > 0.5) ?? '';
    return Number(chosen.split('_')[1]);
  });
}
