import type { CohortKind } from '@romduol/shared/api/statistics';
import type { Quarter } from '@romduol/shared/ids';
import type { DeskActs } from './acts.ts';
import { readCohorts } from './cohorts.ts';
import { openCounting } from './counting.ts';
import type { Desk } from './desk.ts';
import { countersign, freezeCohort, type Frozen, previewOf, proposeFrozen, reviewProposal } from './freeze.ts';

type ReleaseActs = Pick<
  DeskActs,
  'cohorts' | 'preview' | 'propose' | 'review' | 'countersign' | 'countingProgress' | 'stopCounting'
>;

/** A publisher's acts, from the ledger to the second signature. */
export function makeReleaseActs(desk: () => Desk): ReleaseActs {
  /** What the publisher previewed is what is proposed: it is not counted a second time in between. */
  let frozen: Frozen | undefined;
  const counting = openCounting();
  const freeze = async (kind: CohortKind, cohort: Quarter): Promise<Frozen> => {
    frozen = await counting.run((tell) => freezeCohort(desk(), kind, cohort, tell));
    return frozen;
  };
  return {
    cohorts: () => readCohorts(desk()),
    preview: async (kind, cohort) => previewOf(await freeze(kind, cohort)),
    propose: async (kind, cohort) => {
      const same = frozen?.row.kind === kind && frozen.row.cohort === cohort;
      await proposeFrozen(desk(), same && frozen !== undefined ? frozen : await freeze(kind, cohort));
      return readCohorts(desk());
    },
    review: (kind, cohort) => counting.run((tell) => reviewProposal(desk(), kind, cohort, tell)),
    countingProgress: async () => counting.progress(),
    stopCounting: async () => counting.stop(),
    countersign: async (kind, cohort) => {
      await countersign(desk(), kind, cohort);
      return readCohorts(desk());
    },
  };
}
