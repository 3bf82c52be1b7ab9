import {
  type FoundingDraft,
  newFoundingDraft,
  readFoundingDraft,
} from '@romduol/web/console/administration/founding-draft';
import {
  coverOf,
  draftOfTeams,
  newTeamDraft,
  readTeams,
  withoutTeam,
} from '@romduol/web/console/administration/teams-draft';
import { describe, expect, it } from 'vitest';

function wholeDraft(): FoundingDraft {
  return {
    nameEn: 'Sample Organisation!',
    nameKm: 'អង្គការគំរូ',
    teams: {
      teams: [
        { id: null, nameEn: 'Capital', nameKm: 'រាជធានី', provinces: ['KH-12'] },
        { id: null, nameEn: 'Country', nameKm: 'ខេត្ត', provinces: ['KH-1', 'KH-2'] },
      ],
      duty: 1,
      showsHandles: false,
    },
    handle: ' admin ',
    roles: ['supervisor'],
    publisher: true,
  };
}

const codesOf = (draft: FoundingDraft): string[] => {
  const read = readFoundingDraft(draft);
  return read.ok ? [] : read.problems.map(({ code }) => code);
};

describe('the founding plan', () => {
  it('names one organisation and its founder, and nobody else', () => {
    expect(readFoundingDraft(wholeDraft())).toEqual({
      ok: true,
      plan: {
        closed: true,
        organisation: { id: 'sample-organisation', name: { en: 'Sample Organisation!', km: 'អង្គការគំរូ' } },
        teams: [
          { id: 'capital', name: { en: 'Capital', km: 'រាជធានី' }, duty: false, provinces: ['KH-12'] },
          { id: 'country', name: { en: 'Country', km: 'ខេត្ត' }, duty: true, provinces: ['KH-1', 'KH-2'] },
        ],
        founder: {
          handle: 'admin',
          roles: ['supervisor', 'administrator'],
          publisher: true,
          teams: ['capital', 'country'],
        },
      },
    });
  });

  it('leaves a founder who reads no reports out of the teams', () => {
    const read = readFoundingDraft({ ...wholeDraft(), roles: ['advocate'] });
    expect(read.ok && read.plan.founder).toMatchObject({ roles: ['advocate', 'administrator'], teams: [] });
  });

  it('shows handles on the report page only where the organisation says so', () => {
    const shown = (showsHandles: boolean) => {
      const draft = wholeDraft();
      const read = readFoundingDraft({ ...draft, teams: { ...draft.teams, showsHandles } });
      return read.ok && read.plan.teams.map((team) => team.showsHandles);
    };
    expect(shown(true)).toEqual([true, true]);
    expect(shown(false)).toEqual([undefined, undefined]);
  });

  it('says everything that is missing at once', () => {
    expect(codesOf(newFoundingDraft())).toEqual(['organisationName', 'nameMissing', 'handleWrong']);
    const draft = wholeDraft();
    expect(codesOf({ ...draft, nameEn: '??' })).toEqual(['organisationLetters']);
    expect(codesOf({ ...draft, handle: 'Real Name' })).toEqual(['handleWrong']);
    expect(codesOf({ ...draft, teams: { ...draft.teams, teams: [] } })).toEqual(['noTeam']);
    expect(codesOf({ ...draft, teams: { ...draft.teams, duty: null } })).toEqual(['noDuty']);
  });
});

describe('teams as they are typed', () => {
  const { teams: draft } = wholeDraft();

  it('keep the ids that they have, and get others that nobody has', () => {
    const known = draftOfTeams(readTeams(draft, { taken: [], dutyElsewhere: false }).teams);
    const added = { ...known, teams: [...known.teams, { ...newTeamDraft(), nameEn: 'Capital', nameKm: 'ថ្មី' }] };
    const { teams, problems } = readTeams(added, { taken: ['capital-2'], dutyElsewhere: false });
    expect(problems).toEqual([]);
    expect(teams.map(({ id }) => id)).toEqual(['capital', 'country', 'capital-3']);
  });

  it('lose one without losing the duty', () => {
    expect(withoutTeam(draft, 0)).toMatchObject({ teams: [draft.teams[1]], duty: 0 });
    expect(withoutTeam(draft, 1)).toMatchObject({ teams: [draft.teams[0]], duty: 0 });
    expect(withoutTeam({ ...draft, duty: null }, 1).duty).toBeNull();
  });

  it('need no duty team, and no team at all, where another organisation has it', () => {
    const none = { teams: [], duty: null, showsHandles: false };
    expect(readTeams(none, { taken: [], dutyElsewhere: true }).problems).toEqual([]);
    expect(readTeams(none, { taken: [], dutyElsewhere: false }).problems).toEqual([{ code: 'noTeam', team: null }]);
  });

  it('tell which of them covers a province', () => {
    expect(coverOf(draft, 'KH-2')).toBe(1);
    expect(coverOf(draft, 'KH-25')).toBeNull();
  });
});
