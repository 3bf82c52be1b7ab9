import type { OrganisationId, TeamId } from '@romduol/shared/ids';
import type { SamplePlan } from '@romduol/server/demo/found-sample';

const org = (id: string): OrganisationId => id as OrganisationId;
const team = (id: string): TeamId => id as TeamId;
const name = (en: string) => ({ en, km: 'ក្រុមសាកល្បង' });

const provinces = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `KH-${from + at}`);

/** Two organisations: one with two teams and everybody it takes to publish, one with a single team. */
export const SAMPLE_PLAN: SamplePlan = {
  organisations: [
    {
      id: org('north'),
      name: name('North'),
      teams: [
        { id: team('north-east'), name: name('North-east'), provinces: provinces(1, 12), duty: true },
        { id: team('north-west'), name: name('North-west'), provinces: provinces(13, 20), duty: false },
      ],
      members: [
        { handle: 'dara', roles: ['caseworker'], publisher: false, teams: [team('north-east')] },
        { handle: 'bopha', roles: ['caseworker'], publisher: false, teams: [team('north-west')] },
        {
          handle: 'sophea',
          roles: ['supervisor'],
          publisher: true,
          teams: [team('north-east'), team('north-west')],
        },
        { handle: 'vanna', roles: ['supervisor'], publisher: true, teams: [team('north-east')] },
        { handle: 'admin', roles: ['administrator'], publisher: false, teams: [] },
        { handle: 'chan', roles: ['advocate'], publisher: false, teams: [] },
      ],
    },
    {
      id: org('south'),
      name: name('South'),
      teams: [{ id: team('south-all'), name: name('South'), provinces: provinces(21, 25), duty: false }],
      members: [
        { handle: 'rith', roles: ['caseworker', 'supervisor'], publisher: true, teams: [team('south-all')] },
        { handle: 'admin-south', roles: ['administrator'], publisher: false, teams: [] },
      ],
    },
  ],
};
