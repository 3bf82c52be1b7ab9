import { authorityType, friendliness, trainingLevel } from '../codebook/authority.ts';
import { type CodeList, codesOf, isCodeOf } from '../codebook/code-list.ts';
import { KH_PROVINCE } from '../codebook/codes.ts';
import { sector } from '../codebook/sector.ts';
import { Day, DirectoryEntryId } from '../ids.ts';
import { DirectoryEntry, FIELD_MAX } from './directory.ts';

export const CSV_COLUMNS = [
  'entry_id',
  'type',
  'name_km',
  'name_en',
  'province',
  'district',
  'commune',
  'village',
  'focal_role',
  'focal_name',
  'channel',
  'hours',
  'cost',
  'sectors',
  'serves_minors',
  'training',
  'training_day',
  'friendly',
  'agreed_to_be_listed',
  'verified',
  'retired',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];
export type Row = Readonly<Record<CsvColumn, string>>;

export const IMPORT_PROBLEMS = [
  'missing',
  'unknown_code',
  'too_long',
  'not_a_day',
  'future_day',
  'not_yes_or_no',
  'no_name',
  'name_without_role',
  'not_an_id',
  'id_twice',
  'cells_differ',
] as const;
export type ImportProblem = {
  /** As a spreadsheet counts, the heading being 1. */
  readonly row: number;
  /** Null: the row as a whole. */
  readonly column: CsvColumn | null;
  readonly code: (typeof IMPORT_PROBLEMS)[number];
};

/** How each column is read from an entry; the id first, by which a file finds its way back. */
export function rowOf(entry: DirectoryEntry): Row {
  const yes = (value: boolean): string => (value ? 'yes' : 'no');
  return {
    entry_id: entry.entryId,
    type: entry.type,
    name_km: entry.name.km,
    name_en: entry.name.en,
    province: entry.province,
    district: entry.district ?? '',
    commune: entry.commune ?? '',
    village: entry.village ?? '',
    focal_role: entry.focal?.role ?? '',
    focal_name: entry.focal?.name ?? '',
    channel: entry.channel ?? '',
    hours: entry.hours ?? '',
    cost: entry.cost ?? '',
    // In the list's order, in which they are read.
    sectors: codesOf(sector)
      .filter((code) => entry.sectors.includes(code))
      .join(' '),
    serves_minors: yes(entry.servesMinors),
    training: entry.training.level,
    training_day: entry.training.day ?? '',
    friendly: entry.friendly,
    agreed_to_be_listed: yes(entry.agreedToBeListed),
    verified: entry.verified ?? '',
    retired: yes(entry.retired),
  };
}

type Fault = [CsvColumn, ImportProblem['code']];

/** The entry of a row, or every fault of it; days after `today` are none. */
export function readRow(
  cells: Row,
  id: string,
  today: Day,
): { readonly entry: DirectoryEntry | null; readonly faults: Fault[] } {
  const faults: Fault[] = [];
  const fault = (column: CsvColumn, code: ImportProblem['code']): void => void faults.push([column, code]);
  const code = <C extends string>(column: CsvColumn, list: CodeList<C>, unsaid?: C): C | undefined => {
    const text = cells[column].toLowerCase();
    if (text === '' && unsaid !== undefined) return unsaid;
    if (isCodeOf(list, text)) return text;
    fault(column, text === '' ? 'missing' : 'unknown_code');
    return undefined;
  };
  const yesNo = (column: CsvColumn): boolean => {
    const text = cells[column].toLowerCase();
    if (!['yes', 'no', ''].includes(text)) fault(column, 'not_yes_or_no');
    return text === 'yes';
  };
  const day = (column: CsvColumn): Day | null => {
    if (cells[column] === '') return null;
    const read = Day.safeParse(cells[column]);
    if (!read.success) fault(column, 'not_a_day');
    else if (read.data > today) fault(column, 'future_day');
    return read.success ? read.data : null;
  };
  const given = (column: keyof typeof FIELD_MAX & CsvColumn): Record<string, string> =>
    cells[column] === '' ? {} : { [column]: cells[column] };
  for (const [column, max] of Object.entries(FIELD_MAX))
    if ([...cells[column as CsvColumn]].length > max) fault(column as CsvColumn, 'too_long');
  const entryId = DirectoryEntryId.safeParse(id);
  if (!entryId.success) fault('entry_id', 'not_an_id');
  const type = code('type', authorityType);
  const province = KH_PROVINCE.find((one) => one === cells.province.toUpperCase());
  if (province === undefined) fault('province', cells.province === '' ? 'missing' : 'unknown_code');
  if (cells.name_km === '' && cells.name_en === '') fault('name_km', 'no_name');
  if (cells.focal_name !== '' && cells.focal_role === '') fault('focal_role', 'name_without_role');
  const codes = cells.sectors
    .toLowerCase()
    .split(/[\s,;|]+/)
    .filter((one) => one !== '');
  if (codes.length === 0) fault('sectors', 'missing');
  else if (!codes.every((one) => isCodeOf(sector, one))) fault('sectors', 'unknown_code');
  const entry = {
    entryId: entryId.data,
    type,
    name: { en: cells.name_en, km: cells.name_km },
    province,
    ...given('district'),
    ...given('commune'),
    ...given('village'),
    ...(cells.focal_role !== '' && {
      focal: { role: cells.focal_role, ...(cells.focal_name !== '' && { name: cells.focal_name }) },
    }),
    ...given('channel'),
    ...given('hours'),
    ...given('cost'),
    sectors: sector.codes.map((one) => one.code).filter((one) => codes.includes(one)),
    servesMinors: yesNo('serves_minors'),
    training: { level: code('training', trainingLevel, 'unk'), day: day('training_day') },
    friendly: code('friendly', friendliness, 'unk'),
    agreedToBeListed: yesNo('agreed_to_be_listed'),
    verified: day('verified'),
    retired: yesNo('retired'),
  };
  return { entry: faults.length === 0 ? DirectoryEntry.parse(entry) : null, faults };
}
