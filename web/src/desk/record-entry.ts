import { appendEntry } from '@romduol/shared/api/cases';
import { addEntry } from '@romduol/shared/casework/case';
import { CaseEntry } from '@romduol/shared/casework/entries';
import { summarise } from '@romduol/shared/casework/summary';
import { transcriptions } from '@romduol/shared/casework/transcribe';
import type { CaseId } from '@romduol/shared/ids';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import { openEntry, sealEntry } from '@romduol/shared/sealing/log';
import { sealSummary } from '@romduol/shared/sealing/summary';
import type { EntryDraft } from './acts.ts';
import { ApiRefusal } from './caller.ts';
import { fetchConversation, requireNotWithdrawn } from './conversation.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { type OpenCase, openCase, wasSupervisor } from './open-case.ts';

/** Two caseworkers in one case rarely clash twice; more often than this means that something else is wrong. */
const MOST_TRIES = 5;

/** What hands a report on, prepares that, or has it counted: none of it while the reporter is taking it back. */
function shares(draft: EntryDraft): boolean {
  if (draft.kind === 'referral') return draft.step.action === 'offer' || draft.step.action === 'send';
  return draft.kind === 'consent_given' || draft.kind === 'member_added' || draft.kind === 'coded';
}

/**
 * Appends an entry to a case that is open. What the case's fold would not accept is refused before it is sealed. When a
 * colleague wrote first, the case is fetched and folded anew and the entry judged again on what it now says.
 * Throws `DeskRefusal` `illegal_entry` with casework's reason, `withdrawn` for what would share a withdrawn report.
 */
export async function recordEntry(desk: Desk, caseId: CaseId, draft: EntryDraft): Promise<OpenCase> {
  for (let tries = 1; ; tries += 1) {
    const open = await openCase(desk, caseId);
    if (shares(draft)) await requireNotWithdrawn(desk, caseId);
    try {
      // Consent is folded from log and conversation: what the reporter has said meanwhile is written down before.
      const isSending = draft.kind === 'referral' && draft.step.action === 'send';
      return await append(desk, isSending ? await transcribe(desk, open) : open, draft);
    } catch (refusal) {
      const clash = refusal instanceof ApiRefusal && refusal.code === 'sequence_taken';
      if (!clash || tries === MOST_TRIES) throw refusal;
    }
  }
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

/** Writes down what the reporter has answered on the return page and nobody has written down yet. */
export async function writeDownAnswers(desk: Desk, caseId: CaseId): Promise<OpenCase> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transcribe(desk, await openCase(desk, caseId));
    } catch (refusal) {
      const clash = refusal instanceof ApiRefusal && refusal.code === 'sequence_taken';
      if (!clash || tries === MOST_TRIES) throw refusal;
    }
  }
}

/** The same on a case just opened, for whoever writes several entries in a row. */
export async function append(desk: Desk, open: OpenCase, draft: EntryDraft): Promise<OpenCase> {
  const content = CaseEntry.parse({ ...draft, at: new Date(desk.clock()).toISOString() });
  const { caseId, held } = open;
  const caseKey = caseKeys(held.key, held.epoch).case;
  const seq = open.entries.length + 1;
  const isSupervisor = wasSupervisor(desk, desk.member.id, desk.keyring.version);
  const folded = addEntry(open.case, { seq, author: desk.member.id, isSupervisor }, content);
  const irregular = folded.irregular.find((one) => one.seq === seq);
  if (irregular !== undefined) throw new DeskRefusal('illegal_entry', irregular.code);
  const entry = sealEntry({
    caseId,
    seq,
    epoch: held.epoch,
    previous: open.head,
    author: desk.member.id,
    keyringVersion: desk.keyring.version,
    keyringHash: desk.keyring.hash,
    caseKey,
    signing: desk.identity.signing,
    content,
  });
  // Opened again from what was sealed: only that makes a verified entry, and only those stand in a log.
  const verified = openEntry({ caseId, entry, caseKey, signerKey: desk.identity.signing.publicKey });
  const summary = sealSummary({
    caseId,
    seq,
    head: verified.hash,
    epoch: held.epoch,
    author: desk.member.id,
    caseKey,
    signing: desk.identity.signing,
    content: summarise(folded),
  });
  await desk.call(appendEntry, { params: { caseId }, body: { entry, summary } });
  return { ...open, entries: [...open.entries, verified], case: folded, head: verified.hash };
}
