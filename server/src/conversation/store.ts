import type { Conversation, SealedMessage, StoredMessage, Withdrawal } from '@romduol/shared/api/conversation';
import type { CaseId, Day } from '@romduol/shared/ids';
import { sodium } from '@romduol/shared/sealing/sodium';
import { type SQL, eq, sql } from 'drizzle-orm';
import { NO_CASE, findPlaces } from '../attachments/store.ts';
import { plainBytes } from '../database/columns.ts';
import type { Database } from '../database/database.ts';
import { preparedRowsOf, rowsOf } from '../database/rows.ts';
import { withdrawals } from '../database/schema.ts';
import { violatedConstraint } from '../database/violations.ts';
import { findConversationKeys } from '../grants/store.ts';
import { Refusal } from '../refusal.ts';
import type { Secret } from '../secret.ts';

/** What a receipt found. */
export type Found = {
  readonly conversation: Conversation;
  readonly secondCheck: Uint8Array;
  /** The newest epoch that the conversation's key was granted for: messages come under no other. */
  readonly epoch: number;
};

type MessageRow = {
  readonly direction: SealedMessage['direction'] | null;
  readonly counter: number;
  readonly epoch: number;
  readonly previous: Uint8Array;
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly message_day: Day;
};

const messageColumns = sql`m.direction, m.counter, m.epoch, m.previous, m.nonce, m.ciphertext,
  to_char(m.day, 'YYYY-MM-DD') as message_day`;
const dayText = (column: SQL, name: string): SQL => sql`to_char(${column}, 'YYYY-MM-DD') as ${sql.raw(name)}`;
const newestEpoch = sql`(select coalesce(max(epoch), 0) from grants
  where purpose = 'conversation' and object = r.case_id::text)::int as granted`;

export function messageOf(row: MessageRow & { readonly direction: SealedMessage['direction'] }): StoredMessage {
  return {
    direction: row.direction,
    counter: row.counter,
    epoch: row.epoch,
    previous: plainBytes(row.previous),
    sealed: { nonce: plainBytes(row.nonce), ciphertext: plainBytes(row.ciphertext) },
    day: row.message_day,
  };
}

/** A left join leaves one row without a message where there is none. */
const messagesOf = (rows: readonly MessageRow[]): StoredMessage[] =>
  rows.flatMap((row) => (row.direction === null ? [] : [messageOf({ ...row, direction: row.direction })]));

type ReceiptRow = MessageRow & {
  readonly case_id: CaseId;
  readonly commit: Uint8Array;
  readonly reporter_copy: Uint8Array;
  readonly receipt_check: Uint8Array;
  readonly second_check: Uint8Array;
  readonly granted: number;
  readonly withdrawn_on: Day | null;
  readonly erase_on: Day | null;
};

/** Everything under a receipt; null when there is nothing. */
export async function findByReceipt(db: Database, secret: Secret, lookup: Uint8Array): Promise<Found | null> {
  const index = Buffer.from(secret.receiptIndex(lookup)).toString('hex');
  const rows = await preparedRowsOf<ReceiptRow>(
    db,
    'find_by_receipt',
    sql`select r.case_id, r.commit, r.reporter_copy, r.receipt_check, r.second_check, ${newestEpoch},
        ${dayText(sql`w.day`, 'withdrawn_on')}, ${dayText(sql`w.erase_on`, 'erase_on')}, ${messageColumns}
      from reports r left join withdrawals w on w.case_id = r.case_id left join messages m on m.case_id = r.case_id
      where r.receipt_index = decode(${index}, 'hex') order by m.direction, m.counter`,
  );
  const [row] = rows;
  const check = secret.receiptCheck(lookup);
  const places = await findPlaces(db, row?.case_id ?? NO_CASE);
  // Half of the lookup finds the row, the other half is compared here: a timing of the index would tell nothing of it.
  if (row === undefined || !sodium().equal(plainBytes(row.receipt_check), check)) return null;
  const copy = plainBytes(row.reporter_copy);
  return {
    conversation: {
      caseId: row.case_id,
      commit: plainBytes(row.commit),
      reporterCopy: { nonce: copy.slice(0, 24), ciphertext: copy.slice(24) },
      keys: row.granted === 0 ? null : await findConversationKeys(db, row.case_id),
      messages: messagesOf(rows),
      attachments: places.filter(({ direction }) => direction !== -1),
      withdrawal: row.withdrawn_on && row.erase_on && { day: row.withdrawn_on, eraseOn: row.erase_on },
    },
    secondCheck: plainBytes(row.second_check),
    epoch: row.granted,
  };
}

/** Where a conversation stands, for whoever wants to write to it. */
export type Standing = {
  readonly caseId: CaseId;
  readonly commit: Uint8Array;
  readonly epoch: number;
  readonly messages: readonly StoredMessage[];
  readonly withdrawal: Withdrawal | null;
};

type CaseRow = Omit<ReceiptRow, 'receipt_check' | 'second_check' | 'reporter_copy'> & {
  readonly withdrawal: Uint8Array | null;
};

/** A case's conversation for those who may see the case, which the caller has made sure of. */
export async function findOfCase(db: Database, caseId: CaseId): Promise<Standing | null> {
  const rows = await rowsOf<CaseRow>(
    db,
    sql`select r.case_id, r.commit, ${newestEpoch}, w.withdrawal, ${dayText(sql`w.day`, 'withdrawn_on')},
        ${dayText(sql`w.erase_on`, 'erase_on')}, ${messageColumns}
      from reports r left join withdrawals w on w.case_id = r.case_id left join messages m on m.case_id = r.case_id
      where r.case_id = ${caseId}::uuid order by m.direction, m.counter`,
  );
  const [row] = rows;
  if (row === undefined) return null;
  return {
    caseId: row.case_id,
    commit: plainBytes(row.commit),
    epoch: row.granted,
    messages: messagesOf(rows),
    withdrawal: row.withdrawn_on &&
      row.erase_on &&
      row.withdrawal && {
        day: row.withdrawn_on,
        eraseOn: row.erase_on,
        withdrawal: plainBytes(row.withdrawal),
      },
  };
}

/** Stores a message; false when there is one in its place. Throws `not_found` when the case was erased meanwhile. */
export async function insertMessage(
  db: Database,
  caseId: CaseId,
  message: SealedMessage,
  today: Day,
): Promise<boolean> {
  const { sealed } = message;
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  const inserted = await rowsOf(
    db,
    sql`insert into messages (case_id, direction, counter, epoch, previous, nonce, ciphertext, day)
      values (${caseId}::uuid, ${message.direction}::smallint, ${message.counter}::int, ${message.epoch}::int,
        decode(${hex(message.previous)}, 'hex'), decode(${hex(sealed.nonce)}, 'hex'),
        decode(${hex(sealed.ciphertext)}, 'hex'), ${today}::date)
      on conflict do nothing returning counter`,
  ).catch((error: unknown) => {
    throw violatedConstraint(error) === 'messages_case_id_reports_case_id_fk' ? new Refusal('not_found') : error;
  });
  return inserted.length > 0;
}

/** Writes a withdrawal down where there is none yet; gives the day of erasure, which the first one has set. */
export async function insertWithdrawal(tx: Database, caseId: CaseId, withdrawal: Withdrawal): Promise<boolean> {
  const inserted = await tx
    .insert(withdrawals)
    .values({ caseId, ...withdrawal })
    .onConflictDoNothing()
    .returning({ caseId: withdrawals.caseId });
  return inserted.length > 0;
}

/** Takes a withdrawal back; false when there is none. */
export async function deleteWithdrawal(tx: Database, caseId: CaseId): Promise<boolean> {
  const deleted = await tx
    .delete(withdrawals)
    .where(eq(withdrawals.caseId, caseId))
    .returning({ caseId: withdrawals.caseId });
  return deleted.length > 0;
}

/** What was sent to withdraw every report that is erased or waits to be. */
export async function findWithdrawn(db: Database): Promise<Uint8Array[]> {
  const rows = await rowsOf<{ withdrawal: Uint8Array }>(
    db,
    sql`select withdrawal from tombstones where withdrawal is not null union select withdrawal from withdrawals order by 1`,
  );
  return rows.map(({ withdrawal }) => plainBytes(withdrawal));
}
