import type { StoredReport } from '@romduol/shared/api/cases';
import { readHandOverNote } from '@romduol/shared/casework/hand-over';
import type { OpenedReport } from '@romduol/shared/sealing/envelope';
import { SealingError } from '@romduol/shared/sealing/errors';
import { checkHandOver } from '@romduol/shared/sealing/hand-over';
import { doesCasework } from './case-key.ts';
import type { Desk } from './desk.ts';
import type { HandOverView } from './views.ts';

type Begun = Pick<StoredReport, 'caseId' | 'commit' | 'keyringVersion' | 'team'>;

/**
 * Where a case comes from that was handed over; null for any other. A note that no caseworker of the organisation it names has
 * signed for this very case says nothing but that somebody made it up: the case is read as any report is, with a flag.
 */
export function readHandOver(
  desk: Pick<Desk, 'keyrings'>,
  stored: Begun,
  { handOver }: Pick<OpenedReport, 'handOver'>,
): { readonly handOver: HandOverView | null; readonly flags: readonly string[] } {
  if (handOver === undefined) return { handOver: null, flags: [] };
  const unproved = { handOver: null, flags: ['hand_over_unproved'] };
  const then = desk.keyrings.get(stored.keyringVersion);
  const author = then?.members.find(({ id }) => id === handOver.author);
  const note = readHandOverNote(handOver.note);
  const ours = then?.teams.find(({ id }) => id === stored.team)?.organisation;
  if (note === null || !doesCasework(author) || author.organisation !== note.organisation) return unproved;
  if (author.organisation === ours) return unproved;
  try {
    checkHandOver(stored, handOver, author.signing);
  } catch (refusal) {
    if (refusal instanceof SealingError) return unproved;
    throw refusal;
  }
  const { v: _, organisation: id, ...said } = note;
  const organisation = then?.organisations.find((one) => one.id === id)?.name ?? { en: id, km: id };
  return { handOver: { ...said, organisation, author: author.handle }, flags: [] };
}
