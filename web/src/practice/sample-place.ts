import type { DirectoryEntry } from '@romduol/shared/casework/directory';
import type { Day, DirectoryEntryId, MemberId, TeamId } from '@romduol/shared/ids';
import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import { addDays } from '@romduol/shared/language/dates';
import type { Colleague, DeskView, DirectoryView } from '../desk/views.ts';

/** Ids that no deployment draws: zeros all along. */
const sampleId = (group: string, number: number): string =>
  `${String(number).padStart(8, '0')}-0000-4000-8000-${group}${'0'.repeat(12 - group.length)}`;

const TEAM = { id: 'practice' as TeamId, name: { en: 'Practice team', km: 'ក្រុមហ្វឹកហាត់' } };

const person = (number: number, handle: string, roles: Colleague['roles']): Colleague => ({
  id: sampleId('a', number) as MemberId,
  handle,
  teams: [TEAM.id],
  roles,
  publisher: false,
  active: true,
});

/** Whoever practises may do what caseworkers and supervisors do; the colleague is there to be assigned and added. */
export const YOU = person(1, 'practice', ['caseworker', 'supervisor']);
const COLLEAGUE = person(2, 'practice-2', ['caseworker']);

export function practiceView(today: Day): DeskView {
  return {
    member: YOU,
    organisation: { id: 'practice', name: { en: 'Practice, nothing is real', km: 'ការហ្វឹកហាត់ គ្មានអ្វីពិតទេ' } },
    sharesPages: false,
    teams: [TEAM],
    allTeams: [{ ...TEAM, provinces: KH_PROVINCE, duty: true }],
    colleagues: [YOU, COLLEAGUE],
    keyring: { version: 1, expires: addDays(today, 90), expired: false, renewable: false },
    hasCard: false,
    changes: [],
    quickUnlock: false,
    today,
    rootWords: [],
  };
}

type Sample = Pick<DirectoryEntry, 'type' | 'name' | 'province' | 'sectors'>;

const SERVICES: readonly Sample[] = [
  {
    type: 'referral_hospital',
    name: { en: 'Sample hospital', km: 'មន្ទីរពេទ្យគំរូ' },
    province: 'KH-12',
    sectors: ['health'],
  },
  {
    type: 'ngo',
    name: { en: 'Sample legal aid', km: 'ជំនួយផ្នែកច្បាប់គំរូ' },
    province: 'KH-17',
    sectors: ['legal', 'livelihood'],
  },
  {
    type: 'ngo',
    name: { en: 'Sample safe house', km: 'ផ្ទះសុវត្ថិភាពគំរូ' },
    province: 'KH-2',
    sectors: ['shelter', 'psychosocial', 'child_protection'],
  },
];

export const practiceDirectory = (today: Day): DirectoryView[] =>
  SERVICES.map((sample, at) => {
    const entryId = sampleId('e', at + 1) as DirectoryEntryId;
    return {
      entryId,
      revision: 1,
      entry: {
        ...sample,
        entryId,
        servesMinors: true,
        training: { level: 'trained', day: null },
        friendly: 'yes',
        agreedToBeListed: true,
        verified: today,
        retired: false,
      },
    };
  });

export const practiceCaseId = (number: number): string => sampleId('c', number);
