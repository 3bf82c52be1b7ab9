import { COHORT_KINDS } from '@romduol/shared/api/statistics';
import type { Quarter } from '@romduol/shared/ids';
import { seriesId } from '@romduol/shared/statistics/series';
import { openDueCohorts } from '@romduol/web/desk/cohorts';
import { DeskRefusal } from '@romduol/web/desk/desk';
import { countersign, freezeCohort, proposeFrozen } from '@romduol/web/desk/freeze';
import type { MemberDesks } from './member-desks.ts';
import { SAMPLE_ORGANISATIONS } from './organisations.ts';

type Organisation = (typeof SAMPLE_ORGANISATIONS)['organisations'][number];

/** The two who sign. */
function publishersOf({ members }: Organisation): readonly [string, string] {
  const [first, second] = members.filter(({ publisher }) => publisher).map(({ handle }) => handle);
  if (first === undefined || second === undefined) throw new RangeError('a release takes two signatures');
  return [first, second];
}

/** What a publisher's console does when it opens. */
export async function openCohorts(desks: MemberDesks): Promise<void> {
  for (const organisation of SAMPLE_ORGANISATIONS.organisations) {
    await openDueCohorts(await desks.desk(publishersOf(organisation)[0]));
  }
}

/**
 * Freezes a quarter's cohorts wherever there is enough to publish: one publisher proposes, the other counts again and
 * signs. A cohort that is too small waits, as the desk says.
 */
export async function publishCohorts(desks: MemberDesks, cohort: Quarter): Promise<number> {
  let published = 0;
  for (const organisation of SAMPLE_ORGANISATIONS.organisations) {
    const [first, second] = publishersOf(organisation);
    for (const kind of COHORT_KINDS) {
      const name = { series: seriesId(organisation.id), kind, cohort };
      const proposer = await desks.desk(first);
      try {
        await proposeFrozen(proposer, await freezeCohort(proposer, name));
      } catch (refusal) {
        if (refusal instanceof DeskRefusal && refusal.code === 'too_few_records') continue;
        throw refusal;
      }
      await countersign(await desks.desk(second), name);
      published += 1;
    }
  }
  return published;
}
