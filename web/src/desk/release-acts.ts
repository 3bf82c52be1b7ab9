import type { CohortName } from '@romduol/shared/api/statistics';
import { cohortObject } from '@romduol/shared/statistics/ledger';
import type { DeskActs } from './acts.ts';
import { readCohorts, settleCounting } from './cohorts.ts';
import { openCounting } from './counting.ts';
import type { Desk } from './desk.ts';
import { countersign, freezeCohort, type Frozen, previewOf, proposeFrozen, reviewProposal } from './freeze.ts';

type ReleaseActs = Pick<
  DeskActs,
  'cohorts' | 'settleCounting' | 'preview' | 'propose' | 'review' | 'countersign' | 'countingProgress' | 'stopCounting'
>;

/** A publisher's acts, from the ledger to the second signature. */
export function makeReleaseActs(desk: () => Desk): ReleaseActs {
  /** What the publisher previewed is what is proposed: it is not counted a second time in between. */
  let frozen: Frozen | undefined;
  const counting = openCounting();
  const freeze = async (name: CohortName): Promise<Frozen> => {
    frozen = await counting.run((tell) => freezeCohort(desk(), name, tell));
    return frozen;
  };
  return {
    cohorts: () => readCohorts(desk()),
    settleCounting: async (wanted) => {
      await settleCounting(desk(), wanted);
      return readCohorts(desk());
    },
    preview: async (name) => previewOf(await freeze(name)),
    propose: async (name) => {
      const previewed = frozen !== undefined && cohortObject(frozen.row) === cohortObject(name) ? frozen : null;
      await proposeFrozen(desk(), previewed ?? (await freeze(name)));
      return readCohorts(desk());
    },
    review: (name) => counting.run((tell) => reviewProposal(desk(), name, tell)),
    countingProgress: async () => counting.progress(),
    stopCounting: async () => counting.stop(),
    countersign: async (name) => {
      await countersign(desk(), name);
      return readCohorts(desk());
    },
  };
}
