import {
  coverOf,
  type FoundingDraft,
  newOrganisationDraft,
  readFoundingDraft,
} from '@romduol/web/console/administration/founding-draft';
import { describe, expect, it } from 'vitest';

function wholeDraft(): FoundingDraft {
  return {
    duty: { organisation: 0, team: 1 },
    organisations: [
      {
        nameEn: 'Sample Organisation!',
        nameKm: 'អង្គការគំរូ',
        teams: [
          { nameEn: 'Capital', nameKm: 'រាជធានី', provinces: ['KH-12'] },
          { nameEn: 'Country', nameKm: 'ខេត្ត', provinces: ['KH-1', 'KH-2'] },
        ],
        showsHandles: false,
        members: [
          { handle: ' admin ', roles: ['administrator'], publisher: false, teams: [0] },
          { handle: 'bopha', roles: ['supervisor'], publisher: true, teams: [0, 1] },
          { handle: 'sophea', roles: ['caseworker'], publisher: false, teams: [0] },
        ],
      },
    ],
  };
}

const codesOf = (draft: FoundingDraft): string[] => {
  const read = readFoundingDraft(draft);
  return read.ok ? [] : read.problems.map(({ code }) => code);
};

describe('the founding plan', () => {
  it('shows handles on the report page only where the organisation says so', () => {
    const shown = (showsHandles: boolean) => {
      const draft = wholeDraft();
      const read = readFoundingDraft({
        ...draft,
        organisations: draft.organisations.map((one) => ({ ...one, showsHandles })),
      });
      return read.ok && read.plan.organisations.flatMap(({ teams }) => teams.map((team) => team.showsHandles));
    };
    expect(shown(true)).toEqual([true, true]);
    expect(shown(false)).toEqual([undefined, undefined]);
  });

  it('takes ids from the English names, and leaves administrators out of teams', () => {
    const read = readFoundingDraft(wholeDraft());
    expect(read).toMatchObject({
      ok: true,
      plan: {
        organisations: [
          {
            id: 'sample-organisation',
            teams: [
              { id: 'capital', duty: false, provinces: ['KH-12'] },
              { id: 'country', duty: true },
            ],
            members: [
              { handle: 'admin', teams: [] },
              { handle: 'bopha', teams: ['capital', 'country'] },
              { handle: 'sophea', teams: ['capital'] },
            ],
          },
        ],
      },
    });
  });

  it('gives two teams of one name two ids', () => {
    const draft = wholeDraft();
    draft.organisations[0]!.teams[1]!.nameEn = 'Capital';
    const read = readFoundingDraft(draft);
    expect(read.ok && read.plan.organisations[0]?.teams.map(({ id }) => id)).toEqual(['capital', 'capital-2']);
  });

  const broken: [string, (draft: FoundingDraft) => void][] = [
    ['nameMissing', (draft) => (draft.organisations[0]!.nameKm = ' ')],
    ['nameWithoutLetters', (draft) => (draft.organisations[0]!.teams[0]!.nameEn = '123')],
    ['handleWrong', (draft) => (draft.organisations[0]!.members[2]!.handle = 'Sophea!')],
    ['handleTwice', (draft) => (draft.organisations[0]!.members[2]!.handle = 'bopha')],
    ['noRole', (draft) => (draft.organisations[0]!.members[2]!.roles = [])],
    ['noTeamForRole', (draft) => (draft.organisations[0]!.members[2]!.teams = [])],
    ['noAdministrator', (draft) => (draft.organisations[0]!.members[0]!.roles = ['auditor'])],
    ['noRecipient', (draft) => (draft.organisations[0]!.members[1]!.teams = [0])],
    ['noDuty', (draft) => (draft.duty = { organisation: 0, team: 7 })],
  ];
  it.each(broken)('refuses with %s', (code, damage) => {
    const draft = wholeDraft();
    damage(draft);
    expect(codesOf(draft)).toEqual([code]);
  });

  it('says everything that is missing in a draft nobody has filled in', () => {
    const draft = { organisations: [newOrganisationDraft()], duty: { organisation: 0, team: 0 } };
    expect(new Set(codesOf(draft))).toEqual(new Set(['nameMissing', 'handleWrong']));
  });

  it('knows which team covers a province', () => {
    expect(coverOf(wholeDraft(), 'KH-2')).toEqual({ organisation: 0, team: 1 });
    expect(coverOf(wholeDraft(), 'KH-7')).toBeNull();
  });
});
