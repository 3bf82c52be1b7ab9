import { readCase, storeVaultWrap, type StoredReport } from '@romduol/shared/api/cases';
import type { Answer } from '@romduol/shared/api/contract';
import { foldCase, type Case } from '@romduol/shared/casework/case';
import type { CaseId, MemberId } from '@romduol/shared/ids';
import { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import { type OpenedReport, openReport } from '@romduol/shared/sealing/envelope';
import { SealingError } from '@romduol/shared/sealing/errors';
import { genesisHash, verifyChain, type VerifiedEntry } from '@romduol/shared/sealing/log';
import { sodium } from '@romduol/shared/sealing/sodium';
import { holdCaseKey, wrapCaseKey } from './case-key.ts';
import type { Desk, HeldKey } from './desk.ts';
import { followKeyrings, requireCurrent } from './keyring.ts';

/** A case with everything verified: the report opened, the log a whole chain, its fold. */
export type OpenCase = {
  readonly caseId: CaseId;
  readonly stored: StoredReport;
  readonly held: HeldKey;
  readonly report: OpenedReport;
  readonly answers: Answers;
  readonly contact: ContactAnswers | null;
  readonly entries: readonly VerifiedEntry[];
  readonly case: Case;
  /** Hash that the next entry is chained to. */
  readonly head: Uint8Array;
  readonly flags: readonly string[];
};

/**
 * Fetches a case and believes nothing of it until it is verified. Throws `SealingError` when the report or the log has
 * been changed, `DeskRefusal` `no_key` when the member cannot open it.
 */
export async function openCase(desk: Desk, caseId: CaseId): Promise<OpenCase> {
  requireCurrent(desk);
  const served = await desk.call(readCase, { params: { caseId } });
  // A whole, valid case, but another one: everything in it would verify.
  if (served.report.caseId !== caseId) throw new SealingError('damaged');
  const held = holdCaseKey(desk, caseId, served.report.commit, served.access);
  const opened = await verifyCase(desk, served, held);
  if (served.access.wrap === null) {
    await desk.call(storeVaultWrap, {
      params: { caseId },
      body: { epoch: held.epoch, wrap: wrapCaseKey(desk, caseId, held) },
    });
  }
  return opened;
}

async function verifyCase(desk: Desk, served: Answer<typeof readCase>, held: HeldKey): Promise<OpenCase> {
  const { report: stored } = served;
  const versions = [stored.keyringVersion, ...served.entries.map((entry) => entry.keyringVersion)];
  // A colleague's desk may have followed the keyring further than this one.
  if (Math.max(...versions) > desk.keyring.version) desk.keyring = await followKeyrings(desk.call, desk.keyrings);
  const report = openStoredReport(desk, stored, held.key);
  const answers = Answers.parse(report.answers);
  const caseKey = caseKeys(held.key, held.epoch).case;
  const entries = verifyChain(
    stored,
    served.entries,
    (epoch) => (epoch === held.epoch ? caseKey : undefined),
    (version) => desk.keyrings.get(version),
  );
  const head = entries.at(-1)?.hash ?? genesisHash(stored);
  return {
    caseId: stored.caseId,
    stored,
    held,
    report,
    answers,
    contact: ContactAnswers.parse(report.contact),
    entries,
    case: foldCase({ answers, received: stored.day, withdrawalCheck: report.withdrawalCheck }, entries, {
      isSupervisor: (author, version) => wasSupervisor(desk, author, version),
    }),
    head,
    flags: [...report.flags, ...staleSummary(served, head)],
  };
}

/** By the keyring that an entry names: who was a supervisor then. */
export function wasSupervisor(desk: Desk, author: MemberId, keyringVersion: number): boolean {
  const member = desk.keyrings.get(keyringVersion)?.members.find(({ id }) => id === author);
  return member?.roles.includes('supervisor') ?? false;
}

/** The report with what the reader knows of the keyring it was sealed under. */
export function openStoredReport(desk: Desk, stored: StoredReport, key: Uint8Array): OpenedReport {
  const then = desk.keyrings.get(stored.keyringVersion);
  const next = desk.keyrings.get(stored.keyringVersion + 1);
  return openReport(stored, key, then && { expires: then.expires, replacedOn: next?.day ?? null });
}

/** The row beside the log must be the log's own: an older one would show the queue a case as it was. */
function staleSummary(served: Answer<typeof readCase>, head: Uint8Array): string[] {
  if (served.summary === null) return served.entries.length === 0 ? [] : ['summary_missing'];
  const last = served.entries.length;
  return served.summary.seq === last && sodium().equal(served.summary.head, head) ? [] : ['summary_stale'];
}
