import type { Role } from '@romduol/shared/api/contract';
import { OrganisationId, TeamId } from '@romduol/shared/ids';
import type { SamplePlan } from './found-sample.ts';

type Organisation = SamplePlan['organisations'][number];
type Team = Organisation['teams'][number];
type Member = Organisation['members'][number];

const team = (id: string, en: string, km: string, provinces: readonly number[], duty = false): Team => ({
  id: TeamId.parse(id),
  name: { en, km },
  provinces: provinces.map((number) => `KH-${number}`),
  duty,
  showsHandles: true,
});

const member = (handle: string, roles: readonly Role[], teams: readonly Team[], publisher = false): Member => ({
  handle,
  roles,
  publisher,
  teams: teams.map(({ id }) => id),
});

const capital = team('romchang-capital', 'Capital and south', 'រាជធានី និងភាគខាងត្បូង', [5, 8, 12, 14, 20, 21], true);
const lake = team('romchang-lake', 'Around the lake', 'ជុំវិញបឹងទន្លេសាប', [1, 2, 4, 6, 15, 17, 22, 24]);
const river = team('romchang-river', 'Along the river', 'តាមដងទន្លេមេគង្គ', [3, 10, 25]);
const romchang = [capital, lake, river];

const coast = team('champei-coast', 'Coast', 'តំបន់ឆ្នេរ', [7, 9, 18, 23]);
const highlands = team('champei-highlands', 'Highlands', 'តំបន់ខ្ពង់រាប', [11, 13, 16, 19]);
const champei = [coast, highlands];

/** The organisation whose cohorts are large enough to publish. */
export const LARGER = OrganisationId.parse('sample-romchang');
export const SMALLER = OrganisationId.parse('sample-champei');

/**
 * Two invented organisations, named after flowers as the programme itself is, covering every province between them once.
 * Handles are plants: a handle is never a name.
 */
export const SAMPLE_ORGANISATIONS: SamplePlan = {
  organisations: [
    {
      id: LARGER,
      name: { en: 'Sample organisation: Romchang', km: 'អង្គការគំរូ៖ រំចង់' },
      teams: romchang,
      members: [
        member('kolap', ['caseworker'], [capital]),
        member('mlis', ['caseworker'], [capital]),
        member('chhouk', ['caseworker'], [lake]),
        member('kravan', ['caseworker'], [lake]),
        member('sdao', ['caseworker'], [river]),
        member('khnhei', ['caseworker'], [river]),
        member('romduol', ['supervisor'], romchang, true),
        member('kakoh', ['supervisor'], romchang, true),
        member('thnot', ['advocate'], []),
        member('beng', ['administrator'], []),
        member('champa', ['auditor'], []),
      ],
    },
    {
      id: SMALLER,
      name: { en: 'Sample organisation: Champei', km: 'អង្គការគំរូ៖ ចំប៉ី' },
      teams: champei,
      members: [
        member('krasang', ['caseworker'], [coast]),
        member('ampil', ['caseworker'], [coast]),
        member('svay', ['caseworker'], [highlands]),
        member('khnor', ['caseworker'], [highlands]),
        member('chankiri', ['supervisor'], champei, true),
        member('sralao', ['supervisor'], champei, true),
        member('doung', ['advocate'], []),
        member('neangnuon', ['administrator'], []),
      ],
    },
  ],
};
