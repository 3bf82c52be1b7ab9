import type { SealedRecord } from '../api/statistics.ts';
import type { TeamId } from '../ids.ts';
import { le64, pae, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { label } from './labels.ts';
import { padToLength, unpad } from './padding.ts';
import { open, seal } from './sealed.ts';
import { sodium } from './sodium.ts';

/** Every coded record is this long before sealing, so that none tells how much it holds, and a million open in seconds. */
export const RECORD_BYTES = 64;

/** H(16, PAE(…team-mark, team)): stands in a record for the team that its report came to, at one length whatever its name. */
export function teamMark(team: TeamId): Uint8Array {
  return sodium().hash(16, pae(label('team-mark'), utf8(team)));
}

type RecordHead = Omit<SealedRecord, 'sealed'>;

/** Seals a packed record under its author's statistics key of `epoch`. Throws `too_long`. */
export function sealRecord({
  statisticsKey,
  content,
  ...head
}: RecordHead & { statisticsKey: Uint8Array; content: Uint8Array }): SealedRecord {
  const { recordId, revision, author, epoch, codebook } = head;
  const sealed = seal(statisticsKey, recordBinder()(head), padToLength(content, RECORD_BYTES));
  return { recordId, revision, author, epoch, codebook, sealed };
}

/** The content, as long as it was. Throws `damaged`, `bad_padding`. */
export function openRecord(record: SealedRecord, statisticsKey: Uint8Array): Uint8Array {
  return recordOpener()(record, statisticsKey);
}

/** As `openRecord`, for a million in a row: what the records of an author have in common is made once. */
export function recordOpener(): typeof openRecord {
  const bind = recordBinder();
  return (record, statisticsKey) => unpad(open(statisticsKey, bind(record), record.sealed));
}

/** An id is as long as any other, so that of two records' bindings all but that place may be the same. */
const ID_LENGTH = 36;

/** PAE(label, id, revision, author, epoch, codebook). The bytes are good until the next call. */
function recordBinder(): (head: RecordHead) => Uint8Array {
  const first = label('record');
  // After the count of parts, the label with its length, and the length of the id.
  const idAt = 8 + 8 + first.length + 8;
  const byAuthor = new Map<string, Made[]>();
  return ({ recordId, revision, author, epoch, codebook }) => {
    if (recordId.length !== ID_LENGTH) throw new SealingError('malformed');
    let made = byAuthor.get(author);
    if (made === undefined) byAuthor.set(author, (made = []));
    let found = made.find((one) => one.revision === revision && one.epoch === epoch && one.codebook === codebook);
    if (found === undefined) {
      const bytes = pae(first, utf8(recordId), le64(revision), utf8(author), le64(epoch), le64(codebook));
      made.push((found = { revision, epoch, codebook, bytes }));
    }
    for (let i = 0; i < ID_LENGTH; i += 1) {
      const letter = recordId.charCodeAt(i);
      if (letter > 0x7f) throw new SealingError('malformed');
      found.bytes[idAt + i] = letter;
    }
    return found.bytes;
  };
}

type Made = Pick<RecordHead, 'revision' | 'epoch' | 'codebook'> & { readonly bytes: Uint8Array };
