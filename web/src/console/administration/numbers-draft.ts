import type { Day } from '@romduol/shared/ids';
import type { Words } from '@romduol/shared/language/language';
import {
  DIALLED,
  type HelpNumber,
  NUMBERS_MAX,
  readHelpNumbers,
  writeHelpNumbers,
} from '@romduol/shared/site/help-numbers';
import { NUMBERS_ITEM } from '@romduol/shared/site/items';
import type { SiteEditionView } from '../../desk/site-view.ts';
import { SAMPLE_HELP_NUMBERS } from '../../pages/help-numbers.ts';

/** A row as it stands in the form: text everywhere, empty where nothing was given. */
export type NumberTyped = {
  /** Keeps a row apart from its neighbours while it is edited. */
  readonly key: string;
  readonly number: string;
  readonly nameEn: string;
  readonly nameKm: string;
  readonly noteEn: string;
  readonly noteKm: string;
  readonly hoursEn: string;
  readonly hoursKm: string;
  readonly verified: Day | null;
};

/** `seen`: the number of the edition it was begun from, 0 for none. */
export type NumbersDraft = { readonly rows: readonly NumberTyped[]; readonly seen: number };

export const newestNumbers = (editions: readonly SiteEditionView[]): SiteEditionView | undefined =>
  editions.find(({ item }) => item === NUMBERS_ITEM);

export function typedNumbers(numbers: readonly HelpNumber[]): NumberTyped[] {
  return numbers.map(({ number, name, note, hours, verified }) => ({
    key: crypto.randomUUID(),
    number,
    nameEn: name.en,
    nameKm: name.km,
    noteEn: note?.en ?? '',
    noteKm: note?.km ?? '',
    hoursEn: hours?.en ?? '',
    hoursKm: hours?.km ?? '',
    verified,
  }));
}

/** Begins with the organisation's own list, else with the samples, none of them confirmed. */
export function beginNumbers(editions: readonly SiteEditionView[]): NumbersDraft {
  const newest = newestNumbers(editions);
  const numbers = newest?.numbers ?? [];
  return {
    rows: typedNumbers(numbers.length === 0 ? SAMPLE_HELP_NUMBERS : numbers),
    seen: newest?.number ?? 0,
  };
}

/**
 * Who confirmed a number on its day: the author of the first edition that says so. `history` in any order; null where it
 * reaches back no further, or where the day is only typed so far.
 */
export function verifierOf(
  history: readonly SiteEditionView[],
  { number, verified }: Pick<NumberTyped, 'number' | 'verified'>,
): string | null {
  const first = history
    .filter(({ numbers }) => numbers?.some((one) => one.number === number.trim() && one.verified === verified))
    .reduce<SiteEditionView | null>((least, one) => (least === null || one.number < least.number ? one : least), null);
  return verified === null ? null : (first?.author ?? null);
}

export const emptyRow = (): NumberTyped => ({
  key: crypto.randomUUID(),
  number: '',
  nameEn: '',
  nameKm: '',
  noteEn: '',
  noteKm: '',
  hoursEn: '',
  hoursKm: '',
  verified: null,
});

/** A row after a change: another number is one that nobody has rung. */
export function changeRow(row: NumberTyped, change: Partial<NumberTyped>): NumberTyped {
  const renumbered = change.number !== undefined && change.number !== row.number;
  return { ...row, ...change, ...(renumbered ? { verified: null } : {}) };
}

export type RowProblem = 'number' | 'name' | 'note' | 'hours';

export function problemsOf(row: NumberTyped): ReadonlySet<RowProblem> {
  const problems = new Set<RowProblem>();
  const given = (text: string): boolean => text.trim() !== '';
  if (!DIALLED.test(row.number.trim())) problems.add('number');
  if (!given(row.nameEn) || !given(row.nameKm)) problems.add('name');
  if (given(row.noteEn) !== given(row.noteKm)) problems.add('note');
  if (given(row.hoursEn) !== given(row.hoursKm)) problems.add('hours');
  return problems;
}

/** The bytes to sign; null while a row has problems. An empty list takes the organisation's list back. */
export function readNumbers({ rows }: Pick<NumbersDraft, 'rows'>): Uint8Array | null {
  if (rows.length > NUMBERS_MAX || rows.some((row) => problemsOf(row).size > 0)) return null;
  if (rows.length === 0) return new Uint8Array();
  const both = (en: string, km: string): Words | null => (en.trim() === '' ? null : { en: en.trim(), km: km.trim() });
  const bytes = writeHelpNumbers(
    rows.map((row) => ({
      number: row.number.trim(),
      name: { en: row.nameEn.trim(), km: row.nameKm.trim() },
      note: both(row.noteEn, row.noteKm),
      hours: both(row.hoursEn, row.hoursKm),
      verified: row.verified,
    })),
  );
  return readHelpNumbers(bytes) === null ? null : bytes;
}

/** Whether signing would publish anything new. */
export function saysOther(content: Uint8Array, editions: readonly SiteEditionView[]): boolean {
  const now = newestNumbers(editions)?.numbers ?? [];
  const next = content.length === 0 ? [] : readHelpNumbers(content);
  return JSON.stringify(now) !== JSON.stringify(next);
}
