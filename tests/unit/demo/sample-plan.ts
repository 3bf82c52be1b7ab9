import type { DirectoryEntry } from '@romduol/shared/casework/directory';
import { type Case, addEntry, newCase } from '@romduol/shared/casework/case';
import { Day, DirectoryEntryId, MemberId } from '@romduol/shared/ids';
import { makeDice } from '@romduol/server/demo/dice';
import { sampleDirectory } from '@romduol/server/demo/material/directory-rows';
import { SAMPLE_ORGANISATIONS } from '@romduol/server/demo/organisations';
import { planCases } from '@romduol/server/demo/plan-cases';
import type { PlannedCase } from '@romduol/server/demo/plan-case';
import { demoTimeline, type Timeline } from '@romduol/server/demo/timeline';

const supervisors = SAMPLE_ORGANISATIONS.organisations.flatMap(({ members }) =>
  members.filter(({ roles }) => roles.includes('supervisor')).map(({ handle }) => handle),
);

/** Of everybody who was named in a plan so far. */
const ids = new Map<string, MemberId>();

export type Plan = { readonly timeline: Timeline; readonly cases: readonly PlannedCase[] };

export function makePlan(today: string, cases: number, seed = 1): Plan {
  const timeline = demoTimeline(Day.parse(today));
  const directories = new Map(
    SAMPLE_ORGANISATIONS.organisations.map(({ id }) => [
      id,
      sampleDirectory(id, timeline.founded).map((entry): DirectoryEntry => ({
        ...entry,
        entryId: DirectoryEntryId.parse(crypto.randomUUID()),
      })),
    ]),
  );
  const memberId = (handle: string): MemberId => {
    const id = ids.get(handle) ?? MemberId.parse(crypto.randomUUID());
    ids.set(handle, id);
    return id;
  };
  for (const { members } of SAMPLE_ORGANISATIONS.organisations) for (const { handle } of members) memberId(handle);
  return { timeline, cases: planCases(makeDice(seed), { cases, timeline, directories, memberId }) };
}

/** The case as its plan leaves it, every entry judged as the console judges it. */
export function foldPlan(planned: PlannedCase): Case {
  const author = MemberId.parse(crypto.randomUUID());
  let folded = newCase({
    answers: planned.report.answers,
    received: planned.received,
    withdrawalCheck: new Uint8Array(32),
    readers: [...ids.values()],
  });
  for (const { day, by, moves } of planned.steps) {
    for (const move of moves) {
      const content = { ...move(folded, day), at: `${day}T02:00:00.000Z` };
      folded = addEntry(folded, { seq: folded.seq + 1, author, isSupervisor: supervisors.includes(by) }, content);
    }
  }
  return folded;
}
