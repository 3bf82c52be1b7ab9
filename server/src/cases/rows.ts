import type { Access, ConversationEnd, SealedEntry, SealedSummary, StoredReport } from '@romduol/shared/api/cases';
import type { CaseGrant } from '@romduol/shared/api/grants';
import type { CaseId, Day, MemberId, TeamId } from '@romduol/shared/ids';
import { plainBytes } from '../database/columns.ts';
import type { caseEntries } from '../database/schema.ts';

/** A case as the store's statements answer it. Left joins leave nulls. */
export type CaseRow = {
  readonly case_id: CaseId;
  readonly team: TeamId;
  readonly day: Day;
  readonly keyring_version: number;
  readonly sealed_by: StoredReport['sealedBy'];
  readonly commit: Uint8Array;
  readonly nonce: Uint8Array;
  readonly body: Uint8Array | null;
  readonly reporter_key: Uint8Array;
  readonly kids: Uint8Array;
  readonly contact_nonce: Uint8Array | null;
  readonly contact_ciphertext: Uint8Array | null;
  readonly slot_epoch: number | null;
  readonly slot: Uint8Array | null;
  readonly wrap_epoch: number | null;
  readonly wrap: Uint8Array | null;
  readonly seq: number | null;
  readonly summary_epoch: number | null;
  readonly head: Uint8Array | null;
  readonly author: MemberId | null;
  readonly summary_nonce: Uint8Array | null;
  readonly summary_ciphertext: Uint8Array | null;
};

/** A row of the queue, with the end of its conversation. */
export type ListedRow = CaseRow & {
  readonly from_reporter: number;
  readonly answered: Day | null;
  readonly counter: number | null;
  readonly message_epoch: number;
  readonly previous: Uint8Array;
  readonly message_nonce: Uint8Array;
  readonly message_ciphertext: Uint8Array;
  readonly message_day: Day;
  readonly withdrawal: Uint8Array | null;
  readonly withdrawn_on: Day;
  readonly erase_on: Day;
};

const KID = 16;

export function reportOf(row: CaseRow & { readonly body: Uint8Array }): StoredReport {
  const kids = plainBytes(row.kids);
  return {
    caseId: row.case_id,
    team: row.team,
    day: row.day,
    keyringVersion: row.keyring_version,
    sealedBy: row.sealed_by,
    commit: plainBytes(row.commit),
    body: { nonce: plainBytes(row.nonce), ciphertext: plainBytes(row.body) },
    contact: {
      // Erased on its own date: nothing is left to open, which the empty ciphertext says.
      nonce: row.contact_nonce === null ? new Uint8Array(24) : plainBytes(row.contact_nonce),
      ciphertext: row.contact_ciphertext === null ? new Uint8Array(0) : plainBytes(row.contact_ciphertext),
    },
    reporterKey: plainBytes(row.reporter_key),
    kids: Array.from({ length: kids.length / KID }, (_, at) => kids.slice(at * KID, (at + 1) * KID)),
  };
}

/** The newest key the member can reach: by the wrap made at an earlier opening, else by the slot. */
export function accessOf(row: CaseRow, grants: CaseGrant[]): Access {
  const epoch = row.slot_epoch ?? 0;
  const wrap = row.wrap !== null && row.wrap_epoch === epoch ? plainBytes(row.wrap) : null;
  return { epoch, wrap, slot: wrap === null && row.slot !== null ? plainBytes(row.slot) : null, grants };
}

export function summaryOf(row: CaseRow): SealedSummary | null {
  const { seq, summary_epoch: epoch, head, author, summary_nonce: nonce, summary_ciphertext: ciphertext } = row;
  if (seq === null || epoch === null || head === null || author === null || nonce === null || ciphertext === null)
    return null;
  return {
    seq,
    epoch,
    head: plainBytes(head),
    author,
    sealed: { nonce: plainBytes(nonce), ciphertext: plainBytes(ciphertext) },
  };
}

export function conversationOf(row: ListedRow): ConversationEnd {
  const { counter, withdrawal } = row;
  return {
    fromReporter: row.from_reporter,
    answered: row.answered,
    lastAnswer: counter === null ? null : answerOf({ ...row, counter }),
    withdrawal:
      withdrawal === null ? null : { day: row.withdrawn_on, eraseOn: row.erase_on, withdrawal: plainBytes(withdrawal) },
  };
}

const answerOf = (row: ListedRow & { readonly counter: number }): ConversationEnd['lastAnswer'] => ({
  direction: 1,
  counter: row.counter,
  epoch: row.message_epoch,
  previous: plainBytes(row.previous),
  sealed: { nonce: plainBytes(row.message_nonce), ciphertext: plainBytes(row.message_ciphertext) },
  day: row.message_day,
});

export function entryOf(row: typeof caseEntries.$inferSelect): SealedEntry {
  const { seq, epoch, previous, keyringVersion, keyringHash, nonce, ciphertext } = row;
  const author = row.author as MemberId;
  return { seq, epoch, author, previous, keyringVersion, keyringHash, sealed: { nonce, ciphertext } };
}
