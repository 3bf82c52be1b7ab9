/**
 * The insider: knows every record but one, and how many there are; has the published tables and not the seed. By Bayes'
 * rule over the one record's codes: how likely would the published figures be if it were this one?
 */
import type { IncidentRecord } from '@romduol/shared/statistics/coded-record';
import { findVariable } from '@romduol/shared/statistics/programme';
import { candidatesOf } from '@romduol/shared/statistics/release-table';
import type { Base } from '@romduol/shared/statistics/round';
import { drawIncidents, percent, publishCohort, type PublishedCohort } from './published-cohort.ts';

/** P(published | true count): up with probability (n mod b)/b. */
function likelihood(published: number, truth: number, base: Base): number {
  const over = truth % base;
  if (published === truth - over) return 1 - over / base;
  return published === truth - over + base ? over / base : 0;
}

/**
 * How likely each code is the missing record's, given the others' counts and the published values. Codes that others have
 * often are likelier beforehand; one that nobody has is still possible.
 */
function posterior(others: readonly number[], published: readonly number[], base: Base): number[] {
  const weights = others.map((count, code) => {
    const seen = published.map((value, i) => likelihood(value, others[i]! + (i === code ? 1 : 0), base));
    return (count + 0.5) * seen.reduce((product, one) => product * one, 1);
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  return sum === 0 ? prior(others) : weights.map((weight) => weight / sum);
}

function prior(others: readonly number[]): number[] {
  const sum = others.reduce((total, count) => total + count + 0.5, 0);
  return others.map((count) => (count + 0.5) / sum);
}

function likeliest(probabilities: readonly number[]): number {
  return probabilities.indexOf(Math.max(...probabilities));
}

/** What the attack got right of what it tried, and what it would have got right without any release. */
export interface InsiderFound {
  readonly tried: number;
  readonly found: number;
  readonly known: number;
}

/** A variable's table where it was published: its counts without the one record, its figures, and the record's code. */
interface Sought {
  readonly others: readonly number[];
  readonly published: readonly number[];
  readonly is: number;
}

/**
 * What a cohort's tables say of its first record, variable by variable; null for a variable whose table was left out.
 * Where zones stand for provinces, the zone is sought.
 */
function seekFirst(cohort: PublishedCohort, record: IncidentRecord, variables: readonly string[]): (Sought | null)[] {
  return variables.map((id) => {
    const table = cohort.tables.find((one) => one.id === id);
    const truth = cohort.truth.get(id);
    if (table === undefined || truth === undefined) return null;
    const { codes } = table.dimensions[0]!;
    const { field, bands } = findVariable(cohort.programme, id);
    const coded = field === 'arrival' ? 'in_period' : String(record[field as keyof IncidentRecord]);
    const is = codes.indexOf(bands === null ? coded : (bands[coded] ?? ''));
    return { others: truth.map((count, code) => count - (code === is ? 1 : 0)), published: table.values, is };
  });
}

/** One variable of one record, all others known. Pooled over the variables whose tables were published. */
export function attackOneVariable(base: Base, size: number, cohorts: number): InsiderFound {
  const variables = [
    'type',
    'perpetrator_band',
    'domain',
    'setting_band',
    'province',
    'zone',
    'authority_abuse',
    'identity',
    'age',
    'disability',
    'delay',
  ];
  let tried = 0;
  let found = 0;
  let known = 0;
  for (let number = 0; number < cohorts; number++) {
    const records = drawIncidents(size, size * 5 + number);
    const cohort = publishCohort(records, base, size * 1000 + number);
    for (const sought of seekFirst(cohort, records[0]!, variables)) {
      if (sought === null) continue;
      tried += 1;
      if (likeliest(posterior(sought.others, sought.published, base)) === sought.is) found += 1;
      if (likeliest(prior(sought.others)) === sought.is) known += 1;
    }
  }
  return say(`one variable of the one unknown record, base ${base}, N = ${size}`, { tried, found, known });
}

/** Province (or zone), identity, age and abuse by an authority of one record, all four at once. */
export const PROFILE = ['province', 'identity', 'age', 'authority_abuse'] as const;

export function attackProfile(base: Base, size: number, cohorts: number): InsiderFound {
  let tried = 0;
  let found = 0;
  let known = 0;
  for (let number = 0; number < cohorts; number++) {
    const records = drawIncidents(size, size * 5 + number);
    const cohort = publishCohort(records, base, size * 1000 + number);
    const sought = seekFirst(cohort, records[0]!, PROFILE).map(
      (one, i) => one ?? unpublished(cohort, records[0]!, PROFILE[i]!),
    );
    tried += 1;
    if (
      sought.every(
        (one) =>
          likeliest(one.published.length === 0 ? prior(one.others) : posterior(one.others, one.published, base)) ===
          one.is,
      )
    )
      found += 1;
    if (sought.every((one) => likeliest(prior(one.others)) === one.is)) known += 1;
  }
  return say(`province, identity, age and authority together, base ${base}, N = ${size}`, { tried, found, known });
}

/** A variable of which nothing was published: the insider has the others' counts alone. */
function unpublished({ programme, counts }: PublishedCohort, record: IncidentRecord, id: string): Sought {
  const whole = candidatesOf(programme, counts.blocks).tables.find(({ table }) => table.id === id)!.table;
  const is = whole.dimensions[0]!.codes.indexOf(
    String(record[findVariable(programme, id).field as keyof IncidentRecord]),
  );
  return { others: whole.values.map((count, code) => count - (code === is ? 1 : 0)), published: [], is };
}

function say(name: string, figures: InsiderFound): InsiderFound {
  const { tried, found, known } = figures;
  console.log(`${name}: found ${percent(found / tried)}, without the release ${percent(known / tried)}, of ${tried}`);
  return figures;
}
