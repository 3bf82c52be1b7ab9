import type { Case, CodedPart } from './case.ts';

/** Whether the case may be counted here: with the survivor's yes, and once, of all cases about the same person. */
export function mayCount({ countingConsent, countedElsewhere, state }: Case): boolean {
  return countingConsent && !countedElsewhere && state !== 'duplicate';
}

/**
 * The case after anything that may decide whether it is counted. A part that was coded gets a revision of its own where that
 * changed, by which its author's desk takes the record back, or hands it in again.
 */
export function judgeCounting(facts: Case): Case {
  const counts = mayCount(facts);
  const judge = <R>(part: CodedPart<R> | null): CodedPart<R> | null =>
    part === null || part.counts === counts ? part : { ...part, counts, revision: part.revision + 1 };
  const { incident, outcome } = facts.coded;
  return { ...facts, coded: { incident: judge(incident), outcome: judge(outcome) } };
}
