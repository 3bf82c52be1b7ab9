import { appendEntry } from '@romduol/shared/api/cases';
import { HANDING_OVER } from '@romduol/shared/casework/referral-moves';
import { transcriptions } from '@romduol/shared/casework/transcribe';
import type { CaseId } from '@romduol/shared/ids';
import type { EntryDraft } from './acts.ts';
import { settleReaders } from './begin-epoch.ts';
import { ApiRefusal } from './caller.ts';
import { requireConfirmed } from './confirm.ts';
import { fetchConversation } from './conversation.ts';
import type { Desk } from './desk.ts';
import { fetchCase, keepWrap, markSeen, type OpenCase, wasSupervisor } from './open-case.ts';
import { sealNext, sealOwnSummary } from './seal-entry.ts';
import { requireNotWithdrawn } from './withdrawal.ts';

/** Two caseworkers in one case rarely clash twice; more often than this means that something else is wrong. */
const MOST_TRIES = 5;

/** What hands a report on, prepares that, or has it counted: none of it while the reporter is taking it back. */
function shares(draft: EntryDraft): boolean {
  if (draft.kind === 'referral') return draft.step.action === 'offer' || handsOver(draft);
  if (draft.kind === 'bundle_requested' || draft.kind === 'bundle_made') return true;
  return draft.kind === 'consent_given' || draft.kind === 'member_added' || draft.kind === 'coded';
}

/** What lets words of the report out of the house. */
export function handsOver(draft: EntryDraft): boolean {
  return draft.kind === 'referral' && HANDING_OVER.includes(draft.step.action);
}

/**
 * Appends an entry to a case that is open. What the case's fold would not accept is refused before it is sealed. When a
 * colleague wrote first, the case is fetched and folded anew and the entry judged again on what it now says.
 * Throws `DeskRefusal` `illegal_entry` with casework's reason, `withdrawn` for what would share a withdrawn report.
 */
export function recordEntry(desk: Desk, caseId: CaseId, draft: EntryDraft): Promise<OpenCase> {
  return onNewest(desk, caseId, async (open) => {
    if (shares(draft)) await requireNotWithdrawn(desk, caseId);
    // Consent is folded from log and conversation: what the reporter has said meanwhile is written down before.
    return append(desk, handsOver(draft) ? await transcribe(desk, open) : open, draft);
  });
}

/** Signs into the case what the reporter has answered meanwhile; gives the case as it then stands. */
async function transcribe(desk: Desk, before: OpenCase): Promise<OpenCase> {
  const { view } = await fetchConversation(desk, before);
  const entries = transcriptions(before.case, view.heard, {
    author: desk.member.id,
    isSupervisor: wasSupervisor(desk, desk.member.id, desk.keyring.version),
    at: new Date(desk.clock()).toISOString(),
    isWithdrawn: view.withdrawal !== null,
  });
  let open = before;
  for (const entry of entries) open = await append(desk, open, entry);
  return open;
}

/** Writes down what the reporter has answered on the return page; the new entries are those after `since`. */
export async function writeDownAnswers(
  desk: Desk,
  caseId: CaseId,
): Promise<{ readonly open: OpenCase; readonly since: number }> {
  let since = 0;
  const open = await onNewest(desk, caseId, (before) => {
    since = before.case.seq;
    return transcribe(desk, before);
  });
  return { open, since };
}

/**
 * Opens a case and writes to it; again on how it then stands, when somebody else has written in between. Before anything
 * else is written, whoever must not read it any more is taken out by a new key.
 */
export async function onNewest(
  desk: Desk,
  caseId: CaseId,
  write: (open: OpenCase) => Promise<OpenCase>,
): Promise<OpenCase> {
  for (let tries = 1; ; tries += 1) {
    const open = await fetchCase(desk, caseId);
    requireConfirmed(desk);
    try {
      const after = await write(await settleReaders(desk, open));
      // A new key comes with its wrap. What was written stands, whatever becomes of this: the next opening leaves it behind.
      if (after.held.epoch === open.held.epoch) await keepWrap(desk, open).catch(() => undefined);
      return after;
    } catch (refusal) {
      const clash = refusal instanceof ApiRefusal && refusal.code === 'sequence_taken';
      if (!clash || tries === MOST_TRIES) throw refusal;
    }
  }
}

/** The same on a case just opened, for whoever writes several entries in a row. */
export async function append(desk: Desk, open: OpenCase, draft: EntryDraft): Promise<OpenCase> {
  requireConfirmed(desk);
  const { entry, after } = sealNext(desk, open, draft);
  const { caseId } = open;
  const act = draft.kind === 'bundle_made' ? { act: 'case_bundled' as const } : {};
  await desk.call(appendEntry, { params: { caseId }, body: { entry, summary: sealOwnSummary(desk, after), ...act } });
  markSeen(desk, caseId, after.entries.at(-1));
  return after;
}
