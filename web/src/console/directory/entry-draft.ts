import { authorityType, friendliness, trainingLevel } from '@romduol/shared/codebook/authority';
import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import { sector } from '@romduol/shared/codebook/sector';
import { DirectoryEntry } from '@romduol/shared/casework/directory';
import { Day, type DirectoryEntryId } from '@romduol/shared/ids';
import { codeIn, codesAmong } from '../parts/choices.ts';

/** An entry as it stands in the form: text everywhere, empty where nothing was given. */
export type EntryTyped = {
  readonly entryId: DirectoryEntryId;
  readonly type: string;
  readonly nameEn: string;
  readonly nameKm: string;
  readonly province: string;
  readonly district: string;
  readonly commune: string;
  readonly village: string;
  readonly focalRole: string;
  readonly focalName: string;
  readonly channel: string;
  readonly hours: string;
  readonly cost: string;
  readonly sectors: readonly string[];
  readonly servesMinors: boolean;
  readonly training: string;
  readonly trainingDay: string;
  readonly friendly: string;
  /** Not typed: kept with the entry. */
  readonly heard: DirectoryEntry['heard'];
  readonly agreed: boolean;
  readonly verified: string;
  readonly retired: boolean;
  /** A team of another organisation here, or none. */
  readonly team: string;
};

export type EntryProblem = 'type' | 'name' | 'province' | 'focal' | 'sectors' | 'trainingDay' | 'verified';

export function typedEntry(entry: DirectoryEntry | null, id: DirectoryEntryId): EntryTyped {
  return {
    entryId: entry?.entryId ?? id,
    type: entry?.type ?? '',
    nameEn: entry?.name.en ?? '',
    nameKm: entry?.name.km ?? '',
    province: entry?.province ?? '',
    district: entry?.district ?? '',
    commune: entry?.commune ?? '',
    village: entry?.village ?? '',
    focalRole: entry?.focal?.role ?? '',
    focalName: entry?.focal?.name ?? '',
    channel: entry?.channel ?? '',
    hours: entry?.hours ?? '',
    cost: entry?.cost ?? '',
    sectors: entry?.sectors ?? [],
    servesMinors: entry?.servesMinors ?? false,
    training: entry?.training.level ?? 'unk',
    trainingDay: entry?.training.day ?? '',
    friendly: entry?.friendly ?? 'unk',
    heard: entry?.heard,
    agreed: entry?.agreedToBeListed ?? false,
    verified: entry?.verified ?? '',
    retired: entry?.retired ?? false,
    team: entry?.team ?? '',
  };
}

export type EntryRead =
  | { readonly ok: true; readonly entry: DirectoryEntry }
  | { readonly ok: false; readonly problems: ReadonlySet<EntryProblem> };

/** Reads the form. A day of the past or today is a day; anything else in its field is a problem. */
export function readEntry(typed: EntryTyped, today: Day): EntryRead {
  const problems = new Set<EntryProblem>();
  const type = codeIn(authorityType, typed.type);
  const province = KH_PROVINCE.find((code) => code === typed.province);
  const sectors = codesAmong(sector, typed.sectors);
  const name = { en: typed.nameEn.trim(), km: typed.nameKm.trim() };
  const role = typed.focalRole.trim();
  const person = typed.focalName.trim();
  const dayOf = (text: string, field: EntryProblem): Day | null => {
    if (text === '') return null;
    const day = Day.safeParse(text);
    if (day.success && day.data <= today) return day.data;
    problems.add(field);
    return null;
  };
  const trainingDay = dayOf(typed.trainingDay, 'trainingDay');
  const verified = dayOf(typed.verified, 'verified');
  if (type === undefined) problems.add('type');
  if (province === undefined) problems.add('province');
  if (sectors.length === 0) problems.add('sectors');
  if (name.en === '' && name.km === '') problems.add('name');
  if (person !== '' && role === '') problems.add('focal');
  if (problems.size > 0 || type === undefined || province === undefined) return { ok: false, problems };
  const given = (field: 'district' | 'commune' | 'village' | 'channel' | 'hours' | 'cost') => {
    const text = typed[field].trim();
    return text === '' ? {} : { [field]: text };
  };
  const entry = DirectoryEntry.parse({
    entryId: typed.entryId,
    type,
    name,
    province,
    ...given('district'),
    ...given('commune'),
    ...given('village'),
    ...(role !== '' && { focal: { role, ...(person !== '' && { name: person }) } }),
    ...given('channel'),
    ...given('hours'),
    ...given('cost'),
    sectors,
    servesMinors: typed.servesMinors,
    training: { level: codeIn(trainingLevel, typed.training) ?? 'unk', day: trainingDay },
    friendly: codeIn(friendliness, typed.friendly) ?? 'unk',
    ...(typed.heard !== undefined && { heard: typed.heard }),
    agreedToBeListed: typed.agreed,
    verified,
    retired: typed.retired,
    ...(typed.team !== '' && { team: typed.team }),
  });
  return { ok: true, entry };
}
