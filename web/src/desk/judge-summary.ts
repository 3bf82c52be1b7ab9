import { CaseSummary, summarise } from '@romduol/shared/casework/summary';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import { sodium } from '@romduol/shared/sealing/sodium';
import { openSummary } from '@romduol/shared/sealing/summary';
import type { Desk } from './desk.ts';
import type { OpenCase, Served } from './open-case.ts';

/** The row beside the log must be the log's own: another would show the queue a case as it was, or as it never was. */
export function judgeSummary(
  desk: Desk,
  { summary, report }: Served,
  { case: folded, entries, head, held }: Pick<OpenCase, 'case' | 'entries' | 'head' | 'held'>,
): string[] {
  if (summary === null) return entries.length === 0 ? [] : ['summary_missing'];
  if (summary.seq !== entries.length || !sodium().equal(summary.head, head)) return ['summary_stale'];
  const signerKey = desk.keyring.members.find(({ id }) => id === summary.author)?.signing;
  if (signerKey === undefined || summary.epoch !== held.epoch) return ['summary_stale'];
  try {
    const caseKey = caseKeys(held.key, held.epoch).case;
    const said = CaseSummary.parse(openSummary({ caseId: report.caseId, summary, caseKey, signerKey }));
    return JSON.stringify(said) === JSON.stringify(CaseSummary.parse(summarise(folded))) ? [] : ['summary_differs'];
  } catch {
    return ['summary_differs'];
  }
}
